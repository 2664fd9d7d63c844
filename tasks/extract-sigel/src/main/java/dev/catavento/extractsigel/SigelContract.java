package dev.catavento.extractsigel;

import dev.catavento.source.arcgis.LayerField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What SIGEL's turbine layer promises: fields with their types, points in SIRGAS 2000. */
final class SigelContract {
    static final String GEOMETRY_TYPE = "esriGeometryPoint";
    static final int WKID = 4674;
    static final String UPDATED_AT = "DATA_ATUALIZACAO";

    private static final String DOUBLE = "esriFieldTypeDouble";
    private static final String STRING = "esriFieldTypeString";

    /** Name to type in the layer's own order; the id is left out, its name is the layer's business. */
    static final Map<String, String> FIELDS = fields();

    private SigelContract() {}

    /** How declared fields differ from the contract's. */
    static FieldDifference compare(List<LayerField> declared, String idField) {
        var types = new LinkedHashMap<String, String>();
        declared.forEach(field -> types.put(field.name(), field.type()));
        var missing = FIELDS.keySet().stream()
                .filter(name -> !types.containsKey(name))
                .toList();
        var retyped = FIELDS.entrySet().stream()
                .filter(field -> types.containsKey(field.getKey()))
                .filter(field -> !types.get(field.getKey()).equals(field.getValue()))
                .map(field -> field.getKey() + " is " + types.get(field.getKey()) + " instead of " + field.getValue())
                .toList();
        var added = types.keySet().stream()
                .filter(name -> !FIELDS.containsKey(name) && !name.equals(idField))
                .toList();
        return new FieldDifference(missing, retyped, added);
    }

    private static Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("POT_MW", DOUBLE);
        fields.put("ALT_TOTAL", DOUBLE);
        fields.put("ALT_TORRE", DOUBLE);
        fields.put("DIAM_ROTOR", DOUBLE);
        fields.put(UPDATED_AT, "esriFieldTypeDate");
        fields.put("EOL_VERSAO_ID", "esriFieldTypeInteger");
        fields.put("NOME_EOL", STRING);
        fields.put("DEN_AEG", STRING);
        fields.put("X", DOUBLE);
        fields.put("Y", DOUBLE);
        fields.put("VERSAO", STRING);
        fields.put("DATUM_EMP", STRING);
        fields.put("OPERACAO", STRING);
        fields.put("FUSO_AG", STRING);
        fields.put("PROPRIETARIO", STRING);
        fields.put("ORIGEM", STRING);
        fields.put("UF", STRING);
        fields.put("CEG", STRING);
        return java.util.Collections.unmodifiableMap(fields);
    }
}
