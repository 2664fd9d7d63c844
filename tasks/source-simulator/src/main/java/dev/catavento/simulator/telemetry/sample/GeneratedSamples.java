package dev.catavento.simulator.telemetry.sample;

/** One turbine's samples, a pure function of seed, turbine and minute: any minute costs the same. */
public final class GeneratedSamples {

    private static final long MINUTE_MS = 60_000;
    private static final double ROTOR_ROUGHNESS = 0.03;

    private final Weather weather;
    private final double ratedPowerKw;

    public GeneratedSamples(long seed, Turbine turbine) {
        this.weather = new Weather(seed, turbine);
        this.ratedPowerKw = turbine.ratedPowerKw();
    }

    /** @param minute minutes since 1970-01-01T00:00Z; the sample is stamped with its start */
    public Reading at(long minute) {
        double wind = Signal.WIND_SPEED.rounded(weather.windMs(minute));
        double direction = Signal.WIND_DIRECTION.rounded(weather.directionDegrees(minute)) % 360;
        return new Reading(minute * MINUTE_MS, new double[] {
            wind,
            Signal.POWER.rounded(powerKw(wind, minute)),
            Signal.AMBIENT_TEMPERATURE.rounded(weather.temperatureC(minute)),
            Signal.WIND_DIRECTION.rounded(direction < 0 ? direction + 360 : direction)
        });
    }

    private double powerKw(double windMs, long minute) {
        double share = PowerCurve.share(windMs);
        return share == 0 || share == 1
                ? share * ratedPowerKw
                : Math.min(1, share * (1 + ROTOR_ROUGHNESS * weather.rotor(minute))) * ratedPowerKw;
    }
}
