package dev.catavento.simulator.layer;

import java.util.List;

/** An answer of the kind ArcGIS servers give when something is wrong: HTTP 200 with an {@code error} object. */
public final class ArcGisException extends RuntimeException {

    private final int code;
    private final List<String> details;

    public ArcGisException(int code, String message, String... details) {
        super(message, null, false, false);
        this.code = code;
        this.details = List.of(details);
    }

    /** What a query gets that the layer does not understand. */
    public static ArcGisException badQuery(String detail) {
        return new ArcGisException(400, "Unable to perform query", detail);
    }

    public int code() {
        return code;
    }

    public List<String> details() {
        return details;
    }
}
