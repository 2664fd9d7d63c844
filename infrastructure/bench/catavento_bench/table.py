"""Tables for people."""

from collections.abc import Sequence

from .result import Result

_ROWS = (["", "what", "median", "lowest – highest", "CPU", "peak memory"], "<<>^>>")
_TARGETS = (["target", "measured", "limit", "ratio", "allowed", ""], "<>><<<")


def table(head: Sequence[str], rows: Sequence[Sequence[str]], aligned: str) -> list[str]:
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    lines = [
        "  ".join(f"{cell:{side}{width}}" for cell, side, width in zip(row, aligned, widths)).rstrip()
        for row in [head, *rows]
    ]
    lines.insert(1, "─" * max(map(len, lines)))
    return ["  " + line for line in lines]


def show(result: Result) -> str:
    lines = [result.title]
    if result.rows:
        lines += [*table(_ROWS[0], [row.cells() for row in result.rows], _ROWS[1]), ""]
    if result.targets:
        lines += [*table(_TARGETS[0], [target.cells() for target in result.targets], _TARGETS[1])]
    lines += [f"  {note}" for note in result.notes]
    if any(row.uneven for row in result.rows):
        lines.append("  The references' own runs differ: another program was at work. Measure again on a quiet machine.")
    return "\n".join(lines) + "\n"
