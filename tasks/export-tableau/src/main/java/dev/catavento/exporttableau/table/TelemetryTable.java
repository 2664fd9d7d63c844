package dev.catavento.exporttableau.table;

import static java.util.Map.entry;

import dev.catavento.store.telemetry.TelemetrySignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A source's day of ten-minute statistics, a turbine's window a row, its signals side by side. */
public final class TelemetryTable {
    /** The signals that every house knows; a source's own have the same columns under their names. */
    public static final List<TelemetrySignal> KNOWN_SIGNALS = List.of(
            new TelemetrySignal("wind_speed", "m/s", null, false),
            new TelemetrySignal("power", "kW", null, false),
            new TelemetrySignal("ambient_temperature", "°C", null, false),
            new TelemetrySignal("wind_direction", "°", null, true));

    private static final Map<String, Words> NAMES = Map.of(
            "wind_speed", new Words("Velocidade do vento", "Wind speed"),
            "power", new Words("Potência ativa", "Active power"),
            "ambient_temperature", new Words("Temperatura ambiente", "Ambient temperature"),
            "wind_direction", new Words("Direção do vento", "Wind direction"));
    private static final List<String> KEY = List.of("turbine", "window_start");
    private static final Words MEANING = new Words(
            "Estatísticas de dez minutos de uma fonte em um dia, um aerogerador e janela por linha, os sinais lado a lado."
                    + " Uma lacuna é vazia, nunca zero.",
            "Ten-minute statistics of a source on a day, a turbine's window a row, its signals side by side. A gap is"
                    + " empty, never zero.");

    private TelemetryTable() {}

    public static Table<TelemetryWindow> csv(List<TelemetrySignal> signals) {
        return new Table<>(
                "telemetry_10min",
                "telemetry_10min.csv",
                new Words("Telemetria de 10 minutos", "10-minute telemetry"),
                MEANING,
                KEY,
                columns(signals));
    }

    public static Table<TelemetryWindow> parquet(List<TelemetrySignal> signals) {
        return new Table<>(
                "telemetry_10min_parquet",
                "telemetry_10min.parquet",
                new Words("Telemetria de 10 minutos (Parquet)", "10-minute telemetry (Parquet)"),
                MEANING,
                KEY,
                columns(signals));
    }

    private static List<Column<TelemetryWindow>> columns(List<TelemetrySignal> signals) {
        var columns = new ArrayList<>(Columns.<TelemetryWindow>of(
                "telemetry",
                Map.ofEntries(
                        entry("source", TelemetryWindow::source),
                        entry("turbine", window -> window.turbine().turbine()),
                        entry("turbine_id", window -> window.turbine().turbineId()),
                        entry("day", TelemetryWindow::day),
                        entry("window_start", TelemetryWindow::start),
                        entry("window_start_local", TelemetryWindow::startLocal),
                        entry("n_expected", TelemetryWindow::expected),
                        entry("coverage", TelemetryWindow::coverage),
                        entry("valid", TelemetryWindow::valid),
                        entry("std_kind", TelemetryWindow::stdKind),
                        entry("revision", TelemetryWindow::revision))));
        for (int s = 0; s < signals.size(); s++) {
            columns.addAll(columns(signals.get(s), s));
        }
        return List.copyOf(columns);
    }

    private static List<Column<TelemetryWindow>> columns(TelemetrySignal signal, int s) {
        var name = signal.name();
        var named = NAMES.getOrDefault(name, new Words(name, name));
        var words = Map.of("{signal}", name, "{unit}", signal.unit(), "{pt}", named.pt(), "{en}", named.en());
        return Columns.of(
                signal.circular() ? "telemetry_direction" : "telemetry_signal",
                words,
                Map.of(
                        name + "_n_valid", window -> window.valid(s),
                        name + "_mean", window -> window.mean(s),
                        name + "_min", window -> window.min(s),
                        name + "_max", window -> window.max(s),
                        name + "_std", window -> window.std(s)));
    }
}
