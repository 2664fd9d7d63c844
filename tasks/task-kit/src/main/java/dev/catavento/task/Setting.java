package dev.catavento.task;

import java.util.Set;

/** Every environment variable Catavento reads; one that is not here is an error, so that a misspelt one is noticed. */
public enum Setting {
    DB_URL(
            Kind.PER_TASK,
            null,
            "Where the store is: jdbc:postgresql://HOST:PORT/catavento_STORE. A task has no default."),
    DB_USER(Kind.PER_TASK, null, "Login of the task in the store; with a suffix (_LOAD, …) for one task only."),
    DB_PASSWORD(Kind.PER_TASK_SECRET, null, "Password of that login."),
    SIGEL_URL(
            Kind.PLAIN,
            "https://sigel.aneel.gov.br/arcgis/rest/services/PORTAL/WFS/MapServer/0",
            "URL of the turbine layer; {day} in it means an archive addressed by day."),
    SIGEL_PARALLEL(Kind.PLAIN, "4", "Requests at once to SIGEL, 1 to 4."),
    SIGEL_TIMEOUT_SECONDS(Kind.PLAIN, "60", "Longest wait for one answer of SIGEL, in seconds."),
    SIGEL_TOTAL_SECONDS(Kind.PLAIN, "900", "Longest time for all retries of one extraction together, in seconds."),
    SIGEL_TOKEN(Kind.SECRET, null, "Token sent to the layer, for a service that asks for one."),
    HTTP_PROXY(Kind.PLAIN, null, "Proxy for requests to sources: http://HOST:PORT."),
    HTTP_CA_FILE(Kind.PLAIN, null, "PEM file of certificate authorities to trust besides the usual ones."),
    HTTP_CONTACT(Kind.PLAIN, null, "Address (e-mail or URL) added to the User-Agent, so that a source can reach you."),
    STORE(Kind.PLAIN, null, "Name of the store: demo, replay, production or any other (letters, digits, _)."),
    EXPORT_DIR(
            Kind.PLAIN,
            null,
            "Folder the exports go to; the script sets exports/STORE, and takes one from .env as the parent of STORE."),
    EXPORT_KEEP_DAYS(
            Kind.PLAIN,
            "90",
            "Age in days after which maintain-store removes a day's folder of exports; never the newest one."),
    RAW_WHOLE_DAYS(
            Kind.PLAIN,
            "400",
            "Horizon in days inside which maintain-store keeps all raw data; beyond it each month's first day stays."),
    SOURCES(
            Kind.PLAIN,
            null,
            "Path of sources.yaml, for telemetry (default of the script: sources/sources.yaml where it is, the demo's own in the demo)."),
    TELEMETRY_URL(Kind.PLAIN, null, "Shorthand for one telemetry source named default."),
    TELEMETRY_DIALECT(Kind.PLAIN, null, "Dialect of that source."),
    TELEMETRY_PARALLEL(Kind.PLAIN, "8", "Requests at once to one source of telemetry, 1 to 64."),
    TELEMETRY_TIMEOUT_SECONDS(Kind.PLAIN, "60", "Longest wait for one answer of a telemetry source, in seconds."),
    TELEMETRY_TOTAL_SECONDS(
            Kind.PLAIN, "900", "Longest time for all retries of one source, day and shard together, in seconds."),
    RUNNER(
            Kind.PLAIN,
            null,
            "How tasks run: docker or process (default: as before; else docker where an engine and the images are); in a cluster kubernetes."),
    IMAGE_TAG(Kind.PLAIN, null, "Tag of the tasks' images, VERSION-REVISION; the script sets it."),
    IMAGE_REGISTRY(
            Kind.PLAIN, null, "Where a cluster pulls the images from, with a slash at its end; none: it has them."),
    DOCKER_NETWORK(Kind.PLAIN, null, "Network of the store, which tasks join; the compose file sets it."),
    DOCKER_SOURCE_NETWORK(Kind.PLAIN, null, "Network of tasks that ask a source; the compose file sets it."),
    EXPORT_HOST_DIR(
            Kind.PLAIN, null, "Folder on the engine's machine that tasks find as /exports; the script sets it."),
    REPLAY_HOST_DIR(
            Kind.PLAIN, null, "Folder on the engine's machine that the demo source replays; the script sets it."),
    TASK_USER(Kind.PLAIN, "10001:10001", "User and group that containers of tasks run as; the script sets it."),
    JRE_IMAGE(
            Kind.PLAIN,
            "eclipse-temurin:25-jre",
            "Image that the programs' images are made from; NAME@sha256:DIGEST names the very same everywhere."),
    AIRFLOW_IMAGE(Kind.PLAIN, "apache/airflow:3.3.2", "Image that catavento/airflow is made from."),
    POSTGIS_IMAGE(Kind.PLAIN, "postgis/postgis:17-3.5", "Image of the store's server in containers."),
    REDIS_IMAGE(Kind.PLAIN, "redis:7", "Image of the workers' queue (profile scale)."),
    ENGINE_SOCKET(Kind.PLAIN, "/var/run/docker.sock", "Socket of the container engine."),
    ENGINE_GROUP(Kind.PLAIN, null, "Group that may use that socket; the script sets it."),
    EXECUTOR(
            Kind.PLAIN,
            "LocalExecutor",
            "Airflow's executor in containers: LocalExecutor, or CeleryExecutor with two workers (profile scale)."),
    PARALLELISM(
            Kind.PLAIN,
            null,
            "Most tasks at once in containers (default: 4; with CeleryExecutor 8, as each of two workers takes 4)."),
    STATSD_HOST(Kind.PLAIN, "127.0.0.1", "Where Airflow sends its metrics in containers, by StatsD to port 8125."),
    DB_TLS(Kind.PLAIN, "off", "on: the store's server speaks TLS and clients refuse anything else, in containers."),
    DB_SSLMODE(Kind.PLAIN, "prefer", "How clients ask for TLS (sslmode); the script sets it from CATAVENTO_DB_TLS."),
    REDIS_PASSWORD(Kind.SECRET, null, "Password of the workers' queue."),
    POSTGRES_PASSWORD(Kind.SECRET, null, "Superuser's password of the store's cluster, in containers."),
    READ_PASSWORD(Kind.SECRET, null, "Password of catavento_read, the login for people, in containers."),
    AIRFLOW_DB_PASSWORD(Kind.SECRET, null, "Airflow's password for its own database, in containers."),
    AIRFLOW_FERNET_KEY(Kind.SECRET, null, "Key that Airflow encrypts connections with: 32 bytes in URL-safe base64."),
    AIRFLOW_SECRET_KEY(Kind.SECRET, null, "Key that Airflow signs sessions with."),
    AIRFLOW_JWT_SECRET(Kind.SECRET, null, "Key that Airflow signs its services' tokens with."),
    AIRFLOW_ADMIN_PASSWORD(Kind.SECRET, null, "Password of admin in Airflow: settings, users, everything."),
    AIRFLOW_OPERATOR_PASSWORD(Kind.SECRET, null, "Password of operator in Airflow: triggers, clears, backfills."),
    AIRFLOW_VIEWER_PASSWORD(Kind.SECRET, null, "Password of viewer in Airflow: looks on."),
    BACKUP_S3_ENDPOINT(Kind.PLAIN, null, "Address of the S3-compatible store that backups go to: https://HOST[:PORT]."),
    BACKUP_S3_REGION(Kind.PLAIN, "us-east-1", "Region of that store, for one that has regions."),
    BACKUP_S3_ACCESS_KEY(Kind.SECRET, null, "Access key of that store."),
    BACKUP_S3_SECRET_KEY(Kind.SECRET, null, "Secret key of that store."),
    REQUESTED_BY(
            Kind.PLAIN,
            null,
            "Who asks for a task's run, for the audit; the script sets it to the login of its caller."),
    ALERT_SMTP_URL(
            Kind.SECRET,
            null,
            "Mail server for alerts: smtp://[USER:PASSWORD@]HOST[:PORT][?starttls=offered|required|never] or smtps://…"),
    ALERT_MAIL_FROM(Kind.PLAIN, null, "Address that alerts by e-mail come from."),
    ALERT_MAIL_TO(Kind.PLAIN, null, "Addresses that alerts go to, separated by commas."),
    ALERT_WEBHOOK_URL(Kind.SECRET, null, "Where alerts are posted as JSON (docs/alerts.md)."),
    ALERT_UI_URL(
            Kind.PLAIN, null, "Airflow's address as people reach it, for links of alerts that no run's log explains."),
    ALERT_DEADLINE(
            Kind.PLAIN,
            "09:00",
            "Time of day in Brasília by which the day before must be complete, HH:MM; else an alert."),
    LOG_FORMAT(Kind.PLAIN, null, "Log lines on stderr: text or json (default: text on a terminal, else json)."),
    SHARED_DATA(Kind.PLAIN, "../shared/data", "Folder of recorded public data, for tests and replays."),
    POSTGRES_PORT(Kind.PLAIN, "15432", "Port of the local PostgreSQL, on loopback."),
    AIRFLOW_PORT(Kind.PLAIN, "18088", "Port of the local Airflow UI, on loopback."),
    SIMULATOR_PORT(Kind.PLAIN, "18080", "Port of the local demo source, on loopback."),
    SIMULATOR_HOST(Kind.PLAIN, "127.0.0.1", "Address the demo source listens on."),
    SIMULATOR_REPLAY(Kind.PLAIN, null, "Folder of a recorded fleet that the demo source replays."),
    SIMULATOR_SEED(Kind.PLAIN, "2026", "Seed of the generated demo fleet."),
    SIMULATOR_COPIES(Kind.PLAIN, "1", "Size of the generated demo fleet, in fleets."),
    SIMULATOR_LATENCY_MS(Kind.PLAIN, "0", "Delay of each answer of the demo source, in milliseconds."),
    SIMULATOR_TURBINES(Kind.PLAIN, "100", "How many turbines of the demo source send samples."),
    SIMULATOR_TRAITS(Kind.PLAIN, null, "Traits of the demo source's samples from the start."),
    SIMULATOR_DB_URL(Kind.PLAIN, null, "Database in which the demo source keeps samples that it is given."),
    SIMULATOR_DB_USER(Kind.PLAIN, null, "The demo source's login there."),
    SIMULATOR_DB_PASSWORD(Kind.SECRET, null, "The demo source's password there."),
    SCHEDULE_FROM(Kind.PLAIN, null, "First day Airflow schedules by itself (default: the day of set-up)."),
    JAVA(Kind.PLAIN, null, "The java program tasks are started with (default: JAVA_HOME's, else the path's)."),
    GATE_HOST(Kind.PLAIN, "127.0.0.1", "Address the engine gate listens on."),
    GATE_PORT(Kind.PLAIN, "2375", "Port the engine gate listens on."),
    GATE_LISTEN(
            Kind.PLAIN,
            null,
            "Socket file the engine gate listens on in place of address and port; its user and group may connect."),
    GATE_SOCKET(Kind.PLAIN, "/var/run/docker.sock", "Socket of the Docker engine, which the engine gate alone sees."),
    GATE_BINDS(
            Kind.PLAIN,
            null,
            "Folder of the engine's machine whose direct subfolders a container may see as /exports (default: none)."),
    GATE_SOURCES(
            Kind.PLAIN,
            null,
            "Folder of the engine's machine that a container may see as /sources, read-only (default: none)."),
    GATE_IMAGES(
            Kind.PLAIN,
            null,
            "Images a container may be made from, each catavento/NAME:TAG, separated by commas (default: none)."),
    GATE_NETWORKS(
            Kind.PLAIN, null, "Networks a container may join, by name, separated by commas (default: none but none)."),
    GATE_INSTANCE(
            Kind.PLAIN,
            "catavento",
            "Name of the engine gate: the label by which it knows the containers it created, so one gate a name."),
    TEST_DB(
            Kind.PLAIN,
            null,
            "For tests: superuser URL of a running PostgreSQL with PostGIS to use instead of an own one."),
    TEST_PYTHON(Kind.PLAIN, null, "For tests: a Python with the packages that check exports."),
    REHEARSAL(Kind.PLAIN, null, "Set by the build only: the run that trains the AOT cache.");

