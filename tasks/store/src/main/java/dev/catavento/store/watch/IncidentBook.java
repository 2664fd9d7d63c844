package dev.catavento.store.watch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Incidents in {@code ops.incident}: opened, kept up to date while open, closed. */
public final class IncidentBook {
    static final String COLUMNS =
            "key, kind, task, dataset, day, run_id, occurred_at," + " reason_en, reason_pt, hint_en, hint_pt, log_url";
    private static final String OPEN = "SELECT incident_id, opened_at, " + COLUMNS
            + " FROM ops.incident WHERE closed_at IS NULL ORDER BY incident_id FOR UPDATE";
    private static final String ADD = "INSERT INTO ops.incident (" + COLUMNS + ", opened_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING incident_id";
    private static final String SEEN_AGAIN = """
            UPDATE ops.incident SET day = ?, run_id = ?, occurred_at = ?, reason_en = ?, reason_pt = ?,
                                    hint_en = ?, hint_pt = ?, log_url = ?
             WHERE incident_id = ? AND occurred_at < ?
            """;
    private static final String CLOSE = """
            UPDATE ops.incident SET closed_at = ?, closing = ?, closing_en = ?, closing_pt = ? WHERE incident_id = ?
            """;
    private static final String NOTIFY = """
            INSERT INTO ops.incident_notice (incident_id, event, channel, due_at) VALUES (?, ?, ?, ?)
            """;
    private static final String NOTIFY_RECOVERY = """
            INSERT INTO ops.incident_notice (incident_id, event, channel, due_at)
            SELECT incident_id, 'recovered', channel, ? FROM ops.incident_notice
             WHERE incident_id = ? AND event = 'opened'
            """;

    private final Connection connection;
    private final Instant now;

    /** @param connection within a transaction of the caller's: an incident and its notices are one */
    public IncidentBook(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    public List<OpenIncident> listOpen() throws SQLException {
        try (var query = connection.prepareStatement(OPEN)) {
            var open = new ArrayList<OpenIncident>();
            var row = query.executeQuery();
            while (row.next()) {
                open.add(new OpenIncident(row.getLong(1), WatchReader.instant(row, 2), incident(row, 3)));
            }
            return open;
        }
    }

    /** @param channels by which it is to be told */
    public void open(Incident incident, Collection<String> channels) throws SQLException {
        long id;
        try (var insert = connection.prepareStatement(ADD)) {
            insert.setString(1, incident.key());
            insert.setString(2, incident.kind());
            insert.setString(3, incident.task());
            insert.setString(4, incident.dataset());
            insert.setObject(5, incident.day());
            insert.setString(6, incident.runId());
            insert.setObject(7, at(incident.occurredAt()));
            words(insert, 8, incident);
            insert.setObject(13, at(now));
            var row = insert.executeQuery();
            row.next();
            id = row.getLong(1);
        }
        try (var notice = connection.prepareStatement(NOTIFY)) {
            for (var channel : channels) {
                notice.setLong(1, id);
                notice.setString(2, "opened");
                notice.setString(3, channel);
                notice.setObject(4, at(now));
                notice.executeUpdate();
            }
        }
    }

    /** A newer run shows the same: the row follows, nobody is told again. */
    public void seenAgain(OpenIncident open, Incident newer) throws SQLException {
        try (var update = connection.prepareStatement(SEEN_AGAIN)) {
            update.setObject(1, newer.day());
            update.setString(2, newer.runId());
            update.setObject(3, at(newer.occurredAt()));
            words(update, 4, newer);
            update.setLong(9, open.id());
            update.setObject(10, at(newer.occurredAt()));
            update.executeUpdate();
        }
    }

    /** Well again; told wherever the opening was to be told. */
    public void recover(OpenIncident open, Said how) throws SQLException {
        close(open, "recovered", how);
        try (var notice = connection.prepareStatement(NOTIFY_RECOVERY)) {
            notice.setObject(1, at(now));
            notice.setLong(2, open.id());
            notice.executeUpdate();
        }
    }

    /** Nothing tells any more whether it is well again: closed, and nobody is told. */
    public void expire(OpenIncident open, Said why) throws SQLException {
        close(open, "expired", why);
    }

    private void close(OpenIncident open, String closing, Said words) throws SQLException {
        try (var update = connection.prepareStatement(CLOSE)) {
            update.setObject(1, at(now));
            update.setString(2, closing);
            update.setString(3, words.en());
            update.setString(4, words.pt());
            update.setLong(5, open.id());
            update.executeUpdate();
        }
    }

    static Incident incident(ResultSet row, int from) throws SQLException {
        return new Incident(
                row.getString(from),
                row.getString(from + 1),
                row.getString(from + 2),
                row.getString(from + 3),
                row.getObject(from + 4, LocalDate.class),
                row.getString(from + 5),
                WatchReader.instant(row, from + 6),
                new Said(row.getString(from + 7), row.getString(from + 8)),
                new Said(row.getString(from + 9), row.getString(from + 10)),
                row.getString(from + 11));
    }

    private static void words(PreparedStatement statement, int from, Incident incident) throws SQLException {
        statement.setString(from, incident.reason().en());
        statement.setString(from + 1, incident.reason().pt());
        statement.setString(from + 2, incident.hint().en());
        statement.setString(from + 3, incident.hint().pt());
        statement.setString(from + 4, incident.logUrl());
    }

    private static java.time.OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
