"""
## store_watch — what needs a person is told, once

Owner: data platform. Every 15 minutes **watch-store** looks at the store's ledger of runs and tells, by e-mail and
webhook, in Portuguese and English, what is new: a failed task, a refused publication, a day not complete by its deadline,
no run at all, a task slower than twice its median, a count far from its usual; and once more when it is well again.
Kinds, settings and the JSON: [docs/alerts.md](../docs/alerts.md). All incidents: `out.incident`.

It looks at the present, so its form asks nothing. A failure of its own, or of a task that the ledger does not know of, is
told by Airflow. Of a scheduler that stands still nobody tells: `./catavento status` shows it.

### Triage
Step by step: [docs/operating.md](../docs/operating.md).
The reason is the last line at level ERROR before *Task failed with exception* in the failed task's log, and `error` in its
XCom `return_value`.

| Exit code | Airflow shows | What happened | What to do |
|---|---|---|---|
| 0 | success | looked; `outputs` in the XCom counts what was opened, recovered and sent | – |
| 99 | skipped | does not happen here | – |
| 75 | retried, then failed | the mail server, the webhook or the store does not answer, or another run is under way | see whether it is up; the next run sends what is left |
| 65 | failed at once | does not happen here | – |
| 1 | failed at once | a wrong setting: a login the mail server refuses, an address that is none, an answer 4xx of the webhook | mend `CATAVENTO_ALERT_*` in `.env`, then `./catavento up`; nothing is lost |
| 2 | failed at once | wrong usage: a parameter, though it takes none | trigger again without it |
| 137 | retried | killed, most often for lack of memory | look at the machine's memory |
| other | retried | 143 terminated from outside; 125–127 could not be started | look at the machine |
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import DAG

from pipeline import TASK_DEFAULTS, every_quarter_of_an_hour, java_task, schedule_start

with DAG(
    dag_id="store_watch",
    description="Alerts: what needs a person is told by e-mail and webhook, once; every 15 minutes",
    doc_md=__doc__,
    schedule=every_quarter_of_an_hour(),
    start_date=schedule_start(),
    catchup=False,
    max_active_runs=1,
    default_args=TASK_DEFAULTS,
    tags=["alerts"],
):
    java_task("watch-store", timeout=timedelta(minutes=8), retries=2)
