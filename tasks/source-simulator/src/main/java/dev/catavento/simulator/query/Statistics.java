package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.Fleet;
import java.util.Arrays;
import java.util.Objects;

/** Computes {@code outStatistics} over the selected rows. */
public final class Statistics {

    private Statistics() {}

    /** The value as the answer shows it: a whole number where the field's type is one. */
    public static Number compute(StatisticRequest request, Fleet fleet, int[] rows) {
        double[] values = Arrays.stream(rows)
                .mapToObj(row -> request.column().read(fleet, row))
                .filter(Objects::nonNull)
                .mapToDouble(value -> value instanceof Number n ? n.doubleValue() : 0)
                .toArray();
        Double result = request.kind().of(values);
        if (result == null) {
            return null;
        }
        return switch (request.kind().typeOver(request.column().type())) {
            case INTEGER, DATE, OID -> result.longValue();
            case DOUBLE, STRING -> result;
        };
    }
}
