"""Every way in which a task can end, with a stand-in for the task. For tests only."""

from datetime import timedelta
from pathlib import Path

from airflow.sdk import DAG, Asset

from pipeline import TASK_DEFAULTS, run_parameters
from pipeline.alerts import task_failed, task_succeeded
from pipeline.process_operator import ProcessTaskOperator

FAKE = Path(__file__).parent / "fixtures" / "fake-task"

STACK_TRACE = '{"level": "ERROR", "message": "a bug", "stackTrace": "java.lang.X: y\\n\\tat a.B.c(B.java:1)"}'


def ending(task_id, *arguments, **more):
    return ProcessTaskOperator(
        task_id=task_id,
        java_task="load-postgis",
        arguments=arguments,
        launcher=FAKE,
        **{"deadline": timedelta(minutes=2), "grace": timedelta(seconds=2), **more},
    )


with DAG("endings", schedule=None, params=run_parameters(), default_args=TASK_DEFAULTS, tags=["test"]):
    ending("done", outlets=[Asset("test.done")])
    ending("nothing", "--exit", "99") >> ending("after-nothing", trigger_rule="none_failed")
    ending("contract", "--exit", "65") >> ending("after-failure", trigger_rule="none_failed")
    ending("bug", "--exit", "1", "--say", STACK_TRACE)
    ending("unavailable", "--exit", "75", retries=1, retry_delay=timedelta(seconds=1))
    ending("late", "--sleep", "60", retries=0, execution_timeout=timedelta(seconds=2))

# As the factory makes tasks: what the ledger cannot know of is told by Airflow.
TELLING = {"on_failure_callback": task_failed, "on_success_callback": task_succeeded, "trigger_rule": "all_done"}

with DAG("deaths", schedule=None, params=run_parameters(), default_args={**TASK_DEFAULTS, "retries": 0}, tags=["test"]):
    (
        ending("dies", "--exit", "1", "--mute", **TELLING)
        >> ending("dies-again", "--exit", "1", "--mute", **TELLING)
        >> ending("has-nothing-to-do", "--exit", "99", **TELLING)
        >> ending("is-well", **TELLING)
        >> ending("is-well-again", **TELLING)
    )

with DAG("slow", schedule=None, params=run_parameters(), default_args={**TASK_DEFAULTS, "retries": 0}, tags=["test"]):
    ending("sleeper", "--sleep", "600", deadline=timedelta(minutes=10))
