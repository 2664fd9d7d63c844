package dev.catavento.store.raw;

/**
 * A set of rows to be stored; its pages are those landed under the list of ids.
 *
 * @param fingerprintGzip what a later set is compared with
 * @param layerFieldsJson the layer's fields, an array of objects with {@code name} and {@code type}
 */
public record NewSnapshot(
        byte[] idListSha256, String sourceUrl, int rowCount, byte[] fingerprintGzip, String layerFieldsJson) {}
