package dev.catavento.watchstore.notice;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.catavento.store.watch.Notice;
import dev.catavento.store.watch.Said;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The one JSON shape of a notice, described in docs/alerts.md. Fields are never left out; unknown is null. */
public final class NoticeJson {
    private static final JsonFactory JSON = new JsonFactory();

    private NoticeJson() {}

    public static String of(Notice notice, StoreIdentity store) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            write(json, notice, store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Notice notice, StoreIdentity store) throws IOException {
        var incident = notice.incident();
        json.writeStartObject();
        json.writeNumberField("version", 1);
        json.writeStringField("event", notice.event());
        json.writeStringField("id", store.name() + "/" + notice.incidentId());
        json.writeStringField("key", incident.key());
        json.writeStringField("kind", incident.kind());
        json.writeStringField("store", store.name());
        json.writeBooleanField("demo", store.demo());
        json.writeStringField("task", incident.task());
        json.writeStringField("dataset", incident.dataset());
        json.writeStringField("day", text(incident.day()));
        json.writeStringField("run_id", incident.runId());
        json.writeStringField("opened_at", text(notice.openedAt()));
        json.writeStringField("recovered_at", text(notice.closedAt()));
        said(json, "title", new NoticeText(notice, store).title());
        said(json, "reason", incident.reason());
        said(json, "hint", incident.hint());
        said(json, "recovery", notice.closing());
        json.writeStringField("log_url", incident.logUrl());
        json.writeEndObject();
    }

    private static void said(JsonGenerator json, String name, Said said) throws IOException {
        if (said == null) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeStringField("pt", said.pt());
        json.writeStringField("en", said.en());
        json.writeEndObject();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
