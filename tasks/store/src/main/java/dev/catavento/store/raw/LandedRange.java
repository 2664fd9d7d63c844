package dev.catavento.store.raw;

/** The ids a landed page was asked for, both ends included, and how many rows it holds. */
public record LandedRange(long firstObjectId, long lastObjectId, int rowCount) {}
