package dev.catavento.store.fleet;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** Merges the staged fleet into {@code core}: only what differs is written. */
public final class FleetMerge {
    private static final String COLUMNS = """
            plant_id_sigel, ceg, plant_name, designation, rated_power_kw, pot_mw_original, hub_height_m, tip_height_m,
            rotor_diameter_m, operating, owner_name, state_uf, location, utm_easting_m, utm_northing_m, utm_datum,
            utm_zone, source_version, source_origin, source_updated_at\
            """;
    private static final String STAGED = COLUMNS.replaceAll("(\\w+)", "s.$1");
    private static final String CURRENT = COLUMNS.replaceAll("(\\w+)", "t.$1");

    private static final String ADD_IDENTITIES = """
            INSERT INTO core.turbine_identity (turbine_id, plant_key, designation, longitude, latitude,
                first_longitude, first_latitude, first_seen_day)
            SELECT s.turbine_id, s.plant_key, s.designation, s.longitude, s.latitude,
                   s.longitude, s.latitude, ?
              FROM staged_turbine s LEFT JOIN core.turbine_identity i USING (turbine_id)
             WHERE i.turbine_id IS NULL
            """;
    private static final String MOVE_IDENTITIES = """
            UPDATE core.turbine_identity i SET longitude = s.longitude, latitude = s.latitude
              FROM staged_turbine s
             WHERE i.turbine_id = s.turbine_id AND (i.longitude, i.latitude) <> (s.longitude, s.latitude)
            """;
    private static final String REMOVE = """
            DELETE FROM core.wind_turbine t
             WHERE NOT EXISTS (SELECT FROM staged_turbine s WHERE s.turbine_id = t.turbine_id)
               AND NOT EXISTS (SELECT FROM kept_turbine k WHERE k.turbine_id = t.turbine_id)
            """;
    private static final String CHANGE = "UPDATE core.wind_turbine t SET (" + COLUMNS + ", valid_from_day) = (" + STAGED
            + ", ?)\n  FROM staged_turbine s\n WHERE t.turbine_id = s.turbine_id AND (" + CURRENT
            + ") IS DISTINCT FROM (" + STAGED + ")";
    private static final String ADD = "INSERT INTO core.wind_turbine (turbine_id, " + COLUMNS
            + ", valid_from_day)\nSELECT s.turbine_id, " + STAGED + ", ?\n  FROM staged_turbine s"
            + " LEFT JOIN core.wind_turbine t USING (turbine_id)\n WHERE t.turbine_id IS NULL";
    private static final String REMOVE_OBJECT_IDS = """
            DELETE FROM core.wind_turbine_object_id o
             WHERE NOT EXISTS (SELECT FROM core.wind_turbine t WHERE t.turbine_id = o.turbine_id)
            """;
    private static final String SET_OBJECT_IDS = """
            INSERT INTO core.wind_turbine_object_id AS o (turbine_id, object_id)
            SELECT s.turbine_id, s.object_id
              FROM staged_turbine s LEFT JOIN core.wind_turbine_object_id old USING (turbine_id)
             WHERE old.object_id IS DISTINCT FROM s.object_id
            ON CONFLICT (turbine_id) DO UPDATE SET object_id = excluded.object_id
            """;

    private final Connection connection;

    public FleetMerge(Connection connection) {
        this.connection = connection;
    }

    /** Turbines added to, changed in and removed from the fleet. */
    public record Merged(int added, int changed, int removed) {}

    public Merged merge(LocalDate day) throws SQLException {
        update(ADD_IDENTITIES, day);
        update(MOVE_IDENTITIES);
        int removed = update(REMOVE);
        int changed = update(CHANGE, day);
        int added = update(ADD, day);
        update(REMOVE_OBJECT_IDS);
        update(SET_OBJECT_IDS);
        return new Merged(added, changed, removed);
    }

    private int update(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
