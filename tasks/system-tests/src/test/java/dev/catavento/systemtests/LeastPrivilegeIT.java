package dev.catavento.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.TestStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each task's login may do in the store, and what not: tried for real, each statement in a transaction that is
 * taken back. A statement that meets no row is checked for its rights all the same.
 */
class LeastPrivilegeIT {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static TestStore store;

    @BeforeAll
    static void migrated() {
        store = PostgisServer.shared().newStore();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            extract  | INSERT INTO raw.page SELECT * FROM raw.page WHERE false
            extract  | INSERT INTO raw.capture (dataset) SELECT dataset FROM raw.capture WHERE false
            extract  | DELETE FROM raw.landed_page
            extract  | INSERT INTO ops.store (store_name, source_id, is_demo) VALUES ('t', 't', true)
            extract  | SELECT * FROM ops.release
            extract  | SELECT * FROM out.wind_turbine
            extract  | INSERT INTO raw.telemetry_day (source) SELECT source FROM raw.telemetry_day WHERE false
            extract  | INSERT INTO raw.telemetry_input SELECT * FROM raw.telemetry_input WHERE false
            extract  | INSERT INTO raw.telemetry_statistics SELECT * FROM raw.telemetry_statistics WHERE false
            extract  | INSERT INTO raw.telemetry_issue SELECT * FROM raw.telemetry_issue WHERE false
            load     | SELECT * FROM raw.telemetry_statistics
            load     | SELECT * FROM raw.page
            load     | SELECT * FROM raw.capture
            load     | CREATE TEMPORARY TABLE staged (a int)
            load     | INSERT INTO core.turbine_identity SELECT * FROM core.turbine_identity WHERE false
            load     | UPDATE core.wind_turbine SET ceg = ceg
            load     | DELETE FROM core.wind_turbine
            load     | INSERT INTO ops.release (dataset, day, snapshot_id, rules_version, row_count, counts) VALUES ('t', now(), 1, '', 1, '{}')
            load     | UPDATE ops.data_issue SET resolved_day = NULL
            load     | SELECT core.open_telemetry_day('2026-01-01')
            load     | UPDATE core.telemetry_turbine SET rated_power_kw = 1
            load     | DELETE FROM core.telemetry
            load     | DELETE FROM ops.quarantined_row
            export   | SELECT * FROM out.wind_turbine
            export   | SELECT * FROM core.wind_turbine
            export   | SELECT * FROM ops.data_issue
            export   | SELECT * FROM core.telemetry
            export   | SELECT * FROM out.telemetry_wide
            export   | INSERT INTO ops.export (dataset) SELECT dataset FROM ops.export WHERE false
            read     | SELECT * FROM out.wind_turbine
            read     | SELECT * FROM out.wind_farm
            read     | SELECT * FROM out.data_issue
            read     | SELECT * FROM out.completeness
            read     | SELECT * FROM out.release
            read     | SELECT * FROM out.task_run
            read     | SELECT * FROM out.task_run_count
            read     | SELECT * FROM out.telemetry_hourly
            read     | SELECT * FROM out.telemetry_monthly
            read     | SELECT * FROM out.data
            maintain | SELECT * FROM raw.page
            maintain | DELETE FROM raw.page
            maintain | DELETE FROM raw.snapshot_page
            maintain | DELETE FROM raw.snapshot
            maintain | DELETE FROM raw.landed_page
            maintain | UPDATE raw.capture SET snapshot_id = NULL, removed_at = now()
            maintain | LOCK TABLE raw.page, raw.snapshot, raw.snapshot_page, raw.telemetry_input IN EXCLUSIVE MODE
            maintain | DELETE FROM raw.telemetry_input
            maintain | DELETE FROM raw.telemetry_statistics
            maintain | UPDATE raw.telemetry_day SET removed_at = now()
            maintain | SELECT * FROM ops.release
            maintain | SELECT ops.analyze_store()
            maintain | SELECT ops.remove_idle_runs(now(), false)
            load     | SELECT ops.record_action('ana', 'override-gate', NULL, NULL, NULL, NULL, 'r')
            read     | SELECT * FROM out.audit
            read     | SELECT * FROM out.incident
            watch    | SELECT * FROM ops.task_run
            watch    | SELECT * FROM out.completeness
            watch    | SELECT * FROM out.store
            watch    | UPDATE ops.incident SET closed_at = now(), closing = 'expired'
            watch    | UPDATE ops.incident_notice SET sent_at = now()
            migrate  | CREATE TABLE core.more (a int)
            migrate  | ALTER TABLE raw.page ADD COLUMN more int
            migrate  | DROP TABLE ops.export
            migrate  | CREATE SCHEMA more
            """)
    void may(String role, String statement) throws SQLException {
        attempt(role, statement);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            extract  | SELECT * FROM core.wind_turbine
            extract  | INSERT INTO core.wind_turbine (plant_name) VALUES ('x')
            extract  | UPDATE raw.page SET body_gzip = ''
            extract  | DELETE FROM raw.page
            extract  | DELETE FROM raw.snapshot
            extract  | DELETE FROM raw.capture
            extract  | UPDATE raw.capture SET snapshot_id = NULL
            extract  | UPDATE raw.telemetry_day SET captured_at = now()
            extract  | DELETE FROM raw.telemetry_day
            extract  | DELETE FROM raw.telemetry_statistics
            extract  | UPDATE ops.store SET source_id = 'other'
            extract  | INSERT INTO ops.release (dataset) VALUES ('x')
            extract  | INSERT INTO ops.export (dataset) VALUES ('x')
            extract  | SELECT ops.analyze_store()
            load     | INSERT INTO raw.page VALUES ('', 1, '')
            load     | UPDATE raw.page SET body_gzip = ''
            load     | DELETE FROM raw.page
            load     | DELETE FROM raw.snapshot
            load     | DELETE FROM raw.capture
            load     | SELECT * FROM raw.landed_page
            load     | INSERT INTO raw.telemetry_day (source) VALUES ('x')
            load     | DELETE FROM raw.telemetry_statistics
            load     | DELETE FROM core.turbine_identity
            load     | DELETE FROM core.telemetry_turbine
            load     | DELETE FROM core.telemetry_series
            load     | UPDATE core.telemetry_calendar SET w = 0
            load     | CREATE TABLE core.telemetry_more PARTITION OF core.telemetry DEFAULT
            load     | UPDATE ops.release SET row_count = 0
            load     | DELETE FROM ops.release
            load     | DELETE FROM ops.data_issue
            load     | INSERT INTO ops.export (dataset) VALUES ('x')
            load     | SELECT ops.analyze_store()
            load     | SELECT ops.remove_idle_runs(now(), true)
            watch    | SELECT ops.remove_idle_runs(now(), true)
            maintain | SELECT * FROM ops.removed_run_count
            maintain | SELECT * FROM ops.audit
            export   | SELECT * FROM raw.page
            export   | SELECT * FROM raw.capture
            export   | INSERT INTO core.wind_turbine (plant_name) VALUES ('x')
            export   | UPDATE core.wind_turbine SET ceg = NULL
            export   | DELETE FROM core.wind_turbine
            export   | UPDATE ops.export SET day = day
            export   | DELETE FROM ops.export
            export   | INSERT INTO ops.release (dataset) VALUES ('x')
            export   | UPDATE ops.data_issue SET resolved_day = NULL
            export   | SELECT ops.analyze_store()
            read     | SELECT * FROM raw.page
            read     | SELECT * FROM core.wind_turbine
            read     | SELECT * FROM core.telemetry
            read     | SELECT core.open_telemetry_day('2026-01-01')
            extract  | SELECT * FROM core.telemetry
            export   | SELECT core.open_telemetry_day('2026-01-01')
            maintain | SELECT * FROM core.telemetry
            read     | SELECT * FROM ops.task_run
            read     | INSERT INTO ops.task_run (task) VALUES ('x')
            read     | UPDATE out.store SET store_name = 'x'
            read     | DELETE FROM out.release
            read     | SELECT ops.analyze_store()
            maintain | SELECT * FROM core.wind_turbine
            maintain | DELETE FROM core.wind_turbine
            maintain | ALTER TABLE core.wind_turbine ADD COLUMN more int
            maintain | INSERT INTO raw.page VALUES ('', 1, '')
            maintain | UPDATE raw.page SET body_gzip = ''
            maintain | UPDATE raw.telemetry_day SET day = day
            maintain | INSERT INTO raw.telemetry_issue (rule) VALUES ('x')
            maintain | DELETE FROM raw.capture
            maintain | UPDATE raw.capture SET day = day
            maintain | TRUNCATE raw.landed_page
            maintain | INSERT INTO ops.release (dataset) VALUES ('x')
            maintain | UPDATE ops.release SET row_count = 0
            maintain | DELETE FROM ops.release
            maintain | SELECT * FROM ops.data_issue
            maintain | DELETE FROM ops.quarantined_row
            maintain | INSERT INTO ops.export (dataset) VALUES ('x')
            maintain | SELECT ops.record_action('ana', 'restored', NULL, NULL, NULL, NULL, 'r')
            watch    | SELECT * FROM raw.page
            watch    | SELECT * FROM core.wind_turbine
            watch    | SELECT * FROM ops.audit
            watch    | SELECT ops.record_action('ana', 'restored', NULL, NULL, NULL, NULL, 'r')
            watch    | DELETE FROM ops.incident
            watch    | DELETE FROM ops.incident_notice
            load     | SELECT * FROM ops.incident
            load     | INSERT INTO ops.audit (actor, action) VALUES ('ana', 'forced')
            extract  | INSERT INTO ops.audit (actor, action) VALUES ('ana', 'forced')
            extract  | SELECT ops.record_action('ana', 'forced', NULL, NULL, NULL, NULL, 'r')
            maintain | UPDATE ops.audit SET actor = 'other'
            read     | SELECT * FROM ops.audit
            """)
    void mayNot(String role, String statement) {
        assertRefused(role, statement);
    }

