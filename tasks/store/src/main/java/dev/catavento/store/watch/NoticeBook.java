package dev.catavento.store.watch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Notices in {@code ops.incident_notice}: those to be sent, and what became of them. Each call is kept by itself. */
public final class NoticeBook {
    private static final String DUE =
            "SELECT i.incident_id, n.event, n.channel, i.opened_at, i.closed_at, i.closing_en,"
                    + " i.closing_pt, " + IncidentBook.COLUMNS
                    + " FROM ops.incident_notice n JOIN ops.incident i USING (incident_id)"
                    + " WHERE n.sent_at IS NULL AND n.channel = ? ORDER BY n.due_at, i.incident_id, n.event";
    private static final String SENT = """
            UPDATE ops.incident_notice SET sent_at = clock_timestamp(), attempts = attempts + 1, last_error = NULL
             WHERE incident_id = ? AND event = ? AND channel = ?
            """;
    private static final String FAILED = """
            UPDATE ops.incident_notice SET attempts = attempts + 1, last_error = ?
             WHERE incident_id = ? AND event = ? AND channel = ?
            """;

    private final Connection connection;

    public NoticeBook(Connection connection) {
        this.connection = connection;
    }

    /** What a channel has to tell, the oldest first; an opening before its recovery. */
    public List<Notice> listDue(String channel) throws SQLException {
        try (var query = connection.prepareStatement(DUE)) {
            query.setString(1, channel);
            var due = new ArrayList<Notice>();
            var row = query.executeQuery();
            while (row.next()) {
                var recovered = "recovered".equals(row.getString(2));
                due.add(new Notice(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        WatchReader.instant(row, 4),
                        recovered ? WatchReader.instant(row, 5) : null,
                        recovered ? new Said(row.getString(6), row.getString(7)) : null,
                        IncidentBook.incident(row, 8)));
            }
            return due;
        }
    }

    public void sent(Notice notice) throws SQLException {
        try (var update = connection.prepareStatement(SENT)) {
            update.setLong(1, notice.incidentId());
            update.setString(2, notice.event());
            update.setString(3, notice.channel());
            update.executeUpdate();
        }
    }

    /** @param why one line, without any secret */
    public void failed(Notice notice, String why) throws SQLException {
        try (var update = connection.prepareStatement(FAILED)) {
            update.setString(1, why);
            update.setLong(2, notice.incidentId());
            update.setString(3, notice.event());
            update.setString(4, notice.channel());
            update.executeUpdate();
        }
    }
}
