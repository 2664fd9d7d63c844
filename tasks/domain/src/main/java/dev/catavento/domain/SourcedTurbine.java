package dev.catavento.domain;

import java.util.List;

/**
 * A turbine as read from one row.
 *
 * @param objectId the row's number in this load of the source; it identifies nothing beyond it
 * @param findings what was found and repaired in the row
 */
public record SourcedTurbine(WindTurbine turbine, long objectId, List<Finding> findings) {}
