package dev.catavento.store.raw;

/**
 * Which source a store belongs to: the first one that landed something in it.
 *
 * @param storeName null to name it after its database
 */
public record StoreSource(String storeName, String sourceId, boolean demo) {}
