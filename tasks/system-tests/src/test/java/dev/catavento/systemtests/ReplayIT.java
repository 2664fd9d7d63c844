package dev.catavento.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.catavento.task.BrasiliaTime;
import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.ProjectFiles;
import dev.catavento.testsupport.SimulatorProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorded fleet, through the whole chain. */
class ReplayIT {
    private static final String TOUCHED =
            "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_user_tables WHERE schemaname = 'core'";

    @TempDir
    private Path folder;

    @Test
    void theRecordedFleetIsPublishedWholeRepairedAndOnce() {
        var recorded = ProjectFiles.sharedData().map(data -> data.resolve("sigel"));
        assumeTrue(recorded.isPresent(), "needs the recorded fleet in CATAVENTO_SHARED_DATA");
        try (var source = SimulatorProcess.start(
                Map.of("CATAVENTO_SIMULATOR_REPLAY", recorded.get().toString()))) {
            var chain = new Chain(PostgisServer.shared().newStore(), source.layerUrl(), folder.resolve("exports"));
            var day = BrasiliaTime.today().minusDays(1);
            var first = chain.run(day);
            assertThat(first.codes()).isEqualTo("0 0 0");
            assertFigures(chain, first.load().report());
            var published = chain.published();
            var touched = touched(chain);
            var times = chain.times();
            assertThat(chain.run(day).codes()).isEqualTo("99 99 99");
            assertThat(touched(chain)).isEqualTo(touched);
            assertThat(chain.published()).isEqualTo(published);
            assertThat(chain.times()).isEqualTo(times);
            var exported = chain.exported();
            assertThat(chain.run(day, "--force").codes()).isEqualTo("0 0 0");
            assertThat(touched(chain)).isEqualTo(touched);
            assertThat(chain.exported()).isEqualTo(exported);
        }
    }

    private static void assertFigures(Chain chain, com.fasterxml.jackson.databind.JsonNode report) {
        assertThat(report.at("/outputs/turbines").asInt()).isEqualTo(23_500);
        assertThat(report.at("/outputs/operating_mw").asDouble()).isBetween(27_549.25, 27_549.35);
        assertThat(report.at("/outputs/not_operating_mw").asDouble()).isBetween(65_383.15, 65_383.25);
        assertThat(report.at("/outputs/unknown_mw").asDouble()).isBetween(1_032.25, 1_032.35);
        assertThat(report.at("/issues/power-thousandth").asInt()).isEqualTo(508);
        assertThat(report.at("/issues/power-in-kw").asInt()).isZero();
        assertThat(
                        chain.store()
                                .value(
                                        "SELECT count(*) FROM out.wind_turbine WHERE rated_power_kw = 500 AND pot_mw_original = 0.5"))
                .isEqualTo("16");
        assertThat(
                        chain.store()
                                .value(
                                        "SELECT count(*) FROM out.wind_turbine WHERE rated_power_kw = 12000 AND pot_mw_original = 12"))
                .isEqualTo("60");
    }

    private static String touched(Chain chain) {
        chain.store().value("SELECT pg_stat_force_next_flush()");
        return chain.store().value(TOUCHED);
    }
}
