package dev.catavento.loadpostgis.telemetry;

import dev.catavento.domain.telemetry.SignalDay;
import java.util.List;

/**
 * A turbine's day as it was landed.
 *
 * @param turbine by the source's own name
 * @param signals in the order of the day's signals
 */
record TurbineDay(String turbine, List<SignalDay> signals) {}
