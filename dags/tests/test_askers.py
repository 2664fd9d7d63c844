"""Who asked for a run, as the task is told."""

from types import SimpleNamespace

import pytest

from pipeline.askers import requested_by


@pytest.mark.parametrize(
    ("kind", "user", "asker"),
    [
        ("scheduled", None, "schedule"),
        ("manual", "ana", "ana"),
        ("backfill", "rui", "rui"),
        ("asset_triggered", None, "asset_triggered"),
    ],
)
def test_the_user_or_the_schedule(kind, user, asker):
    run = SimpleNamespace(run_type=SimpleNamespace(value=kind), triggering_user_name=user)
    assert requested_by({"dag_run": run}) == asker
