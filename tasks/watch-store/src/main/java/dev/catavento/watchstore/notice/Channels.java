package dev.catavento.watchstore.notice;

import dev.catavento.task.Setting;
import dev.catavento.task.Settings;
import java.util.ArrayList;
import java.util.List;

/** The channels that are configured: none, one or two. */
public final class Channels {
    private Channels() {}

    /** @throws dev.catavento.task.TaskException where a setting is malformed, or one of three for mail is missing */
    public static List<Channel> from(Settings settings, StoreIdentity store) {
        var channels = new ArrayList<Channel>();
        if (settings.find(Setting.ALERT_SMTP_URL).isPresent()) {
            channels.add(MailChannel.from(settings, store));
        } else if (settings.find(Setting.ALERT_MAIL_TO).isPresent()) {
            throw settings.wrong(
                    Setting.ALERT_SMTP_URL, "is not set, but CATAVENTO_ALERT_MAIL_TO is", "set both, or neither");
        }
        if (settings.find(Setting.ALERT_WEBHOOK_URL).isPresent()) {
            channels.add(WebhookChannel.from(settings, store));
        }
        return channels;
    }
}
