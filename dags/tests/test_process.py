"""A program run to its end, and no longer than it may."""

import os
import sys
import time

import pytest

from pipeline.process import RunningProcess


def start(code, *, deadline=120.0, grace=20.0):
    return RunningProcess(
        [sys.executable, "-u", "-c", code], {"PATH": os.environ["PATH"]}, deadline_seconds=deadline, grace_seconds=grace
    )


def follow(process):
    lines = []
    return process.follow(lines.append), lines


def test_lines_come_one_by_one_and_stdout_as_a_whole():
    ended, lines = follow(start("import sys; print('out'); print('one\\n\\ntwo', file=sys.stderr); sys.exit(3)"))
    assert (ended.returncode, ended.stdout, ended.overdue, lines) == (3, "out\n", False, ["one", "two"])


def test_a_last_line_without_an_end_is_not_lost():
    assert follow(start("import sys; sys.stderr.write('half')"))[1] == ["half"]


def test_a_long_line_and_much_of_it_come_whole():
    ended, lines = follow(start("import sys\nfor i in range(50): print('x' * 100_000, file=sys.stderr)\nprint('y' * 500_000)"))
    assert [len(line) for line in lines] == [100_000] * 50
    assert len(ended.stdout) == 500_001


def test_a_line_is_handed_on_while_the_program_runs(tmp_path):
    """The program ends well only once its line has arrived."""
    arrived = tmp_path / "arrived"
    code = f"""import os, sys, time
print('now', file=sys.stderr)
for _ in range(600):
    if os.path.exists({str(arrived)!r}): sys.exit(0)
    time.sleep(0.1)
sys.exit(1)"""
    ended = start(code).follow(lambda line: arrived.touch())
    assert ended.returncode == 0


def test_past_its_deadline_it_is_asked_to_stop():
    ended, _ = follow(start("import time; time.sleep(60)", deadline=0.5))
    assert (ended.returncode, ended.overdue) == (-15, True)


def test_a_program_that_closed_its_streams_has_a_deadline_too():
    ended, _ = follow(start("import os, time; os.close(1); os.close(2); time.sleep(60)", deadline=1.0))
    assert (ended.returncode, ended.overdue) == (-15, True)


def test_one_that_does_not_listen_is_killed_after_the_grace_period():
    deaf = "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(60)"
    began = time.monotonic()
    ended, _ = follow(start(deaf, deadline=3.0, grace=0.5))
    assert (ended.returncode, ended.overdue) == (-9, True)
    assert time.monotonic() - began < 10


def test_its_children_are_stopped_with_it():
    code = "import subprocess, sys; p = subprocess.Popen(['sleep', '60']); print(p.pid, flush=True); p.wait()"
    ended, _ = follow(start(code, deadline=3.0))
    deadline = time.monotonic() + 60
    while _alive(int(ended.stdout)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _alive(int(ended.stdout))


def test_stop_from_outside_waits_for_the_end():
    process = start("import time; time.sleep(60)")
    process.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(process._process.pid, 0)


def _alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
