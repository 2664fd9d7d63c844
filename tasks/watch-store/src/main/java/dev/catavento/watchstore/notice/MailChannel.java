package dev.catavento.watchstore.notice;

import dev.catavento.store.watch.Notice;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.Setting;
import dev.catavento.task.Settings;
import dev.catavento.task.TaskException;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.jboss.logging.Logger;

/** Notices as e-mail, plain text in Portuguese and English; one message for each. */
final class MailChannel implements Channel {
    private static final Logger LOG = Logger.getLogger(MailChannel.class);
    private static final String PATIENCE_MS = "15000";

    private final SmtpAddress server;
    private final InternetAddress from;
    private final Address[] to;
    private final StoreIdentity store;
    private final Session session;

    private MailChannel(SmtpAddress server, InternetAddress from, Address[] to, StoreIdentity store) {
        this.server = server;
        this.from = from;
        this.to = to;
        this.store = store;
        this.session = Session.getInstance(properties(server));
    }

    static MailChannel from(Settings settings, StoreIdentity store) {
        var from = addresses(settings, Setting.ALERT_MAIL_FROM);
        if (from.length != 1) {
            throw settings.wrong(Setting.ALERT_MAIL_FROM, "is not one address", "give one, as alerts@example.org");
        }
        return new MailChannel(SmtpAddress.from(settings), from[0], addresses(settings, Setting.ALERT_MAIL_TO), store);
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void send(Notice notice) {
        try (var transport = session.getTransport(server.tls() ? "smtps" : "smtp")) {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            var message = message(notice);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (AuthenticationFailedException refused) {
            throw new TaskException(
                    ErrorKind.CONFIGURATION,
                    "the mail server " + server.shown() + " refuses login " + server.user() + ": "
                            + refused.getMessage(),
                    "check user and password in CATAVENTO_ALERT_SMTP_URL",
                    refused);
        } catch (SendFailedException refused) {
            if (arrivedSomewhere(refused)) {
                LOG.warnf(
                        "the mail server %s takes no mail for %s; the others have it",
                        server.shown(), InternetAddress.toString(refused.getInvalidAddresses()));
                return;
            }
            throw new NoticeRefused(new TaskException(
                    ErrorKind.CONFIGURATION,
                    "the mail server " + server.shown() + " refuses the message: " + whole(refused),
                    "check CATAVENTO_ALERT_MAIL_FROM and CATAVENTO_ALERT_MAIL_TO",
                    refused));
        } catch (MessagingException broken) {
            throw MailTls.find(broken, server)
                    .orElseGet(() -> new TaskException(
                            ErrorKind.DESTINATION_UNAVAILABLE,
                            "the mail server " + server.shown() + " does not take mail: " + whole(broken),
                            "see whether it answers at that address; what was not sent is sent at the next run",
                            broken));
        }
    }

    private static boolean arrivedSomewhere(SendFailedException partly) {
        var sent = partly.getValidSentAddresses();
        return sent != null && sent.length > 0;
    }

    private MimeMessage message(Notice notice) throws MessagingException {
        var text = new NoticeText(notice, store);
        var message = new MimeMessage(session);
        message.setFrom(from);
        message.setRecipients(Message.RecipientType.TO, to);
        message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
        message.setText(text.body(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        // a recovery stands below its opening in a mail program
        var thread = "<incident-" + notice.incidentId() + "-" + store.name() + "@catavento.invalid>";
        message.setHeader("References", thread);
        message.setHeader("In-Reply-To", thread);
        message.setSentDate(new Date());
        message.saveChanges();
        return message;
    }

    private static Properties properties(SmtpAddress server) {
        var properties = new Properties();
        for (var protocol : new String[] {"smtp", "smtps"}) {
            var prefix = "mail." + protocol + ".";
            properties.put(prefix + "connectiontimeout", PATIENCE_MS);
            properties.put(prefix + "timeout", PATIENCE_MS);
            properties.put(prefix + "writetimeout", PATIENCE_MS);
            properties.put(prefix + "auth", String.valueOf(server.user() != null));
            // one address that is refused keeps the mail from nobody else
            properties.put(prefix + "sendpartial", "true");
            properties.put(prefix + "ssl.checkserveridentity", "true");
            properties.put(prefix + "localhost", "localhost");
        }
        properties.put("mail.smtp.starttls.enable", String.valueOf(server.startTls() != SmtpAddress.StartTls.NEVER));
        properties.put(
                "mail.smtp.starttls.required", String.valueOf(server.startTls() == SmtpAddress.StartTls.REQUIRED));
        return properties;
    }

    private static InternetAddress[] addresses(Settings settings, Setting setting) {
        var text = settings.get(setting);
        try {
            var addresses = InternetAddress.parse(text, true);
            for (var address : addresses) {
                address.validate();
            }
            if (addresses.length > 0) {
                return addresses;
            }
        } catch (AddressException e) {
            // said below
        }
        throw settings.wrong(
                setting, "is not a list of addresses: '" + text + "'", "give alerts@example.org, b@example.org");
    }

    /** A refused connection or a failed TLS handshake stands in the cause. */
    private static String whole(MessagingException failure) {
        var cause = failure.getCause();
        return failure.getMessage()
                + (cause == null || cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")");
    }
}
