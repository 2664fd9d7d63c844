package dev.catavento.exporttableau.datapackage;

import dev.catavento.domain.Severity;
import dev.catavento.exporttableau.table.Words;

/** A rule that the data went through. */
public record Rule(String name, Severity severity, Words meaning) {}
