package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.FieldType;

/** The statistics the layer computes; null values do not take part. */
public enum StatisticKind {
    COUNT,
    MIN,
    MAX,
    SUM,
    AVG,
    /** Sample standard deviation. */
    STDDEV;

    static StatisticKind parse(String text) {
        for (StatisticKind kind : values()) {
            if (kind.name().equalsIgnoreCase(text)) {
                return kind;
            }
        }
        throw ArcGisException.badQuery("'outStatistics' parameter is invalid: statisticType " + text);
    }

    /** The statistic of these values, null where it is not defined. */
    Double of(double[] values) {
        int n = values.length;
        if (this == COUNT) {
            return (double) n;
        }
        if (n == 0 || this == STDDEV && n < 2) {
            return null;
        }
        double sum = 0;
        double min = values[0];
        double max = values[0];
        for (double value : values) {
            sum += value;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return switch (this) {
            case MIN -> min;
            case MAX -> max;
            case SUM -> sum;
            case AVG -> sum / n;
            default -> deviation(values, sum / n);
        };
    }

    private static double deviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    /** The type of the answer's field. */
    public FieldType typeOver(FieldType column) {
        return switch (this) {
            case COUNT -> FieldType.INTEGER;
            case MIN, MAX -> column == FieldType.OID ? FieldType.INTEGER : column;
            case SUM, AVG, STDDEV -> FieldType.DOUBLE;
        };
    }
}
