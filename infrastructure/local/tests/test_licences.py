"""docs/licences.md names what the build put into the images."""

import subprocess
from pathlib import Path

PROJECT = Path(__file__).parents[3]


def test_every_library_and_its_licence_is_listed():
    checked = subprocess.run(
        [PROJECT / "infrastructure/docker/licences", "--check"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert checked.returncode == 0, checked.stdout
