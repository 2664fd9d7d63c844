package dev.catavento.store.raw;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A day of a telemetry source, or a shard of it, as it is to be landed.
 *
 * @param kind {@code samples} or {@code statistics}
 * @param inputSha256 hash of all that came, in order
 * @param settingsSha256 hash of what the source's description says
 * @param samples rows that came for the day
 * @param values values that statistics rest on
 * @param windows rows of statistics
 * @param issuesJson applications by rule, a JSON object
 */
public record NewTelemetryDay(
        String source,
        LocalDate day,
        int shardIndex,
        int shardCount,
        Instant capturedAt,
        String runId,
        String kind,
        int cadenceSeconds,
        String zone,
        byte[] inputSha256,
        byte[] statisticsSha256,
        byte[] settingsSha256,
        String rulesVersion,
        long samples,
        long values,
        long windows,
        String issuesJson,
        List<Turbine> turbines,
        List<Signal> signals,
        List<Issue> issues) {

    /** @param ratedPowerKw null where nobody knows */
    public record Turbine(String name, UUID turbineId, Double ratedPowerKw) {}

    /** In the order of the statistics' columns. */
    public record Signal(String name, String unit, String tag, boolean circular) {}

    /** What a rule did, by turbine and signal; either may be null. */
    public record Issue(
            String rule,
            String severity,
            String turbine,
            String signal,
            long samples,
            Instant firstAt,
            String example) {}
}
