package dev.catavento.simulator.generated;

/**
 * What a row publishes of its machine.
 *
 * @param powerMw as published: the unit is MW only where nothing is wrong
 * @param towerM null where it is not known
 */
record Machine(Double rotorM, Double powerMw, Double towerM, Double tipM) {

    /** Reads {@code rotor/power/tower[/tip]}; without a tip it is the tower plus half the rotor. */
    static Machine parse(String text) {
        String[] parts = text.strip().split("/");
        Double rotor = Double.valueOf(parts[0]);
        Double tower = parts[2].equals("-") ? null : Double.valueOf(parts[2]);
        Double tip = parts.length > 3 ? Double.valueOf(parts[3]) : Double.valueOf(tower + rotor / 2);
        return new Machine(rotor, Double.valueOf(parts[1]), tower, tip);
    }
}
