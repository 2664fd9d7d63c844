package dev.catavento.downsampletelemetry.samples;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A date and time as they are written: {@code 2026-01-31T23:59:00}, with a space for the T, without seconds or with a
 * fraction of them, and with an offset or none.
 *
 * @param offset null where the text has none
 */
record StampText(LocalDateTime local, ZoneOffset offset) {
    private static final DateTimeFormatter ALL_FORMS = DateTimeFormatter.ofPattern(
            "yyyy-MM-dd['T'][' ']HH:mm[:ss][.SSSSSSSSS][.SSSSSSSS][.SSSSSSS][.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]"
                    + "[XXX][XX][X]");
    private static final int DATE = 10;
    private static final int MINUTES = 16;
    private static final int SECONDS = 19;

    /** @throws DateTimeException where it is no stamp */
    static StampText parse(String text) {
        var date = date(text);
        var common = common(text, date);
        return common != null ? common : any(text);
    }

    /** The formatter would take the 31st of February for the 28th. */
    private static LocalDate date(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        if (year < 1 || month < 0 || day < 0 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            throw new DateTimeException("no date");
        }
        return LocalDate.of(year, month, day);
    }

    /** What nearly all sources write, and the formatter takes ten times as long for; null where it is something else. */
    private static StampText common(String text, LocalDate date) {
        int hour = number(text, DATE + 1, 2);
        int minute = number(text, DATE + 4, 2);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || text.charAt(DATE + 3) != ':') {
            return null;
        }
        char between = text.charAt(DATE);
        if (between != 'T' && between != ' ') {
            return null;
        }
        int end = endOfTime(text);
        int second = end >= SECONDS ? number(text, MINUTES + 1, 2) : 0;
        if (second < 0 || second > 59) {
            return null;
        }
        int nanos = end > SECONDS ? nanos(text, SECONDS + 1, end) : 0;
        var local = LocalDateTime.of(date, LocalTime.of(hour, minute, second, nanos));
        if (end == text.length()) {
            return new StampText(local, null);
        }
        var offset = offset(text, end);
        return offset == null ? null : new StampText(local, offset);
    }

    private static int endOfTime(String text) {
        if (text.length() < SECONDS || text.charAt(MINUTES) != ':') {
            return MINUTES;
        }
        int end = SECONDS;
        if (end + 1 < text.length() && text.charAt(end) == '.' && digit(text, end + 1) >= 0) {
            end++;
            while (end <= SECONDS + 9 && digit(text, end) >= 0) {
                end++;
            }
        }
        return end;
    }

    private static int nanos(String text, int from, int to) {
        int nanos = number(text, from, to - from);
        for (int digits = to - from; digits < 9; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** {@code Z} or {@code -03:00} to the text's end. */
    private static ZoneOffset offset(String text, int from) {
        char sign = text.charAt(from);
        if (sign == 'Z' && text.length() == from + 1) {
            return ZoneOffset.UTC;
        }
        if (sign != '+' && sign != '-' || text.length() != from + 6 || text.charAt(from + 3) != ':') {
            return null;
        }
        int hours = number(text, from + 1, 2);
        int minutes = number(text, from + 4, 2);
        if (hours < 0 || hours > 17 || minutes < 0 || minutes > 59) {
            return null;
        }
        int seconds = hours * 3600 + minutes * 60;
        return ZoneOffset.ofTotalSeconds(sign == '-' ? -seconds : seconds);
    }

    private static StampText any(String text) {
        var read = ALL_FORMS.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return read instanceof OffsetDateTime at
                ? new StampText(at.toLocalDateTime(), at.getOffset())
                : new StampText((LocalDateTime) read, null);
    }

    /** −1 where there are not so many digits. */
    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = digit(text, i);
            if (digit < 0) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static int digit(String text, int at) {
        int digit = at < text.length() ? text.charAt(at) - '0' : -1;
        return digit <= 9 ? digit : -1;
    }
}
