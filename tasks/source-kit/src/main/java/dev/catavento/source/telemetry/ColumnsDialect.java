package dev.catavento.source.telemetry;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.catavento.source.http.SourceFailure;
import java.io.IOException;

/**
 * {@code GET /api/data?start_date&end_date&columns=…} ({@code columns} divided by commas) answers with the rows and their
 * number: {@code {"data":[{"timestamp":…,…}],"count":1440,…}}. A number that differs from the rows is a breach of contract:
 * half the rows are well-formed too.
 */
final class ColumnsDialect implements SampleDialect {
    private static final String PATH = "/api/data";

    @Override
    public void read(SampleRequest request, BodySink bodies, SampleSink samples) throws InterruptedException {
        var url = new SampleQuery(request, PATH)
                .with("start_date", request.from())
                .with("end_date", request.toExclusive())
                .with("columns", String.join(",", request.source().valueColumns()))
                .url();
        var answer = new CountedRows(new JsonRows(request, samples));
        JsonBody.read(request, url, bodies, JsonBody.object(answer::member));
        answer.check(request);
    }

    /** The members of an answer, in whatever order they come. */
    private static final class CountedRows {
        private final JsonRows rows;
        private boolean listed;
        private long stated = -1;

        CountedRows(JsonRows rows) {
            this.rows = rows;
        }

        void member(String name, JsonParser json) throws IOException {
            if (name.equals("data")) {
                rows.read(json);
                listed = true;
            } else if (name.equals("count") && json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                stated = json.getLongValue();
            } else {
                json.skipChildren();
            }
        }

        void check(SampleRequest request) {
            var who = "the answer of source " + request.source().name() + ", turbine " + request.turbine();
            if (!listed || stated < 0) {
                throw new SourceFailure.BrokenAnswer(who + " lacks " + (listed ? "its count" : "data"));
            }
            if (stated != rows.rows()) {
                throw new SourceFailure.UnexpectedRows(
                        who + " states a count of " + stated + " and holds " + rows.rows() + " rows");
            }
        }
    }
}
