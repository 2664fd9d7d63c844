package dev.catavento.exporttableau.datapackage;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.catavento.exporttableau.folder.FileDigest;
import dev.catavento.exporttableau.table.Column;
import dev.catavento.exporttableau.table.ColumnType;
import dev.catavento.exporttableau.table.Table;
import dev.catavento.exporttableau.table.Words;
import java.io.IOException;
import java.util.List;

/**
 * A file in a Data Package.
 *
 * @param rows of the table; null for a file that is no single table
 * @param columns empty for a file that is no single table
 */
public record Resource(
        String name,
        String file,
        FileKind kind,
        Words title,
        Words description,
        Long rows,
        FileDigest digest,
        List<String> key,
        List<? extends Column<?>> columns) {

    public static Resource of(Table<?> table, FileKind kind, long rows, FileDigest digest) {
        return new Resource(
                table.name(),
                table.file(),
                kind,
                table.title(),
                table.meaning(),
                rows,
                digest,
                table.key(),
                table.columns());
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("path", file);
        kind.write(json);
        DataPackage.words(json, "title", title);
        DataPackage.words(json, "description", description);
        json.writeNumberField("bytes", digest.bytes());
        json.writeStringField("hash", "sha256:" + digest.sha256());
        if (rows != null) {
            json.writeNumberField("row_count", rows);
        }
        if (!columns.isEmpty()) {
            schema(json);
        }
        json.writeEndObject();
    }

    private void schema(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("schema");
        json.writeArrayFieldStart("fields");
        for (var column : columns) {
            field(json, column);
        }
        json.writeEndArray();
        if (!key.isEmpty()) {
            json.writeArrayFieldStart("primaryKey");
            for (var column : key) {
                json.writeString(column);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void field(JsonGenerator json, Column<?> column) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeStringField("type", column.type().standardType());
        if (column.type().standardFormat() != null) {
            json.writeStringField("format", column.type().standardFormat());
        }
        if (column.type() == ColumnType.FLAG && kind == FileKind.CSV) {
            json.writeArrayFieldStart("trueValues");
            json.writeString("Sim");
            json.writeEndArray();
            json.writeArrayFieldStart("falseValues");
            json.writeString("Não");
            json.writeEndArray();
        }
        if (!column.unit().isEmpty()) {
            json.writeStringField("unit", column.unit());
        }
        DataPackage.words(json, "title", column.title());
        DataPackage.words(json, "description", column.meaning());
        json.writeEndObject();
    }
}
