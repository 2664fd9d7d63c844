package dev.catavento.store.watch;

/** A sentence in English and in Portuguese. */
public record Said(String en, String pt) {}
