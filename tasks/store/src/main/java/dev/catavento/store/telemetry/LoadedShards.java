package dev.catavento.store.telemetry;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which shards of a source's day are loaded.
 *
 * @param byCount the numbers of the loaded shards, by how many shards the day was divided into
 */
public record LoadedShards(Map<Integer, TreeSet<Integer>> byCount) {

    public boolean isEmpty() {
        return byCount.isEmpty();
    }

    /** True when of one division of the day no shard is missing. */
    public boolean isWhole() {
        return byCount.entrySet().stream()
                .anyMatch(division -> division.getValue().size() == division.getKey());
    }

    /** The shards that are not loaded, such as 2/8, of the division of which the fewest are missing. */
    public List<String> missing() {
        return byCount.keySet().stream()
                .map(this::missing)
                .min((a, b) -> Integer.compare(a.size(), b.size()))
                .orElse(List.of());
    }

    private List<String> missing(int count) {
        return IntStream.rangeClosed(1, count)
                .filter(index -> !byCount.get(count).contains(index))
                .mapToObj(index -> index + "/" + count)
                .toList();
    }
}
