package dev.catavento.systemtests;

import dev.catavento.testsupport.TaskProcess.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A stretch of a task's work, seen in its log: it begins with one line and ends with another.
 *
 * @param begins what the first line says
 * @param ends what the line after the stretch says
 */
record Phase(String name, String task, String begins, String ends) {
    private static final Pattern STAMP = Pattern.compile("\"timestamp\":\"([^\"]+)\"");

    /** How long it took in a run that ended, by the log's own stamps. */
    Duration lasted(String log) {
        return Duration.between(
                stamp(log, begins).orElseThrow(), stamp(log, ends).orElseThrow());
    }

    boolean begun(Running running) {
        return log(running).contains(begins);
    }

    boolean ended(Running running) {
        return log(running).contains(ends);
    }

    private static Optional<Instant> stamp(String log, String said) {
        return log.lines()
                .filter(line -> line.contains(said))
                .findFirst()
                .map(STAMP::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> Instant.parse(matcher.group(1)));
    }

    private static String log(Running running) {
        try {
            return Files.readString(running.stderr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
