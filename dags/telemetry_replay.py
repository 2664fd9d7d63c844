"""
## telemetry_replay — days of telemetry are computed again from raw, under today's rules

Owner: data platform. By hand only: *Trigger*, with a *source* (empty: all), a *day* and a *last day*. **plan** lists every
source, day and shard; **downsample-telemetry** `--replay` computes each from what was landed in `raw`, without asking the
source; then as telemetry_daily: **load-postgis**, **export-tableau**, and **account**, which names what failed. Windows that
come out as they were stay as they are; others are revised. Where nothing would be different, nothing is done.

A source with `land_input: false` keeps no input, and maintain-store removes what is past its time: such a day fails with 65.

### Triage
Step by step: [docs/operating.md](../docs/operating.md). Begin with the log of *account*: it names what failed, and why.
The reason is the last line at level ERROR before *Task failed with exception* in the failed task's log, and `error` in its
XCom `return_value`.

| Exit code | Airflow shows | What happened | What to do |
|---|---|---|---|
| 0 | success | computed again | – |
| 99 | skipped | the same input under the same rules and settings: nothing would be different | nothing; *force* does it all the same |
| 75 | retried, then failed | the store is unavailable, the disk is full, another run holds the day | wait for the retries, then clear the task with *downstream* |
| 65 | failed at once | `raw` holds no input of that day, or the day would lose more than 5 % of its samples | nothing was published: read the reason; telemetry_daily asks the source |
| 1 | failed at once | a bug, a wrong configuration, something wrong with `sources.yaml`; in *account*: parts failed | read the reason; mend it, and clear the task with *downstream* |
| 2 | failed at once | wrong usage: a future day, a range that ends before it begins, a source that is not there | trigger again with what is right |
| 137 | retried | killed, most often for lack of memory | look at the machine's memory |
| other | retried | 143 terminated from outside; 125–127 could not be started | look at the machine |
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import DAG

from pipeline import TASK_DEFAULTS, publish_telemetry, schedule_start, telemetry_parameters

with DAG(
    dag_id="telemetry_replay",
    description="Telemetry: days computed again from raw under today's rules; by hand",
    doc_md=__doc__,
    schedule=None,
    start_date=schedule_start(),
    catchup=False,
    max_active_runs=1,
    params=telemetry_parameters(),
    default_args=TASK_DEFAULTS,
    tags=["telemetry"],
):
    publish_telemetry("--replay", timeout=timedelta(minutes=90))
