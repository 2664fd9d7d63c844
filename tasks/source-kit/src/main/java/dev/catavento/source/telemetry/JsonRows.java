package dev.catavento.source.telemetry;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.catavento.source.http.SourceFailure;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads an array of objects, one a row: {@code [{"timestamp":"2026-05-01T00:00:00","wind_speed":7.31,"power":null}]}.
 * Every row must have the stamp and all columns; others are passed over. Null, NaN and the text {@code "NaN"} are no value;
 * other text where a number belongs is a breach of contract.
 */
final class JsonRows {
    private final SampleRequest request;
    private final SampleSink sink;
    private final Map<String, Integer> columns = new HashMap<>();
    private final String[] names;
    private final double[] values;
    private final int[] seenIn;
    private String stamp;
    private int rows;

    JsonRows(SampleRequest request, SampleSink sink) {
        this.request = request;
        this.sink = sink;
        this.names = request.source().valueColumns().toArray(String[]::new);
        this.values = new double[names.length];
        this.seenIn = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            columns.put(names[i], i);
        }
    }

    /** Rows read so far. */
    int rows() {
        return rows;
    }

    /** The parser stands on the array, and stands on its end afterwards. */
    void read(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new SourceFailure.BrokenAnswer(who() + " is not a list of rows but " + shape(json));
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            rows++;
            row(json);
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw new SourceFailure.BrokenAnswer(who() + " holds " + shape(json) + " in place of row " + (rows + 1));
        }
    }

    private void row(JsonParser json) throws IOException {
        stamp = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            var column = columns.get(name);
            if (column != null) {
                values[column] = value(name, json);
                seenIn[column] = rows;
            } else if (name.equals(request.source().stampColumn())) {
                stamp = stamp(json);
            } else {
                other(name, json);
            }
        }
        for (int i = 0; i < names.length; i++) {
            if (seenIn[i] != rows) {
                throw missing(names[i]);
            }
        }
        if (stamp == null) {
            throw missing(request.source().stampColumn());
        }
        sink.accept(request.turbine(), stamp, values);
    }

    private double value(String column, JsonParser json) throws IOException {
        switch (json.currentToken()) {
            case VALUE_NULL:
                return Double.NaN;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT:
                double value = json.getDoubleValue();
                if (Double.isInfinite(value)) {
                    break;
                }
                return value;
            case VALUE_STRING:
                if (json.getText().equalsIgnoreCase("NaN")) {
                    return Double.NaN;
                }
                break;
            default:
        }
        throw new SourceFailure.BrokenAnswer("column " + column + " holds " + shape(json)
                + " where a number belongs, in row " + rows + (stamp == null ? "" : " (" + stamp + ")") + of());
    }

    private String stamp(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING && !json.getText().isBlank()) {
            return json.getText();
        }
        throw new SourceFailure.BrokenAnswer("column " + request.source().stampColumn() + " holds " + shape(json)
                + " where a stamp belongs, in row " + rows + of());
    }

    /** A source that does not know our parameter would give one turbine's rows for every turbine. */
    private void other(String name, JsonParser json) throws IOException {
        boolean turbine =
                request.source().turbineParameter().filter(name::equals).isPresent();
        if (turbine && json.currentToken().isScalarValue() && !json.getText().equals(request.turbine())) {
            throw new SourceFailure.UnexpectedRows(
                    "row " + rows + " is of " + name + " " + json.getText() + of() + ", which was asked for");
        }
        json.skipChildren();
    }

    private SourceFailure missing(String column) {
        return new SourceFailure.BrokenAnswer("column " + column + " is missing in row " + rows + of());
    }

    private String who() {
        return "the answer" + of();
    }

    private String of() {
        return " of source " + request.source().name() + ", turbine " + request.turbine();
    }

    private static String shape(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "the text '" + json.getText() + "'";
            default -> json.getText();
        };
    }
}
