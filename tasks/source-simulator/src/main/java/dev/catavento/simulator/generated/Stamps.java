package dev.catavento.simulator.generated;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Values of DATA_ATUALIZACAO: office hours written as if they were UTC. */
public final class Stamps {

    /** The stamp a third of the rows share. */
    static final Long COMMON = Instant.parse("2022-10-24T15:37:27Z").toEpochMilli();

    private static final Instant LATEST = Instant.parse("2025-05-05T16:40:18Z");
    private static final int FIRST_HOUR = 8;
    private static final int[] HOURS = {14, 48, 59, 81, 28, 4, 45, 60, 61, 66, 24, 13, 2, 2};
    private static final int FIRST_YEAR = 2020;
    private static final int[] STAMPS_A_YEAR = {5, 86, 131, 226, 31, 26};

    private Stamps() {}

    /** The 506 other stamps, ascending; the last is the latest of all. */
    static List<Long> others(Dice dice) {
        TreeSet<Long> stamps = new TreeSet<>();
        int wanted = 0;
        for (int i = 0; i < STAMPS_A_YEAR.length; i++) {
            LocalDate from = LocalDate.of(FIRST_YEAR + i, i == 0 ? 12 : 1, 1);
            LocalDate to =
                    i == STAMPS_A_YEAR.length - 1 ? LocalDate.of(2025, 5, 1) : LocalDate.of(FIRST_YEAR + i, 12, 31);
            wanted += STAMPS_A_YEAR[i];
            while (stamps.size() < wanted) {
                long stamp = within(from, to, dice);
                if (stamp != COMMON) {
                    stamps.add(stamp);
                }
            }
        }
        stamps.add(LATEST.toEpochMilli());
        return new ArrayList<>(stamps);
    }

    private static long within(LocalDate from, LocalDate to, Dice dice) {
        LocalDate day;
        do {
            day = from.plusDays(dice.below((int) (to.toEpochDay() - from.toEpochDay())));
        } while (isWeekend(day));
        return onDay(day, dice);
    }

    /** A moment of an office day; for a weekend, of the Friday before. */
    public static long onDay(LocalDate day, Dice dice) {
        LocalDate office = day;
        while (isWeekend(office)) {
            office = office.minusDays(1);
        }
        LocalDateTime time = office.atTime(FIRST_HOUR + dice.weighted(HOURS), dice.below(60), dice.below(60));
        return time.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
