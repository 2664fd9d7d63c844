package dev.catavento.source.telemetry;

/** A way of asking for rows over HTTP; one object serves any number of threads. */
@FunctionalInterface
public interface SampleDialect {
    /**
     * Asks once and gives every row to the sink as it comes; nothing is repeated here. Bodies are never held in memory.
     * What is asked for, the turbine as well, stands in the query of the address: a replay tells kept answers apart by it,
     * and refuses two that differ in their paths only.
     *
     * @throws dev.catavento.source.http.SourceFailure when the source is not there or breaks its contract: what the
     *     sinks have got by then is void
     */
    void read(SampleRequest request, BodySink bodies, SampleSink samples) throws InterruptedException;
}
