package dev.catavento.source.telemetry;

/** Takes rows in the order in which the source sends them. */
@FunctionalInterface
public interface SampleSink {
    /**
     * @param turbine its name in the source
     * @param stampAsWritten local time or time with an offset, of the form {@code 2026-01-31T23:59:00[.5][-03:00]}, as
     *     the source writes it; a source's instants of another form as {@link java.time.Instant#toString()}
     * @param values in the source's unit, in the order of {@link TelemetrySource#valueColumns()}: for samples, that of
     *     the signals. NaN for null. Not to be kept: the array is used again
     */
    void accept(String turbine, String stampAsWritten, double[] values);
}
