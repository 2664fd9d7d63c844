package dev.catavento.store.telemetry;

/**
 * A signal of a landed day.
 *
 * @param tag IEC 61400-25 name, or null
 */
public record TelemetrySignal(String name, String unit, String tag, boolean circular) {}
