package dev.catavento.simulator;

import dev.catavento.simulator.archive.Archive;
import dev.catavento.simulator.layer.FleetSource;
import dev.catavento.simulator.replay.ReplayedFleet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;

/** Chooses between the generated and the recorded fleet. */
@ApplicationScoped
class SourceChoice {

    @Produces
    @Singleton
    FleetSource source(SimulatorSettings settings) {
        return settings.replay()
                .filter(folder -> !folder.isBlank())
                .<FleetSource>map(folder -> new ReplayedFleet(Path.of(folder)))
                .orElseGet(() -> new Archive(settings.seed(), settings.copies(), Clock.systemUTC()));
    }
}
