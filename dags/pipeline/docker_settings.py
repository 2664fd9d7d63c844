"""Where containers come from and what they join: the docker runner's part of the scheduler's environment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

#: Where a container finds its store's folder of exports.
EXPORTS = "/exports"

#: Where a container finds the folder of sources.yaml, to read only.
SOURCES = "/sources"

#: The user that the images' programs run as: never root, whatever an image says.
NOBODY = "10001:10001"

#: Tasks with these verbs talk with the world outside; all others only with the store.
_OUTWARD = frozenset({"extract", "downsample", "watch"})
#: Tasks with these verbs read sources.yaml and the files beside it.
_READING = frozenset({"downsample"})
#: Tasks with these verbs write files.
_WRITING = frozenset({"export", "maintain"})


class DockerSettings(NamedTuple):
    """The docker runner's settings; which of them hold for a task is told by the task's verb."""

    tag: str
    data_network: str
    source_network: str
    export_folder: str
    source_folder: str
    user: str

    @classmethod
    def of(cls, given: Mapping[str, str]) -> DockerSettings:
        """From ``CATAVENTO_IMAGE_TAG``, ``_DOCKER_NETWORK``, ``_DOCKER_SOURCE_NETWORK``, ``_EXPORT_HOST_DIR``, ``_SOURCES_HOST_DIR``, ``_STORE``, ``_TASK_USER``."""
        missing = [key for key in ("CATAVENTO_IMAGE_TAG", "CATAVENTO_DOCKER_NETWORK") if not given.get(key)]
        if missing:
            raise ValueError(f"the docker runner needs {' and '.join(missing)}; ./catavento up sets them")
        network = given["CATAVENTO_DOCKER_NETWORK"]
        return cls(
            tag=given["CATAVENTO_IMAGE_TAG"],
            data_network=network,
            source_network=given.get("CATAVENTO_DOCKER_SOURCE_NETWORK") or network,
            export_folder=_of_store(given.get("CATAVENTO_EXPORT_HOST_DIR", ""), given.get("CATAVENTO_STORE", "")),
            source_folder=given.get("CATAVENTO_SOURCES_HOST_DIR", ""),
            user=given.get("CATAVENTO_TASK_USER") or NOBODY,
        )

    def image(self, task: str) -> str:
        return f"catavento/{task}:{self.tag}"

    def network(self, task: str) -> str:
        return self.source_network if _verb(task) in _OUTWARD else self.data_network

    def binds(self, task: str) -> list[str]:
        """The store's own folder, never that of all stores; or the folder of sources, to read only."""
        if self.source_folder and reads_sources(task):
            return [f"{self.source_folder}:{SOURCES}:ro"]
        return [f"{self.export_folder}:{EXPORTS}:rw"] if self.export_folder and writes_files(task) else []


def reads_sources(task: str) -> bool:
    """Whether the task is given the folder of sources."""
    return _verb(task) in _READING


def writes_files(task: str) -> bool:
    """Whether the task is given the folder of exports."""
    return _verb(task) in _WRITING


def _of_store(parent: str, store: str) -> str:
    return f"{parent}/{store}" if parent and store else ""


def _verb(task: str) -> str:
    return task.partition("-")[0]
