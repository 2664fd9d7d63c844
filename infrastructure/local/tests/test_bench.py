"""What the benchmarks print and call, without measuring anything."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from catavento_bench import cli
from catavento_bench.benches import daily, layouts, telemetry
from catavento_bench.errors import CannotMeasure
from catavento_bench.process import Sample
from catavento_bench.result import Result, Row
from catavento_bench.table import show
from catavento_bench.telemetry import layout


def test_what_was_not_measured_is_neither_printed_nor_kept():
    whole = Row("Catavento", "by the clock", [Sample(1.5), Sample(2.5), Sample(2.0)])
    process = Row("Catavento", "a process", [Sample(1.0, 0.25, 80_000_000)])
    assert whole.cells() == ["Catavento", "by the clock", "2.00 s", "1.50 – 2.50", "", ""]
    assert process.cells() == ["Catavento", "a process", "1.00 s", "one run", "0.25 s", "80 MB"]
    assert "0.00" not in show(Result("both", [whole, process], []))
    kept = whole.as_json()
    assert (kept["median_cpu_seconds"], kept["peak_mb"], kept["runs"][0]["peak_bytes"]) == (None, None, None)


def test_the_script_is_called_with_the_caller_s_environment_but_no_setting(tmp_path, monkeypatch):
    (tmp_path / "catavento").write_text('#!/bin/sh\necho "$1 $SSL_CERT_FILE $HTTPS_PROXY ${CATAVENTO_STORE-none}"\nexit 3\n')
    (tmp_path / "catavento").chmod(0o755)
    monkeypatch.setattr(daily, "HOME", tmp_path)
    for name, value in {"SSL_CERT_FILE": "/our/ca.pem", "HTTPS_PROXY": "http://proxy:3128", "CATAVENTO_STORE": "mine"}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(CannotMeasure, match="up ended with 3: up /our/ca.pem http://proxy:3128 none"):
        daily._catavento("up")


def test_a_query_s_time_is_not_printed_as_zero():
    assert Row("arrays", "a read", [Sample(0.0123)]).cells()[2] == "0.0123 s"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["gate", "--quick"], "bench: --quick is for telemetry and layouts"),
        (["telemetry", "--only", "a-fleet,x"], "bench: there is no part x: telemetry has a-fleet, a-week"),
        (["load", "--only", "c"], "bench: there is no part c: --only is for those that --list names parts of"),
        (["nothing"], "bench: give one of extract, load, chain"),
        (["--fast"], "bench: unrecognized arguments: --fast"),
    ],
)
def test_wrong_words_are_one_line_that_says_what_is_right(words, said, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == cli.WRONG_USAGE
    written = capsys.readouterr().err
    assert written.startswith(said) and written.count("\n") == 1


def test_each_layout_answers_each_read_and_the_runbook_s_parts_are_the_benchmark_s():
    readme = (Path(__file__).parents[2] / "bench" / "README.md").read_text("utf-8")
    assert [part for part in telemetry.PARTS if f"| `{part}` |" not in readme] == []
    for one in layout.LAYOUTS.values():
        assert all("{t}" in getattr(one, read) for read in layout.READS)
        assert one.merge("x")[2].count("excluded.") >= len(one.figures) * 2
    assert set(layouts.SIZES) == set(layouts.QUICK_SIZES) == {"day", "month", "year"}
