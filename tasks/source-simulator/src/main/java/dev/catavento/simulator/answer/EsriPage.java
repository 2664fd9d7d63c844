package dev.catavento.simulator.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.catavento.simulator.layer.Column;
import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.Position;
import dev.catavento.simulator.query.SpatialReference;
import java.io.IOException;

/** A page of features in {@code f=json}. */
public final class EsriPage {

    private static final SerializableString ATTRIBUTES = new SerializedString("attributes");
    private static final SerializableString GEOMETRY = new SerializedString("geometry");

    private EsriPage() {}

    public static byte[] of(FeaturePage page) {
        return JsonBody.of(json -> write(json, page));
    }

    private static void write(JsonGenerator json, FeaturePage page) throws IOException {
        json.writeStartObject();
        json.writeStringField("displayFieldName", LayerField.NOME_EOL.name());
        json.writeObjectFieldStart("fieldAliases");
        for (Column column : page.columns()) {
            json.writeStringField(column.name(), column.alias());
        }
        json.writeEndObject();
        if (page.withGeometry()) {
            json.writeStringField("geometryType", "esriGeometryPoint");
            json.writeFieldName("spatialReference");
            reference(json, page.reference());
        }
        json.writeArrayFieldStart("fields");
        for (Column column : page.columns()) {
            Cells.startField(json, column);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("features");
        features(json, page);
        json.writeEndArray();
        if (page.page().exceeded()) {
            json.writeBooleanField("exceededTransferLimit", true);
        }
        json.writeEndObject();
    }

    static void reference(JsonGenerator json, SpatialReference reference) throws IOException {
        json.writeStartObject();
        json.writeNumberField("wkid", reference.wkid());
        json.writeNumberField("latestWkid", reference.latestWkid());
        if (reference == SpatialReference.SIRGAS_2000) {
            json.writeNumberField("vcsWkid", 105700);
            json.writeNumberField("latestVcsWkid", 105700);
        }
        json.writeEndObject();
    }

    private static void features(JsonGenerator json, FeaturePage page) throws IOException {
        if (RowText.canWrite(page)) {
            for (int row : page.page().rows()) {
                RowText.write(json, page.fleet(), row);
            }
            return;
        }
        Column[] columns = page.columns().toArray(Column[]::new);
        SerializableString[] names = page.columns().stream()
                .map(column -> new SerializedString(column.name()))
                .toArray(SerializableString[]::new);
        int[] rows = page.page().rows();
        for (int i = 0; i < rows.length; i++) {
            json.writeStartObject();
            json.writeFieldName(ATTRIBUTES);
            json.writeStartObject();
            for (int c = 0; c < columns.length; c++) {
                json.writeFieldName(names[c]);
                Cells.write(json, columns[c].read(page.fleet(), rows[i]));
            }
            json.writeEndObject();
            if (page.withGeometry()) {
                geometry(json, page, i);
            }
            json.writeEndObject();
        }
    }

    private static void geometry(JsonGenerator json, FeaturePage page, int i) throws IOException {
        Position place = page.fleet().position(page.page().rows()[i]);
        if (place == null || page.faults().loses(i)) {
            noGeometry(json, page.faults().nullForm());
            return;
        }
        double x = page.reference().x(place.longitude());
        double y = page.reference().y(place.latitude());
        boolean swapped = page.faults().swaps(i);
        json.writeFieldName(GEOMETRY);
        json.writeStartObject();
        json.writeNumberField("x", swapped ? y : x);
        json.writeNumberField("y", swapped ? x : y);
        json.writeEndObject();
    }

    private static void noGeometry(JsonGenerator json, GeometryFaults.NullForm form) throws IOException {
        switch (form) {
            case ABSENT -> {}
            case NULL -> json.writeNullField("geometry");
            case NAN -> {
                json.writeObjectFieldStart("geometry");
                json.writeStringField("x", "NaN");
                json.writeStringField("y", "NaN");
                json.writeEndObject();
            }
        }
    }
}
