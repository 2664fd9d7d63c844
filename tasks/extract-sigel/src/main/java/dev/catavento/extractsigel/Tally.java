package dev.catavento.extractsigel;

import dev.catavento.source.arcgis.RangeReader;
import dev.catavento.source.http.SourceHttp;
import dev.catavento.task.RowCounts;
import dev.catavento.task.RunFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run has counted so far, for its report; a failed one tells it too. */
final class Tally {
    private final SourceHttp http;
    private final Map<String, Object> outputs = new LinkedHashMap<>();
    private List<String> newFields = List.of();
    private FleetRows rows = new FleetRows();
    private RangeReader ranges;
    private int halvedBefore;
    private int restarts;

    Tally(SourceHttp http) {
        this.http = http;
    }

    void put(String output, Object value) {
        outputs.put(output, value);
    }

    void newFields(List<String> names) {
        newFields = names;
    }

    /** The source is known: it was there, and it is the right one. */
    void admitted(String source) {
        put("source", source);
    }

    boolean admitted() {
        return outputs.containsKey("source");
    }

    void counted(Survey before) {
        put("count_before", before.count());
    }

    void countedAgain(Survey after) {
        put("count_after", after.count());
    }

    void reading(FleetRows rows, RangeReader ranges) {
        halvedBefore += this.ranges == null ? 0 : this.ranges.halved();
        this.rows = rows;
        this.ranges = ranges;
    }

    void restarted() {
        restarts++;
    }

    RunFacts unfinished() {
        return facts(0, 0);
    }

    RunFacts stored() {
        return facts(rows.size(), 0);
    }

    RunFacts confirmed() {
        return facts(0, rows.size());
    }

    private RunFacts facts(long written, long unchanged) {
        var issues = new LinkedHashMap<String, Long>();
        if (!newFields.isEmpty()) {
            issues.put("new-field", (long) newFields.size());
            put("new_fields", String.join(", ", newFields));
        }
        if (rows.withoutPlace() > 0) {
            issues.put("null-geometry", rows.withoutPlace());
        }
        put("requests", http.requests());
        put("pages", rows.pages());
        put("pages_reused", rows.takenUp());
        put("halved", halvedBefore + (ranges == null ? 0 : ranges.halved()));
        put("restarts", restarts);
        rows.newestUpdate().ifPresent(instant -> put("source_max_updated_at", instant));
        return new RunFacts(new RowCounts(rows.size(), written, unchanged, 0), issues, outputs);
    }
}
