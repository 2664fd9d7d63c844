package dev.catavento.downsampletelemetry.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandedAnswersTest {
    @TempDir
    private Path folder;

    @Test
    void aQuestionIsAnsweredByAllItsPartsWhereverTheSourceIsNow() throws IOException {
        var answers = new LandedAnswers(List.of(
                part("http://old/rows?turbine=A", "one "),
                part("http://old/rows?turbine=B", "other"),
                part("http://old/rows?turbine=A", "two")));
        assertThat(ask(answers, "https://new/moved/rows?turbine=A")).isEqualTo("one two");
        assertThat(ask(answers, "https://new/moved/rows?turbine=B")).isEqualTo("other");
        assertThatThrownBy(() -> ask(answers, "https://new/moved/rows?turbine=C"))
                .isInstanceOf(TaskException.class)
                .hasMessageContaining("raw holds no answer to");
    }

    @Test
    void answersThatOnlyTheirPathsTellApartAreNoneToReplay() throws IOException {
        for (var query : List.of("", "?page=1")) {
            var parts = List.of(
                    part("http://old/turbines/A/rows" + query, "of A"),
                    part("http://old/turbines/B/rows" + query, "of B"));
            assertThatThrownBy(() -> new LandedAnswers(parts))
                    .isInstanceOfSatisfying(
                            TaskException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INPUT_MISSING))
                    .hasMessageContaining("/turbines/A/rows")
                    .hasMessageContaining("/turbines/B/rows");
        }
    }

    private static String ask(LandedAnswers answers, String url) {
        return answers.stream(
                URI.create(url),
                "application/json",
                answer -> new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
    }

    private KeptBody part(String url, String body) throws IOException {
        var file = Files.createTempFile(folder, "part", ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return new KeptBody(URI.create(url), new byte[32], body.length(), file);
    }
}
