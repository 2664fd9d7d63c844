package dev.catavento.source.arcgis;

import dev.catavento.source.http.SourceFailure;
import java.time.Duration;
import java.util.function.Function;

/** What one request may be repeated for, and after which pause; counts, so each request takes a new one. */
final class Patience implements Function<RuntimeException, Duration> {
    private static final Duration AS_USUAL = Duration.ZERO;

    private int otherRows = 1;
    private int overburdened;

    private Patience(int overburdened) {
        this.overburdened = overburdened;
    }

    /** For a request that cannot be made smaller. */
    static Patience forWhole() {
        return new Patience(Integer.MAX_VALUE);
    }

    /** For a range that can be halved: the same again once, then less. */
    static Patience forDivisible() {
        return new Patience(1);
    }

    @Override
    public Duration apply(RuntimeException failure) {
        return switch (failure) {
            case SourceFailure.Unavailable unavailable -> unavailable.retryAfter();
            case SourceFailure.BrokenAnswer broken -> AS_USUAL;
            case SourceFailure.Overburdened heavy -> overburdened-- > 0 ? AS_USUAL : null;
            case SourceFailure.UnexpectedRows other -> otherRows-- > 0 ? AS_USUAL : null;
            default -> null;
        };
    }
}
