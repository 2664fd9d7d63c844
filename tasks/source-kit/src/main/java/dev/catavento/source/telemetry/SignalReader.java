package dev.catavento.source.telemetry;

import static dev.catavento.source.telemetry.SignalKey.*;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads one signal: what the file does not say of a known one, the house knows. */
final class SignalReader {
    private static final List<String> KINDS = List.of("linear", "circular");
    private static final String DEGREES = "°";

    private final String name;
    private final YamlMembers members;
    private final SourceKind kind;
    private final Optional<KnownSignal> known;

    SignalReader(String name, YamlMembers members, SourceKind kind) {
        this.name = name;
        this.members = members;
        this.kind = kind;
        this.known = KnownSignal.find(name);
    }

    SignalColumn read() {
        var columns = columns(members.get(COLUMN.word()));
        var conversion = conversion();
        boolean circular = circular(conversion.to());
        var min = number(MIN, KnownSignal::min);
        var max = number(MAX, KnownSignal::max);
        if (min.isPresent() && max.isPresent() && min.getAsDouble() >= max.getAsDouble()) {
            throw find(MAX)
                    .or(() -> find(MIN))
                    .orElseThrow()
                    .wrong("leaves no room between min and max", "give min below max");
        }
        double resolution = needed(RESOLUTION, YamlScalars::positive, KnownSignal::resolution);
        return new SignalColumn(
                name,
                columns,
                conversion,
                conversion.to(),
                needed(TAG, YamlValue::text, KnownSignal::tag),
                circular,
                min,
                max,
                resolution,
                find(STUCK_AFTER)
                        .map(YamlScalars::duration)
                        .or(() -> known.map(signal -> signal.stuckAfter(resolution)))
                        .orElse(Duration.ZERO));
    }

    private SortedMap<Statistic, String> columns(YamlValue column) {
        var columns = new TreeMap<Statistic, String>();
        if (kind == SourceKind.SAMPLES) {
            columns.put(Statistic.MEAN, column.text());
            return columns;
        }
        var given = column.members(
                Arrays.stream(Statistic.values()).map(Statistic::word).toList());
        given.get(Statistic.MEAN.word());
        for (var statistic : Statistic.values()) {
            given.find(statistic.word()).ifPresent(value -> columns.put(statistic, value.text()));
        }
        return columns;
    }

    private UnitConversion conversion() {
        var stored = find(STORED_UNIT);
        var to = known.map(KnownSignal::storedUnit)
                .or(() -> stored.map(YamlValue::text))
                .or(() -> find(UNIT).map(YamlValue::text))
                .orElseThrow(() -> ownNeeds(UNIT));
        if (stored.isPresent() && !stored.get().text().equals(to)) {
            throw stored.get().wrong("'" + stored.get().text() + "' is not the unit of " + name, "allowed: " + to);
        }
        var unit = find(UNIT);
        var from = unit.map(YamlValue::text).orElse(to);
        return Units.find(from, to)
                .orElseThrow(() -> unit.orElseThrow()
                        .wrong(
                                "'" + from + "' is not converted to " + to,
                                YamlValue.suggestion(from, Units.accepted(to))));
    }

    private boolean circular(String unit) {
        var given = find(KIND);
        boolean circular = given.map(
                        value -> YamlScalars.word(value, KINDS, word -> word).equals("circular"))
                .or(() -> known.map(KnownSignal::circular))
                .orElse(false);
        if (known.isPresent() && circular != known.get().circular()) {
            throw given.orElseThrow().wrong(name + " is not " + given.get().text(), "leave kind out");
        }
        if (circular && !unit.equals(DEGREES)) {
            throw given.orElseThrow().wrong("a circular signal is stored in °, not in " + unit, "give stored_unit: °");
        }
        return circular;
    }

    private OptionalDouble number(SignalKey key, Function<KnownSignal, Double> byDefault) {
        return find(key)
                .map(YamlScalars::number)
                .or(() -> known.map(byDefault))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    private <T> T needed(SignalKey key, Function<YamlValue, T> read, Function<KnownSignal, T> byDefault) {
        return find(key).map(read).or(() -> known.map(byDefault)).orElseThrow(() -> ownNeeds(key));
    }

    private dev.catavento.task.TaskException ownNeeds(SignalKey key) {
        var meant = KnownSignal.near(name)
                .map(near -> "did you mean " + near + "? ")
                .orElse("");
        return members.missing(
                key.word(),
                meant + "only of " + String.join(", ", KnownSignal.words()) + " unit, tag and resolution are known");
    }

    private Optional<YamlValue> find(SignalKey key) {
        return members.find(key.word());
    }
}
