package dev.catavento.source.telemetry;

import dev.catavento.task.NearNames;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Signals of which {@code sources.yaml} need not say more than their column; limits and steps in the stored unit. */
public enum KnownSignal {
    WIND_SPEED("m/s", "WMET_HorWdSpd", false, 0, 60, 0.1, Duration.ofMinutes(60)),
    POWER("kW", "WTUR_W", false, -2000, 30_000, 1, Duration.ofMinutes(120)),
    AMBIENT_TEMPERATURE("°C", "WMET_EnvTmp", false, -40, 60, 0.1, Duration.ofHours(6)),
    WIND_DIRECTION("°", "WMET_HorWdDir", true, 0, 360, 1, Duration.ofMinutes(120));

    private final String storedUnit;
    private final String tag;
    private final boolean circular;
    private final double min;
    private final double max;
    private final double resolution;
    private final Duration stuckAfter;

    KnownSignal(
            String storedUnit,
            String tag,
            boolean circular,
            double min,
            double max,
            double resolution,
            Duration stuckAfter) {
        this.storedUnit = storedUnit;
        this.tag = tag;
        this.circular = circular;
        this.min = min;
        this.max = max;
        this.resolution = resolution;
        this.stuckAfter = stuckAfter;
    }

    /** Its name in the store and in {@code sources.yaml}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String storedUnit() {
        return storedUnit;
    }

    public String tag() {
        return tag;
    }

    public boolean circular() {
        return circular;
    }

    public double min() {
        return min;
    }

    public double max() {
        return max;
    }

    public double resolution() {
        return resolution;
    }

    /** How long a value may repeat that comes in steps of the usual resolution, or finer ones. */
    public Duration stuckAfter() {
        return stuckAfter;
    }

    /** The same for any resolution: what comes in coarser steps needs longer, in proportion, to leave one. */
    public Duration stuckAfter(double step) {
        return step <= resolution
                ? stuckAfter
                : Duration.ofSeconds((long) (stuckAfter.toSeconds() * (step / resolution)));
    }

    /** The three that any source has, each in the column of its name and in its stored unit. */
    static List<SignalColumn> usual() {
        return Stream.of(WIND_SPEED, POWER, AMBIENT_TEMPERATURE)
                .map(KnownSignal::asItIs)
                .toList();
    }

    private SignalColumn asItIs() {
        return new SignalColumn(
                word(),
                new TreeMap<>(Map.of(Statistic.MEAN, word())),
                UnitConversion.none(storedUnit),
                storedUnit,
                tag,
                circular,
                OptionalDouble.of(min),
                OptionalDouble.of(max),
                resolution,
                stuckAfter);
    }

    static Optional<KnownSignal> find(String name) {
        return Arrays.stream(values())
                .filter(signal -> signal.word().equals(name))
                .findFirst();
    }

    /** The one that may have been meant. */
    static Optional<String> near(String name) {
        return NearNames.near(name, words());
    }

    static List<String> words() {
        return Arrays.stream(values()).map(KnownSignal::word).toList();
    }
}
