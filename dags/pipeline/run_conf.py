"""What a run was given, against what its DAG asks: Airflow takes a mistyped parameter and runs without it."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any


def unknown_parameters(context: Mapping[str, Any]) -> str | None:
    """One line on what was given that is no parameter of the DAG, and what to do; none where all is known."""
    known = sorted(context["dag"].params)
    unknown = sorted(set(context["dag_run"].conf or {}) - set(known))
    if not unknown:
        return None
    near = [match for name in unknown for match in get_close_matches(name, known, n=1)]
    meant = f"; did you mean {', '.join(near)}?" if near else ""
    return f"{', '.join(unknown)}: no parameter of {context['dag'].dag_id}, which has {', '.join(known) or 'none'}{meant} — trigger again"
