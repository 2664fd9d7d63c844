package dev.catavento.exporttableau.table;

import dev.catavento.domain.telemetry.SignalDay;
import dev.catavento.store.telemetry.TurbineSeries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A window of ten minutes of a turbine, with all its signals: a row of the export. */
public record TelemetryWindow(String source, LocalDate day, TurbineSeries turbine, int w) {
    private static final ZoneOffset DAYS_ZONE = ZoneOffset.ofHours(-3);
    private static final int MINUTES = 10;
    private static final double LEAST_VALID = 0.9;

    /** False where the window had samples once and has none now, of no signal. */
    public boolean isPublished() {
        for (int s = 0; s < turbine.signals().length; s++) {
            if (turbine.signals()[s] != null && !turbine.histories()[s].withdrawn[w]) {
                return true;
            }
        }
        return false;
    }

    LocalDateTime startLocal() {
        return day.atStartOfDay().plusMinutes((long) MINUTES * w);
    }

    Instant start() {
        return startLocal().toInstant(DAYS_ZONE);
    }

    Integer expected() {
        int most = 0;
        for (var signal : turbine.signals()) {
            if (signal != null) {
                most = Math.max(most, signal.nExpected);
            }
        }
        return most;
    }

    Double coverage() {
        int least = Integer.MAX_VALUE;
        for (var signal : turbine.signals()) {
            if (signal != null) {
                least = Math.min(least, signal.n[w]);
            }
        }
        return (double) least / expected();
    }

    Boolean valid() {
        return coverage() >= LEAST_VALID;
    }

    String stdKind() {
        String kind = null;
        for (var signal : turbine.signals()) {
            if (signal != null && !signal.circular) {
                if (signal.given) {
                    return "given";
                }
                kind = "sample";
            }
        }
        return kind;
    }

    Integer revision() {
        int highest = 1;
        for (var history : turbine.histories()) {
            if (history != null) {
                highest = Math.max(highest, history.revision[w]);
            }
        }
        return highest;
    }

    Integer valid(int signal) {
        var series = turbine.signals()[signal];
        return series == null ? null : Integer.valueOf(series.n[w]);
    }

    Double mean(int signal) {
        var series = turbine.signals()[signal];
        return series == null ? null : known(series.mean[w]);
    }

    Double min(int signal) {
        var series = turbine.signals()[signal];
        return series == null ? null : known(series.min[w]);
    }

    Double max(int signal) {
        var series = turbine.signals()[signal];
        return series == null ? null : known(series.max[w]);
    }

    Double std(int signal) {
        var series = turbine.signals()[signal];
        return series == null ? null : known(std(series));
    }

    private double std(SignalDay series) {
        int n = series.n[w];
        if (series.given) {
            return n >= 1 ? Math.sqrt(series.m2[w] / n) : Double.NaN;
        }
        return n >= 2 ? Math.sqrt(series.m2[w] / (n - 1)) : Double.NaN;
    }

    private static Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
