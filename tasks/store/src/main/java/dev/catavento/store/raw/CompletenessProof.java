package dev.catavento.store.raw;

/** The four numbers that must be one for a set to be whole; the table holds no others. */
public record CompletenessProof(long countBefore, int idsListed, int idsReceived, long countAfter) {}
