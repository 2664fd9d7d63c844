package dev.catavento.simulator.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.catavento.simulator.SharedData;
import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.SourceRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Plants stand in their states, but for those that are meant not to. */
class StateOutlinesTest {

    @Test
    void exactlyTheKnownRowsLieOutside() throws IOException {
        Map<String, List<double[][]>> outlines = read(SharedData.folder("geo/br_states"));
        int atSea = 0;
        int onTheBeach = 0;
        int beyondTheBorder = 0;
        int farAway = 0;
        for (SourceRow row : FirstDay.make(2026, 1).rows()) {
            String state = row.text(LayerField.UF);
            double x = row.position().longitude();
            double y = row.position().latitude();
            if (state == null || contains(outlines.get(state), x, y)) {
                continue;
            }
            double km = distanceKm(outlines.get(state), x, y);
            boolean land = outlines.values().stream().anyMatch(rings -> contains(rings, x, y));
            if (land && km > 100) {
                farAway++;
            } else if (land) {
                beyondTheBorder++;
                assertThat(km).isLessThan(0.92);
            } else if (km <= 0.27) {
                onTheBeach++;
            } else {
                atSea++;
                assertThat(km).isBetween(3.0, 9.0);
            }
        }
        assertThat(farAway).isEqualTo(12);
        assertThat(beyondTheBorder).isEqualTo(37);
        assertThat(onTheBeach).isEqualTo(29);
        assertThat(atSea).isEqualTo(60);
    }

    private static Map<String, List<double[][]>> read(Path folder) throws IOException {
        Map<String, List<double[][]>> outlines = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                var json = new ObjectMapper().readTree(file.toFile());
                List<double[][]> rings = new ArrayList<>();
                collect(json, rings);
                outlines.put(file.getFileName().toString().substring(3, 5).toUpperCase(Locale.ROOT), rings);
            }
        }
        return outlines;
    }

    /** A ring is an array of arrays of numbers, wherever it stands. */
    private static void collect(com.fasterxml.jackson.databind.JsonNode node, List<double[][]> rings) {
        if (node.isArray() && node.path(0).path(0).isNumber()) {
            double[][] ring = new double[node.size()][];
            for (int i = 0; i < ring.length; i++) {
                ring[i] = new double[] {
                    node.get(i).get(0).doubleValue(), node.get(i).get(1).doubleValue()
                };
            }
            rings.add(ring);
        } else if (node.isContainerNode()) {
            node.forEach(child -> collect(child, rings));
        }
    }

    private static boolean contains(List<double[][]> rings, double x, double y) {
        boolean inside = false;
        for (double[][] ring : rings) {
            for (int i = 0, j = ring.length - 1; i < ring.length; j = i++) {
                if ((ring[i][1] > y) != (ring[j][1] > y)
                        && x < (ring[j][0] - ring[i][0]) * (y - ring[i][1]) / (ring[j][1] - ring[i][1]) + ring[i][0]) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    private static double distanceKm(List<double[][]> rings, double x, double y) {
        double kx = Math.cos(Math.toRadians(y)) * 111.195;
        double ky = 111.195;
        double best = Double.MAX_VALUE;
        for (double[][] ring : rings) {
            for (int i = 1; i < ring.length; i++) {
                double ax = (ring[i - 1][0] - x) * kx;
                double ay = (ring[i - 1][1] - y) * ky;
                double dx = (ring[i][0] - ring[i - 1][0]) * kx;
                double dy = (ring[i][1] - ring[i - 1][1]) * ky;
                double length = dx * dx + dy * dy;
                double t = length == 0 ? 0 : Math.clamp(-(ax * dx + ay * dy) / length, 0, 1);
                best = Math.min(best, Math.hypot(ax + t * dx, ay + t * dy));
            }
        }
        return best;
    }
}
