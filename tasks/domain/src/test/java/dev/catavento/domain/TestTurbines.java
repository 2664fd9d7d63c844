package dev.catavento.domain;

import java.time.Instant;
import java.util.List;

/** Turbines to try rules on: one plausible machine and variations of it. */
final class TestTurbines {
    static final Position PLACE = new Position(-42.6424945, -14.4709679);

    private TestTurbines() {}

    static WindTurbine turbine(int plantId, String designation, Position position) {
        return new WindTurbine(
                new Plant(plantId, null, "Plant " + plantId),
                designation,
                position,
                new RatedPower(2000.0, 2.0),
                new Dimensions(95.0, 145.0, 100.0),
                true,
                "Owner S.A.",
                "BA",
                new UtmNote(754125.0, 8398879.0, "WGS84", "UTM 23 S (MER -45)"),
                new SourceNote("Versão Válida", null, Instant.parse("2022-10-24T15:37:27Z")));
    }

    static SourcedTurbine row(int plantId, String designation, Position position) {
        return row(turbine(plantId, designation, position), 1);
    }

    static SourcedTurbine row(WindTurbine turbine, long objectId) {
        return new SourcedTurbine(turbine, objectId, List.of());
    }

    /** A position so many metres to the north. */
    static Position north(Position from, double metres) {
        return new Position(from.longitude(), from.latitude() + metres / 111_195);
    }
}
