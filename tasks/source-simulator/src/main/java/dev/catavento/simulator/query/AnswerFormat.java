package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.ArcGisException;

/** The value of {@code f}. */
public enum AnswerFormat {
    JSON,
    GEOJSON,
    /** What a server sends to a browser, and to a client that forgot {@code f}. */
    HTML;

    public static AnswerFormat of(Parameters parameters) {
        String format = parameters.find("f").orElse("html");
        return switch (format.toLowerCase(java.util.Locale.ROOT)) {
            case "json", "pjson" -> JSON;
            case "geojson" -> GEOJSON;
            case "html" -> HTML;
            default -> throw ArcGisException.badQuery("'f' parameter is invalid: " + format);
        };
    }
}
