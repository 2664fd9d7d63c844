package dev.catavento.simulator.telemetry.trait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.simulator.telemetry.sample.Reading;
import dev.catavento.simulator.telemetry.sample.Signal;
import dev.catavento.simulator.telemetry.sample.Turbine;
import dev.catavento.simulator.telemetry.sample.TurbineFleet;
import dev.catavento.simulator.telemetry.serve.Frequency;
import dev.catavento.simulator.telemetry.serve.ReadingQuery;
import dev.catavento.simulator.telemetry.serve.SampleReader;
import dev.catavento.simulator.telemetry.serve.StampForm;
import dev.catavento.simulator.telemetry.serve.StampRange;
import dev.catavento.simulator.telemetry.serve.StampText;
import dev.catavento.simulator.telemetry.serve.StoredSamples;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What each trait makes of a day of samples. */
class TraitTest {

    private static final Instant START = Instant.parse("2026-01-05T03:00:00Z");
    private static final StampRange DAY = StampRange.halfOpen(START, START.plusSeconds(86_400));
    private static final TurbineFleet FLEET = new TurbineFleet(10);

    private static List<Reading> day(String traits) {
        return day(new TraitRegistry(5, TraitRequest.parseAll(traits)), FLEET.first(), DAY);
    }

    private static List<Reading> day(TraitRegistry traits, Turbine turbine, StampRange range) {
        List<Reading> readings = new ArrayList<>();
        try {
            new SampleReader(5, StoredSamples.NONE, Clock.systemUTC())
                    .read(
                            new ReadingQuery(turbine, range, Frequency.EVERY_MINUTE, traits.meet(turbine)),
                            readings::add);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return readings;
    }

    private static long count(List<Reading> readings, Predicate<Reading> condition) {
        return readings.stream().filter(condition).count();
    }

    private static List<Long> stamps(List<Reading> readings) {
        return readings.stream().map(Reading::stampMillis).toList();
    }

    /** The minute of the day, fractions and seconds cut off. */
    private static long minute(Reading reading) {
        return Math.floorDiv(reading.stampMillis() - START.toEpochMilli(), 60_000L);
    }

    private static void equal(Reading a, Reading b) {
        assertThat(a.stampMillis()).isEqualTo(b.stampMillis());
        assertThat(a.values()).containsExactly(b.values());
    }

    @Test
    void withoutTraitsADayIsWhole() {
        List<Reading> plain = day("");
        assertThat(plain).hasSize(1440);
        assertThat(stamps(plain)).isSorted().doesNotHaveDuplicates();
        assertThat(plain).noneMatch(r -> r.isMissing(Signal.POWER));
    }

    @Test
    void aTraitHitsTheSameSamplesEachTime() {
        String all = "gaps:percent=5;nulls:percent=5;different-duplicates:percent=5;off-grid;disorder";
        List<Reading> once = day(all);
        List<Reading> again = day(all);
        assertThat(again).hasSameSizeAs(once);
        for (int i = 0; i < once.size(); i++) {
            equal(again.get(i), once.get(i));
        }
    }

    @Test
    void gaps() {
        assertThat(day("gaps:percent=10")).hasSizeBetween(1230, 1360);
        assertThat(day("gaps:percent=100")).isEmpty();
        List<Long> left = stamps(day("gaps:percent=50,run=60"));
        assertThat(left.size() % 60).isZero();
        assertThat(left).hasSizeBetween(300, 1140);
    }

    @Test
    void equalDuplicates() {
        List<Reading> readings = day("equal-duplicates:percent=10");
        int twice = 0;
        for (int i = 1; i < readings.size(); i++) {
            if (readings.get(i).stampMillis() == readings.get(i - 1).stampMillis()) {
                equal(readings.get(i), readings.get(i - 1));
                twice++;
            }
        }
        assertThat(twice).isBetween(80, 210).isEqualTo(readings.size() - 1440);
    }

    @Test
    void differentDuplicates() {
        List<Reading> readings = day("different-duplicates:percent=10");
        int twice = 0;
        for (int i = 1; i < readings.size(); i++) {
            Reading first = readings.get(i - 1);
            Reading second = readings.get(i);
            if (second.stampMillis() == first.stampMillis()) {
                for (Signal signal : Signal.values()) {
                    assertThat(second.value(signal)).isNotEqualTo(first.value(signal));
                }
                twice++;
            }
        }
        assertThat(twice).isBetween(80, 210).isEqualTo(readings.size() - 1440);
    }

    @Test
    void offGridAndFractionalSeconds() {
        List<Reading> off = day("off-grid:seconds=5");
        assertThat(off).allMatch(r -> r.stampMillis() % 1000 == 0 && r.stampMillis() % 60_000 != 0);
        assertThat(off).allMatch(r -> Math.abs((r.stampMillis() + 30_000) % 60_000 - 30_000) <= 5000);
        assertThat(stamps(off)).isSorted();
        List<Reading> fractions = day("fractional-seconds");
        assertThat(fractions).hasSize(1440).allMatch(r -> r.stampMillis() % 1000 != 0);
        assertThat(new StampText(StampForm.NAIVE).of(START.toEpochMilli() + 250))
                .isEqualTo("2026-01-05T00:00:00.250000");
    }

    @Test
    void samplesBesideTheDaysEdgesAreFoundByTheirStamps() {
        TraitRegistry traits = new TraitRegistry(5, TraitRequest.parseAll("off-grid:seconds=29;fractional-seconds"));
        List<Long> both = new ArrayList<>(stamps(day(traits, FLEET.first(), DAY)));
        both.addAll(stamps(day(
                traits, FLEET.first(), StampRange.halfOpen(START.plusSeconds(86_400), START.plusSeconds(172_800)))));
        assertThat(both)
                .containsExactlyElementsOf(
                        stamps(day(traits, FLEET.first(), StampRange.halfOpen(START, START.plusSeconds(172_800)))));
    }

    @Test
    void nullsAndNanText() {
        List<Reading> nulls = day("nulls:percent=20,signal=power");
        assertThat(count(nulls, r -> r.isMissing(Signal.POWER))).isBetween(200L, 380L);
        assertThat(nulls).noneMatch(r -> r.isMissing(Signal.WIND_SPEED) || r.isNanText(Signal.POWER));
        List<Reading> any = day("nulls:percent=20");
        assertThat(Signal.USUAL).allMatch(signal -> count(any, r -> r.isMissing(signal)) > 30);
        List<Reading> nan = day("nan-text:percent=20,signal=power");
        assertThat(count(nan, r -> r.isNanText(Signal.POWER))).isBetween(200L, 380L);
        assertThat(nan).allMatch(r -> r.isNanText(Signal.POWER) == r.isMissing(Signal.POWER));
    }

    @Test
    void disorderKeepsEachHoursSamples() {
        List<Reading> plain = day("");
        List<Reading> mixed = day("disorder");
        assertThat(stamps(mixed)).isNotEqualTo(stamps(plain));
        assertThat(stamps(mixed.subList(60, 120))).containsExactlyInAnyOrderElementsOf(stamps(plain.subList(60, 120)));
        List<Reading> sorted = mixed.stream()
                .sorted(Comparator.comparing(Reading::stampMillis))
                .toList();
        for (int i = 0; i < plain.size(); i++) {
            equal(sorted.get(i), plain.get(i));
        }
    }

    @Test
    void stuckSensor() {
        List<Reading> plain = day("");
        List<Reading> stuck = day("stuck-sensor:signal=wind_speed,start_minute=600,minutes=180");
        for (int i = 0; i < 1440; i++) {
            double expected = i >= 600 && i < 780
                    ? plain.get(600).value(Signal.WIND_SPEED)
                    : plain.get(i).value(Signal.WIND_SPEED);
            assertThat(stuck.get(i).value(Signal.WIND_SPEED)).isEqualTo(expected);
            assertThat(stuck.get(i).value(Signal.POWER)).isEqualTo(plain.get(i).value(Signal.POWER));
        }
        assertThat(day("stuck-sensor:at=zero").get(700).value(Signal.WIND_SPEED))
                .isZero();
        assertThat(day("stuck-sensor:at=zero,day=2026-01-06"))
                .allMatch(r -> r.value(Signal.WIND_SPEED) >= 0
                        && r.value(Signal.WIND_SPEED)
                                == plain.get((int) minute(r)).value(Signal.WIND_SPEED));
    }

    @Test
    void wattsForAWhile() {
        List<Reading> plain = day("");
        List<Reading> watts = day("watts:day=2026-01-05,start_minute=30,minutes=60");
        for (int i = 0; i < 1440; i++) {
            double kw = plain.get(i).value(Signal.POWER);
            assertThat(watts.get(i).value(Signal.POWER)).isEqualTo(i >= 30 && i < 90 ? Math.rint(kw * 1000) : kw);
        }
    }

    @Test
    void negativePowerAtStandstillOnly() {
        TraitRegistry traits = new TraitRegistry(5, TraitRequest.parseAll("negative-power"));
        StampRange month = StampRange.halfOpen(START, START.plusSeconds(30 * 86_400));
        List<Reading> plain = day(new TraitRegistry(5, List.of()), FLEET.first(), month);
        List<Reading> readings = day(traits, FLEET.first(), month);
        int negative = 0;
        for (int i = 0; i < plain.size(); i++) {
            double power = readings.get(i).value(Signal.POWER);
            if (plain.get(i).value(Signal.POWER) == 0) {
                assertThat(power).isBetween(-8.0, -0.1);
                negative++;
            } else {
                assertThat(power).isEqualTo(plain.get(i).value(Signal.POWER));
            }
        }
        assertThat(negative).isPositive();
    }

    @Test
    void endStampsAndAWrongClock() {
        List<Reading> plain = day("");
        List<Reading> ends = day("end-stamps");
        assertThat(ends).hasSize(1440);
        assertThat(ends.get(1).stampMillis()).isEqualTo(plain.get(1).stampMillis());
        assertThat(ends.get(1).values()).containsExactly(plain.get(0).values());
        List<Reading> ahead = day("clock-ahead:seconds=7200");
        assertThat(ahead).hasSize(1440);
        assertThat(ahead.get(120).values()).containsExactly(plain.get(0).values());
    }

    @Test
    void stampForms() {
        long millis = START.toEpochMilli();
        assertThat(form("").of(millis)).isEqualTo("2026-01-05T00:00:00");
        assertThat(form("stamp-form:form=z").of(millis)).isEqualTo("2026-01-05T03:00:00Z");
        assertThat(form("stamp-form").of(millis)).isEqualTo("2026-01-05T00:00:00-03:00");
    }

    private static StampText form(String traits) {
        return new StampText(new TraitRegistry(5, TraitRequest.parseAll(traits))
                .meet(FLEET.first())
                .stampForm());
    }

    @Test
    void lateDataChangeVanishAndArriveAfterSoManyRequests() {
        TraitRegistry traits = new TraitRegistry(
                5,
                TraitRequest.parseAll(
                        "late-change:after_requests=1;late-vanish:after_requests=2,start_minute=0,every=60;"
                                + "late-arrival:after_requests=1,n=3,start_minute=1000"));
        List<Reading> plain = day("");
        List<Reading> first = day(traits, FLEET.first(), DAY);
        List<Reading> second = day(traits, FLEET.first(), DAY);
        List<Reading> third = day(traits, FLEET.first(), DAY);
        assertThat(first).hasSize(1437).noneMatch(r -> minute(r) >= 1000 && minute(r) < 1003);
        assertThat(second).hasSize(1440);
        for (int i = 0; i < 1440; i++) {
            boolean changed = i >= 720 && i < 727;
            for (Signal signal : Signal.values()) {
                assertThat(second.get(i).value(signal) != plain.get(i).value(signal))
                        .isEqualTo(changed);
            }
        }
        var gone = new HashSet<>(stamps(second));
        stamps(third).forEach(gone::remove);
        assertThat(gone).hasSize(20);
        assertThat(third).hasSize(1420).noneMatch(r -> minute(r) % 60 == 0 && minute(r) < 1200);
    }

    @Test
    void lateDataAfterSomeTime() throws InterruptedException {
        TraitRegistry traits =
                new TraitRegistry(5, TraitRequest.parseAll("late-vanish:n=20,after_seconds=1,day=2026-01-05"));
        assertThat(day(traits, FLEET.first(), DAY)).hasSize(1440);
        Thread.sleep(1050);
        assertThat(day(traits, FLEET.first(), DAY)).hasSize(1420);
    }

    @Test
    void aTraitOfOneTurbine() {
        TraitRegistry traits = new TraitRegistry(5, TraitRequest.parseAll("gaps:percent=100,turbine=T-0002"));
        assertThat(day(traits, FLEET.list().get(0), DAY)).hasSize(1440);
        assertThat(day(traits, FLEET.list().get(1), DAY)).isEmpty();
    }

    @Test
    void refusalsNameWhatIsValid() {
        refused("holes", "unknown trait 'holes'", "stuck-sensor");
        refused("gaps:share=3", "share", "percent, run, turbine");
        refused("gaps:percent=101", "percent", "0 to 100");
        refused("gaps:percent", "KIND:name=value");
        refused("off-grid:seconds=2.5", "whole number");
        refused("nulls:signal=rotor", "wind_speed");
        refused("late-change:day=today", "yyyy-MM-dd");
    }

    private static void refused(String text, String... words) {
        assertThatThrownBy(() -> TraitRequest.parseAll(text)).hasMessageContainingAll(words);
    }
}
