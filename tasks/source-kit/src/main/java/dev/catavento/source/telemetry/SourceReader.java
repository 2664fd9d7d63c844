package dev.catavento.source.telemetry;

import static dev.catavento.source.telemetry.SourceKey.*;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads one source of the file, key by key, then looks whether the keys go together. */
final class SourceReader {
    private static final Pattern NAME_TEXT = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
    private static final Pattern SECRET = Pattern.compile("CATAVENTO_SECRET_[A-Z0-9_]+");
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final YamlMembers members;
    private final Path folder;

    /** @param folder that paths are relative to */
    SourceReader(YamlMembers members, Path folder) {
        this.members = members;
        this.folder = folder;
    }

    TelemetrySource read() {
        checkShards();
        var name = matching(NAME, NAME_TEXT, "a letter of a-z, then up to 39 of a-z, 0-9, _ and -")
                .orElseThrow();
        var kind = YamlScalars.word(members.get(KIND.word()), SourceKind.class, SourceKind::word);
        var dialect = YamlScalars.word(members.get(DIALECT.word()), Dialects.names(), word -> word);
        boolean files = Dialects.ofFiles(dialect);
        var turbines = new TurbinesReader(members, files, folder);
        var stampColumn = text(STAMP_COLUMN).orElse("timestamp");
        var turbineColumn = text(TURBINE_COLUMN);
        return new TelemetrySource(
                name,
                kind,
                dialect,
                SourceAddress.read(members.get(ADDRESS.word()), files, folder),
                find(CREDENTIAL).isEmpty()
                        ? Optional.empty()
                        : matching(
                                CREDENTIAL, SECRET, "the name of a variable CATAVENTO_SECRET_… that holds the token"),
                YamlScalars.zone(members.get(ZONE.word())),
                YamlScalars.word(members.get(STAMPS.word()), StampMeaning.class, StampMeaning::word),
                cadence(),
                positive(REQUESTS_PER_SECOND),
                find(LAND_INPUT).map(YamlScalars::flag).orElse(true),
                stampColumn,
                turbineColumn,
                text(TURBINE_PARAMETER),
                text(TURBINE),
                positive(RATED_POWER_KW),
                new TreeMap<>(turbines.read()),
                new SignalsReader(members.get(SIGNALS.word()), kind, stampColumn, turbineColumn).read());
    }

    private Optional<YamlValue> find(SourceKey key) {
        return members.find(key.word());
    }

    private Optional<String> text(SourceKey key) {
        return find(key).map(YamlValue::text);
    }

    private OptionalDouble positive(SourceKey key) {
        var value = find(key);
        return value.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(YamlScalars.positive(value.get()));
    }

    private Optional<String> matching(SourceKey key, Pattern pattern, String allowed) {
        var value = members.get(key.word());
        if (!pattern.matcher(value.text()).matches()) {
            throw value.wrong("'" + value.text() + "' is not allowed", "give " + allowed);
        }
        return Optional.of(value.text());
    }

    /** Who plans the runs divides the turbines; here it is only seen to that the number is one. */
    private void checkShards() {
        find(SHARDS).ifPresent(value -> {
            if (!value.text().matches("[1-9]|[1-5][0-9]|6[0-4]")) {
                throw value.wrong("'" + value.text() + "' is not allowed", "give a whole number from 1 to 64");
            }
            if (!value.text().equals("1") && find(TURBINE).isPresent()) {
                throw value.wrong("is " + value.text() + ", yet there is one turbine only", "leave it out");
            }
        });
    }

    private Duration cadence() {
        var value = members.get(CADENCE.word());
        var cadence = YamlScalars.duration(value);
        if (cadence.isZero() || WINDOW.toSeconds() % cadence.toSeconds() != 0) {
            throw value.wrong(
                    "'" + value.text() + "' does not divide 10 min",
                    "give a divisor of 10 min: 1 s, 1 min, 5 min, 10 min");
        }
        return cadence;
    }
}
