package dev.catavento.store.fleet;

import dev.catavento.domain.DataIssue;
import dev.catavento.domain.FleetTurbine;
import dev.catavento.domain.TurbineKey;
import dev.catavento.store.CopyText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/** Brings a fleet and its issues into temporary tables of the transaction, by COPY. */
public final class FleetStaging {
    private static final String TABLES = """
            CREATE TEMP TABLE staged_turbine ON COMMIT DROP AS
            SELECT turbine_id, plant_id_sigel, ceg, plant_name, designation, rated_power_kw, pot_mw_original, hub_height_m,
                   tip_height_m, rotor_diameter_m, operating, owner_name, state_uf, location, utm_easting_m,
                   utm_northing_m, utm_datum, utm_zone, source_version, source_origin, source_updated_at,
                   0::bigint AS object_id, ''::text AS plant_key, 0::float8 AS longitude, 0::float8 AS latitude
              FROM core.wind_turbine WITH NO DATA;
            CREATE TEMP TABLE kept_turbine (turbine_id uuid) ON COMMIT DROP;
            CREATE TEMP TABLE staged_issue (rule text, severity text, subject_id text, field text,
                original_value text, result_value text, evidence text) ON COMMIT DROP
            """;

    private final Connection connection;

    public FleetStaging(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param kept turbines that stay as they are, since a row that cannot be used still names them
     */
    public void stage(Iterable<FleetTurbine> fleet, Collection<UUID> kept, Iterable<DataIssue> issues)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        try (var copy = new CopyText(connection, "staged_turbine")) {
            for (var turbine : fleet) {
                row(copy, turbine);
            }
        }
        try (var copy = new CopyText(connection, "kept_turbine")) {
            for (var id : kept) {
                copy.add(id).endRow();
            }
        }
        try (var copy = new CopyText(connection, "staged_issue")) {
            for (var issue : issues) {
                var f = issue.finding();
                copy.add(f.rule().word()).add(f.rule().severity().word()).add(issue.subjectId());
                copy.add(f.field())
                        .add(f.original())
                        .add(f.result())
                        .add(f.evidence())
                        .endRow();
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute("ANALYZE staged_turbine (turbine_id); ANALYZE staged_issue (rule, subject_id, field)");
        }
    }

    private static void row(CopyText copy, FleetTurbine row) throws SQLException {
        var t = row.turbine();
        TurbineKey key = t.key();
        copy.add(row.id())
                .add(t.plant().idSigel())
                .add(t.plant().ceg())
                .add(t.plant().name())
                .add(t.designation());
        copy.add(t.power().kw()).add(t.power().publishedMw());
        copy.add(t.dimensions().hubHeightM())
                .add(t.dimensions().tipHeightM())
                .add(t.dimensions().rotorDiameterM());
        copy.add(t.operating()).add(t.ownerName()).add(t.stateUf()).add(PointHex.of(t.position()));
        copy.add(t.utm().eastingM())
                .add(t.utm().northingM())
                .add(t.utm().datum())
                .add(t.utm().zone());
        copy.add(t.source().version()).add(t.source().origin()).add(t.source().updatedAt());
        copy.add(row.sourced().objectId()).add(key.plantKey());
        copy.add(t.position().longitude()).add(t.position().latitude()).endRow();
    }
}
