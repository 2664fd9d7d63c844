package dev.catavento.exporttableau.table;

/** What kind of values a column holds, with the words the Data Package standard and people use for it. */
public enum ColumnType {
    TEXT("string", null, new Words("texto", "text")),
    UUID("string", "uuid", new Words("texto (UUID)", "text (UUID)")),
    INTEGER("integer", null, new Words("inteiro", "integer")),
    NUMBER("number", null, new Words("número", "number")),
    /** Degrees with six decimals in text files. */
    COORDINATE("number", null, new Words("número", "number")),
    FLAG("boolean", null, new Words("lógico", "boolean")),
    /** In UTC, to the second. */
    INSTANT("datetime", null, new Words("instante (UTC)", "instant (UTC)")),
    /** Without a zone of its own: that of UTC−03:00, to the minute. */
    LOCAL_TIME("datetime", "%Y-%m-%dT%H:%M", new Words("hora local (UTC−03:00)", "local time (UTC−03:00)")),
    DAY("date", null, new Words("data", "date")),
    /** A point as well-known binary, SIRGAS 2000. */
    POINT("any", null, new Words("ponto (EPSG:4674)", "point (EPSG:4674)"));

    private final String standardType;
    private final String standardFormat;
    private final Words words;

    ColumnType(String standardType, String standardFormat, Words words) {
        this.standardType = standardType;
        this.standardFormat = standardFormat;
        this.words = words;
    }

    /** The type in a Data Package's table schema. */
    public String standardType() {
        return standardType;
    }

    /** The format beside that type, or null for the default one. */
    public String standardFormat() {
        return standardFormat;
    }

    public Words words() {
        return words;
    }
}
