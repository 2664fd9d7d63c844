package dev.catavento.downsampletelemetry.landing;

import dev.catavento.source.http.Answers;
import dev.catavento.source.http.StreamedAnswer;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Answers as the source did, from what was kept. Whoever asks something else gets nothing made up. */
public final class LandedAnswers implements Answers {
    private final Map<String, List<KeptBody>> byQuestion = new HashMap<>();

    /** @throws TaskException {@link ErrorKind#INPUT_MISSING} where one question was put to two paths */
    public LandedAnswers(List<KeptBody> parts) {
        for (var part : parts) {
            var same = byQuestion.computeIfAbsent(question(part.url()), none -> new ArrayList<>());
            same.add(part);
            var first = same.getFirst().url();
            if (!Objects.equals(first.getRawPath(), part.url().getRawPath())) {
                throw new TaskException(
                        ErrorKind.INPUT_MISSING,
                        "the answers in raw cannot be told apart by what was asked: " + first + " and " + part.url()
                                + " differ in their paths only",
                        "run without --replay, so that the source is asked; its dialect has to put all that it asks for"
                                + " into the query");
            }
        }
    }

    @Override
    public <T> T stream(URI url, String accept, StreamedAnswer.Reader<T> reader) {
        var answer = byQuestion.get(question(url));
        if (answer == null) {
            throw new TaskException(
                    ErrorKind.INPUT_MISSING,
                    "raw holds no answer to " + url + ": sources.yaml asks for something else than was landed",
                    "run without --replay, so that the source is asked; what was loaded before stands");
        }
        try (var body = LandedBodies.unpacked(answer)) {
            return reader.read(new StreamedAnswer(200, Duration.ZERO, body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A source may have moved since. */
    private static String question(URI url) {
        return String.valueOf(url.getRawQuery());
    }
}
