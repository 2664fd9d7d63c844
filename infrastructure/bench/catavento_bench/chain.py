"""extract-sigel, load-postgis and export-tableau one after another, without Airflow, on a fresh store."""

import time

from .process import Sample
from .simulator import Simulator
from .tasks import EXPORT, EXTRACT, LOAD, Tasks
from .workshop import Workshop

STEPS = (EXTRACT, LOAD, EXPORT)


def first_run(workshop: Workshop, source: Simulator) -> tuple[Tasks, dict[str, Sample]]:
    """The samples of the steps, and of the chain from the first one's start to the last one's end."""
    tasks = workshop.store("chain", workshop.empty_store, source)
    begun = time.perf_counter()
    parts = {step: tasks.run(step) for step in STEPS}
    return tasks, {"chain": Sample.together(time.perf_counter() - begun, list(parts.values())), **parts}
