"""What all benchmarks of one call share; made when the first of them needs it, gone when the call ends."""

import shutil
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from functools import cached_property

from .cluster import Cluster, cluster
from .ground import ready
from .places import WORK
from .process import Sample
from .simulator import Simulator, simulator
from .tasks import MIGRATE, Tasks, check_built


class Workshop:
    """`quick` measures less of the same; `only` chooses parts of a benchmark that has some."""

    def __init__(self, own_cluster: bool, quick: bool = False, only: Sequence[str] = ()):
        self._own_cluster = own_cluster
        self.quick, self._only = quick, only
        self._open = ExitStack()
        self._sources: dict[tuple[int, int], Simulator] = {}

    def __enter__(self) -> "Workshop":
        shutil.rmtree(WORK, ignore_errors=True)
        WORK.mkdir(parents=True)
        self._open.callback(shutil.rmtree, WORK, ignore_errors=True)
        return self

    def __exit__(self, *raised) -> None:
        self._open.close()

    def chosen(self, parts: Iterable[str]) -> list[str]:
        return [part for part in parts if part in self._only or not self._only]

    @cached_property
    def java_home(self) -> str:
        return ready("java")["JAVA_HOME"]

    @cached_property
    def python(self) -> str:
        return ready("python")["PYTHON"]

    @cached_property
    def cluster(self) -> Cluster:
        return self._open.enter_context(cluster(self._own_cluster))

    @cached_property
    def empty_store(self) -> str:
        """A migrated store that has seen no source: what fresh ones are copied from."""
        check_built(MIGRATE)
        database = self.cluster.make("empty")
        self.migration: Sample = Tasks(self.java_home, self.cluster, database).run(MIGRATE)
        return database

    def source(self, latency_ms: int = 0, copies: int = 1) -> Simulator:
        key = latency_ms, copies
        if key not in self._sources:
            self._sources[key] = self._open.enter_context(simulator(self.java_home, latency_ms, copies))
        return self._sources[key]

    def store(self, name: str, template: str, source: Simulator) -> Tasks:
        """A fresh store; making it is not part of any measurement."""
        tasks = Tasks(self.java_home, self.cluster, self.cluster.make(name, template), source)
        tasks.clear_exports()
        self.cluster.settle()
        return tasks
