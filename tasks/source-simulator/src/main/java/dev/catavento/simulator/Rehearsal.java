package dev.catavento.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The training run for the AOT cache: starts on a free port, asks itself a few questions and ends. */
final class Rehearsal {

    private static final String LAYER = "/arcgis/rest/services/PORTAL/WFS/MapServer/0";
    private static final String[] QUESTIONS = {
        "/health",
        LAYER + "?f=json",
        LAYER + "/query?where=1%3D1&returnCountOnly=true&f=json",
        LAYER + "/query?where=1%3D1&returnIdsOnly=true&f=json",
        LAYER + "/query?where=OBJECTID%3E%3D1+AND+OBJECTID%3C%3D1000&outFields=*&orderByFields=OBJECTID&f=json",
        LAYER + "/query?where=1%3D1&outFields=*&orderByFields=OBJECTID&resultOffset=1000&f=geojson",
        "/archive/2026-01-01" + LAYER + "/query?where=1%3D1&returnCountOnly=true&f=json",
        "/archive/2026-01-05/edits",
        "/api/v1/sensors?start_date=2026-01-05&end_date=2026-01-06",
        "/api/data?start_date=2026-01-05&end_date=2026-01-06&columns=power&turbine_id=T-0002",
        "/data?start=2026-01-05&end=2026-01-06&signals=power&limit=100",
        "/control/requests",
    };

    private Rehearsal() {}

    static boolean isAsked() {
        return "true".equals(System.getenv("CATAVENTO_REHEARSAL"));
    }

    /** Takes a free port, whatever the settings say; a rehearsal has no problems with them. */
    static List<String> prepare() {
        System.setProperty("quarkus.http.port", "0");
        System.setProperty("quarkus.http.host", "127.0.0.1");
        return List.of();
    }

    static int run() {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
        try {
            for (String question : QUESTIONS) {
                ask("http://127.0.0.1:" + port + question);
            }
            return 0;
        } catch (IOException e) {
            System.err.println("the rehearsal failed: " + e);
            return 1;
        }
    }

    private static void ask(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        try (InputStream body = connection.getInputStream()) {
            body.readAllBytes();
        }
    }
}
