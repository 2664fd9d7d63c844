package dev.catavento.source.telemetry;

import dev.catavento.source.http.SourceFailure;
import dev.catavento.task.Retry;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A dialect that is asked again where that is worth it. An answer is handed on while it comes, so a repetition begins
 * anew, with sinks that have got nothing yet.
 */
public final class PatientDialect {
    private final SampleDialect dialect;
    private final Retry retry;

    public PatientDialect(SampleDialect dialect, Retry retry) {
        this.dialect = dialect;
        this.retry = retry;
    }

    /** Where the rows of one attempt go. */
    public interface Attempt {
        BodySink bodies();

        SampleSink samples();
    }

    /**
     * @param attempts makes a new one for each time the source is asked
     * @return the attempt that has got everything; the others are void
     * @throws SourceFailure the last one, when no attempt succeeds
     */
    public <A extends Attempt> A read(SampleRequest request, Supplier<A> attempts) throws InterruptedException {
        var what = "source " + request.source().name() + ", turbine " + request.turbine();
        return retry.call(
                what,
                () -> {
                    var attempt = attempts.get();
                    dialect.read(request, attempt.bodies(), attempt.samples());
                    return attempt;
                },
                PatientDialect::pause);
    }

    /** Refusals stay refusals; whatever else is wrong with an answer, the next may be right. */
    static Duration pause(RuntimeException failure) {
        return switch (failure) {
            case SourceFailure.Unavailable gone -> gone.retryAfter();
            case SourceFailure.Overburdened heavy -> Duration.ZERO;
            case SourceFailure.BrokenAnswer broken -> Duration.ZERO;
            case SourceFailure.UnexpectedRows rows -> Duration.ZERO;
            default -> null;
        };
    }
}
