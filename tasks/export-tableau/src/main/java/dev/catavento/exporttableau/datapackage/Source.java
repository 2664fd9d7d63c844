package dev.catavento.exporttableau.datapackage;

import dev.catavento.exporttableau.table.Words;

/**
 * Where data come from.
 *
 * @param url public address, or null for none
 */
public record Source(Words title, String url) {
    public static final Source SIGEL = new Source(
            new Words(
                    "ANEEL — SIGEL, Sistema de Informações Geográficas do Setor Elétrico, camada Aerogeradores",
                    "ANEEL — SIGEL, the power sector's geographic information system, layer Aerogeradores"),
            "https://sigel.aneel.gov.br/arcgis/rest/services/PORTAL/WFS/MapServer/0");

    public static final Source DEMO = new Source(
            new Words("Catavento — frota de demonstração gerada", "Catavento — generated demonstration fleet"), null);

    /** A source of telemetry, by its name in sources.yaml. */
    public static Source ofTelemetry(String name, boolean demo) {
        return new Source(
                new Words(
                        (demo ? "Catavento — telemetria inventada da fonte " : "Telemetria da fonte ") + name,
                        (demo ? "Catavento — made-up telemetry of source " : "Telemetry of source ") + name),
                null);
    }
}