    /** What every variable begins with. */
    public static final String PREFIX = "CATAVENTO_";

    /** Credentials that {@code sources.yaml} names begin with this. */
    public static final String SECRET_PREFIX = PREFIX + "SECRET_";

    /** A setting of kind {@code PER_TASK} may carry one of these to hold for one task only. */
    public static final Set<String> TASK_SUFFIXES =
            Set.of("EXTRACT", "DOWNSAMPLE", "LOAD", "EXPORT", "MIGRATE", "MAINTAIN", "WATCH");

    private enum Kind {
        PLAIN,
        SECRET,
        PER_TASK,
        PER_TASK_SECRET
    }

    private final Kind kind;
    private final String byDefault;
    private final String meaning;

    Setting(Kind kind, String byDefault, String meaning) {
        this.kind = kind;
        this.byDefault = byDefault;
        this.meaning = meaning;
    }

    /** The environment variable's name. */
    public String variable() {
        return PREFIX + name();
    }

    public boolean perTask() {
        return kind == Kind.PER_TASK || kind == Kind.PER_TASK_SECRET;
    }

    /** True for a value that never stands in a log. */
    public boolean secret() {
        return kind == Kind.SECRET || kind == Kind.PER_TASK_SECRET;
    }

    /** The value when the variable is not set, or null. */
    public String byDefault() {
        return byDefault;
    }

    /** A sentence for people. */
    public String meaning() {
        return meaning;
    }
}
