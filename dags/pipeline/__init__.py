"""What a DAG file needs, and the only place that knows an operator.

A DAG file names its schedule, its tasks and their order; everything else stands here::

    with DAG("…", schedule=every_morning(), params=run_parameters(), default_args=TASK_DEFAULTS, …):
        java_task("extract-sigel", outlets=[RAW_WIND_FLEET], …) >> java_task("load-postgis", …)
"""

from pipeline.arrivals import start_what_arrived
from pipeline.assets import CORE_TELEMETRY, CORE_WIND_FLEET, RAW_TELEMETRY, RAW_WIND_FLEET, TABLEAU_TELEMETRY, TABLEAU_WIND_FLEET
from pipeline.factory import java_task, java_task_in_group, mapped_java_task
from pipeline.schedule import (
    TASK_DEFAULTS,
    every_five_minutes,
    every_morning,
    every_night,
    every_quarter_of_an_hour,
    every_sunday_night,
    run_parameters,
    schedule_start,
    telemetry_parameters,
)
from pipeline.telemetry import publish_telemetry

__all__ = [
    "CORE_TELEMETRY",
    "CORE_WIND_FLEET",
    "RAW_TELEMETRY",
    "RAW_WIND_FLEET",
    "TABLEAU_TELEMETRY",
    "TABLEAU_WIND_FLEET",
    "TASK_DEFAULTS",
    "every_five_minutes",
    "every_morning",
    "every_night",
    "every_quarter_of_an_hour",
    "every_sunday_night",
    "java_task",
    "java_task_in_group",
    "mapped_java_task",
    "publish_telemetry",
    "run_parameters",
    "schedule_start",
    "start_what_arrived",
    "telemetry_parameters",
]
