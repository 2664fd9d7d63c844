package dev.catavento.source.telemetry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a source's signals; no column speaks of two things. */
final class SignalsReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final YamlValue place;
    private final SourceKind kind;
    private final Map<String, String> taken = new HashMap<>();

    SignalsReader(YamlValue place, SourceKind kind, String stampColumn, Optional<String> turbineColumn) {
        this.place = place;
        this.kind = kind;
        taken.put(stampColumn, SourceKey.STAMP_COLUMN.word());
        turbineColumn.ifPresent(column -> taken.put(column, SourceKey.TURBINE_COLUMN.word()));
    }

    List<SignalColumn> read() {
        var signals = place.members().entrySet().stream()
                .map(entry -> signal(entry.getKey(), entry.getValue()))
                .toList();
        if (signals.isEmpty()) {
            throw place.wrong("holds no signal", "give one at least: " + String.join(", ", KnownSignal.words()));
        }
        return signals;
    }

    private SignalColumn signal(String name, YamlValue value) {
        if (!NAME.matcher(name).matches()) {
            throw value.wrong(
                    "'" + name + "' is no name of a signal", "give a letter of a-z, then up to 39 of a-z, 0-9 and _");
        }
        var signal = new SignalReader(name, value.members(SignalKey.words()), kind).read();
        signal.columns().forEach((statistic, column) -> {
            var other = taken.put(column, name + "." + statistic.word());
            if (other != null) {
                throw value.wrong(
                        "takes the column " + column + ", as " + other + " does", "give each a column of its own");
            }
        });
        return signal;
    }
}
