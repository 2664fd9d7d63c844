"""What the benchmarks print and call, without measuring anything."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from catavento_bench.benches import daily
from catavento_bench.errors import CannotMeasure
from catavento_bench.process import Sample
from catavento_bench.result import Result, Row
from catavento_bench.table import show


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
