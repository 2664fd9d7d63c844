package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.LayerSchema;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which rows a query is about: {@code where} and {@code objectIds} together. */
public final class Selection {

    private Selection() {}

    /** Indexes of the selected rows, in the order of their OBJECTIDs. */
    public static int[] select(Fleet fleet, LayerSchema schema, Parameters parameters) {
        if (parameters.find("geometry").isPresent()) {
            throw ArcGisException.badQuery("the simulator has no spatial filter: 'geometry' is not supported");
        }
        Optional<String> ids = parameters.find("objectIds");
        Optional<String> where = parameters.find("where");
        if (ids.isEmpty() && where.isEmpty()) {
            throw ArcGisException.badQuery("'where' or 'objectIds' must be given");
        }
        Condition condition = where.map(text -> WhereParser.parse(text, schema)).orElse(Condition.ALWAYS);
        IntStream candidates = ids.map(text -> Arrays.stream(byIds(fleet, text)))
                .orElseGet(() -> IntStream.range(
                        condition.range().firstIndex(fleet), condition.range().endIndex(fleet)));
        return condition == Condition.ALWAYS
                ? candidates.toArray()
                : candidates
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
