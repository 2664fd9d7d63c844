package dev.catavento.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a built task as the scheduler does: a process of its own, judged by exit code, stdout and stderr. */
public final class TaskProcess {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> environment = new LinkedHashMap<>();

    public TaskProcess(Map<String, String> environment) {
        this.environment.putAll(environment);
    }

    /** A copy with one more variable; null takes it away. */
    public TaskProcess with(String variable, String value) {
        var copy = new TaskProcess(environment);
        copy.environment.put(variable, value);
        if (value == null) {
            copy.environment.remove(variable);
        }
        return copy;
    }

    /** How a process ended, and all it said. */
    public record Ended(int exitCode, String stdout, String stderr) {
        /** The run report: the one line on stdout. */
        public JsonNode report() {
            try {
                var lines = stdout.strip().lines().toList();
                if (lines.size() != 1) {
                    throw new AssertionError("stdout must be one line, was: " + stdout + "\nstderr: " + stderr);
                }
                return JSON.readTree(lines.getFirst());
            } catch (IOException e) {
                throw new UncheckedIOException(stdout + "\nstderr: " + stderr, e);
            }
        }
    }

    /** Runs to the end; fails after two minutes. */
    public Ended run(String task, String... arguments) {
        return await(start(task, arguments));
    }

    /** Starts and returns at once; {@link #await} collects. */
    public Running start(String task, String... arguments) {
        try {
            var command = new ArrayList<String>();
            command.add(ProjectFiles.root().resolve("infrastructure/local/task").toString());
            command.add(task);
            command.addAll(List.of(arguments));
            Path out = Files.createTempFile("task", ".out");
            Path err = Files.createTempFile("task", ".err");
            var builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("CATAVENTO_"));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(environment);
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A task under way, and where its output goes. */
    public record Running(Process process, Path stdout, Path stderr) {}

    public Ended await(Running running) {
        try {
            if (!running.process().waitFor(120, TimeUnit.SECONDS)) {
                running.process().destroyForcibly();
                throw new AssertionError("still running after 120 s: " + Files.readString(running.stderr()));
            }
            var ended = new Ended(
                    running.process().exitValue(),
                    Files.readString(running.stdout(), StandardCharsets.UTF_8),
                    Files.readString(running.stderr(), StandardCharsets.UTF_8));
            Files.deleteIfExists(running.stdout());
            Files.deleteIfExists(running.stderr());
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
