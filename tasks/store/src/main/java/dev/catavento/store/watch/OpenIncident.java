package dev.catavento.store.watch;

import java.time.Instant;

/** An incident that nobody has closed yet. */
public record OpenIncident(long id, Instant openedAt, Incident incident) {}
