package dev.catavento.watchstore.notice;

import dev.catavento.store.watch.Notice;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.Setting;
import dev.catavento.task.Settings;
import dev.catavento.task.TaskException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Notices as JSON, one POST for each; any answer of the 200s is an arrival. The address may hold a secret, so only its
 * host is ever shown, and no redirect is followed.
 */
final class WebhookChannel implements Channel {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final URI url;
    private final StoreIdentity store;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    private WebhookChannel(URI url, StoreIdentity store) {
        this.url = url;
        this.store = store;
    }

    static WebhookChannel from(Settings settings, StoreIdentity store) {
        return new WebhookChannel(settings.getWholeUrl(Setting.ALERT_WEBHOOK_URL), store);
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public void send(Notice notice) {
        var request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Catavento")
                .POST(HttpRequest.BodyPublishers.ofString(NoticeJson.of(notice, store)))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw refused(status);
            }
        } catch (IOException broken) {
            throw new TaskException(
                    ErrorKind.DESTINATION_UNAVAILABLE,
                    "the webhook at " + url.getHost() + " does not answer: " + said(broken),
                    "see whether it is up; what was not sent is sent at the next run",
                    broken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskException(ErrorKind.STOPPED, "stopped while sending", "the next run sends what is left", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private RuntimeException refused(int status) {
        boolean ours = status / 100 == 3 || status / 100 == 4 && status != 408 && status != 429;
        var failure = new TaskException(
                ours ? ErrorKind.CONFIGURATION : ErrorKind.DESTINATION_UNAVAILABLE,
                "the webhook at " + url.getHost() + " answers " + status,
                ours
                        ? "check CATAVENTO_ALERT_WEBHOOK_URL; what was not sent is sent at the next run"
                        : "what was not sent is sent at the next run");
        return ours ? new NoticeRefused(failure) : failure;
    }

    private static String said(IOException broken) {
        return broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
    }
}
