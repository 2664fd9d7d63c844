package dev.catavento.watchstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.task.BrasiliaTime;
import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.TaskProcess;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alerts to a real SMTP server over TLS: from the first byte, and by STARTTLS. */
class MailTlsIT {
    private static final LocalDate DAY = BrasiliaTime.today().minusDays(1);
    private static final String OURS = "ip:127.0.0.1";

    @TempDir
    private Path folder;

    private TaskProcess task;
    private MailServer mail;

    @BeforeEach
    void aFailureToTell() {
        var store = PostgisServer.shared().newStore();
        var ledger = new LedgerRows(store);
        task = new TaskProcess(store.environment())
                .with("CATAVENTO_ALERT_MAIL_FROM", "alerts@example.org")
                .with("CATAVENTO_ALERT_MAIL_TO", "ana@example.org")
                .with("CATAVENTO_ALERT_DEADLINE", "00:00");
        ledger.published(DAY);
        ledger.failed("load-postgis", DAY, 65, 10);
    }

    @AfterEach
    void close() {
        mail.close();
    }

    @ParameterizedTest
    @CsvSource({"smtps, ''", "smtp, ?starttls=required", "smtp, ?starttls=offered"})
    void aTrustedServerGetsItsMail(String scheme, String query) {
        var certificate = Certificate.make(folder, OURS);
        mail = serving(scheme, certificate);
        var ended = watch(scheme, query, certificate.trusting());
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(mail.mails()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"smtps, ''", "smtp, ?starttls=required", "smtp, ?starttls=offered"})
    void aCertificateOfNobodyIsForThePersonAndNeitherMailNorPasswordIsSent(String scheme, String query) {
        mail = serving(scheme, Certificate.make(folder, OURS));
        assertRefused(
                watch(scheme, query, ""),
                "is not accepted: unable to find valid certification path to requested target");
    }

    @Test
    void aCertificateOfAnotherServerIsForThePerson() {
        var certificate = Certificate.make(folder, "dns:mail.example.org");
        mail = serving("smtps", certificate);
        assertRefused(
                watch("smtps", "", certificate.trusting()),
                "is not accepted: No subject alternative names matching IP address 127.0.0.1 found");
    }

    @Test
    void aServerWithoutTheTlsThatIsRequiredGetsNeitherMailNorPassword() {
        mail = MailServer.start();
        assertRefused(
                watch("smtp", "?starttls=required", ""), "offers no TLS, which CATAVENTO_ALERT_SMTP_URL requires");
        var plain = watch("smtps", "", "");
        assertThat(plain.exitCode()).isEqualTo(75);
        assertThat(plain.report().at("/error/message").asText())
                .startsWith("the mail server 127.0.0.1:" + mail.port() + " does not take mail");
        assertThat(mail.logins()).isZero();
    }

    private MailServer serving(String scheme, Certificate certificate) {
        return scheme.equals("smtps")
                ? MailServer.withTls(certificate.ofServer())
                : MailServer.withStartTls(certificate.ofServer());
    }

    private TaskProcess.Ended watch(String scheme, String query, String options) {
        var url = mail.url("p%40ss%20w%C3%B6rd").replaceFirst("smtp", scheme) + query;
        return task.with("CATAVENTO_ALERT_SMTP_URL", url)
                .with("JAVA_TOOL_OPTIONS", options)
                .run("watch-store");
    }

    private void assertRefused(TaskProcess.Ended ended, String words) {
        assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(1);
        assertThat(ended.report().at("/error/message").asText())
                .contains("the mail server 127.0.0.1:" + mail.port())
                .contains(words);
        assertThat(ended.report().at("/error/hint").asText()).isNotEmpty();
        assertThat(ended.stderr()).doesNotContain("\tat ");
        assertThat(mail.mails()).isEmpty();
        assertThat(mail.logins()).isZero();
    }
}
