package dev.catavento.domain;

import static java.util.Map.entry;

import java.util.Map;

/**
 * Bounding boxes of the 27 states in degrees (from IBGE's outlines, to a tenth). They decide only what is far out: a
 * turbine in the next state or on the coast is inside the margin.
 */
public final class StateExtent {
    private static final double MARGIN_DEG = 0.2;

    private static final Map<String, Extent> BY_UF = Map.ofEntries(
            entry("AC", new Extent(-74.0, -11.1, -66.6, -7.1)),
            entry("AL", new Extent(-38.2, -10.5, -35.2, -8.8)),
            entry("AM", new Extent(-73.8, -9.8, -56.1, 2.2)),
            entry("AP", new Extent(-54.9, -1.2, -49.9, 4.4)),
            entry("BA", new Extent(-46.6, -18.3, -37.3, -8.5)),
            entry("CE", new Extent(-41.4, -7.9, -37.3, -2.8)),
            entry("DF", new Extent(-48.3, -16.1, -47.3, -15.5)),
            entry("ES", new Extent(-41.9, -21.3, -39.7, -17.9)),
            entry("GO", new Extent(-53.3, -19.5, -45.9, -12.4)),
            entry("MA", new Extent(-48.8, -10.3, -41.8, -1.0)),
            entry("MG", new Extent(-51.0, -22.9, -39.9, -14.2)),
            entry("MS", new Extent(-58.2, -24.1, -50.9, -17.2)),
            entry("MT", new Extent(-61.6, -18.0, -50.2, -7.3)),
            entry("PA", new Extent(-58.9, -9.8, -46.1, 2.6)),
            entry("PB", new Extent(-38.8, -8.3, -34.8, -6.0)),
            entry("PE", new Extent(-41.4, -9.5, -32.4, -3.8)),
            entry("PI", new Extent(-46.0, -10.9, -40.4, -2.7)),
            entry("PR", new Extent(-54.6, -26.7, -48.0, -22.5)),
            entry("RJ", new Extent(-44.9, -23.4, -41.0, -20.8)),
            entry("RN", new Extent(-38.6, -7.0, -35.0, -4.8)),
            entry("RO", new Extent(-66.8, -13.7, -59.8, -8.0)),
            entry("RR", new Extent(-64.8, -1.6, -58.9, 5.3)),
            entry("RS", new Extent(-57.6, -33.8, -49.7, -27.1)),
            entry("SC", new Extent(-53.8, -29.4, -48.4, -26.0)),
            entry("SE", new Extent(-38.2, -11.6, -36.4, -9.5)),
            entry("SP", new Extent(-53.1, -25.3, -44.2, -19.8)),
            entry("TO", new Extent(-50.7, -13.5, -45.7, -5.2)));

    private StateExtent() {}

    private record Extent(double west, double south, double east, double north) {
        boolean holds(Position p) {
            return p.longitude() >= west - MARGIN_DEG
                    && p.longitude() <= east + MARGIN_DEG
                    && p.latitude() >= south - MARGIN_DEG
                    && p.latitude() <= north + MARGIN_DEG;
        }
    }

    /** True where the position is more than some 20 km outside the state's box, or there is no such state. */
    public static boolean contradicts(String uf, Position position) {
        var extent = BY_UF.get(uf);
        return extent == null || !extent.holds(position);
    }
}
