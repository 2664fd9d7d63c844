package dev.catavento.exporttableau.datapackage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.catavento.exporttableau.table.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes {@code datapackage.json}: what the files are, column by column, how many rows and which bytes. Follows the
 * Data Package standard (https://datapackage.org); what it has no word for, such as units, English titles and totals,
 * stands beside under names of our own.
 */
public final class DataPackage {
    public static final String FILE = "datapackage.json";

    private static final JsonFactory JSON = new JsonFactory();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private final Subject subject;
    private final String formatVersion;
    private final List<Resource> resources;

    public DataPackage(Subject subject, String formatVersion, List<Resource> resources) {
        this.subject = subject;
        this.formatVersion = formatVersion;
        this.resources = List.copyOf(resources);
    }

    public void write(OutputStream out) throws IOException {
        var printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(INDENT);
        printer.indentArraysWith(INDENT);
        try (var json = JSON.createGenerator(out)) {
            json.setPrettyPrinter(printer);
            json.writeStartObject();
            json.writeStringField("profile", "data-package");
            json.writeStringField("name", subject.name());
            words(json, "title", subject.title());
            words(json, "description", subject.description());
            json.writeStringField("day", subject.day().toString());
            json.writeBooleanField("demo", subject.demo());
            json.writeStringField("format_version", formatVersion);
            rules(json);
            provenance(json);
            subject.writeTotals(json);
            json.writeArrayFieldStart("resources");
            for (var resource : resources) {
                resource.write(json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    static void words(JsonGenerator json, String name, Words words) throws IOException {
        json.writeStringField(name, words.pt());
        json.writeStringField(name + "_en", words.en());
    }

    private void provenance(JsonGenerator json) throws IOException {
        var source = subject.source();
        json.writeArrayFieldStart("sources");
        json.writeStartObject();
        words(json, "title", source.title());
        if (source.url() != null) {
            json.writeStringField("path", source.url());
        }
        json.writeEndObject();
        json.writeEndArray();
        if (subject.licence().isEmpty()) {
            return;
        }
        var licence = subject.licence().get();
        json.writeArrayFieldStart("licenses");
        json.writeStartObject();
        json.writeStringField("name", licence.name());
        json.writeStringField("path", licence.url());
        words(json, "title", licence.title());
        json.writeEndObject();
        json.writeEndArray();
    }

    private void rules(JsonGenerator json) throws IOException {
        json.writeStringField("rules_version", subject.rulesVersion());
        json.writeArrayFieldStart("rules");
        for (var rule : subject.rules()) {
            json.writeStartObject();
            json.writeStringField("name", rule.name());
            json.writeStringField("severity", rule.severity().word());
            words(json, "meaning", rule.meaning());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
