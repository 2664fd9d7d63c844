package dev.catavento.enginegate.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.catavento.enginegate.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CreateRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CreateRules RULES = new CreateRules(
            Set.of("catavento/x:1"),
            Set.of("data"),
            new HostFolders(Optional.of(Path.of("/srv/exports")), Optional.of(Path.of("/srv/sources"))),
            new OwnLabels("test"));

    /** As docker-py 7 writes it for a DockerOperator that was told nothing but image, network and command. */
    private static final String FROM_DOCKER_PY = """
            {"ExposedPorts": {}, "Tty": false, "OpenStdin": false, "StdinOnce": false, "AttachStdin": false,
             "AttachStdout": true, "AttachStderr": true, "Env": ["CATAVENTO_STORE=demo"], "Cmd": ["--day", "2026-01-01"],
             "Image": "catavento/x:1", "NetworkDisabled": false, "HostConfig": {"NetworkMode": "data",
             "PortBindings": {}, "Ulimits": [], "LogConfig": {"Type": null, "Config": {}}, "CpuShares": 1024,
             "Mounts": [{"Target": "/exports", "Source": "/srv/exports/demo", "Type": "bind", "ReadOnly": false}]}}
            """;

    @Test
    void whatDockerPySendsIsWrittenAnewWithAllThatIsEnforced() throws IOException {
        assertThat(rebuild(FROM_DOCKER_PY)).isEqualTo(JSON.readTree("""
                {"Env": ["CATAVENTO_STORE=demo"], "Cmd": ["--day", "2026-01-01"], "Image": "catavento/x:1",
                 "User": "10001:10001", "Labels": {"dev.catavento.gate": "test"},
                 "HostConfig": {"NetworkMode": "data", "CpuShares": 1024,
                  "LogConfig": {"Type": "json-file", "Config": {"max-size": "20m", "max-file": "3"}},
                  "Mounts": [{"Type": "bind", "Source": "/srv/exports/demo", "Target": "/exports", "ReadOnly": false,
                              "BindOptions": {"Propagation": "rprivate"}}],
                  "ReadonlyRootfs": true, "Privileged": false, "IpcMode": "private", "CapDrop": ["ALL"],
                  "SecurityOpt": ["no-new-privileges:true"], "RestartPolicy": {"Name": "no"},
                  "Memory": 1073741824, "MemorySwap": 1073741824, "PidsLimit": 512,
                  "Tmpfs": {"/tmp": "rw,nosuid,nodev,mode=1777,exec,size=256m"}}}
                """));
    }

    @Test
    void withoutANetworkAContainerJoinsNone() {
        assertThat(rebuild("{\"Image\": \"catavento/x:1\"}")
                        .at("/HostConfig/NetworkMode")
                        .textValue())
                .isEqualTo("none");
    }

    @Test
    void aBindIsSentAsAMountThatMakesNoFolder() {
        var host =
                rebuild(host("\"Binds\": [\"/srv/exports/demo:/exports:ro\"]")).get("HostConfig");
        assertThat(host.has("Binds")).isFalse();
        assertThat(host.at("/Mounts/0/ReadOnly").booleanValue()).isTrue();
    }

    @Test
    void whatIsAskedForWithinBoundsIsGiven() {
        var host = rebuild(host("\"Memory\": 536870912, \"MemorySwap\": 9999999999, \"PidsLimit\": 64, \"Init\": true,"
                        + "\"Tmpfs\": {\"/tmp\": \"noexec,size=64m\"}, \"SecurityOpt\": [\"no-new-privileges\"],"
                        + "\"CapDrop\": [\"ALL\"], \"RestartPolicy\": {\"Name\": \"no\", \"MaximumRetryCount\": 0}"))
                .get("HostConfig");
        assertThat(host.get("Memory").longValue()).isEqualTo(536_870_912);
        assertThat(host.get("MemorySwap").longValue()).isEqualTo(2 * 536_870_912L);
        assertThat(host.get("PidsLimit").longValue()).isEqualTo(64);
        assertThat(host.at("/Tmpfs").get("/tmp").textValue()).isEqualTo("rw,nosuid,nodev,mode=1777,noexec,size=64m");
    }

    @Test
    void onlyAFolderDirectlyBelowTheExportsIsBound() {
        for (var source : List.of(
                "/srv/exports",
                "/srv/exports/",
                "/srv/exports-evil",
                "/srv/exports-evil/demo",
                "/srv/exports/../etc",
                "/srv/exports/..",
                "/srv/exports/.",
                "/srv/exports//demo",
                "/srv/exports/demo/sub",
                "/srv/exports/demo/",
                "/srv/./exports/demo",
                "srv/exports/demo",
                "demo",
                "/",
                "/etc",
                "/srv/exports/.hidden",
                "/srv/exports/de mo",
                "/srv/exports/démo",
                "\\u002fetc")) {
            refused(host("\"Binds\": [\"" + source + ":/exports\"]"));
            refused(host(
                    "\"Mounts\": [{\"Type\": \"bind\", \"Source\": \"" + source + "\", \"Target\": \"/exports\"}]"));
        }
    }

    @Test
    void oneFolderOnlyAndAtOnePlace() {
        refused(host("\"Binds\": [\"/srv/exports/a:/exports\", \"/srv/exports/b:/exports\"]"));
        refused(host("\"Binds\": [\"/srv/exports/a:/exports\"], \"Mounts\": [{\"Type\": \"bind\", \"Source\": "
                + "\"/srv/exports/b\", \"Target\": \"/exports\"}]"));
        refused(host("\"Binds\": [\"/srv/exports/a:/opt\"]"));
        refused(host("\"Binds\": [\"/srv/exports/a:/exports:rshared\"]"));
        refused(host("\"Binds\": [\"/srv/exports/a:/exports:rw,rshared\"]"));
        refused(host("\"Binds\": [\"/srv/exports/a\"]"));
    }

    @Test
    void theSourcesAreReadOnlyAndExactlyThatFolder() {
        for (var given : List.of(
                "\"Binds\": [\"/srv/sources:/sources:ro\"]",
                "\"Mounts\": [{\"Type\": \"bind\", \"Source\": \"/srv/sources\", \"Target\": \"/sources\", \"ReadOnly\": true}]")) {
            var mount = rebuild(host(given)).at("/HostConfig/Mounts/0");
            assertThat(mount.get("Source").textValue() + " "
                            + mount.get("Target").textValue())
                    .isEqualTo("/srv/sources /sources");
            assertThat(mount.get("ReadOnly").booleanValue()).isTrue();
        }
    }

    @Test
    void withoutAFolderOfSourcesNoneIsBound() {
        var none = new CreateRules(
                Set.of("catavento/x:1"),
                Set.of(),
                new HostFolders(Optional.of(Path.of("/srv/exports")), Optional.empty()),
                new OwnLabels("test"));
        assertThatThrownBy(() -> none.rebuild(bytes(host("\"Binds\": [\"/srv/sources:/sources:ro\"]"))))
                .hasMessageContaining("one folder directly below /srv/exports");
    }

    @Test
    void withoutAnExportFolderNothingIsBound() {
        var none = new CreateRules(Set.of("catavento/x:1"), Set.of(), HostFolders.NONE, new OwnLabels("test"));
        assertThatThrownBy(() -> none.rebuild(bytes(host("\"Binds\": [\"/srv/exports/demo:/exports\"]"))))
                .hasMessageContaining("CATAVENTO_GATE_BINDS is not set");
    }

    @Test
    void jsonThatCanBeReadInTwoWaysIsRefused() {
        refused("{\"Image\": \"catavento/x:1\", \"Image\": \"catavento/x:1\"}");
        refused("{\"Image\": \"catavento/x:1\", \"\\u0049mage\": \"catavento/x:1\"}");
        refused("{\"Image\": \"catavento/x:1\"} {}");
        refused("{\"Image\": \"catavento/x:1\"} x");
        refused("{\"Image\": \"catavento/x:1\",}");
        refused("{'Image': 'catavento/x:1'}");
        refused("{\"Image\": \"catavento/x:1\", /* */ \"Tty\": false}");
        refused("{\"Image\": \"catavento/x:1\", \"Cmd\": [\"\\ud800\"]}");
        refused("[]");
        refused("null");
        refused("");
        refused("{\"a\":".repeat(200));
        assertThatThrownBy(() -> RULES.rebuild("{\"Image\": \"catavento/x:1\"}".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> RULES.rebuild(new byte[] {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'}))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aRefusalDoesNotRepeatASecret() {
        assertThatThrownBy(() -> RULES.rebuild(bytes("{\"Image\": \"catavento/x:1\", \"Env\": [\"PASSWORD=hush\"]}")))
                .hasMessageContaining("Env[0]")
                .hasMessageNotContaining("hush");
    }

    /** Whatever is made of known and unknown words: what comes out is enforced, or nothing comes out. */
    @Property(tries = 2000)
    void nothingComesOutThatIsNotEnforced(@ForAll("bodies") String body) {
        JsonNode out;
        try {
            out = rebuild(body);
        } catch (RefusedException refused) {
            assertThat(refused.getMessage()).doesNotContain("\n");
            return;
        }
        var host = out.get("HostConfig");
        assertThat(names(out)).isSubsetOf("Image", "Cmd", "Env", "Labels", "User", "StopTimeout", "HostConfig");
        assertThat(names(host))
                .isSubsetOf(
                        "Memory",
                        "MemorySwap",
                        "NanoCpus",
                        "CpuShares",
                        "CpuQuota",
                        "CpuPeriod",
                        "PidsLimit",
                        "ShmSize",
                        "Init",
                        "AutoRemove",
                        "NetworkMode",
                        "Mounts",
                        "Tmpfs",
                        "LogConfig",
                        "ReadonlyRootfs",
                        "Privileged",
                        "IpcMode",
                        "CapDrop",
                        "SecurityOpt",
                        "RestartPolicy");
        assertThat(out.get("User").textValue()).isIn("10001:10001", "1:1");
        assertThat(host.get("Privileged").booleanValue()).isFalse();
        assertThat(host.get("ReadonlyRootfs").booleanValue()).isTrue();
        assertThat(host.get("CapDrop").toString()).isEqualTo("[\"ALL\"]");
        assertThat(host.get("SecurityOpt").toString()).isEqualTo("[\"no-new-privileges:true\"]");
        assertThat(host.get("NetworkMode").textValue()).isIn("none", "data");
        assertThat(host.get("Memory").longValue()).isBetween(1L, 1L << 40);
        assertThat(host.get("PidsLimit").longValue()).isBetween(1L, 4096L);
        assertThat(out.at("/Labels").get(OwnLabels.GATE).textValue()).isEqualTo("test");
        host.path("Mounts")
                .forEach(mount -> assertThat(mount.get("Source").textValue()).matches("/srv/exports/[^/]+"));
    }

    @Provide
    Arbitrary<String> bodies() {
        var value = Arbitraries.of(
                "null",
                "true",
                "false",
                "\"true\"",
                "1",
                "0",
                "-1",
                "1e3",
                "\"\"",
                "[]",
                "{}",
                "\"host\"",
                "\"none\"",
                "\"data\"",
                "\"container:x\"",
                "[\"ALL\"]",
                "[\"SYS_ADMIN\"]",
                "[\"no-new-privileges\"]",
                "[\"apparmor=unconfined\"]",
                "[\"/etc:/exports\"]",
                "[\"/srv/exports/a:/exports\"]",
                "{\"/tmp\":\"\"}",
                "{\"/etc\":\"\"}",
                "1073741824",
                "99999999999999999999",
                "{\"Name\":\"always\"}",
                "\"1:1\"",
                "\"0:0\"");
        var host = Arbitraries.of(
                "Memory",
                "memory",
                "MemorySwap",
                "NanoCpus",
                "PidsLimit",
                "ShmSize",
                "Init",
                "AutoRemove",
                "NetworkMode",
                "Binds",
                "Mounts",
                "Tmpfs",
                "LogConfig",
                "ReadonlyRootfs",
                "CapDrop",
                "CapAdd",
                "SecurityOpt",
                "RestartPolicy",
                "Privileged",
                "privileged",
                "PidMode",
                "IpcMode",
                "Devices",
                "VolumesFrom",
                "Ulimits",
                "PortBindings",
                "Sysctls",
                "Runtime");
        var top = Arbitraries.of(
                "User",
                "Cmd",
                "Env",
                "Labels",
                "StopTimeout",
                "Tty",
                "Entrypoint",
                "OpenStdin",
                "hostconfig",
                "Volumes",
                "ExposedPorts",
                "WorkingDir",
                "Hostname");
        return Combinators.combine(members(top, value), members(host, value))
                .as((outer, inner) -> "{\"Image\":\"catavento/x:1\"" + outer.replaceFirst("^(?=.)", ",")
                        + ",\"HostConfig\":{" + inner + "}}");
    }

    private static Arbitrary<String> members(Arbitrary<String> names, Arbitrary<String> values) {
        return Combinators.combine(names, values)
                .as((name, value) -> "\"" + name + "\":" + value)
                .list()
                .ofMaxSize(3)
                .map(list -> String.join(",", list));
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(java.util.Map.Entry::getKey).toList();
    }

    private static void refused(String body) {
        assertThatThrownBy(() -> RULES.rebuild(bytes(body))).as(body).isInstanceOf(RefusedException.class);
    }

    private static String host(String members) {
        return "{\"Image\": \"catavento/x:1\", \"HostConfig\": {" + members + "}}";
    }

    private static JsonNode rebuild(String body) {
        try {
            return JSON.readTree(RULES.rebuild(bytes(body)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
