package dev.catavento.simulator.generated;

/**
 * What a row publishes of its machine.
 *
 * @param powerMw as published: the unit is MW only where nothing is wrong
 * @param towerM null where it is not known
 */
record Machine(double rotorM, double powerMw, Double towerM, double tipM) {

    /** Reads {@code rotor/power/tower[/tip]}; without a tip it is the tower plus half the rotor. */
    static Machine parse(String text) {
        String[] parts = text.strip().split("/");
        double rotor = Double.parseDouble(parts[0]);
        Double tower = parts[2].equals("-") ? null : Double.valueOf(parts[2]);
        double tip = parts.length > 3 ? Double.parseDouble(parts[3]) : tower + rotor / 2;
        return new Machine(rotor, Double.parseDouble(parts[1]), tower, tip);
    }
}
