package dev.catavento.simulator.generated;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is special about a notable plant: {@code owner} its company, {@code prefix} how its designations begin,
 * {@code line} where its turbines stand (first and last), {@code spots} that its rows share so many places, {@code same}
 * that row b carries row a's designation, {@code tail} that its last n rows are another machine, {@code beside} that its
 * first n rows stand within 15 m of that plant's, {@code onto} that its first row stands exactly on that plant's first,
 * {@code atop} that all its rows do, {@code ceg} and {@code cegstate} what its CEG says, {@code datum} an invalid datum,
 * {@code also} another spelling of its name.
 */
record Marks(Map<String, String> values) {

    static final Marks NONE = new Marks(Map.of());

    static Marks parse(String text) {
        Map<String, String> values = new HashMap<>();
        for (String mark : text.strip().split(" +")) {
            int equals = mark.indexOf('=');
            if (equals > 0) {
                values.put(mark.substring(0, equals), NotablePlants.unescape(mark.substring(equals + 1)));
            }
        }
        return new Marks(Map.copyOf(values));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<double[]> line() {
        return find("line").map(text -> {
            String[] parts = text.split(",");
            return new double[] {
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3])
            };
        });
    }
}
