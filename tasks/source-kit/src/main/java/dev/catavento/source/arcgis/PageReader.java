package dev.catavento.source.arcgis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.catavento.source.http.SourceFailure;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Reads one page in one pass and compares its ids with the range it was asked for. */
public final class PageReader {
    private final IdRange range;
    private final FeatureReader features;
    private final long[] ids;
    private int count;
    private boolean listed;
    private boolean exceeded;
    private List<LayerField> fields = List.of();
    private SpatialReference reference = SpatialReference.UNSTATED;

    private PageReader(IdRange range, FeatureReader features) {
        this.range = range;
        this.features = features;
        this.ids = new long[2 * range.size() + 16];
    }

    /**
     * Gives each row to the sink.
     *
     * @throws SourceFailure when the body is no page, or not the page asked for; the sink is then of no use
     */
    public static <S extends FeatureSink> LayerPage<S> read(IdRange range, byte[] body, String idField, S sink) {
        var reader = new PageReader(range, new FeatureReader(idField, sink));
        JsonAnswer.read(body, reader::member);
        reader.check();
        return new LayerPage<>(range, body, reader.fields, reader.reference, sink);
    }

    private void member(String name, JsonParser json) throws IOException {
        switch (name) {
            case "features" -> features(json);
            case "fields" -> fields = Declarations.fields(json);
            case "spatialReference" -> reference = Declarations.reference(json);
            case "exceededTransferLimit" -> exceeded = json.getValueAsBoolean();
            default -> json.skipChildren();
        }
    }

    private void features(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        listed = true;
        while (json.nextToken() == JsonToken.START_OBJECT) {
            if (count == ids.length) {
                throw new SourceFailure.UnexpectedRows(range + ": the page holds more than twice the rows asked for");
            }
            ids[count++] = features.read(json);
        }
    }

    private void check() {
        if (!listed) {
            throw new SourceFailure.BrokenAnswer(range + ": the answer holds no features");
        }
        var difference = range.compare(Arrays.copyOf(ids, count));
        if (difference.none()) {
            return;
        }
        if (exceeded && difference.missing() > 0 && difference.unlisted() == 0 && difference.repeated() == 0) {
            throw new SourceFailure.Overburdened(
                    range + ": the source sends no more than " + count + " of " + range.size() + " rows");
        }
        throw new SourceFailure.UnexpectedRows(range + ": " + difference);
    }
}
