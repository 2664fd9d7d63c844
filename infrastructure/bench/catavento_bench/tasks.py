"""Catavento's tasks as processes, without Airflow, on a store of the benchmark's."""

import json
import shutil

from .cluster import Cluster
from .errors import CannotMeasure
from .ground import plain_environment
from .places import HOME, TASKS, WORK
from .process import Run, Sample, run
from .simulator import DAY, Simulator

LAUNCHER = HOME / "infrastructure" / "local" / "task"
EXTRACT, LOAD, EXPORT, MIGRATE = "extract-sigel", "load-postgis", "export-tableau", "migrate-store"
DOWNSAMPLE, SIMULATOR = "downsample-telemetry", "source-simulator"
DONE, NOTHING_NEW = 0, 99
_ARGUMENTS = {
    EXTRACT: ["--day", DAY],
    LOAD: ["--dataset", "wind_fleet", "--day", DAY],
    EXPORT: ["--dataset", "wind_fleet", "--day", DAY],
    MIGRATE: [],
}


class Tasks:
    """Starts tasks against one database and one source, with `settings` besides."""

    def __init__(
        self,
        java_home: str,
        cluster: Cluster,
        database: str,
        source: Simulator | None = None,
        settings: dict[str, str] | None = None,
    ):
        self._java_home, self._cluster, self._database, self._source = java_home, cluster, database, source
        self._settings = settings or {}
        self.exports = WORK / "exports"

    def run(self, task: str, *more: str) -> Sample:
        """One task that must do its work, all of it."""
        sample, report = self.do(task, [*_ARGUMENTS[task], *more])
        if self._source and task in (EXTRACT, LOAD) and report["rows"]["read"] != self._source.rows:
            raise CannotMeasure(f"{task} read {report['rows']['read']} of {self._source.rows} rows")
        return sample

    def do(self, task: str, arguments: list[str], ended: int = DONE) -> tuple[Sample, dict]:
        """One task that must end with this code, and its report."""
        done = self._start(task, arguments)
        report = _report(task, done)
        if done.exit_code != ended:
            error = report.get("error") or {}
            reason = error.get("message") or report.get("outputs", {}).get("reason") or done.last_words()
            raise CannotMeasure(f"{task} ended with {done.exit_code}: {reason} (log: {done.log})")
        return done.sample, report

    def start_only(self, task: str) -> Sample:
        """What a process of this task costs before it does anything."""
        return _helped(task, self._start(task, ["--help"]))

    def clear_exports(self) -> None:
        shutil.rmtree(self.exports, ignore_errors=True)
        self.exports.mkdir(parents=True)

    def _start(self, task: str, arguments: list[str]) -> Run:
        verb = task.split("-")[0]
        environment = plain_environment(
            JAVA_HOME=self._java_home,
            CATAVENTO_STORE="bench",
            CATAVENTO_DB_URL=f"jdbc:postgresql://127.0.0.1:{self._cluster.port}/{self._database}",
            CATAVENTO_DB_USER=f"catavento_task_{verb}",
            CATAVENTO_DB_PASSWORD=self._cluster.password(verb),
            CATAVENTO_EXPORT_DIR=str(self.exports),
            CATAVENTO_LOG_FORMAT="json",
            **self._settings,
        )
        if self._source:
            environment["CATAVENTO_SIGEL_URL"] = self._source.layer("{day}")
        return run(task, [LAUNCHER, task, *arguments], environment)


def start_alone(task: str, java_home: str) -> Sample:
    """As `start_only`, for what needs no database."""
    return _helped(task, run(task, [LAUNCHER, task, "--help"], plain_environment(JAVA_HOME=java_home)))


def _helped(task: str, done: Run) -> Sample:
    if done.exit_code != 0:
        raise CannotMeasure(f"{task} --help ended with {done.exit_code}: {done.last_words()}")
    return done.sample


def _report(task: str, done: Run) -> dict:
    try:
        return json.loads(done.output)
    except ValueError:
        raise CannotMeasure(
            f"{task} ended with {done.exit_code} and no run report: {done.last_words()} (log: {done.log})"
        ) from None


def uses_duckdb(task: str) -> bool:
    return any((TASKS / task / "target" / "quarkus-app" / "lib").glob("main/*duckdb*"))


def check_built(*tasks: str) -> None:
    missing = [t for t in tasks if not (TASKS / t / "target" / "quarkus-app" / "quarkus-run.jar").exists()]
    if missing:
        raise CannotMeasure(f"not built: {', '.join(missing)} (./catavento build makes them)")
