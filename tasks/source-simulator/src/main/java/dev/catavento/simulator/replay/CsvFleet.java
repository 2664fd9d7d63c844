package dev.catavento.simulator.replay;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.Position;
import dev.catavento.simulator.layer.SourceRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads a whole-fleet CSV: the layer's field names as columns, LATITUDE and LONGITUDE beside them. */
final class CsvFleet {

    private CsvFleet() {}

    static List<NumberedRow> read(Path file) {
        CsvSchema schema = CsvSchema.emptySchema().withHeader();
        List<NumberedRow> rows = new ArrayList<>();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                MappingIterator<Map<String, String>> records = CsvMapper.builder()
                        .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
                        .build()
                        .readerForMapOf(String.class)
                        .with(schema)
                        .readValues(reader)) {
            while (records.hasNext()) {
                rows.add(row(records.next()));
            }
            return rows;
        } catch (IOException | RuntimeException e) {
            throw new NoRecordingException(
                    "cannot read " + file + " after " + rows.size() + " records: " + e.getMessage());
        }
    }

    private static NumberedRow row(Map<String, String> cells) {
        Map<LayerField, Object> values = new EnumMap<>(LayerField.class);
        for (LayerField field : LayerField.values()) {
            String text = cells.getOrDefault(field.name(), "");
            if (field != LayerField.OBJECTID && text != null && !text.isEmpty()) {
                values.put(field, RecordedValue.parse(field, text));
            }
        }
        String longitude = cells.get("LONGITUDE");
        String latitude = cells.get("LATITUDE");
        Position place = longitude.isBlank() || latitude.isBlank()
                ? null
                : Position.ofDegrees(Double.parseDouble(longitude), Double.parseDouble(latitude));
        return new NumberedRow(Integer.parseInt(cells.get(LayerField.OBJECTID.name())), SourceRow.of(values, place));
    }
}
