package dev.catavento.exporttableau.table;

import static java.util.Map.entry;

import dev.catavento.store.export.PublishedIssue;
import java.util.List;
import java.util.Map;

/** What is odd in the fleet, and what was repaired. */
public final class IssueTable {
    public static final Table<PublishedIssue> TABLE = new Table<>(
            "issues",
            "issues.csv",
            new Words("Ocorrências", "Issues"),
            new Words(
                    "O que há de estranho nos dados e o que foi reparado: ocorrências abertas e as resolvidas no dia.",
                    "What is odd in the data and what was repaired: open issues and those resolved on the day."),
            List.of(),
            Columns.of(
                    "issues",
                    Map.ofEntries(
                            entry("rule", PublishedIssue::rule),
                            entry("severity", PublishedIssue::severity),
                            entry("dataset", PublishedIssue::dataset),
                            entry("subject_id", PublishedIssue::subjectId),
                            entry("field", PublishedIssue::field),
                            entry("original_value", PublishedIssue::originalValue),
                            entry("result_value", PublishedIssue::resultValue),
                            entry("evidence", PublishedIssue::evidence),
                            entry("first_seen_day", PublishedIssue::firstSeenDay),
                            entry("last_seen_day", PublishedIssue::lastSeenDay),
                            entry("resolved_day", PublishedIssue::resolvedDay),
                            entry("plant_id_sigel", PublishedIssue::plantIdSigel),
                            entry("plant_name", PublishedIssue::plantName),
                            entry("designation", PublishedIssue::designation))));

    private IssueTable() {}
}
