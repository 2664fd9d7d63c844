"""wind_fleet_daily through Airflow, from trigger to success, as this clone runs it, and what the runner adds to each task."""

import json
import subprocess

from ..errors import CannotMeasure
from ..ground import callers_environment, ready
from ..places import HOME
from ..process import Sample
from ..result import Result, Row, Target
from ..rounds import interleave
from ..workshop import Workshop

DAG = "wind_fleet_daily"
WHOLE_SECONDS = 18


def measure(workshop: Workshop) -> list[Result]:
    _catavento("up")
    taken = interleave("daily", {"daily": _run})
    runner = ready("timings")["RUNNER"]
    whole = Row("Catavento", f"{DAG} --force, from trigger to success ({runner})", taken.pop("whole"))
    rows = [whole]
    for task in sorted({name.split(" ")[0] for name in taken}):
        rows.append(Row("Catavento", f"{task} in Airflow", taken[f"{task} in Airflow"]))
        rows.append(Row("Catavento", f"{task} by its own report", taken[f"{task} own"]))
    added = [row.seconds - own.seconds for row, own in zip(rows[1::2], rows[2::2])]
    note = f"The runner adds {min(added):.1f} to {max(added):.1f} s to a task ({runner}): Airflow's worker, start and end."
    target = Target("the whole DAG, warm", whole.seconds, WHOLE_SECONDS, "s", "", f"≤ {WHOLE_SECONDS} s in containers")
    return [Result("daily — through Airflow", rows, [target], [note])]


def _run() -> dict[str, Sample]:
    """One run by hand; the figures are Airflow's and the tasks' own."""
    _catavento("run", "--force")
    told = json.loads(ready("timings")["TIMINGS"])
    if told["state"] != "success":
        raise CannotMeasure(f"{DAG} ended as {told['state']}")
    samples = {"whole": Sample(told["seconds"])}
    for task in told["tasks"]:
        samples[f"{task['task']} in Airflow"] = Sample(task["seconds"])
        samples[f"{task['task']} own"] = Sample(task["own_seconds"])
    return samples


def _catavento(*arguments: str) -> None:
    done = subprocess.run(
        [HOME / "catavento", *arguments], env=callers_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode != 0:
        lines = done.stdout.strip().splitlines() or ["it said nothing"]
        raise CannotMeasure(f"./catavento {arguments[0]} ended with {done.returncode}: {lines[-1]}")
