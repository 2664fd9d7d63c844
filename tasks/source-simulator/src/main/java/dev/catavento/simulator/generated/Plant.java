package dev.catavento.simulator.generated;

import java.util.List;

/**
 * A plant as planned, before its turbines have places.
 *
 * @param id null for the rows that lost it
 * @param state as published, null for none
 * @param complex plants with the same number stand together and were built together
 * @param statuses one per row
 */
record Plant(
        Integer id,
        String name,
        String state,
        int complex,
        List<Machine> machines,
        List<Status> statuses,
        String owner,
        Designations designations,
        Marks marks) {

    int size() {
        return statuses.size();
    }

    Plant withId(Integer number) {
        return new Plant(number, name, state, complex, machines, statuses, owner, designations, marks);
    }

    Plant ownedBy(String company) {
        return new Plant(id, name, state, complex, machines, statuses, company, designations, marks);
    }

    boolean operates() {
        return statuses.getFirst().operates();
    }

    /** Half of the rows carry another spelling where the plant is marked so. */
    String nameOfRow(int row) {
        return marks.find("also")
                .filter(also -> row >= size() / 2)
                .map(also -> name.replace(also.split(">")[0], also.split(">")[1]))
                .orElse(name);
    }
}
