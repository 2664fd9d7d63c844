package dev.catavento.simulator.layer;

/** The kinds of field the layer has, with their names on the wire. */
public enum FieldType {
    DOUBLE("esriFieldTypeDouble"),
    INTEGER("esriFieldTypeInteger"),
    STRING("esriFieldTypeString"),
    DATE("esriFieldTypeDate"),
    OID("esriFieldTypeOID");

    private final String wireName;

    FieldType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public boolean isNumeric() {
        return this != STRING;
    }
}
