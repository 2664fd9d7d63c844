package dev.catavento.source.telemetry;

/**
 * {@code GET /api/v1/sensors?start_date&end_date&metrics=…} ({@code metrics} repeated) answers with the rows as one list,
 * both ends included: {@code [{"timestamp":…,"wind_speed":…,"power":…}]}. There is no paging.
 */
final class SensorsDialect implements SampleDialect {
    private static final String PATH = "/api/v1/sensors";

    @Override
    public void read(SampleRequest request, BodySink bodies, SampleSink samples) throws InterruptedException {
        var query = new SampleQuery(request, PATH)
                .with("start_date", request.from())
                .with("end_date", request.toExclusive());
        request.source().valueColumns().forEach(column -> query.with("metrics", column));
        JsonBody.read(request, query.url(), bodies, new JsonRows(request, samples)::read);
    }
}
