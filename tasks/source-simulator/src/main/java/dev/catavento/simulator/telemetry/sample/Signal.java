package dev.catavento.simulator.telemetry.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a turbine's sensors say, in the unit of the wire, to the resolution of real sensors. */
public enum Signal {
    /** In m/s. */
    WIND_SPEED("wind_speed", 100),
    /** In kW. */
    POWER("power", 10),
    /** In °C. */
    AMBIENT_TEMPERATURE("ambient_temperature", 10),
    /** In degrees, from 0 up to but not including 360. */
    WIND_DIRECTION("wind_direction", 10);

    /** What is served where nobody asks for a choice. */
    public static final List<Signal> USUAL = List.of(WIND_SPEED, POWER, AMBIENT_TEMPERATURE);

    private final String column;
    private final double stepsPerUnit;

    Signal(String column, double stepsPerUnit) {
        this.column = column;
        this.stepsPerUnit = stepsPerUnit;
    }

    public static Optional<Signal> find(String column) {
        return Arrays.stream(values()).filter(s -> s.column.equals(column)).findFirst();
    }

    public static List<String> columns() {
        return Arrays.stream(values()).map(Signal::column).toList();
    }

    public String column() {
        return column;
    }

    /** The nearest value a sensor can show, as the double nearest to its decimal text. */
    public double rounded(double value) {
        return Math.rint(value * stepsPerUnit) / stepsPerUnit + 0.0;
    }
}
