package dev.catavento.watchstore.rules;

import dev.catavento.store.watch.ExpectedDay;
import dev.catavento.store.watch.PastRun;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that is judged.
 *
 * @param now the moment of judging
 * @param deadline time of day in Brasília by which the day before must be complete
 * @param runs the oldest first
 * @param days newest days that each dataset should have
 * @param inServiceSince when each dataset's first run completed
 * @param uiUrl Airflow's address for people, or null
 */
public record Past(
        Instant now,
        LocalTime deadline,
        List<PastRun> runs,
        List<ExpectedDay> days,
        Map<String, Instant> inServiceSince,
        String uiUrl) {

    /** Runs by task and dataset, the oldest first. */
    Collection<List<PastRun>> histories() {
        var histories = new LinkedHashMap<String, List<PastRun>>();
        for (var run : runs) {
            histories
                    .computeIfAbsent(run.task() + " " + run.dataset(), key -> new java.util.ArrayList<>())
                    .add(run);
        }
        return histories.values();
    }

    /** Completed runs by task and dataset, the oldest first; no history is empty. */
    Stream<List<PastRun>> completed() {
        return histories().stream()
                .map(history -> history.stream().filter(PastRun::completed).toList())
                .filter(history -> !history.isEmpty());
    }

    /** Runs of the task on the dataset that completed, the oldest first. */
    List<PastRun> completed(String task, String dataset) {
        return runs.stream()
                .filter(run ->
                        run.completed() && run.task().equals(task) && java.util.Objects.equals(run.dataset(), dataset))
                .toList();
    }
}
