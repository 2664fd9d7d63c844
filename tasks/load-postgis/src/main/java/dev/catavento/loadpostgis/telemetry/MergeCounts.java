package dev.catavento.loadpostgis.telemetry;

import dev.catavento.domain.telemetry.SignalDay;
import dev.catavento.domain.telemetry.WindowHistory;
import java.util.Collection;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a merge did, in windows of signals (a turbine's hour of three signals has 18) and in samples. */
final class MergeCounts {
    private final Collection<Integer> gone = new TreeSet<>();
    private long samples;
    private long samplesLoaded;
    private long samplesLost;
    private long windows;
    private long added;
    private long changed;
    private long withdrawn;
    private long unchanged;

    void samples(SignalDay day) {
        for (short n : day.n) {
            samples += n;
            windows += n > 0 ? 1 : 0;
        }
    }

    void loaded(int n) {
        samplesLoaded += n;
    }

    void turbineGone(int turbine) {
        gone.add(turbine);
    }

    void unchanged(SignalDay day) {
        unchanged += filled(day);
    }

    void added(SignalDay day) {
        added += filled(day);
    }

    void revised(SignalDay day, WindowHistory.Revised revised) {
        changed += revised.changed();
        withdrawn += revised.withdrawn();
        unchanged += filled(day) - revised.changed();
        samplesLost += revised.samplesLost();
    }

    /** Samples that the day rests on now. */
    long samples() {
        return samples;
    }

    /** Samples that it rested on before. */
    long samplesLoaded() {
        return samplesLoaded;
    }

    long samplesLost() {
        return samplesLost;
    }

    /** Windows with a sample. */
    long windows() {
        return windows;
    }

    long written() {
        return added + changed + withdrawn;
    }

    long unchanged() {
        return unchanged;
    }

    /** Turbines that are not in the day any more. */
    Collection<Integer> gone() {
        return gone;
    }

    /** For the release and the report. */
    TreeMap<String, Object> figures() {
        var figures = new TreeMap<String, Object>();
        figures.put("samples", samples);
        figures.put("samples_lost", samplesLost);
        figures.put("windows", windows);
        figures.put("windows_added", added);
        figures.put("windows_changed", changed);
        figures.put("windows_withdrawn", withdrawn);
        figures.put("turbines_gone", (long) gone.size());
        return figures;
    }

    private static int filled(SignalDay day) {
        int filled = 0;
        for (short n : day.n) {
            filled += n > 0 ? 1 : 0;
        }
        return filled;
    }
}
