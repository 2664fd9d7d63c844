package dev.catavento.extractsigel;

import dev.catavento.source.arcgis.LayerDescription;
import dev.catavento.store.raw.CompletenessProof;
import java.time.Instant;

/**
 * A whole set of rows, read and proven.
 *
 * @param askedAt when the source was first asked
 * @param landing where its pages are
 */
record FleetReading(LayerDescription layer, Instant askedAt, Landing landing, CompletenessProof proof) {}
