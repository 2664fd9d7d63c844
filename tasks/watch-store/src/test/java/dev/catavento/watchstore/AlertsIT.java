package dev.catavento.watchstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.catavento.task.BrasiliaTime;
import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TestStore;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts that arrive at a real SMTP server and a real HTTP endpoint: once, and once when it is well again. */
class AlertsIT {
    private static final LocalDate TODAY = BrasiliaTime.today();
    private static final LocalDate DAY = TODAY.minusDays(1);

    private TestStore store;
    private LedgerRows ledger;
    private MailServer mail;
    private Webhook webhook;
    private TaskProcess task;

    @BeforeEach
    void aStoreInService() {
        store = PostgisServer.shared().newStore();
        ledger = new LedgerRows(store);
        mail = MailServer.start();
        webhook = Webhook.start();
        task = new TaskProcess(store.environment())
                .with("CATAVENTO_ALERT_SMTP_URL", mail.url("p%40ss%20w%C3%B6rd"))
                .with("CATAVENTO_ALERT_MAIL_FROM", "Catavento <alerts@example.org>")
                .with("CATAVENTO_ALERT_MAIL_TO", "ana@example.org, rui@example.org")
                .with("CATAVENTO_ALERT_WEBHOOK_URL", webhook.url())
                .with("CATAVENTO_ALERT_UI_URL", "http://ui")
                .with("CATAVENTO_ALERT_DEADLINE", "00:00");
        ledger.published(DAY.minusDays(1));
        ledger.completed("load-postgis", DAY.minusDays(1), 3 * 1440);
        ledger.published(DAY);
    }

    @AfterEach
    void close() {
        mail.close();
        webhook.close();
    }

    @Test
    void aSourceOrShardThatFailsIsNotMendedByAnother() {
        ledger.telemetry("north", "2/2", DAY, 1, 30);
        ledger.telemetry("north", "1/2", DAY, 0, 20);
        ledger.telemetry("south", "1/1", DAY, 0, 10);
        assertThat(watch().at("/outputs/notices_sent").asInt()).isEqualTo(2);
        assertThat(webhook.posts().getFirst().at("/dataset").asText()).isEqualTo("telemetry north 2/2");
        ledger.telemetry("north", "2/2", DAY, 0, 5);
        assertThat(watch().at("/outputs/open").asInt()).isZero();
    }

    @Test
    void aRefusedPublicationIsToldOnceByEachWayAndItsRecoveryOnce() {
        ledger.demo();
        ledger.failed("load-postgis", DAY, 65, 10);
        assertThat(watch().at("/outputs/notices_sent").asInt()).isEqualTo(2);
        assertThat(watch().at("/outputs/notices_sent").asInt()).isZero();
        assertThat(mail.mails()).extracting(MailServer.Mail::to).containsExactly("ana@example.org", "rui@example.org");
        var opened = mail.mails().getFirst();
        assertThat(opened.subject())
                .isEqualTo("[Catavento DEMO " + store.name() + "] publicação recusada (load-postgis, wind_fleet, " + DAY
                        + ") / publication refused (load-postgis, wind_fleet, " + DAY + ")");
        assertThat(opened.text())
                .contains(
                        "DEMO: a frota deste banco é gerada",
                        "Motivo: load-postgis terminou com 65, publicação recusada; mensagem do programa: not published: 31 % fewer turbines",
                        "O que fazer: confira as contagens",
                        "Registro: http://ui/log",
                        "Reason: load-postgis ended with 65: not published: 31 % fewer turbines",
                        "What to do: look at the counts",
                        "Log: http://ui/log");
        var post = webhook.posts().getFirst();
        assertThat(post.at("/event").asText() + " " + post.at("/kind").asText()).isEqualTo("opened publish-refused");
        assertThat(post.at("/demo").asBoolean()).isTrue();
        assertThat(post.at("/reason/pt").asText()).startsWith("load-postgis terminou com 65");
        assertThat(post.at("/hint/en").asText()).isEqualTo("look at the counts");
        assertThat(post.at("/log_url").asText()).isEqualTo("http://ui/log");

        ledger.skipped("load-postgis", DAY, 5);
        assertThat(watch().at("/outputs/open").asInt())
                .as("a skipped run is no recovery")
                .isEqualTo(1);

        ledger.completed("load-postgis", DAY, 2);
        assertThat(watch().at("/outputs/notices_sent").asInt()).isEqualTo(2);
        assertThat(watch().at("/outputs/notices_sent").asInt()).isZero();
        assertThat(mail.mails()).hasSize(4);
        assertThat(mail.mails().getLast().subject())
                .contains("resolvido: publicação recusada", "recovered: publication");
        assertThat(mail.mails().getLast().text()).contains("Resolução: load-postgis foi concluída para " + DAY);
        assertThat(webhook.posts()).extracting(p -> p.at("/event").asText()).containsExactly("opened", "recovered");
        assertThat(webhook.posts().getLast().at("/recovered_at").asText()).isNotEmpty();
    }

