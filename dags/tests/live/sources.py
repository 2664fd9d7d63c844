"""Sources of telemetry for the tests: files of ten-minute statistics, and turbines of the simulator."""

import os
import time
from datetime import date, timedelta
from pathlib import Path

_FILES = """
  - name: scada
    kind: statistics
    dialect: csv
    address: scada/{day}.csv
    zone: "-03:00"
    stamps: start
    cadence: 10 min
    stamp_column: time
    turbine_column: wtg
    rated_power_kw: 4200
    signals:
      wind_speed: {column: {mean: ws}}
"""

_TURBINES = """
  - name: fleet
    kind: samples
    dialect: sensors
    address: %s
    zone: "-03:00"
    stamps: start
    cadence: 1 min
    shards: %d
    rated_power_kw: 4200
    turbine_parameter: turbine_id
    turbines: {%s}
    signals:
      wind_speed: {column: wind_speed, max: %d}
"""


def write_sources(home: Path, *, simulator: str = "", turbines: tuple[str, ...] = (), shards: int = 1, most_wind: int = 60) -> None:
    """``scada``, and with turbines ``fleet``."""
    entries = _FILES
    if turbines:
        entries += _TURBINES % (simulator, shards, ", ".join(f"{name}: " for name in turbines), most_wind)
    (home / "sources" / "scada").mkdir(parents=True, exist_ok=True)
    (home / "sources" / "sources.yaml").write_text("sources:" + entries)


def write_day(home: Path, day: date, wind: float = 5) -> None:
    """A day's file of ``scada``: two turbines, whole, at rest for a minute."""
    file = home / "sources" / "scada" / f"{day}.csv"
    rows = [f"{day} {w // 6:02d}:{w % 6 * 10:02d}:00,{turbine},{wind + w % 7}" for w in range(144) for turbine in "AB"]
    file.write_text("\n".join(["time,wtg,ws", *rows, ""]))
    os.utime(file, (time.time() - 60,) * 2)


def days_up_to(last: date, count: int) -> list[date]:
    return [last - timedelta(days=n) for n in reversed(range(count))]
