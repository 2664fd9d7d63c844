"""What a benchmark found: rows of measurements, and targets reached or missed."""

from dataclasses import dataclass, field
from statistics import median

from .process import Sample
from .rounds import peak_mb, seconds

ACCEPTED_WITH_PROFILE = 1.3
UNEVEN, LEAST_TELLING_SECONDS = 1.3, 0.3
LEAST_WITH_TWO_DIGITS = 0.1
LEAST_PEAK_MB = 50
"""A child counts the memory of who started it too, until it becomes its program: smaller peaks say nothing."""


@dataclass(frozen=True)
class Row:
    who: str
    what: str
    samples: list[Sample]

    @property
    def seconds(self) -> float:
        return seconds(self.samples)

    @property
    def cpu_seconds(self) -> float | None:
        times = [s.cpu_seconds for s in self.samples]
        return None if None in times else median(times)

    @property
    def peak_mb(self) -> float | None:
        return None if any(s.peak_bytes is None for s in self.samples) else peak_mb(self.samples)

    @property
    def uneven(self) -> bool:
        """A reference always does the same: when its runs differ, somebody else was at work."""
        times = [s.seconds for s in self.samples]
        return self.who == "reference" and min(times) > LEAST_TELLING_SECONDS and max(times) > UNEVEN * min(times)

    def cells(self) -> list[str]:
        times = [s.seconds for s in self.samples]
        spread = f"{_figure(min(times))} – {_figure(max(times))}" if len(times) > 1 else "one run"
        cpu = "" if self.cpu_seconds is None else f"{self.cpu_seconds:.2f} s"
        peak = f"{self.peak_mb:.0f} MB" if (self.peak_mb or 0) > LEAST_PEAK_MB else ""
        return [self.who, self.what, f"{_figure(self.seconds)} s", spread, cpu, peak]

    def as_json(self) -> dict:
        return {
            "who": self.who,
            "what": self.what,
            "median_seconds": round(self.seconds, 4),
            "median_cpu_seconds": _rounded(self.cpu_seconds, 4),
            "peak_mb": _rounded(self.peak_mb, 1),
            "runs": [
                {"seconds": round(s.seconds, 4), "cpu_seconds": _rounded(s.cpu_seconds, 4), "peak_bytes": s.peak_bytes}
                for s in self.samples
            ],
        }


def _figure(seconds: float) -> str:
    """What a query takes has more digits than what a process takes."""
    return f"{seconds:.2f}" if seconds >= LEAST_WITH_TWO_DIGITS else f"{seconds:.4f}"


def _rounded(figure: float | None, digits: int) -> float | None:
    return None if figure is None else round(figure, digits)


@dataclass(frozen=True)
class Target:
    """`figure` is compared with `limit`, both in `unit`; `ratio` and `allowed` say the same against the reference."""

    what: str
    figure: float
    limit: float
    unit: str
    ratio: str
    allowed: str

    @property
    def verdict(self) -> str:
        share = self.figure / self.limit
        if share <= 1:
            return "reached"
        return f"MISSED by {share:.2f} ×" + (" (accepted with a profile)" if share <= ACCEPTED_WITH_PROFILE else "")

    def cells(self) -> list[str]:
        return [self.what, self._with_unit(self.figure), self._with_unit(self.limit), self.ratio, self.allowed, self.verdict]

    def _with_unit(self, value: float) -> str:
        return f"{value:.0f} MB" if self.unit == "MB" else f"{value:.2f} {self.unit}"

    def as_json(self) -> dict:
        return {
            "what": self.what,
            "figure": round(self.figure, 4),
            "limit": round(self.limit, 4),
            "unit": self.unit,
            "share_of_limit": round(self.figure / self.limit, 4),
            "ratio": self.ratio,
            "allowed": self.allowed,
            "verdict": self.verdict,
        }


@dataclass(frozen=True)
class Result:
    title: str
    rows: list[Row]
    targets: list[Target]
    notes: list[str] = field(default_factory=list)

    def as_json(self) -> dict:
        return {
            "title": self.title,
            "rows": [row.as_json() for row in self.rows],
            "targets": [target.as_json() for target in self.targets],
            "notes": self.notes,
        }


def times(what: str, measured: Row, reference: Row, words: str, factor: float) -> Target:
    """`measured` may take so many times as long as `reference`."""
    return Target(
        what,
        measured.seconds,
        factor * reference.seconds,
        "s",
        f"{measured.seconds / reference.seconds:.2f} × {words}",
        f"≤ {factor:g} ×",
    )


def times_after_start(what: str, measured: Row, reference: Row, start: Row, words: str, factor: float) -> Target:
    """The same, with the start of the process on top."""
    return Target(
        what,
        measured.seconds,
        factor * reference.seconds + start.seconds,
        "s",
        f"{(measured.seconds - start.seconds) / reference.seconds:.2f} × {words} + start",
        f"≤ {factor:g} × + start",
    )


def size(what: str, megabytes: float, limit_mb: float) -> Target:
    return Target(what, megabytes, limit_mb, "MB", "", f"≤ {limit_mb:.0f} MB")


def times_plus(what: str, measured: Row, reference: Row, words: str, factor: float, seconds_more: float) -> Target:
    """`measured` may take so many times as long as `reference`, and so many seconds more."""
    return Target(
        what,
        measured.seconds,
        factor * reference.seconds + seconds_more,
        "s",
        f"{measured.seconds / reference.seconds:.2f} × {words}",
        f"≤ {factor:g} × + {seconds_more:g} s",
    )


def memory(what: str, samples: list[Sample], limit_mb: float) -> Target:
    peak = peak_mb(samples)
    return Target(what, peak, limit_mb, "MB", "", f"≤ {limit_mb:.0f} MB")
