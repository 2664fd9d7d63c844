"""On what it was measured."""

import os
import platform
import re
from pathlib import Path

QUIET_LOAD = 0.5


def describe(java_home: str) -> dict:
    return {
        "cores": os.cpu_count(),
        "processor": _found(r"model name\s*: (.*)", "/proc/cpuinfo") or platform.processor(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1),
        "system": platform.platform(),
        "jdk": _found(r'JAVA_RUNTIME_VERSION="(.*)"', f"{java_home}/release"),
        "load_at_start": round(os.getloadavg()[0], 2),
    }


def _found(pattern: str, file: str) -> str | None:
    try:
        match = re.search(pattern, Path(file).read_text())
    except OSError:
        return None
    return match.group(1) if match else None
