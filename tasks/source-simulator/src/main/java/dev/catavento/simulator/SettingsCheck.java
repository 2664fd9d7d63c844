package dev.catavento.simulator;

import dev.catavento.simulator.fault.BadFault;
import dev.catavento.simulator.replay.NoRecordingException;
import dev.catavento.simulator.replay.Recording;
import dev.catavento.simulator.telemetry.trait.TraitRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Looks for settings that cannot work, in words an operator understands. */
final class SettingsCheck {

    static final long USUAL_SEED = 2026;
    private static final String PREFIX = "CATAVENTO_SIMULATOR_";
    private static final Map<String, String> DEFAULTS = new TreeMap<>(Map.ofEntries(
            Map.entry(PREFIX + "PORT", "18080"),
            Map.entry(PREFIX + "HOST", "127.0.0.1"),
            Map.entry(PREFIX + "REPLAY", ""),
            Map.entry(PREFIX + "SEED", String.valueOf(USUAL_SEED)),
            Map.entry(PREFIX + "COPIES", "1"),
            Map.entry(PREFIX + "LATENCY_MS", "0"),
            Map.entry(PREFIX + "TURBINES", "100"),
            Map.entry(PREFIX + "TRAITS", ""),
            Map.entry(PREFIX + "DB_URL", ""),
            Map.entry(PREFIX + "DB_USER", ""),
            Map.entry(PREFIX + "DB_PASSWORD", "")));
    /** A plant's id has six digits in its CEG: more copies would not fit. */
    private static final int MOST_COPIES = 12;

    private static final int MOST_TURBINES = 1_000_000;

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    private SettingsCheck(Map<String, String> environment) {
        this.environment = environment;
    }

    static List<String> problems(Map<String, String> environment) {
        SettingsCheck check = new SettingsCheck(environment);
        check.run();
        return check.problems;
    }

    /** An empty variable, as compose files pass it, counts as not set; the platform would refuse it. */
    static void ignoreEmpty(Map<String, String> environment) {
        DEFAULTS.forEach((name, value) -> {
            if (environment.containsKey(name) && environment.get(name).isBlank() && !value.isEmpty()) {
                String key =
                        name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
                System.setProperty("catavento.simulator." + key, value);
            }
        });
    }

    private void run() {
        environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !DEFAULTS.containsKey(name))
                .sorted()
                .forEach(name ->
                        problems.add(name + " is not a setting; there are " + String.join(", ", DEFAULTS.keySet())));
        whole("SEED", Long.MIN_VALUE, Long.MAX_VALUE);
        whole("COPIES", 1, MOST_COPIES);
        whole("LATENCY_MS", 0, 3_600_000);
        whole("TURBINES", 1, MOST_TURBINES);
        replayFolder();
        traits();
        database();
        long port = whole("PORT", 0, 65_535);
        if (problems.isEmpty()) {
            bind((int) port);
        }
    }

    private long whole(String name, long least, long most) {
        String text = value(name);
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below like a number out of range
        }
        problems.add(PREFIX + name + " must be a whole number"
                + (least == Long.MIN_VALUE ? "" : " from " + least + " to " + most) + ", not '" + text + "'");
        return least;
    }

    private void replayFolder() {
        String folder = value("REPLAY");
        if (folder.isEmpty()) {
            return;
        }
        if (!Files.isDirectory(Path.of(folder))) {
            problems.add(PREFIX + "REPLAY is not a folder: " + folder);
            return;
        }
        try {
            Recording.find(Path.of(folder));
        } catch (NoRecordingException e) {
            problems.add(PREFIX + "REPLAY: " + e.getMessage());
        }
    }

    private void traits() {
        try {
            TraitRequest.parseAll(value("TRAITS"));
        } catch (BadFault e) {
            problems.add(PREFIX + "TRAITS: " + e.getMessage());
        }
    }

    private void database() {
        String url = value("DB_URL");
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql://")) {
            problems.add(PREFIX + "DB_URL must begin with jdbc:postgresql://, not '" + url + "'");
        }
    }

    private void bind(int port) {
        String host = value("HOST");
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException e) {
            problems.add(PREFIX + "HOST is not an address of this machine: " + host);
        } catch (IOException e) {
            problems.add("cannot listen on " + host + ":" + port + " (" + e.getMessage()
                    + "); another port can be given in " + PREFIX + "PORT");
        }
    }

    private String value(String name) {
        String text = environment.getOrDefault(PREFIX + name, "").strip();
        return text.isEmpty() ? DEFAULTS.get(PREFIX + name) : text;
    }
}
