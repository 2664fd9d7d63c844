package dev.catavento.exporttableau.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8OutputTest {

    @Test
    void piecesOfAnyLengthComeOutAsTheyWentIn() throws IOException {
        var random = new Random(17);
        var expected = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        try (var out = new Utf8Output(bytes)) {
            for (int i = 0; i < 2_000; i++) {
                var piece = (i % 3 == 0 ? "ção€😀" : "abc").repeat(random.nextInt(i % 100 == 0 ? 40_000 : 30));
                expected.append(piece).append(',');
                out.write(piece);
                out.write(',');
            }
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString());
    }
}
