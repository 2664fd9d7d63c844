package dev.catavento.loadpostgis.windfleet;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Collects one row's values as they come; a value of another type than its field is noted and left out. */
final class SigelRowBuilder {
    private final SharedTexts texts;
    private final List<String> unreadable = new ArrayList<>(0);
    private Double powerMw;
    private Double totalHeight;
    private Double towerHeight;
    private Double rotorDiameter;
    private Double updatedAt;
    private Double plantId;
    private Double easting;
    private Double northing;
    private Double objectId;
    private Double longitude;
    private Double latitude;
    private String plantName;
    private String designation;
    private String version;
    private String datum;
    private String operation;
    private String zone;
    private String owner;
    private String origin;
    private String state;
    private String ceg;

    SigelRowBuilder(SharedTexts texts) {
        this.texts = texts;
    }

    void attribute(String field, JsonParser json) throws IOException {
        switch (field) {
            case "POT_MW" -> powerMw = number(field, json);
            case "ALT_TOTAL" -> totalHeight = number(field, json);
            case "ALT_TORRE" -> towerHeight = number(field, json);
            case "DIAM_ROTOR" -> rotorDiameter = number(field, json);
            case "DATA_ATUALIZACAO" -> updatedAt = number(field, json);
            case "EOL_VERSAO_ID" -> plantId = number(field, json);
            case "X" -> easting = number(field, json);
            case "Y" -> northing = number(field, json);
            case "OBJECTID" -> objectId = number(field, json);
            case "NOME_EOL" -> plantName = text(field, json);
            case "DEN_AEG" -> designation = text(field, json);
            case "VERSAO" -> version = text(field, json);
            case "DATUM_EMP" -> datum = text(field, json);
            case "OPERACAO" -> operation = text(field, json);
            case "FUSO_AG" -> zone = text(field, json);
            case "PROPRIETARIO" -> owner = text(field, json);
            case "ORIGEM" -> origin = text(field, json);
            case "UF" -> state = text(field, json);
            case "CEG" -> ceg = text(field, json);
            default -> json.skipChildren();
        }
    }

    void geometry(String axis, JsonParser json) throws IOException {
        switch (axis) {
            case "x" -> longitude = number("x", json);
            case "y" -> latitude = number("y", json);
            default -> json.skipChildren();
        }
    }

    SigelTurbineRow build() {
        return new SigelTurbineRow(
                powerMw,
                totalHeight,
                towerHeight,
                rotorDiameter,
                updatedAt == null ? null : updatedAt.longValue(),
                plantId == null ? null : plantId.intValue(),
                plantName,
                designation,
                easting,
                northing,
                version,
                datum,
                operation,
                zone,
                owner,
                origin,
                objectId == null ? -1 : objectId.longValue(),
                state,
                ceg,
                longitude,
                latitude,
                List.copyOf(unreadable));
    }

    private Double number(String field, JsonParser json) throws IOException {
        var token = json.currentToken();
        if (token.isNumeric()) {
            return json.getDoubleValue();
        }
        if (token != JsonToken.VALUE_NULL && !"NaN".equals(json.getText())) {
            note(field, json);
        }
        return null;
    }

    private String text(String field, JsonParser json) throws IOException {
        var token = json.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return texts.shared(json.getText());
        }
        if (token != JsonToken.VALUE_NULL) {
            note(field, json);
        }
        return null;
    }

    private void note(String field, JsonParser json) throws IOException {
        unreadable.add(field + "=" + json.getText());
        json.skipChildren();
    }
}
