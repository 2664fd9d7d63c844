package dev.catavento.exporttableau.datapackage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.catavento.domain.FleetRule;
import dev.catavento.exporttableau.table.Words;
import dev.catavento.exporttableau.windfleet.FleetSummary;
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

    private final FleetSummary summary;
    private final String formatVersion;
    private final List<Resource> resources;

    public DataPackage(FleetSummary summary, String formatVersion, List<Resource> resources) {
        this.summary = summary;
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
            json.writeStringField("name", "catavento-wind-fleet");
            words(json, "title", summary.title());
            words(json, "description", summary.description());
            json.writeStringField("day", summary.day().toString());
            json.writeBooleanField("demo", summary.demo());
            json.writeStringField("format_version", formatVersion);
            rules(json);
            provenance(json);
            PowerTotals.write(json, summary.power());
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
        var source = summary.demo() ? Source.DEMO : Source.SIGEL;
        var licence = summary.demo() ? Licence.DEMO : Licence.ANEEL;
        json.writeArrayFieldStart("sources");
        json.writeStartObject();
        words(json, "title", source.title());
        if (source.url() != null) {
            json.writeStringField("path", source.url());
        }
        json.writeEndObject();
        json.writeEndArray();
        json.writeArrayFieldStart("licenses");
        json.writeStartObject();
        json.writeStringField("name", licence.name());
        json.writeStringField("path", licence.url());
        words(json, "title", licence.title());
        json.writeEndObject();
        json.writeEndArray();
    }

    private void rules(JsonGenerator json) throws IOException {
        json.writeStringField("rules_version", summary.rulesVersion());
        json.writeArrayFieldStart("rules");
        for (var rule : FleetRule.values()) {
            json.writeStartObject();
            json.writeStringField("name", rule.word());
            json.writeStringField("severity", rule.severity().word());
            words(json, "meaning", new Words(rule.meaningPt(), rule.meaning()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
