package dev.catavento.source.arcgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.source.CannedServer;
import dev.catavento.source.Connections;
import dev.catavento.source.RequestPool;
import dev.catavento.source.http.SourceFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is repeated, what is halved, and what is given up. */
class RangeReaderTest {
    private static final Pattern WHERE = Pattern.compile("where=OBJECTID>=(\\d+) AND OBJECTID<=(\\d+)");
    private static final ObjectIds IDS =
            new ObjectIds(Optional.empty(), LongStream.rangeClosed(1, 64).toArray());

    private final List<Integer> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> received = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whatFailsOnceIsAskedForAgain() throws Exception {
        var requests = new AtomicInteger();
        read(IDS.range(1, 8).orElseThrow(), (first, last) -> requests.incrementAndGet() == 1 ? 500 : 200);
        assertThat(asked).containsExactly(8, 8);
        assertThat(received).hasSize(8);
    }

    @Test
    void aRangeThatFailsTwiceIsHalvedUntilItWorks() throws Exception {
        read(IDS.range(1, 64).orElseThrow(), (first, last) -> last - first + 1 > 16 ? 500 : 200);
        assertThat(asked).containsExactly(64, 64, 32, 32, 16, 16, 16, 16);
        assertThat(received).hasSize(64).doesNotHaveDuplicates();
    }

    @Test
    void laterRangesAreNotTriedAtASizeThatFailed() throws Exception {
        try (var server = serving((first, last) -> last - first + 1 > 4 ? 500 : 200)) {
            var reader = reader(server);
            take(reader, IDS.range(1, 8).orElseThrow());
            asked.clear();
            take(reader, IDS.range(9, 16).orElseThrow());
            assertThat(asked).containsExactly(4, 4);
            assertThat(reader.halved()).isEqualTo(2);
        }
    }

    @Test
    void aFailedQueryIsHalvedAtOnceAndARefusedOneNever() throws Exception {
        read(IDS.range(1, 8).orElseThrow(), (first, last) -> last - first + 1 > 4 ? 400 : 200);
        assertThat(asked).containsExactly(8, 4, 4);
        asked.clear();
        assertThatThrownBy(() -> read(IDS.range(1, 8).orElseThrow(), (first, last) -> 404))
                .isInstanceOf(SourceFailure.Rejected.class);
        assertThat(asked).containsExactly(8);
    }

    @Test
    void aServerThatAnswersNothingIsUnavailable() {
        assertThatThrownBy(() -> read(IDS.range(1, 4).orElseThrow(), (first, last) -> 500))
                .isInstanceOf(SourceFailure.Overburdened.class);
        assertThat(asked).containsExactly(4, 4, 2, 2, 1, 1, 1);
    }

    @Test
    void aSingleRowThatCannotBeReadWhileOthersCanIsTheSourcesFault() {
        try (var server = serving((first, last) -> first <= 64 && last >= 64 ? 500 : 200);
                var pool = new RequestPool(2)) {
            var reader = reader(server);
            List<RequestPool.Question> both = new ArrayList<>();
            both.add(() -> take(reader, IDS.range(63, 64).orElseThrow()));
            both.add(() -> {
                for (long id = 1; id < 60; id++) {
                    take(reader, IDS.range(id, id).orElseThrow());
                }
            });
            assertThatThrownBy(() -> pool.all(both))
                    .isInstanceOf(SourceFailure.Rejected.class)
                    .hasMessageContaining("row 64 is listed and cannot be read");
        }
    }

    @Test
    void otherRowsThanListedAreAskedForOnceMore() {
        assertThatThrownBy(() -> read(IDS.range(1, 4).orElseThrow(), (first, last) -> 206))
                .isInstanceOf(SourceFailure.UnexpectedRows.class);
        assertThat(asked).containsExactly(4, 4);
    }

    private void read(IdRange range, Server answers) throws InterruptedException {
        try (var server = serving(answers)) {
            take(reader(server), range);
        }
    }

    private static RangeReader reader(CannedServer server) {
        return new PatientLayer(Connections.layer(server), Connections.retry()).ranges("OBJECTID");
    }

    private void take(RangeReader reader, IdRange range) throws InterruptedException {
        reader.<Rows>read(range, Rows::new, page -> received.addAll(page.rows().ids));
    }

    private static final class Rows implements FeatureSink {
        private final List<Long> ids = new ArrayList<>();

        @Override
        public void take(Feature feature) {
            ids.add(feature.id());
        }
    }

    /** The status for a range; 206 stands for a page that lacks its last row. */
    @FunctionalInterface
    private interface Server {
        int status(long first, long last);
    }

    private CannedServer serving(Server answers) {
        return new CannedServer((exchange, query) -> {
            var where = WHERE.matcher(query);
            assertThat(where.find()).isTrue();
            long first = Long.parseLong(where.group(1));
            long last = Long.parseLong(where.group(2));
            asked.add((int) (last - first + 1));
            int status = answers.status(first, last);
            IntFunction<String> page = lacking -> LongStream.rangeClosed(first, last - lacking)
                    .mapToObj(id -> "{\"attributes\":{\"OBJECTID\":" + id + "}}")
                    .collect(Collectors.joining(",", "{\"features\":[", "]}"));
            CannedServer.send(
                    exchange,
                    status == 206 ? 200 : status,
                    status == 200 ? page.apply(0) : status == 206 ? page.apply(1) : "");
        });
    }
}
