package dev.catavento.source.telemetry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The units that are converted on their way into the store. */
final class Units {
    private static final List<UnitConversion> CONVERTED = List.of(
            new UnitConversion("W", "kW", 0, 1, 1000),
            new UnitConversion("MW", "kW", 0, 1000, 1),
            new UnitConversion("km/h", "m/s", 0, 5, 18),
            new UnitConversion("knots", "m/s", 0, 463, 900),
            new UnitConversion("K", "°C", -273.15, 1, 1),
            new UnitConversion("°F", "°C", -32, 5, 9),
            new UnitConversion("rad", "°", 0, 180, Math.PI));

    private Units() {}

    static Optional<UnitConversion> find(String from, String to) {
        return from.equals(to)
                ? Optional.of(UnitConversion.none(to))
                : CONVERTED.stream()
                        .filter(known -> known.from().equals(from) && known.to().equals(to))
                        .findFirst();
    }

    /** What a value stored in this unit may come in. */
    static List<String> accepted(String to) {
        return Stream.concat(
                        Stream.of(to),
                        CONVERTED.stream()
                                .filter(known -> known.to().equals(to))
                                .map(UnitConversion::from))
                .toList();
    }
}
