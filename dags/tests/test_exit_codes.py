"""The contract between tasks and Airflow."""

import pytest

from pipeline.exit_codes import Verdict, from_returncode, meaning, verdict


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (0, Verdict.SUCCESS),
        (99, Verdict.SKIP),
        (1, Verdict.FAIL),
        (2, Verdict.FAIL),
        (65, Verdict.FAIL),
        (75, Verdict.RETRY),
        (125, Verdict.RETRY),
        (126, Verdict.RETRY),
        (127, Verdict.RETRY),
        (137, Verdict.RETRY),
        (143, Verdict.RETRY),
        (7, Verdict.RETRY),
    ],
)
def test_verdict(code, expected):
    assert verdict(code) is expected


def test_a_kill_is_named():
    assert "memory" in meaning(137)


@pytest.mark.parametrize(("returncode", "code"), [(0, 0), (65, 65), (-9, 137), (-15, 143)])
def test_a_signal_counts_as_a_shell_counts_it(returncode, code):
    assert from_returncode(returncode) == code
