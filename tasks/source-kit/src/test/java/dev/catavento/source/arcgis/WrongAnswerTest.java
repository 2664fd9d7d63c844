package dev.catavento.source.arcgis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.source.CannedServer;
import dev.catavento.source.Connections;
import dev.catavento.source.http.SourceFailure;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes instead of an answer, whatever its status says. */
class WrongAnswerTest {
    private static final IdRange THREE_ROWS =
            new ObjectIds(Optional.empty(), new long[] {1, 2, 3}).range(1, 3).orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "400, Rejected",
        "404, Rejected",
        "301, Rejected",
        "302, Unavailable",
        "401, Misconfigured",
        "403, Misconfigured",
        "498, Misconfigured",
        "499, Misconfigured",
        "413, Overburdened",
        "429, Unavailable",
        "500, Overburdened",
        "502, Unavailable",
        "503, Unavailable",
        "504, Unavailable",
    })
    void aCodeMeansTheSameAsStatusAndInAnErrorWithStatus200(int code, String kind) {
        assertThat(failure(code, "").getClass().getSimpleName()).isEqualTo(kind);
        var error = "{\"error\":{\"code\":" + code + ",\"message\":\"No\",\"details\":[\"why\"]}}";
        assertThat(failure(200, error).getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure(200, error)).hasMessageContaining(code + " (No: why)");
    }

    @Test
    void aRefusalIsTheServicesOwnWordOnlyAsAnAnswer() {
        var error = "{\"error\":{\"code\":400,\"message\":\"No\"}}";
        assertThat(failure(200, error))
                .isInstanceOfSatisfying(
                        SourceFailure.Rejected.class,
                        refused -> assertThat(refused.stated()).isTrue());
        for (int status : new int[] {400, 404}) {
            assertThat(failure(status, error))
                    .isInstanceOfSatisfying(
                            SourceFailure.Rejected.class,
                            refused -> assertThat(refused.stated()).isFalse());
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'', Overburdened, empty",
                "'<html>Sistema em manutenção</html>', Unavailable, HTML",
                "'   <!DOCTYPE html>', Unavailable, HTML",
                "'Service stopped', Unavailable, instead of JSON",
                "'[1]', Unavailable, instead of JSON",
                "'{\"count\":', Overburdened, cut short",
                "'{\"count\":23', Overburdened, cut short",
                "'{\"count\":23}}', Overburdened, not JSON",
                "'{\"count\":23} {}', Overburdened, goes on",
                "'{\"count\":NaN}', Overburdened, not JSON",
                "'{\"count\":\"23\"}', BrokenAnswer, count",
                "'{\"features\":[]}', BrokenAnswer, count",
                "'{}', BrokenAnswer, count",
                "'{\"error\":{}}', Overburdened, answers 0",
                "'{\"error\":{\"code\":500', Overburdened, cut short",
            })
    void aBodyThatIsNoCount(String body, String kind, String message) {
        assertThat(failure(200, body).getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure(200, body)).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "'1,2', '', UnexpectedRows, '1 missing, 0 not listed, 0 repeated'",
        "'1,2,3,4', '', UnexpectedRows, '0 missing, 1 not listed, 0 repeated'",
        "'3,1,2,1', '', UnexpectedRows, '0 missing, 0 not listed, 1 repeated'",
        "'1,1,3', '', UnexpectedRows, '1 missing, 0 not listed, 1 repeated'",
        "'1,2', ',\"exceededTransferLimit\":true', Overburdened, 'no more than 2 of 3'",
    })
    void aPageOfOtherRows(String ids, String more, String kind, String message) {
        var failure = pageFailure("{\"features\":[" + rows(ids) + "]" + more + "}");
        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure).hasMessageContaining(message);
    }

    @Test
    void aPageWithoutFeaturesOrARowWithoutIdIsNoPage() {
        assertThat(pageFailure("{\"count\":3}")).isInstanceOf(SourceFailure.BrokenAnswer.class);
        assertThat(pageFailure("{\"features\":[{\"attributes\":{\"UF\":\"BA\"}}]}"))
                .isInstanceOf(SourceFailure.BrokenAnswer.class);
    }

    @Test
    void rowsInAnyOrderAreThePage() throws Exception {
        try (var server = CannedServer.always(200, "{\"features\":[" + rows("3,1,2") + "]}")) {
            var page = Connections.layer(server).page(THREE_ROWS, "OBJECTID", feature -> {});
            assertThat(page.range().size()).isEqualTo(3);
            assertThat(server.asked().getFirst())
                    .contains("where=OBJECTID>=1 AND OBJECTID<=3", "orderByFields=OBJECTID", "outFields=*");
        }
    }

    @Test
    void aTokenGoesInTheBodyAndNowhereElse() throws Exception {
        try (var server = CannedServer.always(200, "{\"count\":3}")) {
            var address = new LayerAddress(server.url(), Optional.of("se&cret"));
            assertThat(new ArcGisLayer(address, Connections.http()).count()).isEqualTo(3);
            assertThat(server.asked().getFirst()).contains("token=se%26cret", "returnCountOnly=true");
            assertThat(address.toString() + address.query(java.util.Map.of())).doesNotContain("cret");
        }
    }

    private static String rows(String ids) {
        return "{\"attributes\":{\"OBJECTID\":" + ids.replace(",", "}},{\"attributes\":{\"OBJECTID\":") + "}}";
    }

    private static Throwable failure(int status, String body) {
        try (var server = CannedServer.always(status, body)) {
            return org.assertj.core.api.Assertions.catchThrowable(
                    () -> Connections.layer(server).count());
        }
    }

    private static Throwable pageFailure(String body) {
        try (var server = CannedServer.always(200, body)) {
            return org.assertj.core.api.Assertions.catchThrowable(
                    () -> Connections.layer(server).page(THREE_ROWS, "OBJECTID", feature -> {}));
        }
    }
}
