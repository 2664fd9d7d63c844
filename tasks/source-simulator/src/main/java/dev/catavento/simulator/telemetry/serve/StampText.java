package dev.catavento.simulator.telemetry.serve;

import java.time.LocalDate;

/** Writes stamps in local time at UTC−03:00 or in UTC. One object serves one thread. */
public final class StampText {

    private static final long DAY_MS = 86_400_000;
    private static final int WHOLE_SECONDS_LENGTH = 19;

    private final StampForm form;
    private final char[] text = new char[WHOLE_SECONDS_LENGTH];
    private long dayWritten = Long.MIN_VALUE;

    public StampText(StampForm form) {
        this.form = form;
        text[10] = 'T';
        text[13] = ':';
        text[16] = ':';
    }

    /** Such as {@code 2026-01-05T00:10:00}, with six decimals where the second is not whole. */
    public String of(long millis) {
        long local = millis + form.offsetMillis();
        long day = Math.floorDiv(local, DAY_MS);
        if (day != dayWritten) {
            LocalDate.ofEpochDay(day).toString().getChars(0, 10, text, 0);
            dayWritten = day;
        }
        int rest = (int) Math.floorMod(local, DAY_MS);
        two(11, rest / 3_600_000);
        two(14, rest / 60_000 % 60);
        two(17, rest / 1000 % 60);
        String whole = new String(text);
        int fraction = rest % 1000;
        return fraction == 0 ? whole.concat(form.suffix()) : "%s.%03d000%s".formatted(whole, fraction, form.suffix());
    }

    private void two(int at, int number) {
        text[at] = (char) ('0' + number / 10);
        text[at + 1] = (char) ('0' + number % 10);
    }
}
