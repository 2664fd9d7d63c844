"""
## store_maintenance_weekly — the store is checked and kept from growing without end

Owner: data platform. Runs on Sundays at 03:00 in Brasília: **maintain-store** compares every page of `raw` with the
hash it was landed under, removes raw data, folders of exports and idle runs of the ledger that are past their time,
refreshes statistics and reports sizes. What stays: [docs/architecture.md](../docs/architecture.md).

By hand: *Trigger*; `./catavento task maintain-store --dry-run` only says what would be removed. *day* is the day the
horizons are counted back from (empty: yesterday). A run may be repeated at any time.

### Triage
Step by step: [docs/operating.md](../docs/operating.md).
The reason is the last line at level ERROR before *Task failed with exception* in the failed task's log, and `error` in its
XCom `return_value`.

| Exit code | Airflow shows | What happened | What to do |
|---|---|---|---|
| 0 | success | done; `outputs` in the XCom says what was removed, which foreign files were left alone, and the store's size | look at `foreign` now and then |
| 99 | skipped | does not happen here | – |
| 75 | retried, then failed | the store is unavailable or read-only, or an extraction, load or export is under way | wait for the retries, then clear the task |
| 65 | failed at once | a page or snapshot of `raw` is damaged, or PostgreSQL cannot read its files; nothing was removed | read the page and day; look at the disk and PostgreSQL's log; restore a backup |
| 1 | failed at once | a bug or a wrong configuration (a password, an export folder that cannot be written) | read the reason; mend it; clear the task, which completes what is begun |
| 2 | failed at once | wrong usage: a future day, not a date | trigger again with a right day |
| 137 | retried | killed, most often for lack of memory | look at the machine's memory |
| other | retried | 143 terminated from outside; 125–127 could not be started | look at the machine |

Airflow's own database and log files are cleaned on Sundays at 03:30 by the service `cleaner`, not by a task: Airflow 3
takes its database away from tasks. `./catavento clean` does it by hand.
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import DAG

from pipeline import TASK_DEFAULTS, every_sunday_night, java_task, run_parameters, schedule_start

with DAG(
    dag_id="store_maintenance_weekly",
    description="The store: integrity check, retention of raw data and exports, statistics; every Sunday",
    doc_md=__doc__,
    schedule=every_sunday_night(),
    start_date=schedule_start(),
    catchup=False,
    max_active_runs=1,
    params=run_parameters(),
    default_args=TASK_DEFAULTS,
    tags=["maintenance", "weekly"],
):
    java_task("maintain-store", timeout=timedelta(minutes=90))
