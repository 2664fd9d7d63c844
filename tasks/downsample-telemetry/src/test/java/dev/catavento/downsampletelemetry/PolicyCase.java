package dev.catavento.downsampletelemetry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** One case of policy-cases.txt. */
final class PolicyCase {
    final String name;
    final Map<String, String> settings = new TreeMap<>();
    final List<Row> rows = new ArrayList<>();
    final List<String[]> windows = new ArrayList<>();
    final Map<String, Long> issues = new TreeMap<>();

    record Row(String stamp, double[] values) {}

    private PolicyCase(String name) {
        this.name = name;
    }

    LocalDate day() {
        return LocalDate.parse(settings.getOrDefault("day", "2026-05-01"));
    }

    boolean tellsByOrder() {
        return settings.getOrDefault("zone", "").contains("/");
    }

    static List<PolicyCase> all() throws IOException {
        var cases = new ArrayList<PolicyCase>();
        try (var in = Objects.requireNonNull(PolicyCase.class.getResourceAsStream("policy-cases.txt"))) {
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("case ")) {
                    cases.add(new PolicyCase(line.substring(5)));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    cases.getLast().read(line);
                }
            }
        }
        return cases;
    }

    private void read(String line) {
        switch (line.charAt(0)) {
            case '|' -> readRows(line.substring(1).split("\\|"));
            case '>' -> windows.add(line.substring(2).split(" "));
            case '!' -> issues.put(line.split(" ")[1], Long.parseLong(line.split(" ")[2]));
            default -> {
                for (var setting : line.split(" ")) {
                    settings.put(setting.split("=")[0], setting.split("=")[1]);
                }
            }
        }
    }

    private void readRows(String[] cells) {
        var words = cells[0].strip().split(" ");
        var values = new double[cells.length - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(cells[i + 1].strip());
        }
        int times = words.length == 1 ? 1 : Integer.parseInt(words[1].substring(1));
        for (int i = 0; i < times; i++) {
            rows.add(new Row(times == 1 ? words[0] : later(words[0], i * Integer.parseInt(words[2])), values));
        }
    }

    private static String later(String stamp, int seconds) {
        return LocalDateTime.parse(stamp).plusSeconds(seconds).toString();
    }

    static double number(String cell) {
        return switch (cell) {
            case "-" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            default -> Double.parseDouble(cell);
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
