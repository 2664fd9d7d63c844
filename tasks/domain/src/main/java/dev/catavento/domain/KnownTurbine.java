package dev.catavento.domain;

import java.util.UUID;

/**
 * A turbine published before.
 *
 * @param key what it was last known by
 * @param inFleet false for one that has left the fleet since
 */
public record KnownTurbine(UUID id, TurbineKey key, boolean inFleet) {}
