package dev.catavento.simulator.http;

import dev.catavento.simulator.answer.EsriPage;
import dev.catavento.simulator.answer.FeaturePage;
import dev.catavento.simulator.answer.GeoJsonPage;
import dev.catavento.simulator.answer.GeometryFaults;
import dev.catavento.simulator.answer.MetadataAnswer;
import dev.catavento.simulator.answer.SmallAnswers;
import dev.catavento.simulator.answer.StatisticsAnswer;
import dev.catavento.simulator.fault.ActiveFaults;
import dev.catavento.simulator.fault.FaultKind;
import dev.catavento.simulator.fault.FaultyFleet;
import dev.catavento.simulator.fault.FaultyIds;
import dev.catavento.simulator.fault.FaultySchema;
import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.LayerSchema;
import dev.catavento.simulator.query.AnswerFormat;
import dev.catavento.simulator.query.OutFields;
import dev.catavento.simulator.query.Paging;
import dev.catavento.simulator.query.Parameters;
import dev.catavento.simulator.query.RequestKind;
import dev.catavento.simulator.query.RowPage;
import dev.catavento.simulator.query.Selection;
import dev.catavento.simulator.query.SpatialReference;
import dev.catavento.simulator.query.StatisticRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the layer's answers out of a fleet, with what the active faults do to them. */
final class LayerAnswers {

    private LayerAnswers() {}

    static Reply answer(LayerRequest request, String identity, ActiveFaults faults) {
        AnswerFormat format = AnswerFormat.of(request.parameters());
        if (format == AnswerFormat.HTML) {
            return Reply.Whole.html(200, Map.of(), "Aerogeradores (ask with f=json)");
        }
        LayerSchema schema = FaultySchema.apply(LayerSchema.PLAIN, faults);
        Fleet fleet = FaultyFleet.apply(request.fleet().get(), faults);
        if (request.kind() == RequestKind.METADATA) {
            return Reply.Whole.json(MetadataAnswer.of(identity, schema, fleet));
        }
        Parameters parameters = request.parameters();
        int[] rows = Selection.select(fleet, schema, parameters);
        return switch (request.kind()) {
            case COUNT -> count(fleet, schema, parameters, rows, faults);
            case IDS -> Reply.Whole.json(SmallAnswers.ids(FaultyIds.apply(idsOf(fleet, rows), faults)));
            case STATISTICS ->
                Reply.Whole.json(StatisticsAnswer.of(
                        StatisticRequest.parseAll(
                                parameters.find("outStatistics").orElseThrow(), schema),
                        fleet,
                        rows));
            default -> page(fleet, schema, parameters, rows, faults);
        };
    }

    private static int[] idsOf(Fleet fleet, int[] rows) {
        return Arrays.stream(rows).map(row -> fleet.objectIds()[row]).toArray();
    }

    private static Reply count(
            Fleet fleet, LayerSchema schema, Parameters parameters, int[] rows, ActiveFaults faults) {
        if (faults.take(FaultKind.COUNT_IGNORED).isPresent()) {
            return page(fleet, schema, parameters, rows, faults);
        }
        int error = faults.take(FaultKind.WRONG_COUNT).map(f -> f.number("n")).orElse(0);
        return Reply.Whole.json(SmallAnswers.count(rows.length + error));
    }

    private static Reply page(Fleet fleet, LayerSchema schema, Parameters parameters, int[] rows, ActiveFaults faults) {
        RowPage page = Paging.page(fleet, schema, rows, parameters);
        Optional<Reply> refusal = FaultReplies.refusePage(faults, page.rows().length);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        boolean geoJson = AnswerFormat.of(parameters) == AnswerFormat.GEOJSON;
        FeaturePage features = new FeaturePage(
                fleet,
                page,
                OutFields.choose(schema, parameters),
                parameters.isTrue("returnGeometry", true),
                reference(parameters, geoJson),
                geometryFaults(faults));
        return geoJson ? Reply.Whole.geoJson(GeoJsonPage.of(features)) : Reply.Whole.json(EsriPage.of(features));
    }

    private static SpatialReference reference(Parameters parameters, boolean geoJson) {
        return parameters
                .find("outSR")
                .map(SpatialReference::parse)
                .orElse(geoJson ? SpatialReference.WGS_84 : SpatialReference.SIRGAS_2000);
    }

    private static GeometryFaults geometryFaults(ActiveFaults faults) {
        var lost = faults.take(FaultKind.NULL_GEOMETRY);
        var swapped = faults.take(FaultKind.SWAPPED_COORDINATES);
        if (lost.isEmpty() && swapped.isEmpty()) {
            return GeometryFaults.NONE;
        }
        return new GeometryFaults(
                lost.map(f -> f.number("n")).orElse(0),
                lost.map(f -> GeometryFaults.NullForm.valueOf(f.text("form").toUpperCase(Locale.ROOT)))
                        .orElse(GeometryFaults.NullForm.ABSENT),
                swapped.map(f -> f.number("n")).orElse(0));
    }
}
