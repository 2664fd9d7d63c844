package dev.catavento.watchstore;

import dev.catavento.store.Store;
import dev.catavento.store.watch.IncidentBook;
import dev.catavento.store.watch.NoticeBook;
import dev.catavento.store.watch.WatchReader;
import dev.catavento.task.BrasiliaTime;
import dev.catavento.task.RowCounts;
import dev.catavento.task.RunFacts;
import dev.catavento.task.Setting;
import dev.catavento.task.Settings;
import dev.catavento.task.TaskException;
import dev.catavento.task.TaskLock;
import dev.catavento.task.TaskName;
import dev.catavento.task.TaskResult;
import dev.catavento.watchstore.notice.Channel;
import dev.catavento.watchstore.notice.Channels;
import dev.catavento.watchstore.notice.Delivery;
import dev.catavento.watchstore.notice.StoreIdentity;
import dev.catavento.watchstore.rules.Judgement;
import dev.catavento.watchstore.rules.Past;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Judges and writes down in one transaction, then sends what is due and marks what has arrived. */
@Singleton
class Watch {
    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final Duration RUNS_LOOKED_AT = Duration.ofDays(60);
    private static final int DAYS_LOOKED_AT = 15;

    private final Store store;
    private final TaskLock lock;
    private final Settings settings;
    private final TaskName task;

    @Inject
    Watch(Store store, TaskLock lock, Settings settings, TaskName task) {
        this.store = store;
        this.lock = lock;
        this.settings = settings;
        this.task = task;
    }

    TaskResult perform() {
        var deadline = deadline();
        try (var held = lock.take("watch");
                var connection = store.open()) {
            var identity = new StoreIdentity(
                    settings.find(Setting.STORE).orElse("?"),
                    new WatchReader(connection).findDemo().orElse(false));
            var channels = Channels.from(settings, identity);
            try {
                var judged = store.transaction(connection, open -> judge(open, deadline, channels));
                return deliver(connection, channels, judged);
            } finally {
                channels.forEach(Channel::close);
            }
        } catch (SQLException e) {
            throw store.failure(e);
        }
    }

    private record Judged(int runs, int stillOpen, Judgement judgement) {}

    private Judged judge(Connection connection, LocalTime deadline, List<Channel> channels) throws SQLException {
        var now = Instant.now();
        var reader = new WatchReader(connection);
        var book = new IncidentBook(connection, now);
        var past = new Past(
                now,
                deadline,
                reader.listRuns(now.minus(RUNS_LOOKED_AT), task.value()),
                reader.listDays(BrasiliaTime.today().minusDays(DAYS_LOOKED_AT)),
                reader.inServiceSince(),
                settings.find(Setting.ALERT_UI_URL)
                        .map(url -> settings.getUrl(Setting.ALERT_UI_URL))
                        .orElse(null));
        var open = book.listOpen();
        var judgement = Judgement.of(past, open);
        var names = channels.stream().map(Channel::name).toList();
        for (var incident : judgement.opened()) {
            book.open(incident, names);
            LOG.warnf("opened %s: %s", incident.key(), incident.reason().en());
        }
        for (var again : judgement.seenAgain().entrySet()) {
            book.seenAgain(again.getKey(), again.getValue());
        }
        for (var well : judgement.recovered().entrySet()) {
            book.recover(well.getKey(), well.getValue());
            LOG.infof(
                    "recovered %s: %s",
                    well.getKey().incident().key(), well.getValue().en());
        }
        for (var old : judgement.expired()) {
            book.expire(old, Judgement.EXPIRED);
        }
        int left =
                open.size() - judgement.recovered().size() - judgement.expired().size();
        return new Judged(past.runs().size(), left, judgement);
    }

    private TaskResult deliver(Connection connection, List<Channel> channels, Judged judged) throws SQLException {
        int sent = 0;
        int waiting = 0;
        TaskException failure = null;
        for (var channel : channels) {
            var delivered = new Delivery(new NoticeBook(connection)).send(channel);
            sent += delivered.sent();
            waiting += delivered.left();
            if (delivered.failure().isPresent() && failure != null) {
                LOG.errorf("%s — %s", failure.getMessage(), failure.hint());
            }
            failure = delivered.failure().orElse(failure);
        }
        var facts = facts(judged, sent, waiting);
        if (failure != null) {
            throw failure.with(facts);
        }
        return TaskResult.completed(facts);
    }

    private static RunFacts facts(Judged judged, int sent, int waiting) {
        var judgement = judged.judgement();
        int opened = judgement.opened().size();
        int closed = judgement.recovered().size() + judgement.expired().size();
        return RunFacts.of(
                new RowCounts(judged.runs(), opened + closed, judged.stillOpen(), 0),
                Map.of(
                        "opened",
                        opened,
                        "recovered",
                        judgement.recovered().size(),
                        "expired",
                        judgement.expired().size(),
                        "open",
                        judged.stillOpen() + opened,
                        "notices_sent",
                        sent,
                        "notices_waiting",
                        waiting));
    }

    private LocalTime deadline() {
        var text = settings.get(Setting.ALERT_DEADLINE).strip();
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw settings.wrong(
                    Setting.ALERT_DEADLINE, "is '" + text + "'", "give a time of day in Brasília, as 09:00");
        }
    }
}
