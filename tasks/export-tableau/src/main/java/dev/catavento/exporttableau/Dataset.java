package dev.catavento.exporttableau;

/** The datasets, named as on the command line, in folders and in every {@code dataset} column. */
enum Dataset {
    wind_fleet,
    telemetry
}
