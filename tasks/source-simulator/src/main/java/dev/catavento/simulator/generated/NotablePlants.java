package dev.catavento.simulator.generated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads {@code notable-plants.txt}; its head explains the form. */
final class NotablePlants {

    private NotablePlants() {}

    static List<Plant> read() {
        List<Plant> plants = new ArrayList<>();
        int complex = 0;
        for (String line : Resource.lines("notable-plants.txt")) {
            plants.addAll(parse(line, --complex));
        }
        return plants;
    }

    private static List<Plant> parse(String line, int complex) {
        String[] cells = line.split("\\|", -1);
        List<String> names = NameRange.expand(unescape(cells[0].strip()));
        String state = cells[1].strip();
        int rows = Integer.parseInt(cells[2].strip());
        String id = cells[3].strip();
        Marks marks = Marks.parse(cells[6]);
        String owner = marks.find("owner").orElse("Eólica " + NameRange.base(names.getFirst()) + " S.A.");
        List<Plant> plants = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Designations designations = marks.find("prefix")
                    .map(Designations::withPrefix)
                    .orElse(new Designations(
                            Designations.Style.INITIALS_PLANT_DASH, Designations.initialsOf(name), i + 1));
            plants.add(new Plant(
                    id.equals("-") ? Integer.valueOf(-1) : id.equals("0") ? null : Integer.valueOf(id),
                    name,
                    state.equals("-") ? null : state,
                    complex,
                    machines(cells[4], rows, marks),
                    statuses(cells[5].strip(), rows),
                    owner.equals("-") ? null : owner,
                    designations,
                    marks));
        }
        return plants;
    }

    private static List<Machine> machines(String text, int rows, Marks marks) {
        List<Machine> machines = new ArrayList<>(Collections.nCopies(rows, Machine.parse(text)));
        marks.find("tail").ifPresent(tail -> {
            String[] parts = tail.split(":");
            for (int i = rows - Integer.parseInt(parts[1]); i < rows; i++) {
                machines.set(i, Machine.parse(parts[0]));
            }
        });
        return machines;
    }

    private static List<Status> statuses(String text, int rows) {
        List<Status> statuses = new ArrayList<>();
        for (String run : text.split("(?<=\\d)(?=\\D)")) {
            int times = run.length() == 1 ? rows : Integer.parseInt(run.substring(1));
            statuses.addAll(Collections.nCopies(times, Status.of(run.charAt(0))));
        }
        if (statuses.size() != rows) {
            throw new IllegalStateException("notable-plants.txt: " + text + " is not " + rows + " rows");
        }
        return statuses;
    }

    static String unescape(String text) {
        return text.replace("\\r", "\r").replace("\\n", "\n").replace("\\s", " ");
    }
}