    @Test
    void aTaskThatFailsAgainIsTheSameIncidentAndAnotherTaskIsAnother() {
        ledger.failed("load-postgis", DAY.minusDays(1), 1, 600);
        watch();
        ledger.failed("load-postgis", DAY, 1, 10);
        watch();
        assertThat(kinds()).containsExactly("opened task-failed/load-postgis/wind_fleet");
        assertThat(store.value("SELECT day FROM out.incident")).isEqualTo(DAY.toString());
        ledger.failed("extract-sigel", DAY, 1, 5);
        watch();
        assertThat(kinds()).hasSize(2);
        ledger.completed("load-postgis", DAY.minusDays(1), 4);
        watch();
        assertThat(kinds())
                .as("an earlier day done is no recovery of the later")
                .hasSize(2);
    }

    @Test
    void aFailureThatIsTriedAgainIsToldOnceNoTryFollows() {
        ledger.failed("extract-sigel", DAY, 75, 110);
        watch();
        assertThat(kinds()).as("its next try may take 90 minutes").isEmpty();
        ledger.failed("load-postgis", DAY, 75, 125);
        watch();
        assertThat(kinds()).containsExactly("opened task-failed/load-postgis/wind_fleet");
    }

    @Test
    void aDayWithoutARunAndADayNotCompleteAreToldAtTheirDeadlineAndWellOnceComplete() {
        store.execute("DELETE FROM ops.release WHERE day = '" + DAY + "'");
        watch();
        assertThat(webhook.posts().getFirst().at("/kind").asText()).isEqualTo("no-run");
        assertThat(webhook.posts().getFirst().at("/log_url").asText()).isEqualTo("http://ui/dags");
        ledger.skipped("load-postgis", DAY, 5);
        watch();
        assertThat(kinds()).as("one deadline, one incident").hasSize(1);
        store.execute("INSERT INTO ops.release (dataset, day, snapshot_id, rules_version, row_count, counts)"
                + " SELECT dataset, day, snapshot_id, 't', 1, '{}' FROM raw.capture WHERE day = '" + DAY + "'");
        watch();
        assertThat(kinds())
                .containsExactly("opened deadline/wind_fleet/" + DAY, "recovered deadline/wind_fleet/" + DAY);
    }

    @Test
    void aLateDayThatALaterOneOvertakesIsToldAsOver() {
        store.execute("DELETE FROM ops.release WHERE day = '" + DAY + "'");
        ledger.failed("load-postgis", DAY, 75, 5);
        watch();
        assertThat(kinds()).containsExactly("opened deadline/wind_fleet/" + DAY);
        ledger.published(TODAY);
        watch();
        assertThat(kinds()).last().isEqualTo("recovered deadline/wind_fleet/" + DAY);
        assertThat(webhook.posts().getLast().at("/recovery/en").asText())
                .isEqualTo(DAY + " is captured but was not published; " + TODAY
                        + ", which is newer, is published in its place");
        store.execute("DELETE FROM raw.capture WHERE day = '" + DAY + "'");
        watch();
        assertThat(kinds())
                .as("a day that was never captured is lost, not over")
                .hasSize(3);
    }

    @Test
    void aLateDaySaysWhyItIsLate() {
        store.execute("DELETE FROM ops.release WHERE day = '" + DAY + "'");
        ledger.skipped("load-postgis", DAY, 5);
        watch();
        assertThat(webhook.posts().getFirst().at("/kind").asText()).isEqualTo("day-late");
        assertThat(webhook.posts().getFirst().at("/reason/en").asText()).contains("not complete by 00:00");
    }

