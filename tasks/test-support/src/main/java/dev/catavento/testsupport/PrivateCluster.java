package dev.catavento.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A PostgreSQL cluster of the test run's own: loopback only, without fsync, gone with the JVM. */
final class PrivateCluster {
    private static final String PASSWORD = "for-tests-only";

    private final Path binaries;
    private final Path folder;
    private final int port;

    private PrivateCluster(Path binaries, Path folder, int port) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
    }

    static PrivateCluster start() {
        try {
            var folder = Files.createTempDirectory("catavento-postgres");
            var cluster = new PrivateCluster(newestBinaries(), folder, FreePort.any());
            var password = Files.writeString(folder.resolve("password"), PASSWORD);
            if (cluster.asRoot()) {
                cluster.run(List.of("chown", "-R", "postgres", folder.toString()));
            }
            cluster.run(
                    "initdb",
                    "-D",
                    cluster.data(),
                    "-U",
                    "postgres",
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + password,
                    "-E",
                    "UTF8",
                    "--locale=C.UTF-8",
                    "-N");
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::stop));
            cluster.run(
                    "pg_ctl",
                    "-D",
                    cluster.data(),
                    "-w",
                    "-l",
                    folder.resolve("log").toString(),
                    "-o",
                    "-p " + cluster.port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off"
                            + " -c max_connections=200 -c shared_buffers=128MB",
                    "start");
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL for tests did not start", e);
        }
    }

    String superuserUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password=" + PASSWORD;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private boolean asRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (asRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private void run(List<String> command) throws IOException {
        var log = folder.resolve("..").resolve(folder.getFileName() + ".log").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .directory(folder.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + Files.readString(log.toPath(), StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(log.toPath());
        }
    }

    private void stop() {
        try {
            run("pg_ctl", "-D", data(), "-m", "immediate", "stop");
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            System.err.println("PostgreSQL for tests was not stopped: " + e.getMessage());
        }
    }

    private static Path newestBinaries() throws IOException {
        try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.max(Comparator.comparingInt(
                            v -> Integer.parseInt(v.getFileName().toString())))
                    .orElseThrow(() -> new IOException("PostgreSQL is not installed: ./catavento installs it"))
                    .resolve("bin");
        }
    }
}
