package dev.catavento.source.telemetry;

import dev.catavento.source.http.SourceFailure;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;

/** What a failure of a source of telemetry means for the run. */
public final class TelemetryFaults {
    private static final String KEPT = "; what was loaded before stands";

    private TelemetryFaults() {}

    /** The message is the failure's; the hint says what to do. */
    public static TaskException asTaskException(SourceFailure failure) {
        return switch (failure) {
            case SourceFailure.Unavailable gone -> fault(ErrorKind.SOURCE_UNAVAILABLE, gone, "retry later" + KEPT);
            case SourceFailure.Overburdened heavy -> fault(ErrorKind.SOURCE_UNAVAILABLE, heavy, "retry later" + KEPT);
            case SourceFailure.Rejected refused ->
                fault(ErrorKind.SOURCE_CONTRACT, refused, "check address, dialect and columns in sources.yaml" + KEPT);
            case SourceFailure.BrokenAnswer broken ->
                fault(
                        ErrorKind.SOURCE_CONTRACT,
                        broken,
                        "check dialect and columns in sources.yaml, then the source itself" + KEPT);
            case SourceFailure.UnexpectedRows rows ->
                fault(ErrorKind.SOURCE_INCOMPLETE, rows, "the source contradicts itself; check it by hand" + KEPT);
            case SourceFailure.Misconfigured ours -> fault(ErrorKind.CONFIGURATION, ours, ours.hint());
        };
    }

    private static TaskException fault(ErrorKind kind, SourceFailure failure, String hint) {
        return new TaskException(kind, failure.getMessage(), hint, failure);
    }
}
