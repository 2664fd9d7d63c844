"""Three ways to lay out ten-minute statistics in PostgreSQL: tables, how they are merged, how they are read."""

from dataclasses import dataclass

#: Statistics that do not end, the same for every layout: turbines × 3 signals × days × 144 windows.
SOURCE = """
CREATE UNLOGGED TABLE {source} AS
SELECT t AS turbine, d AS day, g::smallint AS signal, w::smallint AS w, n::smallint AS n,
       mean, mean - 1.25 AS min, mean + 1.5 AS max, n / 7.0::float8 + x / 1e7 AS m2
  FROM generate_series(1, {turbines}) AS t, generate_series(0, {days} - 1) AS i, generate_series(1, 3) AS g,
       generate_series(0, 143) AS w,
       LATERAL (SELECT date '2026-01-01' + i AS d, abs(hashint8(((t * 1000 + i) * 4 + g) * 144 + w)) % 1000000 AS x) AS a,
       LATERAL (SELECT CASE WHEN x % 50 = 0 THEN 9 ELSE 10 END AS n, g * 100 + (x % 30000) / 1000.0::float8 AS mean) AS b;
ANALYZE {source}
"""
#: One window of each turbine says something else.
CHANGE = "UPDATE {source} SET mean = mean + 0.25 WHERE signal = 1 AND w = turbine % 144"
_SIGNALS = ("wind_speed", "power", "ambient_temperature")
_FIGURES = ("n", "mean", "min", "max", "m2")


@dataclass(frozen=True)
class Layout:
    """SQL with {t} for the table and {source} for the statistics, one row each."""

    words: str
    table: str
    key: str
    rows: str
    figures: tuple[str, ...]
    revision: str
    month: str
    window: str
    year: str

    def merge(self, table: str) -> list[str]:
        """Psql's commands that stage rows from stdin and take over those that differ."""
        figures = ", ".join(f"{column} = excluded.{column}" for column in self.figures)
        before = ", ".join(f"o.{column}" for column in self.figures)
        after = ", ".join(f"excluded.{column}" for column in self.figures)
        return [
            f"CREATE TEMP TABLE staged (LIKE {table} INCLUDING DEFAULTS) ON COMMIT DROP",
            f"\\copy staged ({self.columns}) FROM pstdin",
            f"INSERT INTO {table} AS o SELECT * FROM staged ON CONFLICT ({self.key}) DO UPDATE"
            f" SET {figures}, revision = {self.revision} WHERE ({before}) IS DISTINCT FROM ({after})",
        ]

    @property
    def columns(self) -> str:
        return ", ".join((self.key, *self.figures))


LONG = Layout(
    words="one row for each window and signal",
    table="""CREATE TABLE {t} (turbine integer, day date, signal smallint, w smallint, n smallint NOT NULL, mean float8,
             min float8, max float8, m2 float8, revision smallint NOT NULL DEFAULT 1,
             PRIMARY KEY (turbine, day, signal, w))""",
    key="turbine, day, signal, w",
    rows="SELECT turbine, day, signal, w, n, mean, min, max, m2 FROM {source} ORDER BY 1, 2, 3, 4",
    figures=_FIGURES,
    revision="o.revision + 1",
    month="SELECT day, w, n, mean, sqrt(m2 / (n - 1)) AS std FROM {t} WHERE turbine = 7 AND signal = 2",
    window="SELECT turbine, mean FROM {t} WHERE w = 70 AND signal = 1",
    year="SELECT turbine, day, sum(n * mean) / sum(n) AS mean FROM {t} WHERE signal = 2 GROUP BY turbine, day",
)
WIDE = Layout(
    words="one row for each window, signals as columns",
    table="CREATE TABLE {t} (turbine integer, day date, w smallint, "
    + ", ".join(f"{s}_{f} {'smallint' if f == 'n' else 'float8'}" for s in _SIGNALS for f in _FIGURES)
    + ", revision smallint NOT NULL DEFAULT 1, PRIMARY KEY (turbine, day, w))",
    key="turbine, day, w",
    rows="SELECT turbine, day, w, "
    + ", ".join(f"max({f}) FILTER (WHERE signal = {g})" for g in (1, 2, 3) for f in _FIGURES)
    + " FROM {source} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
    figures=tuple(f"{s}_{f}" for s in _SIGNALS for f in _FIGURES),
    revision="o.revision + 1",
    month="SELECT day, w, power_n, power_mean, sqrt(power_m2 / (power_n - 1)) AS std FROM {t} WHERE turbine = 7",
    window="SELECT turbine, wind_speed_mean FROM {t} WHERE w = 70",
    year="SELECT turbine, day, sum(power_n * power_mean) / sum(power_n) AS mean FROM {t} GROUP BY turbine, day",
)
ARRAYS = Layout(
    words="one row for each signal and day, arrays of 144",
    table="""CREATE TABLE {t} (turbine integer, day date, signal smallint, day_n integer NOT NULL, day_mean float8,
             n smallint[] COMPRESSION lz4, mean float8[] COMPRESSION lz4, min float8[] COMPRESSION lz4,
             max float8[] COMPRESSION lz4, m2 float8[] COMPRESSION lz4, revision smallint[],
             PRIMARY KEY (turbine, day, signal)) WITH (toast_tuple_target = 4080)""",
    key="turbine, day, signal",
    rows="SELECT turbine, day, signal, sum(n), sum(n * mean) / sum(n), "
    + ", ".join(f"array_agg({f} ORDER BY w)" for f in _FIGURES)
    + " FROM {source} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
    figures=("day_n", "day_mean", *_FIGURES),
    revision="(SELECT array_agg(coalesce(o.revision[i], 1) + (o.mean[i] IS DISTINCT FROM excluded.mean[i])::integer"
    " ORDER BY i) FROM generate_series(1, 144) AS i)",
    month="SELECT day, w, n[w], mean[w], sqrt(m2[w] / (n[w] - 1)) AS std FROM {t}, generate_series(1, 144) AS w"
    " WHERE turbine = 7 AND signal = 2",
    window="SELECT turbine, mean[71] FROM {t} WHERE signal = 1",
    year="SELECT turbine, day, day_mean FROM {t} WHERE signal = 2",
)
LAYOUTS = {"long": LONG, "wide": WIDE, "arrays": ARRAYS}
READS = {
    "month": "one turbine's month, every window",
    "window": "the whole fleet at one window",
    "year": "a plant's daily means over a year",
}
