package dev.catavento.extractsigel;

import dev.catavento.source.http.SourceFailure;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;

/** What a source's failure means for the run. */
final class SourceFaults {
    private static final String KEPT = "; the last good snapshot stands";

    private SourceFaults() {}

    static TaskException asTaskException(SourceFailure failure) {
        return switch (failure) {
            case SourceFailure.Unavailable gone -> fault(ErrorKind.SOURCE_UNAVAILABLE, gone, "retry later" + KEPT);
            case SourceFailure.Overburdened heavy -> fault(ErrorKind.SOURCE_UNAVAILABLE, heavy, "retry later" + KEPT);
            case SourceFailure.Rejected refused ->
                fault(ErrorKind.SOURCE_CONTRACT, refused, "check CATAVENTO_SIGEL_URL and the layer itself" + KEPT);
            case SourceFailure.BrokenAnswer broken ->
                fault(
                        ErrorKind.SOURCE_CONTRACT,
                        broken,
                        "completeness cannot be proven; check the layer by hand" + KEPT);
            case SourceFailure.UnexpectedRows rows ->
                fault(
                        ErrorKind.SOURCE_INCOMPLETE,
                        rows,
                        "the list of ids stayed the same, so pages and list contradict each other" + KEPT);
            case SourceFailure.Misconfigured ours -> fault(ErrorKind.CONFIGURATION, ours, ours.hint());
        };
    }

    private static TaskException fault(ErrorKind kind, SourceFailure failure, String hint) {
        return new TaskException(kind, failure.getMessage(), hint, failure);
    }
}
