package dev.catavento.exporttableau.xlsx;

/** How a cell looks; the order is the order of the styles in the file. */
public enum CellStyle {
    PLAIN("General", Look.PLAIN),
    HEADING("General", Look.HEADING),
    TITLE("General", Look.TITLE),
    WARNING("General", Look.WARNING),
    STRONG("General", Look.STRONG),
    TEXT("General", Look.TEXT),
    WHOLE("0", Look.PLAIN),
    COUNT("#,##0", Look.PLAIN),
    MEGAWATT("#,##0.000", Look.PLAIN),
    STRONG_MEGAWATT("#,##0.000", Look.STRONG),
    KILOWATT("#,##0.0", Look.PLAIN),
    DEGREE("0.000000", Look.PLAIN),
    INSTANT("dd/mm/yyyy hh:mm:ss", Look.PLAIN),
    DAY("dd/mm/yyyy", Look.PLAIN);

    /** Font, fill and alignment; the order is that of the fonts in the file. */
    enum Look {
        PLAIN,
        STRONG,
        HEADING,
        TITLE,
        WARNING,
        TEXT
    }

    private final String numberFormat;
    private final Look look;
    private final String index;

    CellStyle(String numberFormat, Look look) {
        this.numberFormat = numberFormat;
        this.look = look;
        this.index = Integer.toString(ordinal());
    }

    /** Its number in the file. */
    String index() {
        return index;
    }

    String numberFormat() {
        return numberFormat;
    }

    Look look() {
        return look;
    }
}
