package dev.catavento.simulator.archive;

import java.util.Locale;

/** What can happen to the fleet from one day to the next. */
public enum EditKind {
    ADDED,
    REMOVED,
    /** Gone for three days; comes back as {@link #RETURNED}. */
    ABSENT,
    RETURNED,
    MOVED_30_M,
    MOVED_65_M_AND_RENAMED,
    DESIGNATIONS_SWAPPED,
    /** 01 becomes 001. */
    DESIGNATION_REWRITTEN,
    OWNER_CHANGED,
    POWER_CORRECTED,
    REPOWERED,
    OPERATION_STARTED,
    /** All rows have other OBJECTIDs; nothing else about them changed. */
    RENUMBERED,
    /** All coordinates changed by 1e-9 degree. */
    JITTERED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
