package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.LayerSchema;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Which rows a query is about: {@code where} and {@code objectIds} together. */
public final class Selection {

    private Selection() {}

    /** Indexes of the selected rows, in the order of their OBJECTIDs. */
    public static int[] select(Fleet fleet, LayerSchema schema, Parameters parameters) {
        if (parameters.find("geometry").isPresent()) {
            throw ArcGisException.badQuery("the simulator has no spatial filter: 'geometry' is not supported");
        }
        int[] candidates = parameters
                .find("objectIds")
                .map(text -> byIds(fleet, text))
                .orElseGet(() -> IntStream.range(0, fleet.size()).toArray());
        String where = parameters.find("where").orElse(null);
        if (where == null) {
            if (parameters.find("objectIds").isEmpty()) {
                throw ArcGisException.badQuery("'where' or 'objectIds' must be given");
            }
            return candidates;
        }
        Condition condition = WhereParser.parse(where, schema);
        return Arrays.stream(candidates)
                .filter(row -> condition.test(fleet, row) == Truth.TRUE)
                .toArray();
    }

    private static int[] byIds(Fleet fleet, String text) {
        try {
            return Arrays.stream(text.split(","))
                    .mapToInt(id -> Integer.parseInt(id.strip()))
                    .map(fleet::indexOf)
                    .filter(index -> index >= 0)
                    .sorted()
                    .distinct()
                    .toArray();
        } catch (NumberFormatException e) {
            throw ArcGisException.badQuery("'objectIds' parameter is invalid");
        }
    }
}
