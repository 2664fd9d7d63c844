package dev.catavento.task;

import java.time.LocalDate;
import java.util.Map;
import picocli.CommandLine.Option;

/**
 * The command of a task: its options, and the work itself. How it is started, reported and ended is the same for all
 * tasks and stands in {@link TaskMain}.
 */
public abstract class TaskCommand {

    @Option(
            names = "--day",
            paramLabel = "YYYY-MM-DD",
            converter = DayConverter.class,
            description = "Day the data belong to, in Brasília's calendar (default: yesterday).")
    private LocalDate day;

    @Option(
            names = "--run-id",
            paramLabel = "ID",
            description = "The scheduler's id of this run (default: manual and the instant).")
    private String runId;

    @Option(
            names = "--requested-by",
            paramLabel = "NAME",
            description = "Who asked for this run, for the audit (default: CATAVENTO_REQUESTED_BY).")
    private String requestedBy;

    @Option(names = "--log-url", paramLabel = "URL", description = "Where this run's log can be read, for alerts.")
    private String logUrl;

    @Option(names = "--force", description = "Do it again though it is done.")
    private boolean force;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    private boolean help;

    /** Does the work; throws {@link TaskException} for a fault an operator can mend, anything else is a bug. */
    protected abstract TaskResult run(TaskRequest request) throws Exception;

    /** The dataset worked on, for the report; null for a task that has none. */
    protected String dataset() {
        return null;
    }

    /** What the run is about beside dataset and day, such as a source: in every report's outputs, however it ends. */
    protected Map<String, Object> subject() {
        return Map.of();
    }

    /** Code worth having in the AOT cache that a run without a store does not reach. */
    protected void rehearse() throws Exception {}

    final TaskRequest request(LocalDate today, String idIfNone) {
        if (day != null && day.isAfter(today)) {
            throw new TaskException(
                    ErrorKind.USAGE,
                    "--day " + day + " lies in the future (today is " + today + " in Brasília)",
                    "give a day that has begun; the default is yesterday");
        }
        return new TaskRequest(
                day == null ? today.minusDays(1) : day, runId == null ? idIfNone : runId, force, requestedBy());
    }

    /** The scheduler's id as given, or null; known before anything else is. */
    final String runId() {
        return runId;
    }

    /** Where the log can be read as given, or null. */
    final String logUrl() {
        return logUrl;
    }

    /** Who asked, or null where nobody said. */
    final String requestedBy() {
        var name = requestedBy == null ? System.getenv(Setting.REQUESTED_BY.variable()) : requestedBy;
        return name == null || name.isBlank() ? null : OneLine.of(name);
    }
}
