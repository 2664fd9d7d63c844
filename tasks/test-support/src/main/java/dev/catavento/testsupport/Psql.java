package dev.catavento.testsupport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Runs a script with psql, as an operator would. */
final class Psql {
    private static final Pattern URL =
            Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/([^?]*)\\?user=([^&]*)(?:&password=(.*))?");

    private final String url;

    Psql(String url) {
        this.url = url;
    }

    void run(Path script) throws IOException {
        var parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a superuser URL: " + url);
        }
        var command = new ProcessBuilder(
                        "psql",
                        "-qX",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-h",
                        parts.group(1),
                        "-p",
                        parts.group(2),
                        "-U",
                        parts.group(4),
                        "-d",
                        parts.group(3),
                        "-f",
                        script.toString())
                .redirectErrorStream(true);
        command.environment().put("PGPASSWORD", parts.group(5) == null ? "" : parts.group(5));
        var process = command.start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(script + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
