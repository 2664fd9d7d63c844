package dev.catavento.source.telemetry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The keys of one source in {@code sources.yaml}. */
public enum SourceKey {
    NAME("required", "stands in every row that comes of the source: a letter, then up to 39 of a-z, 0-9, _ and -"),
    KIND("required", "`samples`: single values; `statistics`: somebody else's means, minima, …, which pass through"),
    DIALECT("required", "how it is asked: `sensors`, `columns`, `pages` (HTTP), `csv`, `parquet` (files)"),
    ADDRESS(
            "required",
            "HTTP: the base URL; files: a path (relative to this file) or http(s) URL with `{day}`, which becomes 2026-05-01; "
                    + "without it, one file of many days, of which each run takes its own day's rows"),
    CREDENTIAL("none", "name of the variable, `CATAVENTO_SECRET_…`, that holds a bearer token"),
    ZONE("required", "of stamps that name none: an offset such as `\"-03:00\"`, `UTC` or an IANA name"),
    STAMPS("required", "what a stamp says of its row's period: `start`, `end` or `instant`"),
    CADENCE("required", "from one row of a turbine to its next: a divisor of 10 min, `1 s` at least"),
    REQUESTS_PER_SECOND("no limit", "at most so many requests are begun, by each running task"),
    SHARDS(
            "`1`",
            "telemetry_daily works on a day in so many parts side by side, 1 to 64; not with `turbine`: one cannot be divided"),
    LAND_INPUT("`true`", "whether what the source sends is kept in `raw`"),
    STAMP_COLUMN("`timestamp`", "the column of stamps"),
    TURBINE_COLUMN("none", "files: the column that names the turbine"),
    TURBINE_PARAMETER("none", "HTTP: the query parameter that chooses the turbine"),
    TURBINE("none", "name of the only turbine, where neither of the two above is given"),
    RATED_POWER_KW("none", "of turbines that are not mapped; the fleet knows it of the others"),
    TURBINES(
            "none",
            "name in the source → `turbine_id` (out.wind_turbine), or nothing: such a turbine loads under its own name. "
                    + "With `turbine_parameter` these are the turbines asked for"),
    TURBINES_FILE("none", "the same as a CSV file with the header `name,turbine_id`, relative to this file"),
    SIGNALS("required", "name in the store → its column and what is known of it, see below");

    private final String byDefault;
    private final String meaning;

    SourceKey(String byDefault, String meaning) {
        this.byDefault = byDefault;
        this.meaning = meaning;
    }

    /** As it stands in the file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code required}, or what holds when the key is absent. */
    public String byDefault() {
        return byDefault;
    }

    /** A sentence for people. */
    public String meaning() {
        return meaning;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(SourceKey::word).toList();
    }
}
