package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.ArcGisException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parameters of a request; their names are read without regard to case, as ArcGIS does. */
public final class Parameters {

    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public Parameters(Map<String, String> values) {
        this.values.putAll(values);
    }

    /** The value without blanks around it; an empty one counts as not given. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    public boolean isTrue(String name, boolean fallback) {
        return find(name)
                .map(text -> switch (text.toLowerCase(java.util.Locale.ROOT)) {
                    case "true", "1" -> true;
                    case "false", "0" -> false;
                    default -> throw ArcGisException.badQuery("'" + name + "' parameter is invalid");
                })
                .orElse(fallback);
    }

    /** A whole number of at least 0. */
    public Optional<Integer> findCount(String name) {
        return find(name).map(text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= 0) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // answered below like any other bad value
            }
            throw ArcGisException.badQuery("'" + name + "' parameter is invalid");
        });
    }
}
