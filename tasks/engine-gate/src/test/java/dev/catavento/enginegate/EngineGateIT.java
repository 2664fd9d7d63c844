package dev.catavento.enginegate;

import static dev.catavento.enginegate.DockerCli.docker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.catavento.testsupport.TaskProcess;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The built gate before a real engine. */
class EngineGateIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "gate-it-" + UUID.randomUUID().toString().substring(0, 8);
    private static final String IMAGE = "catavento/" + MARK + ":1";

    @TempDir
    static Path folder;

    private static Path exports;
    private static Path sources;
    private static GateProcess gate;
    private static String foreign;
    private static String other;
    private static String own;

    @BeforeAll
    static void startTheGate() throws Exception {
        assumeTrue(DockerCli.engineAnswers(), "no Docker engine answers");
        DockerCli.buildShellImage(IMAGE);
        exports = Files.createDirectory(folder.resolve("exports"));
        var demo = Files.createDirectory(exports.resolve("demo"));
        Files.setPosixFilePermissions(demo, PosixFilePermissions.fromString("rwxrwxrwx"));
        sources = Files.createDirectories(folder.resolve("sources"));
        Files.writeString(sources.resolve("sources.yaml"), "sources: []\n");
        Files.createDirectory(sources.resolve("scada"));
        Files.createSymbolicLink(sources.resolve("link"), Path.of("/etc"));
        foreign = docker("run", "-d", "--network", "none", "--name", MARK + "-foreign", IMAGE, "sleep 600");
        other = docker("run", "-d", "--network", "none", "--label", "dev.catavento.gate=other", IMAGE, "sleep 600");
        gate = GateProcess.start(Map.of(
                "CATAVENTO_GATE_IMAGES",
                IMAGE,
                "CATAVENTO_GATE_BINDS",
                exports.toString(),
                "CATAVENTO_GATE_SOURCES",
                sources.toString(),
                "CATAVENTO_GATE_INSTANCE",
                MARK));
        own = created("\"Cmd\": [\"sleep 600\"]");
    }

    @AfterAll
    static void cleanUp() {
        if (gate != null) {
            gate.close();
        }
        if (exports != null) {
            DockerCli.removeAllOf(IMAGE);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyAttemptIsRefusedAndNothingIsMade() throws IOException {
        var before = state();
        return Stream.of(
                        Attempt.inFile()
                                .map(attempt -> dynamicTest(attempt.name(), () -> {
                                    var answer = gate.ask(
                                            attempt.method(), filled(attempt.target()), filled(attempt.body()));
                                    assertRefused(answer, filled(attempt.expected()));
                                    assertThat(containers()).isEqualTo(before.getFirst());
                                })),
                        Attempt.ofBytes()
                                .map(attempt -> dynamicTest(attempt.name(), () -> {
                                    assertRefused(gate.raw(filled(attempt.body())), attempt.expected());
                                    assertThat(containers()).isEqualTo(before.getFirst());
                                })),
                        Stream.of(
                                dynamicTest(
                                        "the engine is as it was",
                                        () -> assertThat(state()).isEqualTo(before)),
                                dynamicTest(
                                        "afterwards a container runs through the gate to its end",
                                        EngineGateIT::runToTheEnd)))
                .flatMap(tests -> tests);
    }

    @Test
    void eachRefusalIsOneLineOfTheLogWithThePeer() throws Exception {
        gate.ask("POST", "/swarm/leave", "");
        var lines =
                gate.log().lines().filter(line -> line.contains("/swarm/leave")).toList();
        assertThat(lines).singleElement().satisfies(line -> {
            var logged = JSON.readTree(line);
            assertThat(logged.get("level").asText()).isEqualTo("WARN");
            assertThat(logged.get("message").asText())
                    .matches("refused POST /swarm/leave from /127\\.0\\.0\\.1:\\d+: .*");
        });
        assertThat(gate.stdout()).isEmpty();
    }

    @Test
    void aListShowsItsOwnOnly() throws Exception {
        var answer = gate.ask("GET", "/v1.41/containers/json?all=1", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains(own).doesNotContain(foreign).doesNotContain(other);
    }

    @Test
    void whatAContainerWasToldIsNotToldAgain() throws Exception {
        var told = created("\"Cmd\": [\"true\"], \"Env\": [\"CATAVENTO_DB_PASSWORD=told-once\"]");
        assertThat(docker("inspect", "-f", "{{.Config.Env}}", told)).contains("told-once");
        var answer = gate.ask("GET", "/v1.41/containers/" + told + "/json", "");
        assertThat(answer.body()).doesNotContain("told-once");
        var shown = JSON.readTree(answer.body());
        assertThat(shown.get("Config").has("Env")).isFalse();
        assertThat(shown.at("/Config/Tty").isBoolean()).isTrue();
        assertThat(shown.at("/State/Status").asText()).isEqualTo("created");
        assertThat(gate.ask("DELETE", "/containers/" + told, "").status()).isEqualTo(204);
    }

    /** So what is right below the exports needs no look at the host: a deeper folder is refused, as the attempts show. */
    @Test
    void aLinkThatAContainerMakesLiesInItsOwnFolder() throws Exception {
        var container = created("\"Cmd\": [\"ln -s /etc /exports/link; ln -s /etc /exports/../beside; true\"],"
                + "\"User\": \"1000:1000\"");
        gate.ask("POST", "/containers/" + container + "/start", "");
        gate.ask("POST", "/containers/" + container + "/wait", "");
        assertThat(exports.resolve("demo/link")).isSymbolicLink();
        try (var beside = Files.list(exports)) {
            assertThat(beside).containsExactly(exports.resolve("demo"));
        }
        assertThat(gate.ask("DELETE", "/containers/" + container, "").status()).isEqualTo(204);
    }

    @Test
    void aStopIsDockersStop() throws Exception {
        var deaf = created("\"Cmd\": [\"trap '' TERM; echo deaf; sleep 600\"]");
        assertThat(gate.ask("POST", "/containers/" + deaf + "/start", "").status())
                .isEqualTo(204);
        assertThat(gate.ask("POST", "/containers/" + deaf + "/start", "").status())
                .isEqualTo(304);
        for (int tries = 0; tries < 200 && !docker("logs", deaf).contains("deaf"); tries++) {
            Thread.sleep(50);
        }
        assertThat(gate.ask("POST", "/containers/" + deaf + "/stop?t=1", "").status())
                .isEqualTo(204);
        assertThat(docker("inspect", "-f", "{{.State.ExitCode}}", deaf)).isEqualTo("137");
        assertThat(gate.ask("DELETE", "/containers/" + deaf, "").status()).isEqualTo(204);
        assertThat(gate.ask("DELETE", "/containers/" + deaf, "").status()).isEqualTo(404);
    }

    @Test
    void aClientThatGoesAwayLeavesTheContainerAlone() throws Exception {
        var container = created("\"Cmd\": [\"sleep 1; echo still here\"]");
        var attach =
                gate.open("POST /containers/" + container + "/attach?stream=1&stdout=1 HTTP/1.1\r\nHost: gate\r\n\r\n");
        assertThat(attach.getInputStream().read()).isEqualTo('H');
        gate.ask("POST", "/containers/" + container + "/start", "");
        attach.close();
        assertThat(gate.ask("POST", "/containers/" + container + "/wait", "").body())
                .contains("\"StatusCode\":0");
        assertThat(docker("logs", container)).isEqualTo("still here");
    }

    @Test
    void moreConnectionsThanTheLimitAreTurnedAway() throws Exception {
        var open = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 256; i++) {
                open.add(gate.open("GET /_ping HTTP/1.1\r\n"));
            }
            assertThat(gate.raw("").status()).isEqualTo(503);
        } finally {
            for (var socket : open) {
                socket.close();
            }
        }
        Thread.sleep(500);
        assertThat(gate.ask("GET", "/_ping", "").status()).isEqualTo(200);
    }

    @Test
    void anEngineThatIsDownIsSaidOnceAndUsedAgainWhenItIsBack() throws Exception {
        var socket = folder.resolve("docker.sock");
        try (var waiting = GateProcess.start(Map.of("CATAVENTO_GATE_SOCKET", socket.toString()))) {
            var check = new TaskProcess(Map.of("CATAVENTO_GATE_PORT", String.valueOf(waiting.port())));
            for (int i = 0; i < 3; i++) {
                var answer = waiting.ask("GET", "/_ping", "");
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.body()).contains("the Docker engine does not answer at " + socket);
            }
            var sick = check.run("engine-gate", "--check");
            assertThat(sick.exitCode()).isEqualTo(1);
            assertThat(sick.stderr()).contains("not healthy: 503").contains(socket.toString());
            Files.createSymbolicLink(socket, Path.of("/var/run/docker.sock"));
            assertThat(waiting.ask("GET", "/v1.41/_ping", "").body()).isEqualTo("OK");
            assertThat(check.run("engine-gate", "--check").exitCode()).isZero();
            assertThat(waiting.log().lines().filter(line -> line.contains("does not answer")))
                    .hasSize(1);
            assertThat(waiting.log()).contains("answers again");
        }
    }

    @Test
    void whatIsWrongAtTheStartEndsIt() {
        var task = new TaskProcess(Map.of());
        assertThat(task.run("engine-gate", "--day", "2026-01-01").exitCode()).isEqualTo(2);
        assertThat(task.run("engine-gate", "--help").stdout()).contains("--check");
        var misspelt = task.with("CATAVENTO_GATE_IMAGE", IMAGE).run("engine-gate");
        assertThat(misspelt.exitCode()).isEqualTo(1);
        assertThat(misspelt.stderr()).contains("did you mean CATAVENTO_GATE_IMAGES");
        var taken =
                task.with("CATAVENTO_GATE_PORT", String.valueOf(gate.port())).run("engine-gate");
        assertThat(taken.exitCode()).isEqualTo(1);
        assertThat(taken.stderr()).contains("cannot listen on 127.0.0.1:" + gate.port());
        assertThat(taken.stdout()).isEmpty();
    }

    /** As the DockerOperator does it: attach, start, read to the end, wait, inspect, remove. */
    private static void runToTheEnd() throws Exception {
        var container =
                created("\"Cmd\": [\"id -u; echo $CATAVENTO_STORE >/exports/kept; touch /x || echo refused; exit 3\"],"
                        + "\"User\": \"1000:1000\", \"Env\": [\"CATAVENTO_STORE=demo\"]");
        try (var attach = gate.open("POST /v1.41/containers/" + container
                + "/attach?logs=0&stdout=1&stderr=1&stream=1 HTTP/1.1\r\nHost: gate\r\nConnection: Upgrade\r\n"
                + "Upgrade: tcp\r\nContent-Length: 0\r\n\r\n")) {
            Thread.sleep(300); // the engine attaches before the container speaks, as the operator relies on
            attach.getOutputStream().write("not listened to".getBytes(StandardCharsets.US_ASCII));
            assertThat(gate.ask("POST", "/containers/" + container + "/start", "")
                            .status())
                    .isEqualTo(204);
            var output = GateProcess.answer(attach.getInputStream());
            assertThat(output.head()).startsWith("HTTP/1.1 200");
            assertThat(output.body()).contains("1000\n").contains("refused\n");
        }
        assertThat(gate.ask("POST", "/containers/" + container + "/wait", "").body())
                .contains("\"StatusCode\":3");
        assertThat(gate.ask("GET", "/containers/" + container + "/logs?stdout=1&follow=1", "")
                        .body())
                .contains("1000\n");
        assertThat(exports.resolve("demo/kept")).hasContent("demo");
        assertEnforced(JSON.readTree(docker("inspect", container)).get(0));
        assertThat(gate.ask("DELETE", "/containers/" + container + "?force=True", "")
                        .status())
                .isEqualTo(204);
    }

    private static void assertEnforced(JsonNode container) {
        var host = container.get("HostConfig");
        assertThat(host.get("ReadonlyRootfs").asBoolean()).isTrue();
        assertThat(host.get("Privileged").asBoolean()).isFalse();
        assertThat(host.get("CapDrop").toString()).isEqualTo("[\"ALL\"]");
        assertThat(host.get("SecurityOpt").toString()).isEqualTo("[\"no-new-privileges:true\"]");
        assertThat(host.get("Memory").asLong()).isEqualTo(1L << 30);
        assertThat(host.get("PidsLimit").asLong()).isEqualTo(512);
        assertThat(host.get("NetworkMode").asText()).isEqualTo("none");
        assertThat(container.at("/Config/Labels").get("dev.catavento.gate").asText())
                .isEqualTo(MARK);
    }

    private static void assertRefused(GateProcess.Answer answer, String expected) throws IOException {
        var said = JSON.readTree(answer.body()).get("message").asText();
        assertThat(answer.status() + " " + said.replaceFirst("^engine gate: ", ""))
                .startsWith(expected);
    }

    private static String created(String members) throws Exception {
        var answer = gate.ask(
                "POST",
                "/v1.41/containers/create",
                "{\"Image\": \"" + IMAGE + "\", " + members + ", \"HostConfig\": {\"Mounts\": [{\"Type\": \"bind\","
                        + "\"Source\": \"" + exports + "/demo\", \"Target\": \"/exports\"}]}}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).get("Id").asText();
    }

    private static String filled(String text) {
        return text.replace("FOREIGN-NAME", MARK + "-foreign")
                .replace("FOREIGN", foreign)
                .replace("OTHER", other)
                .replace("OWN", own)
                .replace("EXPORTS", exports.toString())
                .replace("SOURCES", sources.toString())
                .replace("IMAGE-ID", docker("inspect", "-f", "{{.Id}}", IMAGE))
                .replace("IMAGE-latest", IMAGE.replace(":1", ":latest"))
                .replace("IMAGE", IMAGE)
                .replace("MARK", MARK);
    }

    /** Containers, images, networks and volumes of this test, and how its containers are. */
    private static List<String> state() {
        return List.of(
                containers(),
                docker("inspect", "-f", "{{.Name}} {{.State.Status}} {{.HostConfig.Memory}}", foreign, other, own),
                marked(docker("images", "--format", "{{.Repository}}:{{.Tag}}")),
                marked(docker("network", "ls", "--format", "{{.Name}}")),
                marked(docker("volume", "ls", "--format", "{{.Name}}")));
    }

    /** Others use the engine too: every attempt's container would have this test's image or its mark as argument. */
    private static String containers() {
        return marked(docker("ps", "-a", "--no-trunc", "--format", "{{.ID}} {{.Image}} {{.Command}}"));
    }

    private static String marked(String lines) {
        return String.join(
                "\n", lines.lines().filter(line -> line.contains(MARK)).sorted().toList());
    }
}
