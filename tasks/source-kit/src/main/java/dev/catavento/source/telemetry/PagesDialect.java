package dev.catavento.source.telemetry;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.catavento.source.http.SourceFailure;
import java.io.IOException;
import java.util.Arrays;

/**
 * {@code GET /data?start&end&signals=…&limit&offset} ({@code signals} divided by commas) answers with a page of the rows, as
 * a list or as {@code {"data":[…]}}; the end is not included. An offset counts from the beginning of a set that may change
 * meanwhile, so each page begins with the last row of the page before, which must come again as it was.
 */
final class PagesDialect implements SampleDialect {
    static final int LIMIT = 50_000;
    /** A page of so many rows, or a multiple, may have been cut by a limit of the source's own. */
    private static final int ROUND = 1000;

    private static final String PATH = "/data";

    @Override
    public void read(SampleRequest request, BodySink bodies, SampleSink samples) throws InterruptedException {
        var pages = new Pages(request, samples);
        do {
            pages.begin();
            var url = new SampleQuery(request, PATH)
                    .with("start", request.from())
                    .with("end", request.toExclusive())
                    .with("signals", String.join(",", request.source().valueColumns()))
                    .with("limit", LIMIT)
                    .with("offset", pages.offset())
                    .url();
            JsonBody.read(request, url, bodies, pages::page);
        } while (pages.more());
    }

    /** The rows of all pages, each once. */
    private static final class Pages implements SampleSink {
        private final SampleRequest request;
        private final SampleSink samples;
        private long rows;
        private long onPage;
        private String lastStamp;
        private final double[] lastValues;

        Pages(SampleRequest request, SampleSink samples) {
            this.request = request;
            this.samples = samples;
            this.lastValues = new double[request.source().valueColumns().size()];
        }

        void begin() {
            onPage = 0;
        }

        long offset() {
            return Math.max(0, rows - 1);
        }

        void page(JsonParser json) throws IOException {
            var list = new JsonRows(request, this);
            if (json.currentToken() == JsonToken.START_ARRAY) {
                list.read(json);
            } else {
                JsonBody.object((name, member) -> {
                            if (name.equals("data")) {
                                list.read(member);
                            } else {
                                member.skipChildren();
                            }
                        })
                        .read(json);
            }
        }

        @Override
        public void accept(String turbine, String stamp, double[] values) {
            onPage++;
            if (onPage > LIMIT) {
                throw disorder("holds more than the " + LIMIT + " rows asked for");
            }
            if (onPage == 1 && rows > 0) {
                if (!stamp.equals(lastStamp) || !Arrays.equals(values, lastValues)) {
                    throw disorder(
                            "begins with " + stamp + " and not with the last row of the page before, " + lastStamp);
                }
                return;
            }
            rows++;
            lastStamp = stamp;
            System.arraycopy(values, 0, lastValues, 0, values.length);
            samples.accept(turbine, stamp, values);
        }

        boolean more() {
            if (onPage == 0 && rows > 0) {
                throw disorder("is empty: rows that were there have vanished");
            }
            return onPage > 1 && onPage % ROUND == 0;
        }

        private SourceFailure disorder(String what) {
            return new SourceFailure.UnexpectedRows("source " + request.source().name() + ", turbine "
                    + request.turbine() + ": the page at offset " + offset() + " " + what);
        }
    }
}
