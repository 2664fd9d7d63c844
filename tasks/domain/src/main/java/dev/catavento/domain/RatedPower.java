package dev.catavento.domain;

/**
 * @param kw rated power in kW after repair, null where unknown
 * @param publishedMw POT_MW as the source sent it, in whatever unit it really was
 */
public record RatedPower(Double kw, Double publishedMw) {
    public static final RatedPower UNKNOWN = new RatedPower(null, null);
}