    @ParameterizedTest
    @ValueSource(strings = {"extract", "load", "export", "maintain", "watch", "migrate"})
    void everyTaskWritesDownItsRunAndNobodyTakesOneBack(String role) throws SQLException {
        attempt(role, """
                INSERT INTO ops.task_run (task, forced, outcome, exit_code, started_at, duration_ms, rows_read,
                    rows_written, rows_unchanged, rows_quarantined, issues, outputs)
                VALUES ('t', false, 'completed', 0, now(), 1, 0, 0, 0, 0, '{}', '{}')
                """);
        if (!role.equals("migrate")) {
            assertRefused(role, "UPDATE ops.task_run SET outcome = 'completed'");
            assertRefused(role, "DELETE FROM ops.task_run");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"extract", "load", "export", "read", "maintain", "watch"})
    void nobodyButMigrateChangesWhatTheStoreIsMadeOf(String role) {
        assertRefused(role, "CREATE TABLE public.mine (a int)");
        assertRefused(role, "CREATE TABLE raw.mine (a int)");
        assertRefused(role, "CREATE SCHEMA mine");
        assertRefused(role, "DROP TABLE ops.task_run");
        assertRefused(role, "DROP VIEW out.release");
        assertRefused(
                role, "CREATE OR REPLACE FUNCTION ops.analyze_store() RETURNS integer LANGUAGE sql AS 'SELECT 1'");
        assertRefused(role, "ALTER TABLE core.wind_turbine OWNER TO test_" + role);
        assertRefused(role, "SELECT * FROM ops.flyway_schema_history");
    }

