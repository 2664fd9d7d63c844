package dev.catavento.store.watch;

import java.time.Instant;

/**
 * What is to be told by one channel.
 *
 * @param event {@code opened} or {@code recovered}
 * @param channel {@code mail} or {@code webhook}
 * @param closedAt null in a notice of an opening; so with closing
 * @param closing how it became well again
 */
public record Notice(
        long incidentId,
        String event,
        String channel,
        Instant openedAt,
        Instant closedAt,
        Said closing,
        Incident incident) {

    public boolean recovered() {
        return "recovered".equals(event);
    }
}
