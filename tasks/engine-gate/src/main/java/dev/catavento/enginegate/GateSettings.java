package dev.catavento.enginegate;

import dev.catavento.enginegate.create.HostFolders;
import dev.catavento.task.Setting;
import dev.catavento.task.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the gate was told.
 *
 * @param address where it listens; port 0 takes a free one
 * @param folders what of the engine's machine may be bound
 * @param images exact references, sorted
 * @param networks exact names, sorted
 */
record GateSettings(
        GateAddress address,
        Path socket,
        HostFolders folders,
        Set<String> images,
        Set<String> networks,
        String instance) {
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9_./-]*[A-Za-z0-9_-]");
    private static final Pattern NOT_CANONICAL = Pattern.compile("//|/\\.{1,2}(/|$)");
    private static final Pattern IMAGE = Pattern.compile(
            "([a-z0-9][a-z0-9.:-]{0,99}/)?catavento/[a-z0-9][a-z0-9._-]{0,99}:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern NETWORK = Pattern.compile("(?!host$)[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");
    private static final Pattern INSTANCE = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,62}");

    static GateSettings of(Settings settings) {
        return new GateSettings(
                GateAddress.of(settings),
                path(settings, Setting.GATE_SOCKET).orElseThrow(),
                new HostFolders(path(settings, Setting.GATE_BINDS), path(settings, Setting.GATE_SOURCES)),
                list(settings, Setting.GATE_IMAGES, IMAGE, "give catavento/NAME:TAG, separated by commas"),
                list(
                        settings,
                        Setting.GATE_NETWORKS,
                        NETWORK,
                        "give names of networks, separated by commas; never host"),
                one(settings, Setting.GATE_INSTANCE, INSTANCE, "give lower-case letters, digits, _, . and -"));
    }

    static Optional<Path> path(Settings settings, Setting setting) {
        return settings.find(setting).map(text -> {
            if (!PATH.matcher(text).matches() || NOT_CANONICAL.matcher(text).find()) {
                throw settings.wrong(
                        setting, "is '" + text + "'", "give an absolute path without //, . and .., not the root");
            }
            return Path.of(text);
        });
    }

    private static Set<String> list(Settings settings, Setting setting, Pattern allowed, String hint) {
        return settings.find(setting).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .peek(word -> {
                    if (!allowed.matcher(word).matches()) {
                        throw settings.wrong(setting, "has '" + word + "'", hint);
                    }
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String one(Settings settings, Setting setting, Pattern allowed, String hint) {
        var text = settings.get(setting).strip();
        if (!allowed.matcher(text).matches()) {
            throw settings.wrong(setting, "is '" + text + "'", hint);
        }
        return text;
    }
}
