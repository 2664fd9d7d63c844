package dev.catavento.exporttableau.table;

/** What people read, in both languages. */
public record Words(String pt, String en) {}
