package dev.catavento.store.raw;

/** A page of an extraction under way: the answer's bytes, packed, and the range of ids it answers. */
public record LandedPage(LandedRange range, byte[] sha256, int byteCount, byte[] bodyGzip) {}
