package dev.catavento.domain;

import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * Units of POT_MW. Real machines of the register have 0.2 to 20 MW; kilowatts are at least 100 and powers a thousand
 * times too small are below 0.05, so the two cannot be taken for one another or for a real machine.
 */
public final class PowerRepair {
    private static final String FIELD = "POT_MW";
    private static final double LEAST_MW = 0.2;
    private static final double MOST_MW = 20;

    private PowerRepair() {}

    public static RatedPower of(Double publishedMw, Consumer<Finding> findings) {
        if (publishedMw == null) {
            findings.accept(Finding.of(FleetRule.POWER_MISSING, FIELD, null, null, "the source gives no rated power"));
            return RatedPower.UNKNOWN;
        }
        double mw = publishedMw;
        if (plausible(mw)) {
            return new RatedPower(kilowatts(mw, 3), publishedMw);
        }
        if (mw >= 100 && plausible(mw / 1000)) {
            return repaired(FleetRule.POWER_IN_KW, publishedMw, kilowatts(mw, 0), findings);
        }
        if (mw > 0 && mw < 0.05 && plausible(mw * 1000)) {
            return repaired(FleetRule.POWER_THOUSANDTH, publishedMw, kilowatts(mw, 6), findings);
        }
        findings.accept(Finding.of(FleetRule.POWER_IMPLAUSIBLE, FIELD, mw, mw, "no unit makes it 0.2 to 20 MW"));
        return new RatedPower(kilowatts(mw, 3), publishedMw);
    }

    private static RatedPower repaired(FleetRule rule, Double published, double kw, Consumer<Finding> findings) {
        findings.accept(Finding.of(
                rule,
                FIELD,
                published,
                BigDecimal.valueOf(kw).movePointLeft(3).doubleValue(),
                "a machine of " + Math.round(kw) + " kW is usual; one of " + published + " MW does not exist"));
        return new RatedPower(kw, published);
    }

    private static boolean plausible(double mw) {
        return mw >= LEAST_MW && mw <= MOST_MW;
    }

    /** Shifts the decimal point, so that 4.2 MW is 4200 kW and not a neighbour of it. */
    private static double kilowatts(double value, int places) {
        return BigDecimal.valueOf(value).movePointRight(places).doubleValue();
    }
}
