package dev.catavento.domain;

/**
 * A finding about a subject.
 *
 * @param subjectId the turbine's id, or {@code plant key|designation} of a row that names no known turbine
 */
public record DataIssue(String subjectId, Finding finding) {}
