package dev.catavento.watchstore.notice;

import dev.catavento.store.watch.Notice;
import dev.catavento.store.watch.NoticeBook;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.Retry;
import dev.catavento.task.TaskException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends what is due by one channel, oldest first. What has arrived is marked at once; at the first notice that does not
 * arrive the channel is left for the next run, so that an opening never comes after its recovery.
 */
public final class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);

    private final NoticeBook book;
    private final Retry retry = Retry.within(3, Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(60));

    public Delivery(NoticeBook book) {
        this.book = book;
    }

    /** @param failure why the channel stopped, if it did */
    public record Delivered(int sent, int left, Optional<TaskException> failure) {}

    public Delivered send(Channel channel) throws SQLException {
        var due = book.listDue(channel.name());
        for (int i = 0; i < due.size(); i++) {
            try {
                send(channel, due.get(i));
            } catch (TaskException failure) {
                book.failed(due.get(i), failure.getMessage());
                return new Delivered(i, due.size() - i, Optional.of(failure));
            }
            book.sent(due.get(i));
            LOG.infof(
                    "%s: %s %s",
                    channel.name(), due.get(i).event(), due.get(i).incident().key());
        }
        return new Delivered(due.size(), 0, Optional.empty());
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
