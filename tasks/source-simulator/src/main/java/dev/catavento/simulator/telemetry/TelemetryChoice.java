package dev.catavento.simulator.telemetry;

import dev.catavento.simulator.SimulatorSettings;
import dev.catavento.simulator.telemetry.sample.TurbineFleet;
import dev.catavento.simulator.telemetry.serve.SampleReader;
import dev.catavento.simulator.telemetry.stored.SampleDatabase;
import dev.catavento.simulator.telemetry.stored.SampleStore;
import dev.catavento.simulator.telemetry.stored.SampleTable;
import dev.catavento.simulator.telemetry.trait.TraitRegistry;
import dev.catavento.simulator.telemetry.trait.TraitRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes what serves samples out of the settings. */
@ApplicationScoped
class TelemetryChoice {

    @Produces
    @Singleton
    TurbineFleet fleet(SimulatorSettings settings) {
        return new TurbineFleet(settings.turbines());
    }

    @Produces
    @Singleton
    TraitRegistry traits(SimulatorSettings settings) {
        return new TraitRegistry(
                settings.seed(), TraitRequest.parseAll(settings.traits().orElse("")));
    }

    @Produces
    @Singleton
    SampleStore store(SimulatorSettings settings) {
        return new SampleStore(
                settings.seed(),
                settings.dbUrl()
                        .map(url -> new SampleTable(new SampleDatabase(
                                url,
                                settings.dbUser().orElse(""),
                                settings.dbPassword().orElse("")))));
    }

    @Produces
    @Singleton
    SampleReader reader(SimulatorSettings settings, SampleStore store) {
        return new SampleReader(settings.seed(), store, Clock.systemUTC());
    }
}
