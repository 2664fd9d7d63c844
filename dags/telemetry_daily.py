"""
## telemetry_daily — 10-minute statistics of every telemetry source, every night

Owner: data platform. Runs at 01:30 in Brasília and looks at the last three days: **plan** lists every source, day and shard
of `sources.yaml`; for each of them **downsample-telemetry** (the day as it came and its statistics into `raw`; skipped where
the source says what it said before) → **load-postgis** (into `core`); for each source and day **export-tableau**. A part
that fails stops nothing but itself: the others publish, and **account** fails the run and names it.

By hand: *Trigger*, with a *source* (empty: all), a *day* and a *last day* (a range; empty: yesterday) and *force* (do it again
though nothing changed). Exactly those days are worked on. Several days, a run for each: `./catavento backfill telemetry_daily
FROM TO`. A run may be repeated at any time: each step finds out what is done. Sources: [docs/adding-a-source.md](../docs/adding-a-source.md).

### Triage
Step by step: [docs/operating.md](../docs/operating.md). Begin with the log of *account*: it names what failed, and why.
The reason is the last line at level ERROR before *Task failed with exception* in the failed task's log, and `error` in its
XCom `return_value`.

| Exit code | Airflow shows | What happened | What to do |
|---|---|---|---|
| 0 | success | done | – |
| 99 | skipped | nothing changed at the source, the day has not ended, or no source is configured | nothing; *force* does it again |
| 75 | retried, then failed | source or store unavailable, a file is not whole yet, disk full, another run holds the day | wait for the retries; then see whether the source answers, and clear the task with *downstream* |
| 65 | failed at once | the source broke its contract, or the day would lose more than 5 % of its samples | nothing was published and the last good state stands: read the reason; after a look, `./catavento task load-postgis --dataset telemetry --source SOURCE --day DAY --shard I/N --override-gate "REASON"` |
| 1 | failed at once | a bug, a wrong configuration, something wrong with `sources.yaml` (line and key are named); in *account*: parts failed | read the reason; mend it, and clear the task with *downstream* |
| 2 | failed at once | wrong usage: a future day, a range that ends before it begins, a source that is not there | trigger again with what is right |
| 137 | retried | killed, most often for lack of memory | look at the machine's memory |
| other | retried | 143 terminated from outside; 125–127 could not be started | look at the machine |
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import DAG

from pipeline import (
    TASK_DEFAULTS,
    every_night,
    publish_telemetry,
    schedule_start,
    telemetry_parameters,
)

with DAG(
    dag_id="telemetry_daily",
    description="Telemetry of all sources: downsample, load and export each day, every night",
    doc_md=__doc__,
    schedule=every_night(),
    start_date=schedule_start(),
    catchup=False,
    max_active_runs=1,
    params=telemetry_parameters(),
    default_args=TASK_DEFAULTS,
    tags=["telemetry", "daily"],
):
    publish_telemetry(timeout=timedelta(minutes=90))
