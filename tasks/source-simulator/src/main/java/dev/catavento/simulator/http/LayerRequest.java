package dev.catavento.simulator.http;

import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.query.Parameters;
import dev.catavento.simulator.query.RequestKind;
import java.util.function.Supplier;

/**
 * A request to the layer.
 *
 * @param fleet gives the fleet that is asked for; may refuse with an ArcGIS error
 * @param token the token sent, null for none
 */
record LayerRequest(RequestKind kind, Supplier<Fleet> fleet, Parameters parameters, String token) {}
