package dev.catavento.simulator.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.Column;
import dev.catavento.simulator.layer.Mix;
import dev.catavento.simulator.layer.Position;
import dev.catavento.simulator.query.SpatialReference;
import java.io.IOException;

/**
 * A page of features in {@code f=geojson}. Its coordinates differ from those of {@code f=json} in the last digits, by up
 * to 8.7e-10 degrees, as the real server's do.
 */
public final class GeoJsonPage {

    private static final double FARTHEST_DEGREES = 8.7e-10;

    private GeoJsonPage() {}

    public static byte[] of(FeaturePage page) {
        if (page.reference() == SpatialReference.WEB_MERCATOR) {
            throw ArcGisException.badQuery("'outSR' parameter is invalid for f=geojson");
        }
        return JsonBody.of(json -> write(json, page));
    }

    private static void write(JsonGenerator json, FeaturePage page) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeObjectFieldStart("crs");
        json.writeStringField("type", "name");
        json.writeObjectFieldStart("properties");
        json.writeStringField("name", "EPSG:" + page.reference().latestWkid());
        json.writeEndObject();
        json.writeEndObject();
        if (page.page().exceeded()) {
            json.writeBooleanField("exceededTransferLimit", true);
            json.writeObjectFieldStart("properties");
            json.writeBooleanField("exceededTransferLimit", true);
            json.writeEndObject();
        }
        json.writeArrayFieldStart("features");
        int[] rows = page.page().rows();
        for (int i = 0; i < rows.length; i++) {
            feature(json, page, i, rows[i]);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void feature(JsonGenerator json, FeaturePage page, int i, int row) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeNumberField("id", page.fleet().objectIds()[row]);
        json.writeFieldName("geometry");
        Position place = page.fleet().position(row);
        if (!page.withGeometry() || place == null || page.faults().loses(i)) {
            json.writeNull();
        } else {
            point(json, place, page.faults().swaps(i));
        }
        json.writeObjectFieldStart("properties");
        for (Column column : page.columns()) {
            json.writeFieldName(column.name());
            Cells.write(json, column.read(page.fleet(), row));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void point(JsonGenerator json, Position place, boolean swapped) throws IOException {
        double x = place.longitude() + noise(place.longitudeNano());
        double y = place.latitude() + noise(place.latitudeNano());
        json.writeStartObject();
        json.writeStringField("type", "Point");
        json.writeArrayFieldStart("coordinates");
        json.writeNumber(swapped ? y : x);
        json.writeNumber(swapped ? x : y);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static double noise(long coordinate) {
        return FARTHEST_DEGREES * (Mix.hash(coordinate) / (double) Long.MAX_VALUE) * 0.99;
    }
}