    @Test
    void neitherABackfillNorANewStoreRaisesADeadline() {
        ledger.published(DAY.minusDays(9));
        ledger.completed("load-postgis", DAY.minusDays(9), 1);
        watch();
        assertThat(store.value("SELECT count(*) FROM out.completeness WHERE state = 'missing'"))
                .isEqualTo("7");
        assertThat(kinds()).isEmpty();

        store.execute("DELETE FROM ops.task_run");
        store.execute("DELETE FROM ops.release");
        ledger.completed("extract-sigel", DAY, 0);
        watch();
        assertThat(kinds()).as("in service since after the deadline").isEmpty();
    }

    @Test
    void slowAndUnusualAreToldWithTheirUsual() {
        for (int n = 9; n >= 2; n--) {
            ledger.run("extract-sigel", TODAY.minusDays(n), "completed", 0, n * 1440, 20, 23522 + n);
        }
        ledger.run("extract-sigel", DAY, "completed", 0, 30, 61, 12000);
        watch();
        assertThat(kinds())
                .containsExactlyInAnyOrder(
                        "opened task-slow/extract-sigel/wind_fleet", "opened count-unusual/extract-sigel/wind_fleet");
        assertThat(webhook.posts())
                .extracting(p -> p.at("/reason/en").asText())
                .contains(
                        "extract-sigel took 61.0 s, its median is 20.0 s",
                        "extract-sigel has 12,000 rows for " + DAY + ", usual are 23,528 ± 1,176");
        assertThat(webhook.posts())
                .extracting(p -> p.at("/reason/pt").asText())
                .contains("extract-sigel levou 61,0 s; a mediana é 20,0 s");
        ledger.run("extract-sigel", DAY, "completed", 0, 1, 21, 23530);
        watch();
        assertThat(kinds()).hasSize(4);
    }

    @Test
    void aDestinationThatIsDownIsTriedAgainAtTheNextRunAndNothingIsLostOrToldTwice() {
        ledger.failed("load-postgis", DAY, 65, 10);
        webhook.answer(503);
        var ended = task.run("watch-store");
        assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(75);
        assertThat(ended.report().at("/error/message").asText()).isEqualTo("the webhook at 127.0.0.1 answers 503");
        assertThat(mail.mails()).hasSize(2);
        assertThat(store.value("SELECT unsent_notices || ' ' || last_error FROM out.incident"))
                .isEqualTo("1 the webhook at 127.0.0.1 answers 503");
        ledger.completed("load-postgis", DAY, 2);
        assertThat(task.run("watch-store").exitCode()).isEqualTo(75);
        webhook.answer(200);
        watch();
        assertThat(kinds()).extracting(kind -> kind.split(" ")[0]).containsExactly("opened", "recovered");
        assertThat(mail.mails()).hasSize(4);
    }

    @Test
    void aMailServerThatIsDownDoesNotHoldUpTheWebhook() {
        int port = mail.port();
        mail.close();
        ledger.failed("load-postgis", DAY, 65, 10);
        var ended = task.run("watch-store");
        assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(75);
        assertThat(ended.report().at("/error/message").asText())
                .startsWith("the mail server 127.0.0.1:" + port + " does not take mail");
        assertThat(kinds()).hasSize(1);
        mail = MailServer.at(port);
        watch();
        assertThat(mail.mails()).hasSize(2);
        assertThat(kinds()).hasSize(1);
    }

    @Test
    void aNoticeThatTheWebhookNeverTakesHoldsUpNoOtherIncident() {
        webhook.dislike("extract-sigel");
        ledger.failed("extract-sigel", DAY, 65, 10);
        assertThat(task.run("watch-store").exitCode()).isEqualTo(1);
        ledger.failed("load-postgis", DAY, 1, 5);
        ledger.completed("extract-sigel", DAY, 2);
        var ended = task.run("watch-store");
        assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(1);
        assertThat(ended.report().at("/error/message").asText()).isEqualTo("the webhook at 127.0.0.1 answers 400");
        assertThat(ended.report().at("/outputs/notices_waiting").asInt()).isEqualTo(2);
        assertThat(kinds())
                .as("an incident whose opening is refused is not told as over either")
                .containsExactly("opened task-failed/load-postgis/wind_fleet");
        webhook.dislike("nothing");
        watch();
        assertThat(kinds()).hasSize(3);
        assertThat(kinds().subList(1, 3)).extracting(kind -> kind.split(" ")[0]).containsExactly("opened", "recovered");
        assertThat(mail.mails()).as("mail was not held up").hasSize(6);
    }

