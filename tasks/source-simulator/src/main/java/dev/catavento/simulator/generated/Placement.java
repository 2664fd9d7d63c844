package dev.catavento.simulator.generated;

import dev.catavento.simulator.layer.Position;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Gives every turbine of every plant its place; the answer has one array for each plant, in the plants' order. */
final class Placement {

    private static final int MOST_PER_SITE = 18;

    private final Map<String, List<StateTotals.Box>> land = new HashMap<>();
    private final Map<Integer, double[]> anchors = new HashMap<>();
    private final Sites sites = new Sites();
    private final List<Plant> plants;
    private final Position[][] places;
    private final Dice dice;

    private Placement(List<Plant> plants, List<StateTotals> totals, Dice dice) {
        this.plants = plants;
        this.places = new Position[plants.size()][];
        this.dice = dice;
        totals.forEach(total -> land.put(total.state(), total.boxes()));
    }

    static Position[][] place(List<Plant> plants, List<StateTotals> totals, Dice dice) {
        Placement placement = new Placement(plants, totals, dice);
        IntStream.range(0, plants.size()).forEach(placement::placeLine);
        IntStream.range(0, plants.size())
                .boxed()
                .sorted(Comparator.comparing(i -> -width(plants.get(i))))
                .forEach(placement::placeRows);
        IntStream.range(0, plants.size()).forEach(placement::placeByOther);
        Twins.place(plants, placement.places, dice);
        return placement.places;
    }

    private void placeLine(int i) {
        Plant plant = plants.get(i);
        plant.marks().line().ifPresent(ends -> {
            places[i] = Layout.line(ends, plant.size());
            for (Position spot : places[i]) {
                sites.reserve(spot.longitude(), spot.latitude());
            }
        });
    }

    private void placeRows(int i) {
        Plant plant = plants.get(i);
        if (places[i] != null
                || plant.marks().find("beside").isPresent()
                || plant.marks().find("atop").isPresent()) {
            return;
        }
        List<StateTotals.Box> boxes = land.get(plant.state());
        double[] anchor = anchors.computeIfAbsent(plant.complex(), key -> anchor(boxes));
        int spots = plant.marks().find("spots").map(Integer::parseInt).orElse(plant.size());
        Sites.Site site = sites.take(boxes, anchor[0], anchor[1], width(plant));
        Position[] base = Layout.rows(site, spots, plant.machines().getFirst().rotorM(), dice);
        places[i] = new Position[plant.size()];
        Arrays.setAll(places[i], row -> base[row % spots]);
    }

    private static int width(Plant plant) {
        return (int) Math.ceil(Math.sqrt(plant.size() / (double) MOST_PER_SITE));
    }

    private double[] anchor(List<StateTotals.Box> boxes) {
        int[] areas = boxes.stream()
                .mapToInt(box -> (int) (1e4 * (box.east() - box.west()) * (box.north() - box.south())))
                .toArray();
        StateTotals.Box box = boxes.get(dice.weighted(areas));
        return new double[] {dice.between(box.west(), box.east()), dice.between(box.south(), box.north())};
    }

    /** Plants that stand where another one stands. */
    private void placeByOther(int i) {
        Marks marks = plants.get(i).marks();
        marks.find("atop").ifPresent(id -> places[i] = of(id).clone());
        marks.find("onto").ifPresent(id -> places[i][0] = of(id)[0]);
        marks.find("beside").ifPresent(mark -> {
            String[] parts = mark.split(":");
            Position[] other = of(parts[0]);
            places[i] = new Position[plants.get(i).size()];
            Arrays.setAll(places[i], row -> {
                double away = row < Integer.parseInt(parts[1]) ? 0.2 + 2.1 * row : 400;
                return other[row].movedByMetres(away * 0.6, -away * 0.8);
            });
        });
    }

    private Position[] of(String id) {
        for (int i = 0; i < plants.size(); i++) {
            if (Integer.valueOf(id).equals(plants.get(i).id())) {
                return places[i];
            }
        }
        throw new IllegalStateException("no plant " + id);
    }
}
