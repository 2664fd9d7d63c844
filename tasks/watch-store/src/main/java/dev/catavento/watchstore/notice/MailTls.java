package dev.catavento.watchstore.notice;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import jakarta.mail.MessagingException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.Optional;

/** What is wrong with TLS to a mail server and stays so until a person mends it. */
final class MailTls {
    /** How the mail library says it; it has no type for it. */
    private static final String NOT_OFFERED = "STARTTLS is required but host does not support STARTTLS";

    private MailTls() {}

    static Optional<TaskException> find(MessagingException failure, SmtpAddress server) {
        if (String.valueOf(failure.getMessage()).contains(NOT_OFFERED)) {
            return Optional.of(new TaskException(
                    ErrorKind.CONFIGURATION,
                    "the mail server " + server.shown() + " offers no TLS, which CATAVENTO_ALERT_SMTP_URL requires",
                    "use smtps:// or another port; what was not sent is sent at the next run",
                    failure));
        }
        boolean certificate = false;
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            certificate |= cause instanceof CertificateException || cause instanceof CertPathBuilderException;
            root = cause;
        }
        return certificate
                ? Optional.of(new TaskException(
                        ErrorKind.CONFIGURATION,
                        "the certificate of the mail server " + server.shown() + " is not accepted: "
                                + root.getMessage(),
                        "renew it, or name the server in CATAVENTO_ALERT_SMTP_URL as its certificate does;"
                                + " it must be of an authority that Java trusts",
                        failure))
                : Optional.empty();
    }
}
