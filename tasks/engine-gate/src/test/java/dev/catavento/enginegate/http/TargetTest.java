package dev.catavento.enginegate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.enginegate.RefusedException;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @Test
    void aVersionIsTakenOffThePath() {
        assertThat(Target.parse("/v1.41/images/catavento/x:1.0/json?all=0&filters=%7B%22a%22%3A+1%7D"))
                .isEqualTo(new Target(
                        "/v1.41", "/images/catavento/x:1.0/json", Map.of("all", "0", "filters", "{\"a\": 1}")));
        assertThat(Target.parse("/_ping")).isEqualTo(new Target("", "/_ping", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/containers/%63reate",
                "//containers/create",
                "/containers//create",
                "/containers/create/",
                "/containers/./create",
                "/containers/../create",
                "/..",
                "/v1.41//_ping",
                "/v1.41/",
                "/",
                "*",
                "http://docker/_ping",
                "docker:2375",
                "/_ping#x",
                "/_ping;x=1",
                "/_ping\\x",
                "/_ping?a",
                "/_ping?a=1&a=2",
                "/_ping?a=%7",
                "/_ping?a=%zz",
                "/_ping?&",
                "/_ping?%61=1",
                "/_ping?a=1#x",
                "/v1.39/_ping",
                "/v1.60/_ping",
            })
    void whatCanBeReadInTwoWaysIsRefused(String text) {
        assertThatThrownBy(() -> Target.parse(text)).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v9.99/_ping", "/v1.041/_ping", "/v1.41/v1.41/_ping", "/V1.41/_ping", "/v1.4/_ping"})
    void aVersionInAnotherSpellingIsNoVersion(String text) {
        assertThat(Target.parse(text).path()).isNotEqualTo("/_ping");
    }

    @Test
    void aLongTargetIsJudgedWithoutRunningOutOfStack() {
        assertThat(Target.parse("/a".repeat(7000) + "?b=" + "%20".repeat(700)).path())
                .hasSize(14_000);
    }

    @Property
    void whatIsLetThroughHasOneSpelling(@ForAll @CharRange(from = '!', to = '~') @StringLength(max = 60) String tail) {
        var text = "/" + tail;
        try {
            var target = Target.parse(text);
            assertThat(text).startsWith(target.version() + target.path());
            assertThat(target.path()).doesNotContain("%", "//", "/./", "/../", "#", ";", "\\");
        } catch (RefusedException expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }

    @Property
    void aQueryIsSpeltSoThatItReadsTheSame(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String name,
            @ForAll @Chars({'&', '=', '%', '+', ' ', '"', '{', 'ç', '#', '\r', '\n', 'a'}) @StringLength(max = 30)
                    String value) {
        var spelt = Target.spell(Map.of(name, value));
        assertThat(spelt).matches("\\?[!-~]+");
        assertThat(Target.parse("/x" + spelt).query()).isEqualTo(Map.of(name, value));
    }
}
