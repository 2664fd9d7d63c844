"""Where things are in this clone."""

from pathlib import Path

BENCH = Path(__file__).resolve().parent.parent
HOME = BENCH.parent.parent
RESULTS = HOME / ".local" / "bench"
WORK = RESULTS / "work"
LOGS = RESULTS / "logs"
TASKS = HOME / "tasks"
REFERENCES = BENCH / "references"
