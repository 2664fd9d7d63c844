"""Extracts several days of the demo's archive as mapped tasks, for the test of two workers."""

from datetime import datetime, timedelta, timezone

from airflow.sdk import DAG

from pipeline import mapped_java_task, run_parameters

DAYS = [f"2026-02-{day:02}" for day in range(1, 9)]

with DAG(
    dag_id="many_days",
    schedule=None,
    start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
    params=run_parameters(),
    default_args={"retries": 8, "retry_delay": timedelta(seconds=5)},
):
    # Several at once: an extraction that finds another at work ends with 75 and is tried again.
    mapped_java_task(
        "extract-sigel",
        over=[["--day", day] for day in DAYS],
        timeout=timedelta(minutes=10),
        max_active_tis_per_dag=4,
    )
