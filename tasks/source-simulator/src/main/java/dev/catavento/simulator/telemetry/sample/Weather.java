package dev.catavento.simulator.telemetry.sample;

import dev.catavento.simulator.layer.Mix;

/** The weather at one turbine: its farm's, with some of its own. The same seed gives the same, minute by minute. */
final class Weather {

    private static final double MINUTES_OF_A_DAY = 1440;
    private static final double MINUTES_OF_A_YEAR = 1440 * 365.25;
    private static final double BRASILIA_MINUTES = -180;
    private static final double WINDIEST_MINUTE = 21 * 60;
    private static final double WARMEST_MINUTE = 14.5 * 60;
    private static final double WARMEST_OF_THE_YEAR = 20 * MINUTES_OF_A_DAY;

    private final SmoothNoise days;
    private final SmoothNoise hours;
    private final SmoothNoise hour;
    private final SmoothNoise gusts;
    private final SmoothNoise squalls;
    private final SmoothNoise turbulence;
    private final SmoothNoise warmth;
    private final SmoothNoise air;
    private final SmoothNoise veer;
    private final SmoothNoise swing;
    private final double site;

    Weather(long seed, Turbine turbine) {
        long farm = Mix.hash(seed, 101, turbine.farm());
        long own = Mix.hash(seed, 103, turbine.number());
        days = new SmoothNoise(farm + 1, 2 * 1440);
        hours = new SmoothNoise(farm + 2, 420);
        hour = new SmoothNoise(farm + 3, 95);
        warmth = new SmoothNoise(farm + 4, 360);
        veer = new SmoothNoise(farm + 5, 700);
        gusts = new SmoothNoise(own + 1, 23);
        squalls = new SmoothNoise(own + 2, 6);
        turbulence = new SmoothNoise(own + 3, 1);
        air = new SmoothNoise(own + 4, 25);
        swing = new SmoothNoise(own + 5, 15);
        site = new SmoothNoise(own + 6, 1).at(0);
    }

    /** In m/s. */
    double windMs(long minute) {
        double slow = 8.2
                + 0.5 * site
                + 5.8 * days.at(minute)
                + 2.8 * hours.at(minute)
                + 1.1 * hour.at(minute)
                + 1.1 * wave(minute + BRASILIA_MINUTES - WINDIEST_MINUTE, MINUTES_OF_A_DAY);
        // Turbulence grows with the wind.
        double rough = 0.25 + 0.06 * Math.max(0, slow);
        double quick = gusts.at(minute) + 0.8 * squalls.at(minute) + 0.5 * turbulence.at(minute);
        return Math.max(0, slow + rough * quick);
    }

    /** In °C. */
    double temperatureC(long minute) {
        return 26
                + 4.5 * wave(minute + BRASILIA_MINUTES - WARMEST_MINUTE, MINUTES_OF_A_DAY)
                + 2.5 * wave(minute - WARMEST_OF_THE_YEAR, MINUTES_OF_A_YEAR)
                + 1.5 * warmth.at(minute)
                + 0.2 * air.at(minute);
    }

    /** In degrees, unrounded, any number. */
    double directionDegrees(long minute) {
        return 105 + 70 * veer.at(minute) + 12 * swing.at(minute);
    }

    /** Roughness of the rotor's own, −1 to 1. */
    double rotor(long minute) {
        return turbulence.at(-minute);
    }

    /** {@code StrictMath}, for the same bits on every machine. */
    private static double wave(double minutes, double period) {
        return StrictMath.cos(2 * Math.PI * (minutes % period) / period);
    }
}
