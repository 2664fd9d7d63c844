package dev.catavento.simulator.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.catavento.simulator.layer.Column;
import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.LayerSchema;
import dev.catavento.simulator.layer.Position;
import dev.catavento.simulator.query.Paging;
import dev.catavento.simulator.query.SpatialReference;
import java.io.IOException;

/**
 * The layer's description of itself. One key no real server has: {@code cataventoSource} names the simulated source, so
 * that a store can tell a demo from ANEEL.
 */
public final class MetadataAnswer {

    private MetadataAnswer() {}

    public static byte[] of(String identity, LayerSchema schema, Fleet fleet) {
        return JsonBody.of(json -> write(json, identity, schema, fleet));
    }

    private static void write(JsonGenerator json, String identity, LayerSchema schema, Fleet fleet) throws IOException {
        json.writeStartObject();
        json.writeNumberField("currentVersion", 10.91);
        json.writeStringField("cimVersion", "2.9.0");
        json.writeNumberField("id", 0);
        json.writeStringField("name", "Aerogeradores");
        json.writeStringField("type", "Feature Layer");
        json.writeStringField("description", "Simulated by Catavento: not ANEEL's data");
        json.writeStringField("geometryType", "esriGeometryPoint");
        json.writeFieldName("sourceSpatialReference");
        EsriPage.reference(json, SpatialReference.SIRGAS_2000);
        json.writeStringField("copyrightText", "");
        json.writeNullField("parentLayer");
        json.writeArrayFieldStart("subLayers");
        json.writeEndArray();
        json.writeNumberField("minScale", 0);
        json.writeNumberField("maxScale", 0);
        json.writeBooleanField("defaultVisibility", true);
        extent(json, fleet);
        json.writeBooleanField("hasAttachments", false);
        json.writeStringField("htmlPopupType", "esriServerHTMLPopupTypeAsHTMLText");
        json.writeStringField("displayField", LayerField.NOME_EOL.name());
        json.writeStringField("objectIdField", LayerField.OBJECTID.name());
        json.writeNullField("typeIdField");
        fields(json, schema);
        capabilities(json);
        json.writeStringField("cataventoSource", identity);
        json.writeEndObject();
    }

    private static void extent(JsonGenerator json, Fleet fleet) throws IOException {
        double[] box = {180, 90, -180, -90};
        for (int i = 0; i < fleet.size(); i++) {
            Position place = fleet.position(i);
            if (place != null) {
                box[0] = Math.min(box[0], place.longitude());
                box[1] = Math.min(box[1], place.latitude());
                box[2] = Math.max(box[2], place.longitude());
                box[3] = Math.max(box[3], place.latitude());
            }
        }
        json.writeObjectFieldStart("extent");
        json.writeNumberField("xmin", box[0]);
        json.writeNumberField("ymin", box[1]);
        json.writeNumberField("xmax", box[2]);
        json.writeNumberField("ymax", box[3]);
        json.writeFieldName("spatialReference");
        EsriPage.reference(json, SpatialReference.SIRGAS_2000);
        json.writeEndObject();
    }

    private static void fields(JsonGenerator json, LayerSchema schema) throws IOException {
        json.writeArrayFieldStart("fields");
        for (Column column : schema.columns()) {
            Cells.startField(json, column);
            if (column.name().equals(LayerField.OPERACAO.name())) {
                operationDomain(json);
            } else {
                json.writeNullField("domain");
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void operationDomain(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("domain");
        json.writeStringField("type", "codedValue");
        json.writeStringField("name", "DOM_OPERACAO");
        json.writeArrayFieldStart("codedValues");
        codedValue(json, "SIM", "1");
        codedValue(json, "NÃO", "2");
        json.writeEndArray();
        json.writeStringField("mergePolicy", "esriMPTDefaultValue");
        json.writeStringField("splitPolicy", "esriSPTDefaultValue");
        json.writeEndObject();
    }

    private static void codedValue(JsonGenerator json, String name, String code) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("code", code);
        json.writeEndObject();
    }

    private static void capabilities(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("relationships");
        json.writeEndArray();
        json.writeBooleanField("canModifyLayer", false);
        json.writeBooleanField("hasStaticData", false);
        json.writeStringField("capabilities", "Map,Query,Data");
        json.writeNumberField("maxRecordCount", Paging.MAX_RECORD_COUNT);
        json.writeNumberField("standardMaxRecordCount", Paging.MAX_RECORD_COUNT);
        json.writeStringField("supportedQueryFormats", "JSON, geoJSON");
        json.writeBooleanField("supportsStatistics", true);
        json.writeBooleanField("supportsAdvancedQueries", true);
        json.writeObjectFieldStart("dateFieldsTimeReference");
        json.writeStringField("timeZone", "UTC");
        json.writeBooleanField("respectsDaylightSaving", false);
        json.writeEndObject();
        json.writeBooleanField("useStandardizedQueries", true);
        json.writeObjectFieldStart("advancedQueryCapabilities");
        json.writeBooleanField("useStandardizedQueries", true);
        json.writeBooleanField("supportsStatistics", true);
        json.writeBooleanField("supportsOrderBy", true);
        json.writeBooleanField("supportsDistinct", false);
        json.writeBooleanField("supportsPagination", true);
        json.writeBooleanField("supportsCountDistinct", false);
        json.writeBooleanField("supportsReturningQueryExtent", false);
        json.writeBooleanField("supportsQueryWithDistance", false);
        json.writeBooleanField("supportsSqlExpression", false);
        json.writeEndObject();
    }
}
