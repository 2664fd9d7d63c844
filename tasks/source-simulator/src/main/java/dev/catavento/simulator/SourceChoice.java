package dev.catavento.simulator;

import dev.catavento.simulator.archive.Archive;
import dev.catavento.simulator.layer.FleetSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Chooses between the generated and the recorded fleet. */
@ApplicationScoped
class SourceChoice {

    @Produces
    @Singleton
    FleetSource source(SimulatorSettings settings) {
        return new Archive(settings.seed(), settings.copies());
    }
}
