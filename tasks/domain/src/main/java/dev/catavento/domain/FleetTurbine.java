package dev.catavento.domain;

import java.util.UUID;

/**
 * A turbine of the fleet to publish.
 *
 * @param known false when it was never published before
 */
public record FleetTurbine(UUID id, boolean known, SourcedTurbine sourced) {
    public WindTurbine turbine() {
        return sourced.turbine();
    }
}
