package dev.catavento.simulator.archive;

import dev.catavento.simulator.generated.FirstDay;
import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.FleetSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** The generated fleet, day by day from the first one on. */
public final class Archive implements FleetSource {

    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    private final long seed;
    private final int copies;
    private Fleet first;

    public Archive(long seed, int copies) {
        this.seed = seed;
        this.copies = copies;
    }

    @Override
    public String identity() {
        return "generated demo fleet (seed %d, %d turbines)"
                .formatted(seed, firstDay().size());
    }

    @Override
    public Fleet today() {
        return on(LocalDate.now(BRASILIA));
    }

    @Override
    public Fleet on(LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LocalDate.now(BRASILIA))) {
            throw new ArcGisException(
                    400, "The archive has no day " + day + ": it begins on " + FIRST_DAY + " and ends today");
        }
        return firstDay();
    }

    private synchronized Fleet firstDay() {
        if (first == null) {
            first = FirstDay.make(seed, copies);
        }
        return first;
    }
}
