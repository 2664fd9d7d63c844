package dev.catavento.enginegate.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.enginegate.RefusedException;
import dev.catavento.enginegate.create.CreateRules;
import dev.catavento.enginegate.create.HostFolders;
import dev.catavento.enginegate.create.OwnLabels;
import dev.catavento.enginegate.http.Request;
import dev.catavento.enginegate.http.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallsTest {
    private static final Set<String> IMAGES = Set.of("catavento/x:1");
    private static final OwnLabels LABELS = new OwnLabels("test");
    private static final Calls CALLS =
            new Calls(IMAGES, new CreateRules(IMAGES, Set.of(), HostFolders.NONE, LABELS), LABELS);

    @Test
    void aContainerIsCalledByTheIdThatTheEngineGave() {
        assertThat(admit("POST", "/v1.41/containers/some-name/stop?t=5").target("f00d"))
                .isEqualTo("/v1.41/containers/f00d/stop?t=5");
        assertThat(admit("DELETE", "/containers/some-name?v=True&link=False&force=True")
                        .target("f00d"))
                .isEqualTo("/containers/f00d?v=1&link=0&force=1");
    }

    @Test
    void aListIsAlwaysOfItsOwn() {
        assertThat(admit("GET", "/containers/json").query())
                .containsEntry("filters", "{\"label\":[\"dev.catavento.gate=test\"]}");
        assertThat(admit("GET", "/containers/json?all=1&filters=" + encoded("{\"label\": [\"dev.catavento.run=a\"]}"))
                        .query())
                .containsEntry("filters", "{\"label\":[\"dev.catavento.gate=test\",\"dev.catavento.run=a\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"label\": {\"dev.catavento.run=a\": true}}",
                "{\"label\": [\"com.docker.compose.project\"]}",
                "{\"label\": [\"dev.catavento.gate=other\"]}",
                "{\"label\": [\"dev.catavento.gate\"]}",
                "{\"Label\": [\"dev.catavento.run=a\"]}",
                "{\"label\": [\"dev.catavento.run=a\"], \"label\": []}",
                "{\"label\": [7]}",
                "{\"label\": \"dev.catavento.run=a\"}",
                "{\"status\": [\"running\", \"other\"]}",
                "{\"id\": [\"a\"]}",
                "{\"name\": [\".*\"]}",
                "{\"since\": [\"postgis\"]}",
                "{\"ancestor\": [\"debian\"]}",
                "{\"volume\": [\"a\"]}",
                "[]",
                "{",
            })
    void aFilterThatCouldShowMoreIsRefused(String filters) {
        refused("GET", "/containers/json?filters=" + encoded(filters));
    }

    @Test
    void imagesAreListedByOneNameOnTheList() {
        assertThat(admit("GET", "/images/json?filters=" + encoded("{\"reference\": [\"catavento/x:1\"]}"))
                        .query())
                .containsEntry("filters", "{\"reference\":[\"catavento/x:1\"]}");
        refused("GET", "/images/json");
        refused("GET", "/images/json?filters=" + encoded("{\"reference\": [\"*\"]}"));
        refused("GET", "/images/json?filters=" + encoded("{\"reference\": [\"catavento/x:1\", \"*\"]}"));
        refused("GET", "/images/json?filters=" + encoded("{\"dangling\": [\"true\"]}"));
        refused("GET", "/images/debian:13/json");
        refused("GET", "/images/catavento/x:1/history");
        assertThat(admit("GET", "/images/catavento/x:1/json").target(null)).isEqualTo("/images/catavento/x:1/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/containers/create?name=postgis",
                "/containers/create?platform=linux",
                "/containers/a/attach?stdin=1",
                "/containers/a/attach?detachKeys=a",
                "/containers/a/stop?t=-1",
                "/containers/a/stop?signal=KILL",
                "/containers/a/wait?condition=other",
                "/containers/a/start?checkpoint=a",
                "/containers/a/kill",
                "/containers/a/exec",
                "/containers/a/attach/ws",
                "/containers/.a/start",
                "/Containers/a/start",
                "/containers/prune",
            })
    void whatIsNotOnTheListIsRefused(String target) {
        refused("POST", target);
    }

    @Test
    void aBodyIsReadByACreateOnly() {
        assertThatThrownBy(() -> CALLS.admit(
                        new Request("POST", Target.parse("/containers/a/start"), new byte[] {'{', '}'}, true)))
                .hasMessageContaining("a body where none belongs");
        assertThatThrownBy(() -> CALLS.admit(
                        new Request("POST", Target.parse("/containers/create"), new byte[] {'{', '}'}, false)))
                .hasMessageContaining("Content-Type");
    }

    private static void refused(String method, String target) {
        assertThatThrownBy(() -> admit(method, target)).isInstanceOf(RefusedException.class);
    }

    private static Admitted admit(String method, String target) {
        return CALLS.admit(new Request(method, Target.parse(target), new byte[0], false));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
