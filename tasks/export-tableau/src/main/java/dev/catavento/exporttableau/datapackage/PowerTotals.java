package dev.catavento.exporttableau.datapackage;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.catavento.exporttableau.table.Megawatt;
import dev.catavento.store.export.FleetPower;
import java.io.IOException;

/** The totals of a Data Package: by operating status, the operating power first. */
public final class PowerTotals {
    private PowerTotals() {}

    public static void write(JsonGenerator json, FleetPower power) throws IOException {
        json.writeNumberField(
                "operating_power_mw", Megawatt.ofTotal(power.operating().ratedPowerKw()));
        json.writeObjectFieldStart("power_by_operating_status");
        share(json, "operating", power.operating());
        share(json, "not_operating", power.notOperating());
        share(json, "unknown", power.unknown());
        json.writeEndObject();
    }

    private static void share(JsonGenerator json, String status, FleetPower.Share share) throws IOException {
        json.writeObjectFieldStart(status);
        json.writeNumberField("turbine_count", share.turbineCount());
        json.writeNumberField("power_mw", Megawatt.ofTotal(share.ratedPowerKw()));
        json.writeEndObject();
    }
}
