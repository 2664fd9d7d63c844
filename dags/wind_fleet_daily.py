"""
## wind_fleet_daily — Brazil's registered wind turbines, every morning

Owner: data platform. Runs at 06:00 in Brasília for the day before:
**extract-sigel** (ANEEL's register into `raw`) → **load-postgis** (checked and published into `core`, in one
transaction) → **export-tableau** (the files that analysts open).

By hand: *Trigger*, with a *day* and *force* (do it again though it is done). An empty *day* is yesterday; in the UI before
06:00 in Brasília it is the day before yesterday, the newest complete interval. Several days:
`./catavento backfill wind_fleet_daily FROM TO`. A run may be repeated at any time: each step finds out what is done.

### Triage
Step by step: [docs/operating.md](../docs/operating.md).
The reason is the last line at level ERROR before *Task failed with exception* in the failed task's log, and `error` in its
XCom `return_value`.

| Exit code | Airflow shows | What happened | What to do |
|---|---|---|---|
| 0 | success | done | – |
| 99 | skipped | already done for this day under the current rules, or the source cannot give this day | nothing; *force* does it again |
| 75 | retried, then failed | source or store unavailable or read-only, disk full, the set changed while reading, another run holds the lock | wait for the retries; then see whether the source answers, and clear the task |
| 65 | failed at once | the source broke its contract, or the publish gate refused | nothing was published and the last good state stands: read the reason; after a look, `./catavento task load-postgis --dataset wind_fleet --day DAY --override-gate "REASON"` |
| 1 | failed at once | a bug or a wrong configuration (a password, another source than the store's) | read the reason; mend the configuration, or report the stack trace |
| 2 | failed at once | wrong usage: a future day, not a date | trigger again with a right day |
| 137 | retried | killed, most often for lack of memory | look at the machine's memory |
| other | retried | 143 terminated from outside; 125–127 could not be started | look at the machine |

Downstream tasks run after a skipped one, so a skipped extraction never hides an unfinished load.
A failed day leaves the day before in place for everybody who reads.
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import DAG

from pipeline import (
    CORE_WIND_FLEET,
    RAW_WIND_FLEET,
    TABLEAU_WIND_FLEET,
    TASK_DEFAULTS,
    every_morning,
    java_task,
    run_parameters,
    schedule_start,
)

with DAG(
    dag_id="wind_fleet_daily",
    description="ANEEL's wind turbines: extract, load and export, every morning",
    doc_md=__doc__,
    schedule=every_morning(),
    start_date=schedule_start(),
    catchup=False,
    max_active_runs=1,
    params=run_parameters(),
    default_args=TASK_DEFAULTS,
    tags=["wind-fleet", "sigel", "daily"],
):
    extract = java_task(
        "extract-sigel",
        timeout=timedelta(minutes=90),
        pool="sigel",
        outlets=[RAW_WIND_FLEET],
    )
    load = java_task(
        "load-postgis",
        "--dataset",
        "wind_fleet",
        timeout=timedelta(minutes=30),
        inlets=[RAW_WIND_FLEET],
        outlets=[CORE_WIND_FLEET],
    )
    export = java_task(
        "export-tableau",
        "--dataset",
        "wind_fleet",
        timeout=timedelta(minutes=30),
        inlets=[CORE_WIND_FLEET],
        outlets=[TABLEAU_WIND_FLEET],
    )
    extract >> load >> export
