package dev.catavento.source.telemetry;

/** Takes rows in the order in which the source sends them. */
@FunctionalInterface
public interface SampleSink {
    /**
     * @param turbine its name in the source
     * @param stampAsWritten text as the source writes it, of whatever form
     * @param values in the source's unit, in the order of {@link TelemetrySource#valueColumns()}: for samples, that of
     *     the signals. NaN for null. Not to be kept: the array is used again
     */
    void accept(String turbine, String stampAsWritten, double[] values);
}
