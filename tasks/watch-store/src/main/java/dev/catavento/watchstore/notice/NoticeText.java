package dev.catavento.watchstore.notice;

import dev.catavento.store.watch.Incident;
import dev.catavento.store.watch.Notice;
import dev.catavento.store.watch.Said;
import dev.catavento.task.BrasiliaTime;
import dev.catavento.watchstore.rules.IncidentKind;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A notice in words, Portuguese first: the subject of a mail, its text, and the title in the JSON. */
public final class NoticeText {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BrasiliaTime.ZONE);

    private final Notice notice;
    private final StoreIdentity store;

    public NoticeText(Notice notice, StoreIdentity store) {
        this.notice = notice;
        this.store = store;
    }

    /** One line in each language: what, where, which day. */
    public Said title() {
        var kind = IncidentKind.of(incident().kind()).title();
        var about = about(incident());
        return notice.recovered()
                ? new Said(
                        "recovered: " + kind.en() + " (" + about + ")", "resolvido: " + kind.pt() + " (" + about + ")")
                : new Said(kind.en() + " (" + about + ")", kind.pt() + " (" + about + ")");
    }

    public String subject() {
        return "[Catavento " + store.shown() + "] " + title().pt() + " / " + title().en();
    }

    public String body() {
        var demo = store.demo()
                ? Stream.of(
                        "DEMO: a frota deste banco é gerada, não é o cadastro da ANEEL.",
                        "DEMO: this store's fleet is generated, it is not ANEEL's register.",
                        "")
                : Stream.<String>empty();
        return Stream.concat(demo, Stream.concat(portuguese(), english())).collect(Collectors.joining("\n", "", "\n"));
    }

    private Stream<String> portuguese() {
        return lines(
                title().pt(),
                "Motivo: " + incident().reason().pt(),
                notice.recovered()
                        ? "Resolução: " + notice.closing().pt()
                        : "O que fazer: " + incident().hint().pt(),
                "Desde: " + moment(notice.openedAt()) + " (Brasília)"
                        + (notice.recovered() ? "; resolvido: " + moment(notice.closedAt()) : ""),
                incident().logUrl() == null ? null : "Registro: " + incident().logUrl());
    }

    private Stream<String> english() {
        return lines(
                title().en(),
                "Reason: " + incident().reason().en(),
                notice.recovered()
                        ? "Recovery: " + notice.closing().en()
                        : "What to do: " + incident().hint().en(),
                "Since: " + moment(notice.openedAt()) + " (Brasília)"
                        + (notice.recovered() ? "; recovered: " + moment(notice.closedAt()) : ""),
                incident().logUrl() == null ? null : "Log: " + incident().logUrl());
    }

    private Incident incident() {
        return notice.incident();
    }

    private static Stream<String> lines(String... lines) {
        return Stream.concat(Stream.of(lines).filter(Objects::nonNull), Stream.of(""));
    }

    private static String about(Incident incident) {
        return Stream.of(incident.task(), incident.dataset(), incident.day())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }

    private static String moment(Instant instant) {
        return MINUTE.format(instant);
    }
}
