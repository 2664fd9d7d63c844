"""What each program does, what can go wrong by exit code, and what to do: the page of a task in Airflow's UI."""

from __future__ import annotations

from pathlib import Path

from pipeline.exit_codes import meaning

_MANUALS = Path(__file__).parent / "manuals"

#: The same for every program that says no other of itself: how it is called, and how it dies.
_COMMON = """\
| 2 | wrong usage: a day that has not begun, not a date, a parameter that the form does not have | trigger again with a right day |
| 137 | killed, most often for lack of memory; tried again | look at the machine's memory (`./catavento doctor`) |
| other | 143 terminated from outside; 125–127 could not be started; tried again | look at the machine and the container engine |
"""

_FOOT = """
0 is *success*, 99 *skipped*; 1, 2 and 65 fail at once; all others are retried. The reason is the last line at level ERROR
before Airflow's *Task failed with exception* in the log, and `error` in the XCom `return_value`.
"""


def manual_of(program: str) -> str:
    """The page of ``manuals/`` with the lines that all share; a program without a page has the contract's words."""
    page = _MANUALS / f"{program}.md"
    if page.exists():
        own = page.read_text()
        common = "".join(row for row in _COMMON.splitlines(keepends=True) if f"\n{row[: row.index('|', 1)]}|" not in own)
        return f"## {program}\n\n{own}{common}{_FOOT}"
    rows = "\n".join(f"| {code} | {meaning(code)} | docs/operating.md |" for code in (0, 99, 75, 65, 1))
    return f"## {program}\n\n| Exit code | What happened | What to do |\n|---|---|---|\n{rows}\n{_COMMON}{_FOOT}"
