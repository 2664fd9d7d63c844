package dev.catavento.source.telemetry;

import dev.catavento.source.http.Access;
import dev.catavento.source.http.HttpDefaults;
import dev.catavento.source.http.SourceHttp;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.Retry;
import dev.catavento.task.Settings;
import dev.catavento.task.TaskException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Connections to a source of telemetry: with its token, at the pace it takes. */
public final class TelemetryHttp {
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]+");

    private TelemetryHttp() {}

    /**
     * @param retry whose end is the end of waiting for a pause too
     * @throws TaskException of kind {@link ErrorKind#CONFIGURATION} where the credential's variable does not hold a token
     */
    public static SourceHttp open(TelemetrySource source, Settings settings, HttpDefaults defaults, Retry retry) {
        var access = new Access(token(source, settings), source.requestsPerSecond());
        return new SourceHttp(defaults, source.address().startsWith("https:"), retry.deadlineNanos(), access);
    }

    private static Optional<String> token(TelemetrySource source, Settings settings) {
        return source.credential()
                .map(variable -> settings.findSecret(variable)
                        .filter(token -> TOKEN.matcher(token).matches())
                        .orElseThrow(() -> new TaskException(
                                ErrorKind.CONFIGURATION,
                                variable + ", which source " + source.name() + " names, "
                                        + (settings.findSecret(variable).isPresent() ? "holds no token" : "is not set"),
                                "give the bearer token, printable ASCII without blanks")));
    }
}
