package dev.catavento.store.export;

/**
 * The fleet's turbines and rated power by operating status. There is no total without status: more than half of the
 * registered fleet does not operate.
 */
public record FleetPower(Share operating, Share notOperating, Share unknown) {
    /** Turbines of one status, and the sum of their rated power where it is known. */
    public record Share(long turbineCount, double ratedPowerKw) {}

    public long turbineCount() {
        return operating.turbineCount() + notOperating.turbineCount() + unknown.turbineCount();
    }
}
