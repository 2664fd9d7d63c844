package dev.catavento.simulator.generated;

import java.util.ArrayList;
import java.util.List;

/** How many rows of each status a state has, and where its plants may stand. */
record StateTotals(String state, int operating, int notOperating, int unknown, List<Box> boxes) {

    /** A piece of land in degrees. */
    record Box(double west, double south, double east, double north) {}

    static List<StateTotals> read() {
        List<StateTotals> all = new ArrayList<>();
        for (String line : Resource.lines("states.txt")) {
            String[] cells = line.split("\\|");
            List<Box> boxes = new ArrayList<>();
            for (String box : cells[4].strip().split(" +")) {
                String[] edges = box.split(",");
                boxes.add(new Box(
                        Double.parseDouble(edges[0]),
                        Double.parseDouble(edges[1]),
                        Double.parseDouble(edges[2]),
                        Double.parseDouble(edges[3])));
            }
            all.add(new StateTotals(
                    cells[0].strip(), whole(cells[1]), whole(cells[2]), whole(cells[3]), List.copyOf(boxes)));
        }
        return all;
    }

    private static int whole(String text) {
        return Integer.parseInt(text.strip());
    }
}