    @ParameterizedTest
    @ValueSource(strings = {"extract", "load", "export", "read", "maintain", "watch", "migrate"})
    void nobodyBecomesAnotherOrLeavesTheDatabase(String role) {
        for (var other : new String[] {"extract", "load", "export", "maintain", "watch", "migrate"}) {
            if (!other.equals(role)) {
                assertRefused(role, "SET ROLE catavento_" + other);
                assertRefused(role, "SET ROLE test_" + other);
            }
        }
        assertRefused(role, "SET SESSION AUTHORIZATION postgres");
        assertRefused(role, "SELECT rolpassword FROM pg_authid");
        assertRefused(role, "ALTER ROLE postgres PASSWORD 'mine'");
        assertRefused(role, "CREATE ROLE mine");
        assertRefused(role, "SELECT pg_read_file('PG_VERSION')");
        assertRefused(role, "COPY (SELECT 1) TO PROGRAM 'true'");
    }

    @Test
    void nobodySeesWhatAnotherIsDoing() throws SQLException {
        try (var loading = login("load");
                var statement = loading.createStatement()) {
            statement.execute("SELECT 'a secret of load'");
            try (var reading = login("read");
                    var query = reading.createStatement()) {
                var row = query.executeQuery("SELECT query FROM pg_stat_activity WHERE usename = 'test_load'"
                        + " AND datname = current_database()");
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("<insufficient privilege>");
            }
        }
    }

