package dev.catavento.downsampletelemetry.windows;

/** A turbine by its name in the source, with its rated power in kW, NaN where nobody knows. */
public record Turbine(String name, double ratedPowerKw) {}
