package dev.catavento.simulator.telemetry.http;

import dev.catavento.simulator.http.Reply;
import dev.catavento.simulator.telemetry.sample.Signal;
import dev.catavento.simulator.telemetry.serve.SampleReader;
import dev.catavento.simulator.telemetry.serve.StampRange;
import java.util.List;
import java.util.Set;

/** An array of some of the rows, page by page; the end is not included; only what was asked for is in a row. */
final class PagesDialect implements TelemetryDialect {

    private static final int LONGEST_PAGE = 50_000;
    private static final int USUAL_PAGE = 10_000;

    private final SampleReader reader;

    PagesDialect(SampleReader reader) {
        this.reader = reader;
    }

    @Override
    public String path() {
        return "/data";
    }

    @Override
    public int badStatus() {
        return 400;
    }

    @Override
    public Reply answer(TelemetryRequest request) {
        Query query = request.query();
        Set<Signal> asked = request.signals("signals");
        StampRange range = StampRange.halfOpen(query.instant("start"), query.instant("end"));
        if (range.isBackwards()) {
            throw query.bad("start deve ser menor que end");
        }
        int limit = query.whole("limit", USUAL_PAGE, 1, LONGEST_PAGE);
        int offset = query.whole("offset", 0, 0, Integer.MAX_VALUE - LONGEST_PAGE);
        long from = slipped(offset, limit, request.faults().pageSlip());
        return StreamedJson.of(json -> {
            RowJson row = new RowJson(json, request, List.copyOf(asked), asked);
            json.writeStartArray();
            long[] seen = {0};
            reader.read(request.readings(range), reading -> {
                if (!request.isKept(range, reading.stampMillis())) {
                    return true;
                }
                long index = seen[0]++;
                if (index >= from) {
                    row.write(reading);
                }
                return index + 1 < from + limit;
            });
            json.writeEndArray();
        });
    }

    /** Pages over an order that is none: now rows come again, now they are skipped. */
    private static long slipped(int offset, int limit, int slip) {
        if (offset == 0) {
            return 0;
        }
        return offset / limit % 2 == 1 ? Math.max(0, (long) offset - slip) : (long) offset + slip;
    }
}