    @Test
    void noLoginIsMoreThanItsGroup() {
        assertThat(store.rows("""
                        SELECT rolname FROM pg_roles
                         WHERE (rolname LIKE 'test\\_%' OR rolname LIKE 'catavento\\_%')
                           AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)
                        """)).isEmpty();
        assertThat(store.rows("""
                        SELECT m.rolname AS login, g.rolname AS of_group
                          FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member JOIN pg_roles g ON g.oid = a.roleid
                         WHERE (m.rolname LIKE 'test\\_%' OR m.rolname LIKE 'catavento\\_%')
                           AND replace(m.rolname, 'test_', 'catavento_') <> g.rolname
                        """)).isEmpty();
    }

    /** What holds for every table of today and of later migrations. */
    @Test
    void noGrantGoesBeyondTheSchemasPurpose() {
        var granted = "SELECT table_schema, table_name, grantee, privilege_type"
                + " FROM information_schema.table_privileges WHERE grantee <> 'catavento_migrate' AND ";
        var writes = "privilege_type <> 'SELECT'";
        assertThat(store.rows(granted + "grantee = 'PUBLIC' AND table_schema IN ('raw', 'core', 'ops', 'out')"))
                .isEmpty();
        assertThat(store.rows(granted + "table_schema = 'out' AND " + writes)).isEmpty();
        assertThat(store.rows(granted + "table_schema IN ('raw', 'core', 'ops') AND grantee = 'catavento_read'"))
                .isEmpty();
        assertThat(store.rows(granted + "table_schema = 'core' AND grantee <> 'catavento_load' AND " + writes))
                .isEmpty();
        assertThat(store.rows(granted
                        + "table_schema = 'raw' AND grantee IN ('catavento_load', 'catavento_export') AND " + writes))
                .isEmpty();
    }

    @Test
    void whatLendsItsOwnersRightsHasAFixedSearchPathAndIsNotForEverybody() {
        var lending = " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                + " WHERE p.prosecdef AND n.nspname IN ('raw', 'core', 'ops', 'out')";
        assertThat(Integer.parseInt(store.value("SELECT count(*)" + lending))).isPositive();
        assertThat(
                        store.rows(
                                "SELECT p.proname" + lending
                                        + " AND NOT EXISTS (SELECT FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=pg_catalog%pg_temp')"))
                .isEmpty();
        assertThat(store.rows("SELECT p.proname" + lending + " AND has_function_privilege('public', p.oid, 'EXECUTE')"))
                .isEmpty();
    }

    private static void assertRefused(String role, String statement) {
        assertThatThrownBy(() -> attempt(role, statement))
                .as("%s: %s", role, statement)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    private static void attempt(String role, String sql) throws SQLException {
        try (var connection = login(role);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.rollback();
        }
    }

    private static Connection login(String role) throws SQLException {
        return DriverManager.getConnection(store.url(), "test_" + role, "test");
    }
}
