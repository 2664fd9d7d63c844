package dev.catavento.watchstore.notice;

import dev.catavento.store.watch.Notice;
import dev.catavento.store.watch.NoticeBook;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.Retry;
import dev.catavento.task.TaskException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends what is due by one channel, oldest first. What has arrived is marked at once. A channel that does not answer is
 * left for the next run; a notice that it refuses is passed over, with the others of the same incident, so that an
 * opening never comes after its recovery.
 */
public final class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);

    private final NoticeBook book;
    private final Retry retry = Retry.within(3, Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(60));

    public Delivery(NoticeBook book) {
        this.book = book;
    }

    /** @param failure why not all has arrived, if so */
    public record Delivered(int sent, int left, Optional<TaskException> failure) {}

    public Delivered send(Channel channel) throws SQLException {
        var due = book.listDue(channel.name());
        var refused = new HashMap<Long, TaskException>();
        int sent = 0;
        for (var notice : due) {
            if (refused.containsKey(notice.incidentId())) {
                continue;
            }
            try {
                send(channel, notice);
            } catch (NoticeRefused refusal) {
                book.failed(notice, refusal.getMessage());
                refused.put(notice.incidentId(), refusal.failure());
                LOG.errorf("%s not taken: %s", said(notice), refusal.getMessage());
                continue;
            } catch (TaskException failure) {
                book.failed(notice, failure.getMessage());
                return new Delivered(sent, due.size() - sent, Optional.of(failure));
            }
            book.sent(notice);
            sent++;
            LOG.info(said(notice));
        }
        return new Delivered(sent, due.size() - sent, refused.values().stream().findFirst());
    }

    private static String said(Notice notice) {
        return notice.channel() + ": " + notice.event() + " "
                + notice.incident().key();
    }

    private void send(Channel channel, Notice notice) {
        try {
            retry.call(
                    channel.name(),
                    () -> {
                        channel.send(notice);
                        return null;
                    },
                    failure ->
                            failure instanceof TaskException known && known.kind() == ErrorKind.DESTINATION_UNAVAILABLE
                                    ? Duration.ZERO
                                    : null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskException(ErrorKind.STOPPED, "stopped while sending", "the next run sends what is left", e);
        }
    }
}
