package dev.catavento.simulator;

import dev.catavento.simulator.layer.FleetSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Makes today's fleet while the first client is still on its way. */
@ApplicationScoped
class WarmUp {

    private final FleetSource source;

    WarmUp(FleetSource source) {
        this.source = source;
    }

    void onStart(@Observes StartupEvent started) {
        Thread.ofPlatform().daemon().name("warm-up").start(source::today);
    }
}
