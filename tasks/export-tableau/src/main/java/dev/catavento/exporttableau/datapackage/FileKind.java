package dev.catavento.exporttableau.datapackage;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** How a file is to be read. */
public enum FileKind {
    CSV("tabular-data-resource", "table", "csv", "text/csv"),
    PARQUET("data-resource", "file", "parquet", "application/vnd.apache.parquet"),
    XLSX("data-resource", "file", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String profile;
    private final String type;
    private final String format;
    private final String mediaType;

    FileKind(String profile, String type, String format, String mediaType) {
        this.profile = profile;
        this.type = type;
        this.format = format;
        this.mediaType = mediaType;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStringField("profile", profile);
        json.writeStringField("type", type);
        json.writeStringField("format", format);
        json.writeStringField("mediatype", mediaType);
        if (this == CSV) {
            json.writeStringField("encoding", "utf-8");
            json.writeObjectFieldStart("dialect");
            json.writeStringField("delimiter", ",");
            json.writeStringField("lineTerminator", "\n");
            json.writeStringField("quoteChar", "\"");
            json.writeBooleanField("doubleQuote", true);
            json.writeBooleanField("header", true);
            json.writeEndObject();
        }
    }
}
