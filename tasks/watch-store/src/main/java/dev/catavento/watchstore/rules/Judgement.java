package dev.catavento.watchstore.rules;

import dev.catavento.store.watch.Incident;
import dev.catavento.store.watch.OpenIncident;
import dev.catavento.store.watch.Said;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What to write down: incidents to open, those a newer run shows again, those that are well again, and those of which
 * nothing has been heard for a fortnight.
 */
public record Judgement(
        List<Incident> opened,
        Map<OpenIncident, Incident> seenAgain,
        Map<OpenIncident, Said> recovered,
        List<OpenIncident> expired) {
    public static final Said EXPIRED =
            new Said("nothing tells any more whether it is well again", "nada mais diz se voltou ao normal");
    private static final Duration EXPIRY = Duration.ofDays(14);
    private static final List<Rule> RULES =
            List.of(new FailedRuns(), new MissedDeadlines(), new SlowRuns(), new UnusualCounts());

    public static Judgement of(Past past, List<OpenIncident> open) {
        var found = RULES.stream()
                .flatMap(rule -> rule.find(past).stream())
                .collect(Collectors.toMap(Incident::key, incident -> incident, (a, b) -> b, LinkedHashMap::new));
        var seenAgain = new LinkedHashMap<OpenIncident, Incident>();
        var recovered = new LinkedHashMap<OpenIncident, Said>();
        var expired = new java.util.ArrayList<OpenIncident>();
        for (var one : open) {
            var again = found.remove(one.incident().key());
            if (again != null) {
                seenAgain.put(one, again);
                continue;
            }
            var how = ruleOf(one).recovery(one.incident(), past);
            if (how.isPresent()) {
                recovered.put(one, how.get());
            } else if (one.openedAt().plus(EXPIRY).isBefore(past.now())) {
                expired.add(one);
            }
        }
        return new Judgement(List.copyOf(found.values()), seenAgain, recovered, expired);
    }

    private static Rule ruleOf(OpenIncident open) {
        var kind = IncidentKind.of(open.incident().kind());
        return RULES.stream()
                .filter(rule -> rule.kinds().contains(kind))
                .findFirst()
                .orElseThrow();
    }
}
