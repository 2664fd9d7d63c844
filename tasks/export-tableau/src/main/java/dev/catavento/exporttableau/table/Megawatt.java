package dev.catavento.exporttableau.table;

/** Power in the unit that people read. */
public final class Megawatt {
    private Megawatt() {}

    /** To a thousandth of a watt: 2009.9999999999998 kW, a product of binary fractions, is 2.01 MW. */
    public static Double ofKilowatt(Double kilowatt) {
        return kilowatt == null ? null : Math.round(kilowatt * 1e6) / 1e9;
    }

    /** A sum to the kilowatt: the source's single values are no better. */
    public static double ofTotal(double kilowatt) {
        return Math.round(kilowatt) / 1e3;
    }
}
