package dev.catavento.source.arcgis;

import dev.catavento.source.http.SourceFailure;
import dev.catavento.task.OneLine;
import dev.catavento.task.Retry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Reads ranges of rows: repeats what is worth it, halves what the server cannot answer, and from then on asks for no
 * more than what worked. Safe for several threads.
 */
public final class RangeReader {
    private static final Logger LOG = Logger.getLogger(RangeReader.class);
    private static final int QUERY_FAILED = 400;

    private final ArcGisLayer layer;
    private final Retry retry;
    private final String idField;
    private final AtomicInteger bearable = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger halved = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    RangeReader(ArcGisLayer layer, Retry retry, String idField) {
        this.layer = layer;
        this.retry = retry;
        this.idField = idField;
    }

    /** How many ranges were halved so far. */
    public int halved() {
        return halved.get();
    }

    /**
     * Reads the range as one page, or as several where the server cannot answer it whole.
     *
     * @param sinks makes a sink for each attempt
     * @param taker takes each good page, in ascending order; its failures are never repeated
     */
    public <S extends FeatureSink> void read(IdRange range, Supplier<S> sinks, Consumer<LayerPage<S>> taker)
            throws InterruptedException {
        if (range.size() > bearable.get()) {
            halves(range, sinks, taker);
            return;
        }
        int before = answered.get();
        LayerPage<S> page;
        try {
            var patience = range.size() > 1 ? Patience.forDivisible() : Patience.forWhole();
            page = retry.call(range.toString(), () -> layer.page(range, idField, sinks.get()), patience);
        } catch (SourceFailure.Overburdened | SourceFailure.Rejected failure) {
            if (!divisible(range, failure)) {
                throw answered.get() > before ? poisoned(range, failure) : failure;
            }
            LOG.warnf("%s: %s; asking for its halves", range, OneLine.of(failure.getMessage()));
            halves(range, sinks, taker);
            bearable.accumulateAndGet((range.size() + 1) / 2, Math::min);
            return;
        }
        answered.incrementAndGet();
        taker.accept(page);
    }

    private <S extends FeatureSink> void halves(IdRange range, Supplier<S> sinks, Consumer<LayerPage<S>> taker)
            throws InterruptedException {
        halved.incrementAndGet();
        for (var half : range.halves()) {
            read(half, sinks, taker);
        }
    }

    private boolean divisible(IdRange range, SourceFailure failure) {
        boolean worth = !(failure instanceof SourceFailure.Rejected rejected) || rejected.code() == QUERY_FAILED;
        return worth && range.size() > 1 && System.nanoTime() < retry.deadlineNanos();
    }

    /** Others were answered meanwhile: it is this row, not the server. */
    private static SourceFailure poisoned(IdRange range, SourceFailure failure) {
        return new SourceFailure.Rejected(
                QUERY_FAILED, false, range + " is listed and cannot be read, others can: " + failure.getMessage());
    }
}
