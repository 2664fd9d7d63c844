package dev.catavento.domain.telemetry;

import static dev.catavento.domain.telemetry.SignalDay.WINDOWS;

import java.util.Arrays;

/**
 * How often each window of a signal's day was published with another content, when last, and which windows had samples
 * once and have none now. A window is published first as revision 1.
 */
public final class WindowHistory {
    public final short[] revision = new short[WINDOWS];
    /** Microseconds since 1970; {@link #NEVER} where the window is as it was first published. */
    public final long[] revisedAt = new long[WINDOWS];

    public final boolean[] withdrawn = new boolean[WINDOWS];
    public static final long NEVER = Long.MIN_VALUE;

    public WindowHistory() {
        Arrays.fill(revision, (short) 1);
        Arrays.fill(revisedAt, NEVER);
    }

    /** What a comparison found. */
    public record Revised(int changed, int withdrawn, long samplesLost) {}

    /**
     * Takes the step from what is published to what shall be: windows that say the same keep their revision.
     *
     * @param at microseconds since 1970
     */
    public Revised step(SignalDay published, SignalDay coming, long at) {
        int changed = 0;
        int gone = 0;
        long lost = 0;
        for (int w = 0; w < WINDOWS; w++) {
            if (coming.same(published, w)) {
                continue;
            }
            revision[w]++;
            revisedAt[w] = at;
            withdrawn[w] = coming.n[w] == 0;
            lost += Math.max(0, published.n[w] - coming.n[w]);
            if (withdrawn[w]) {
                gone++;
            } else {
                changed++;
            }
        }
        return new Revised(changed, gone, lost);
    }

    /** True where nothing was ever revised. */
    public boolean blank() {
        for (int w = 0; w < WINDOWS; w++) {
            if (revision[w] != 1) {
                return false;
            }
        }
        return true;
    }

    public boolean anyWithdrawn() {
        for (boolean gone : withdrawn) {
            if (gone) {
                return true;
            }
        }
        return false;
    }
}
