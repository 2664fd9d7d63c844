package dev.catavento.store.fleet;

import dev.catavento.domain.KnownTurbine;
import dev.catavento.domain.Position;
import dev.catavento.domain.TurbineKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Every turbine ever published, with the key it was last known by. */
public final class KnownTurbines {
    private static final String ALL = """
            SELECT i.turbine_id, i.plant_key, i.designation, i.longitude, i.latitude, t.turbine_id IS NOT NULL
              FROM core.turbine_identity i LEFT JOIN core.wind_turbine t USING (turbine_id)
            """;
    private static final int ROWS_AT_ONCE = 5000;

    private KnownTurbines() {}

    /** Needs a transaction, so that rows come in portions. */
    public static List<KnownTurbine> list(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(ALL)) {
            query.setFetchSize(ROWS_AT_ONCE);
            var rows = query.executeQuery();
            var plantKeys = new HashMap<String, String>();
            var known = new ArrayList<KnownTurbine>();
            while (rows.next()) {
                var plantKey = plantKeys.computeIfAbsent(rows.getString(2), key -> key);
                var position = new Position(rows.getDouble(4), rows.getDouble(5));
                known.add(new KnownTurbine(
                        rows.getObject(1, UUID.class),
                        new TurbineKey(plantKey, rows.getString(3), position),
                        rows.getBoolean(6)));
            }
            return known;
        }
    }
}
