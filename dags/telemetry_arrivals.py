"""
## telemetry_arrivals — a file that comes late is worked on at once

Owner: data platform. Every 5 minutes **look** compares the files of the sources by path pattern (`address: …{day}…` in
`sources.yaml`) with what they were; for those that have come or changed **start** triggers telemetry_daily with exactly their
source and days, and **remember** keeps that they are known. A file is known by its time of change and size: the same file
starts no second run, a changed one does. Files under way (changed less than 30 seconds ago) and today's wait.

What lies there when a source is first looked at is only remembered: `./catavento backfill telemetry_daily FROM TO` works on
older days.

### Triage
Step by step: [docs/operating.md](../docs/operating.md).
The reason is the last line at level ERROR before *Task failed with exception* in the failed task's log, and `error` in its
XCom `return_value`.

| Exit code | Airflow shows | What happened | What to do |
|---|---|---|---|
| 0 | success | files have come, their runs are started | see telemetry_daily |
| 99 | skipped | nothing has come | nothing |
| 75 | retried, then failed | does not happen here | – |
| 65 | failed at once | does not happen here | – |
| 1 | failed at once | `sources.yaml` is wrong (line and key are named) | mend it; the next look comes by itself |
| 2 | failed at once | does not happen here | – |
| 137 | retried | killed, most often for lack of memory | look at the machine's memory |
| other | retried | 143 terminated from outside | look at the machine |
"""

from __future__ import annotations

from airflow.sdk import DAG

from pipeline import TASK_DEFAULTS, every_five_minutes, schedule_start, start_what_arrived

with DAG(
    dag_id="telemetry_arrivals",
    description="Telemetry: a run for each file that has come or changed; every 5 minutes",
    doc_md=__doc__,
    schedule=every_five_minutes(),
    start_date=schedule_start(),
    catchup=False,
    max_active_runs=1,
    default_args=TASK_DEFAULTS,
    tags=["telemetry"],
):
    start_what_arrived("telemetry_daily")
