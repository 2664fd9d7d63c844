package dev.catavento.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Writes down what a person did, in {@code ops.audit}, within the transaction of the deed itself. Runs that were asked
 * for or forced need no call: the ledger's row makes theirs.
 */
public final class AuditTrail {
    private static final String RECORD = "SELECT ops.record_action(?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;

    public AuditTrail(Connection connection) {
        this.connection = connection;
    }

    /** What a person may do that is worth asking about later. */
    public enum Action {
        OVERRIDE_GATE("override-gate");

        private final String word;

        Action(String word) {
            this.word = word;
        }
    }

    /** @param actor who did it, or null where nobody said */
    public void record(
            String actor, Action action, String task, String dataset, LocalDate day, String runId, String reason)
            throws SQLException {
        try (var call = connection.prepareStatement(RECORD)) {
            call.setString(1, actor);
            call.setString(2, action.word);
            call.setString(3, task);
            call.setString(4, dataset);
            call.setObject(5, day);
            call.setString(6, runId);
            call.setString(7, reason);
            call.execute();
        }
    }
}