    @Test
    void oneRecipientThatIsRefusedKeepsTheMailFromNobodyElse() {
        mail.refuse("rui@example.org");
        ledger.failed("load-postgis", DAY, 65, 10);
        var ended = task.run("watch-store");
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(mail.mails()).extracting(MailServer.Mail::to).containsExactly("ana@example.org");
        assertThat(ended.stderr()).contains("takes no mail for rui@example.org");
        watch();
        assertThat(mail.mails()).hasSize(1);
    }

    @Test
    void aWebhooksAddressIsUsedAsItIsAndNotShownWhereItIsNone() {
        ledger.failed("load-postgis", DAY, 65, 10);
        var slashed =
                task.with("CATAVENTO_ALERT_WEBHOOK_URL", webhook.url() + "/").run("watch-store");
        assertThat(slashed.exitCode()).as(slashed.stderr()).isZero();
        assertThat(webhook.paths()).containsExactly("/hook/secret-in-the-path/");
        for (var none : List.of("hooks.example.org/SECRET", "https://hooks.example.org/SEC RET", "http://h/{SECRET}")) {
            var ended = task.with("CATAVENTO_ALERT_WEBHOOK_URL", none).run("watch-store");
            assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(1);
            assertThat(ended.report().at("/error/message").asText())
                    .contains("CATAVENTO_ALERT_WEBHOOK_URL is not a URL");
            assertThat(ended.stdout() + ended.stderr()).doesNotContain("SEC", "RET");
        }
    }

    @Test
    void aWrongPasswordIsForThePersonAndIsNotShown() {
        ledger.failed("load-postgis", DAY, 65, 10);
        var ended =
                task.with("CATAVENTO_ALERT_SMTP_URL", mail.url("wr0ng-secret")).run("watch-store");
        assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(1);
        assertThat(ended.report().at("/error/message").asText()).contains("refuses login alerts");
        assertThat(ended.report().at("/error/hint").asText()).contains("CATAVENTO_ALERT_SMTP_URL");
        assertThat(ended.stdout() + ended.stderr()).doesNotContain("wr0ng-secret", "secret-in-the-path");
        watch();
        assertThat(mail.mails()).as("nothing was lost").hasSize(2);
    }

    @Test
    void malformedSettingsAreNamed() {
        assertWrong("CATAVENTO_ALERT_SMTP_URL", "mail.example.org", "is not a mail server's URL");
        assertWrong("CATAVENTO_ALERT_SMTP_URL", "smtp://h?starttls=maybe", "is not a mail server's URL");
        assertWrong("CATAVENTO_ALERT_SMTP_URL", null, "is not set, but CATAVENTO_ALERT_MAIL_TO is");
        assertWrong("CATAVENTO_ALERT_MAIL_TO", "nobody", "is not a list of addresses");
        assertWrong("CATAVENTO_ALERT_WEBHOOK_URL", "hooks.example.org", "is not a URL");
        assertWrong("CATAVENTO_ALERT_DEADLINE", "nine", "CATAVENTO_ALERT_DEADLINE is 'nine'");
    }

    @Test
    void withoutADestinationIncidentsAreKept() {
        ledger.failed("load-postgis", DAY, 65, 10);
        var alone = new TaskProcess(store.environment()).run("watch-store");
        assertThat(alone.exitCode()).as(alone.stderr()).isZero();
        assertThat(store.value("SELECT kind FROM out.incident WHERE closed_at IS NULL"))
                .isEqualTo("publish-refused");
        watch();
        assertThat(kinds())
                .as("what was open before there was a way is not told by it")
                .isEmpty();
    }

    private void assertWrong(String variable, String value, String said) {
        var ended = task.with(variable, value).run("watch-store");
        assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(1);
        assertThat(ended.report().at("/error/message").asText()).contains(said);
    }

    private JsonNode watch() {
        var ended = task.run("watch-store");
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        return ended.report();
    }

    /** Event and key of all that arrived at the webhook. */
    private List<String> kinds() {
        return webhook.posts().stream()
                .map(post -> post.at("/event").asText() + " " + post.at("/key").asText())
                .toList();
    }
}
