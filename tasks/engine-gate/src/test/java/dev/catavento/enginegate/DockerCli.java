package dev.catavento.enginegate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The engine itself, past the gate: what the tests prepare, compare and clean up. */
final class DockerCli {
    private DockerCli() {}

    static boolean engineAnswers() {
        try {
            return !run("", "version", "--format", "{{.Server.Version}}").isBlank();
        } catch (AssertionError none) {
            return false;
        }
    }

    /** What the command wrote; fails when it failed. */
    static String docker(String... arguments) {
        return run("", arguments);
    }

    /** Makes an image whose arguments are a shell's script. */
    static void buildShellImage(String tag) {
        run("FROM debian:13\nENTRYPOINT [\"/bin/sh\", \"-c\"]\n", "build", "-q", "-t", tag, "-");
    }

    /** Removes an image and every container made from it. */
    static void removeAllOf(String image) {
        docker("ps", "-aq", "--filter", "ancestor=" + image).lines().forEach(id -> docker("rm", "-f", id));
        docker("rmi", "-f", image);
    }

    private static String run(String input, String... arguments) {
        try {
            var command = new ArrayList<>(List.of("docker"));
            command.addAll(List.of(arguments));
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed: " + said);
            }
            return said.strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
