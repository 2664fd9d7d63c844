package dev.catavento.downsampletelemetry.windows;

import dev.catavento.domain.telemetry.RuleCounts;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a day's computation counted: samples in and used, windows, and what the rules did, turbine by turbine. Several
 * threads add, each of turbines of its own.
 */
public final class Found {
    private long samples;
    private long values;
    private long windows;
    private long silentTurbines;
    private final SortedMap<String, RuleCounts> rules = new TreeMap<>();

    synchronized void add(long moreSamples, long moreValues, long moreWindows, long moreSilent) {
        samples += moreSamples;
        values += moreValues;
        windows += moreWindows;
        silentTurbines += moreSilent;
    }

    /** The counts of a turbine, to add to. */
    public synchronized RuleCounts of(String turbine) {
        return rules.computeIfAbsent(turbine, none -> new RuleCounts());
    }

    /** Rows that the source gave for the day. */
    public long samples() {
        return samples;
    }

    /** Values that statistics rest on. */
    public long values() {
        return values;
    }

    /** Windows of turbines with at least one row. */
    public long windows() {
        return windows;
    }

    /** Turbines that were asked for and gave no row. */
    public long silentTurbines() {
        return silentTurbines;
    }

    public SortedMap<String, RuleCounts> rules() {
        return rules;
    }
}
