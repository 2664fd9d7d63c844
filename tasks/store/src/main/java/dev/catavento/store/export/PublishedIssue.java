package dev.catavento.store.export;

import java.time.LocalDate;

/**
 * An issue of the published fleet, open or resolved on the published day.
 *
 * @param plantName of the turbine it is about; null when it is about none
 */
public record PublishedIssue(
        String rule,
        String severity,
        String dataset,
        String subjectId,
        String field,
        String originalValue,
        String resultValue,
        String evidence,
        LocalDate firstSeenDay,
        LocalDate lastSeenDay,
        LocalDate resolvedDay,
        Integer plantIdSigel,
        String plantName,
        String designation) {}
