package dev.catavento.simulator.generated;

import java.util.ArrayList;
import java.util.List;

/** Turbines of one state and status that made-up plants have to provide. */
record Bucket(String state, Status status, int turbines) {

    /** What the notable plants and the repeated rows leave to be made up. */
    static List<Bucket> remaining(List<StateTotals> totals, List<Plant> notable, List<Repeat> repeats) {
        List<Bucket> buckets = new ArrayList<>();
        for (StateTotals total : totals) {
            for (Status status : new Status[] {Status.OPERATING, Status.NOT_OPERATING, Status.UNKNOWN}) {
                int wanted = switch (status) {
                    case OPERATING -> total.operating();
                    case NOT_OPERATING -> total.notOperating();
                    default -> total.unknown();
                };
                int left = wanted
                        - countNotable(notable, total.state(), status)
                        - countRepeats(repeats, total.state(), status);
                if (left < 0) {
                    throw new IllegalStateException(
                            total.state() + " " + status + " has too many notable rows: " + left);
                }
                if (left > 0) {
                    buckets.add(new Bucket(total.state(), status, left));
                }
            }
        }
        return buckets;
    }

    private static int countNotable(List<Plant> plants, String state, Status status) {
        return plants.stream()
                .filter(plant -> state.equals(plant.state()))
                .mapToInt(plant -> (int) plant.statuses().stream()
                        .filter(s -> s == status || s.operates() && status.operates())
                        .count())
                .sum();
    }

    private static int countRepeats(List<Repeat> repeats, String state, Status status) {
        return repeats.stream()
                .filter(repeat -> repeat.state().equals(state) && repeat.status() == status)
                .mapToInt(Repeat::rows)
                .sum();
    }
}
