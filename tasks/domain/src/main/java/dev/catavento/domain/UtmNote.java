package dev.catavento.domain;

/** The position as the plant's owner filed it, in its own datum and zone; kept, never computed with. */
public record UtmNote(Double eastingM, Double northingM, String datum, String zone) {}
