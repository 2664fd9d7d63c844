package dev.catavento.task;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Writes a {@link RunReport} as one line of JSON; maps are ordered by key. */
public final class RunReportJson {
    private static final JsonFactory JSON = new JsonFactory();

    private RunReportJson() {}

    /** @param inStore whether the store's ledger has it too; where not, nobody who reads the store knows of this run */
    public static String line(RunReport report, boolean inStore) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            write(json, report, inStore);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A map of {@link RunFacts} alone, as it is kept in the ledger. */
    public static String object(Map<String, ?> values) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            value(json, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, RunReport report, boolean inStore) throws IOException {
        json.writeStartObject();
        json.writeStringField("task", report.task());
        if (report.dataset() != null) {
            json.writeStringField("dataset", report.dataset());
        }
        json.writeStringField("outcome", report.outcome().word());
        json.writeNumberField("exit_code", report.exitCode().code());
        json.writeStringField("day", report.day() == null ? null : report.day().toString());
        json.writeStringField("run_id", report.runId());
        if (report.requestedBy() != null) {
            json.writeStringField("requested_by", report.requestedBy());
        }
        json.writeBooleanField("in_store", inStore);
        json.writeStringField("started_at", report.startedAt().toString());
        json.writeNumberField("duration_ms", report.durationMs());
        rows(json, report.facts().rows());
        json.writeFieldName("issues");
        value(json, report.facts().issues());
        json.writeFieldName("outputs");
        value(json, report.facts().outputs());
        if (report.error() != null) {
            json.writeObjectFieldStart("error");
            json.writeStringField("kind", report.error().kind().word());
            json.writeStringField("message", report.error().message());
            json.writeStringField("hint", report.error().hint());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void rows(JsonGenerator json, RowCounts rows) throws IOException {
        json.writeObjectFieldStart("rows");
        json.writeNumberField("read", rows.read());
        json.writeNumberField("written", rows.written());
        json.writeNumberField("unchanged", rows.unchanged());
        json.writeNumberField("quarantined", rows.quarantined());
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (var entry : new TreeMap<>(map).entrySet()) {
                    json.writeFieldName(entry.getKey().toString());
                    value(json, entry.getValue());
                }
                json.writeEndObject();
            }
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            default -> json.writeString(value.toString());
        }
    }
}
