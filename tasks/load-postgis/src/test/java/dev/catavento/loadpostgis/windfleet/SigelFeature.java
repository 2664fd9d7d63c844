package dev.catavento.loadpostgis.windfleet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A hand-made row of the layer as JSON: a plausible machine, changed field by field. */
final class SigelFeature {
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private String geometry;

    private SigelFeature() {}

    static SigelFeature of(int plant, String designation, int objectId) {
        var feature = new SigelFeature();
        feature.with("POT_MW", "4.2")
                .with("ALT_TOTAL", "195")
                .with("ALT_TORRE", "120")
                .with("DIAM_ROTOR", "150");
        feature.with("DATA_ATUALIZACAO", "1666625847000").with("EOL_VERSAO_ID", String.valueOf(plant));
        feature.with("NOME_EOL", "\"Plant " + plant + "\"").with("DEN_AEG", "\"" + designation + "\"");
        feature.with("X", "754125.0").with("Y", "8398879.0").with("VERSAO", "\"Versão Válida\"");
        feature.with("DATUM_EMP", "\"WGS84\"").with("OPERACAO", "\"Sim\"").with("FUSO_AG", "\"UTM 23 S (MER -45)\"");
        feature.with("PROPRIETARIO", "\"Owner S.A.\"")
                .with("ORIGEM", "null")
                .with("OBJECTID", String.valueOf(objectId));
        feature.with("UF", "\"BA\"").with("CEG", String.format("\"EOLCVBA%06d-4-01\"", plant));
        return feature.at(-42.5 + objectId * 0.001, -12.5);
    }

    /** Sets an attribute to a JSON value. */
    SigelFeature with(String field, String json) {
        attributes.put(field, json);
        return this;
    }

    SigelFeature at(double longitude, double latitude) {
        geometry = "{\"x\":" + longitude + ",\"y\":" + latitude + "}";
        return this;
    }

    SigelFeature nowhere() {
        geometry = "null";
        return this;
    }

    String json() {
        return attributes.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{\"attributes\":{", "},\"geometry\":" + geometry + "}"));
    }
}
