package dev.catavento.simulator.archive;

import dev.catavento.simulator.generated.FirstDay;
import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.FleetSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The generated fleet, day by day from the first one on. A day depends on the seed and its date alone, in whatever order
 * days are asked for: each is made from the nearest earlier one at hand.
 */
public final class Archive implements FleetSource {

    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");
    /** Days kept for good, so that any other day is few steps away. */
    private static final int KEEP_EVERY = 30;

    private static final int KEEP_RECENT = 12;
    private static final int KEEP_RECENT_OF_COPIES = 4;

    private final long seed;
    private final int copies;
    private final Clock clock;
    private final TreeMap<Integer, DayState> kept = new TreeMap<>();
    private final List<Integer> recent = new ArrayList<>();

    public Archive(long seed, int copies, Clock clock) {
        this.seed = seed;
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public String identity() {
        return "generated demo fleet (seed %d, %d turbines)"
                .formatted(seed, state(0).fleet().size());
    }

    @Override
    public Fleet today() {
        LocalDate today = LocalDate.now(clock.withZone(BRASILIA));
        return state(Math.max(0, numberOf(today))).fleet();
    }

    @Override
    public Fleet on(LocalDate day) {
        return state(checked(day)).fleet();
    }

    /** What made this day out of the day before; the first day has none. */
    public List<Edit> edits(LocalDate day) {
        return state(checked(day)).edits();
    }

    private int checked(LocalDate day) {
        LocalDate today = LocalDate.now(clock.withZone(BRASILIA));
        if (day.isBefore(FIRST_DAY) || day.isAfter(today)) {
            throw new ArcGisException(
                    400, "The archive has no day " + day + ": it begins on " + FIRST_DAY + " and ends on " + today);
        }
        return numberOf(day);
    }

    private static int numberOf(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(FIRST_DAY, day);
    }

    private synchronized DayState state(int number) {
        if (kept.isEmpty()) {
            kept.put(0, DayState.first(FirstDay.make(seed, copies)));
        }
        DayState state = kept.floorEntry(number).getValue();
        while (state.number() < number) {
            state = DailyEdits.next(state, FIRST_DAY.plusDays(state.number() + 1L), seed);
            if (state.number() % KEEP_EVERY == 0) {
                kept.put(state.number(), state);
            }
        }
        keepAsRecent(state);
        return state;
    }

    private void keepAsRecent(DayState state) {
        Integer number = state.number();
        kept.put(number, state);
        recent.remove(number);
        recent.add(number);
        if (recent.size() > (copies > 1 ? KEEP_RECENT_OF_COPIES : KEEP_RECENT)) {
            Integer oldest = recent.removeFirst();
            if (oldest % KEEP_EVERY != 0) {
                kept.remove(oldest);
            }
        }
    }
}
