package dev.catavento.store;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.OneLine;
import dev.catavento.task.TaskException;
import java.sql.SQLException;

/** Sorts the database's errors into those an operator can mend and bugs; by SQLSTATE (PostgreSQL manual, appendix A). */
final class SqlFailures {
    private SqlFailures() {}

    static RuntimeException classify(SQLException e, String where, String user) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        var said = OneLine.of(e.getMessage());
        return switch (state) {
            case "28P01", "28000" ->
                fault(
                        ErrorKind.STORE_MISCONFIGURED,
                        "the store " + where + " refuses login " + user + ": " + said,
                        "check CATAVENTO_DB_USER and CATAVENTO_DB_PASSWORD (or those with the task's suffix)",
                        e);
            case "3D000" ->
                fault(
                        ErrorKind.STORE_MISCONFIGURED,
                        "there is no store at " + where + ": " + said,
                        "check CATAVENTO_DB_URL, or make the store with ./catavento up --store NAME",
                        e);
            case "42P01", "3F000", "42703", "42883" ->
                fault(
                        ErrorKind.STORE_MISCONFIGURED,
                        "the store " + where + " does not fit this version: " + said,
                        "run the task migrate-store first",
                        e);
            case "42501" ->
                fault(
                        ErrorKind.CONFIGURATION,
                        "login " + user + " may not do this in " + where + ": " + said,
                        "use the login of this task's role (cluster set-up in infrastructure/postgis)",
                        e);
            case "23505" ->
                fault(
                        ErrorKind.LOCKED,
                        "another run wrote the same to " + where + ": " + said,
                        "the task may be retried",
                        e);
            case "25006" ->
                fault(
                        ErrorKind.STORE_UNAVAILABLE,
                        "the store " + where + " is read-only",
                        "wait or fail over, then retry",
                        e);
            case "53100" ->
                fault(
                        ErrorKind.DISK_FULL,
                        "the store " + where + " has no disk space left: " + said,
                        "free space, then retry",
                        e);
            case "XX001", "XX002" ->
                fault(
                        ErrorKind.STORE_DAMAGED,
                        "the store " + where + " cannot read its own files: " + said,
                        "look at the disk and PostgreSQL's log; restore a backup",
                        e);
            default -> byClass(state, said, where, e);
        };
    }

    /** True when nothing more can be said over the connection. */
    static boolean connectionLost(SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith("08") || state.startsWith("57P");
    }

    private static RuntimeException byClass(String state, String said, String where, SQLException e) {
        var group = state.length() < 2 ? "" : state.substring(0, 2);
        return switch (group) {
            case "08", "57", "53", "58" ->
                fault(
                        ErrorKind.STORE_UNAVAILABLE,
                        "the store " + where + " is not available: " + said,
                        "check that PostgreSQL runs and is reachable; the task may be retried",
                        e);
            case "40", "55" ->
                fault(ErrorKind.LOCKED, "the store " + where + " was busy: " + said, "the task may be retried", e);
            default -> new IllegalStateException("SQL " + state + ": " + said, e);
        };
    }

    private static TaskException fault(ErrorKind kind, String message, String hint, SQLException cause) {
        return new TaskException(kind, message, hint, cause);
    }
}
