package dev.catavento.simulator.telemetry.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GeneratedSamplesTest {

    private static final long FIRST = 29_459_700;
    private static final int MONTH = 30 * 1440;
    private static final TurbineFleet FLEET = new TurbineFleet(60);

    @Test
    void theSameBitsOnEveryMachine() {
        GeneratedSamples samples = new GeneratedSamples(2026, FLEET.first());
        assertThat(samples.at(FIRST).values()).containsExactly(5.62, 374.9, 24.4, 79.4);
        assertThat(samples.at(FIRST).stampMillis()).isEqualTo(FIRST * 60_000);
    }

    @Test
    void aMinuteDoesNotDependOnTheMinutesAskedBefore() {
        GeneratedSamples inOrder = new GeneratedSamples(7, FLEET.first());
        List<Reading> all =
                IntStream.range(0, 500).mapToObj(i -> inOrder.at(FIRST + i)).toList();
        new Random(1)
                .ints(200, 0, 500)
                .forEach(i -> assertThat(new GeneratedSamples(7, FLEET.first())
                                .at(FIRST + i)
                                .values())
                        .containsExactly(all.get(i).values()));
    }

    @Test
    void seedTurbineAndMinuteEachMatter() {
        double[] one = wind(2026, 1);
        assertThat(wind(2027, 1)).isNotEqualTo(one);
        assertThat(wind(2026, 2)).isNotEqualTo(one);
        assertThat(wind(2026, 1)).isEqualTo(one);
    }

    @Test
    void theWindIsAutocorrelatedAndCoversTheWholeCurve() {
        double[] wind = wind(2026, 1);
        assertThat(correlation(wind, 1)).isGreaterThan(0.97);
        assertThat(correlation(wind, 60)).isBetween(0.7, 0.97);
        assertThat(correlation(wind, 5 * 1440)).isLessThan(0.5);
        assertThat(IntStream.range(0, MONTH).filter(i -> wind[i] < 3).count()).isGreaterThan(MONTH / 100);
        assertThat(IntStream.range(0, MONTH).filter(i -> wind[i] > 12).count()).isGreaterThan(MONTH / 50);
        assertThat(Arrays.stream(wind)).allMatch(v -> v >= 0 && v < 40);
        assertThat(mean(wind)).isBetween(6.5, 10.0);
    }

    @Test
    void turbinesOfAFarmShareTheirWeather() {
        assertThat(correlation(wind(2026, 1), wind(2026, 2))).isGreaterThan(0.9);
        assertThat(correlation(wind(2026, 1), wind(2026, 51))).isLessThan(0.7);
    }

    @Test
    void powerFollowsTheWindUpToTheTurbinesOwnRatedPower() {
        for (int number = 1; number <= 8; number++) {
            Turbine turbine = turbine(number);
            boolean atRated = false;
            for (Reading reading : month(2026, number)) {
                double wind = reading.value(Signal.WIND_SPEED);
                double power = reading.value(Signal.POWER);
                assertThat(power).isBetween(0.0, turbine.ratedPowerKw());
                if (wind < 3 || wind >= 25) {
                    assertThat(power).isZero();
                } else if (wind >= 12) {
                    assertThat(power).isEqualTo(turbine.ratedPowerKw());
                    atRated = true;
                } else if (wind > 4) {
                    assertThat(power).isPositive();
                }
            }
            assertThat(atRated).isTrue();
        }
    }

    @Test
    void afternoonsAreWarmerThanNights() {
        double afternoon = 0;
        double night = 0;
        for (Reading reading : month(2026, 1)) {
            long hour = Math.floorMod(reading.stampMillis() / 3_600_000 - 3, 24L);
            double temperature = reading.value(Signal.AMBIENT_TEMPERATURE);
            assertThat(temperature).isBetween(10.0, 45.0);
            afternoon += hour == 14 ? temperature : 0;
            night += hour == 3 ? temperature : 0;
        }
        assertThat((afternoon - night) / (30 * 60)).isBetween(5.0, 12.0);
    }

    @Test
    void valuesHaveTheResolutionOfRealSensors() {
        for (Reading reading : month(2026, 3)) {
            for (Signal signal : Signal.values()) {
                int decimals = signal == Signal.WIND_SPEED ? 2 : 1;
                assertThat(new BigDecimal(Double.toString(reading.value(signal))).scale())
                        .isLessThanOrEqualTo(decimals);
            }
            assertThat(reading.value(Signal.WIND_DIRECTION)).isBetween(0.0, 359.9);
        }
    }

    private static Turbine turbine(int number) {
        return FLEET.list().get(number - 1);
    }

    private static List<Reading> month(long seed, int number) {
        GeneratedSamples samples = new GeneratedSamples(seed, turbine(number));
        return IntStream.range(0, MONTH).mapToObj(i -> samples.at(FIRST + i)).toList();
    }

    private static double[] wind(long seed, int number) {
        return month(seed, number).stream()
                .mapToDouble(reading -> reading.value(Signal.WIND_SPEED))
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double correlation(double[] values, int lag) {
        return correlation(Arrays.copyOf(values, values.length - lag), Arrays.copyOfRange(values, lag, values.length));
    }

    private static double correlation(double[] a, double[] b) {
        double ma = mean(a);
        double mb = mean(b);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - ma) * (b[i] - mb);
            aa += (a[i] - ma) * (a[i] - ma);
            bb += (b[i] - mb) * (b[i] - mb);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
