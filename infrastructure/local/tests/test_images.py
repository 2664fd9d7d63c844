"""Which images a clone removes when it has new ones, on a real engine."""

import subprocess
import uuid
from pathlib import Path

import pytest

from engines import docker, why_no_engine
from test_doctor import clone, words  # noqa: F401

pytestmark = pytest.mark.skipif(bool(why_no_engine()), reason=why_no_engine() or "")
PROJECT = Path(__file__).parents[3]
MARK = uuid.uuid4().hex[:8]
NAME, BASE = f"catavento/removal-{MARK}", f"removal-base-{MARK}:1"
OLD, BEFORE, PRESENT = (f"9.9.{MARK}-{revision}" for revision in ("1aa", "2bb", "3cc"))


@pytest.fixture
def image(tmp_path):
    """Makes an image with the label of an installation; none is left."""
    made = []

    def make(name, installation):
        content = tmp_path / uuid.uuid4().hex
        content.write_text(content.name)
        archive = content.with_suffix(".tar")
        subprocess.run(["tar", "-cf", archive, "-C", tmp_path, content.name], check=True)
        docker("import", "--change", f"LABEL dev.catavento.installation={installation}", str(archive), name)
        made.append(name)
        return name

    yield make
    for name in {*made, *(f"{NAME}:{tag}" for tag in left())}:
        subprocess.run(["docker", "rmi", "-f", name], capture_output=True)


def left():
    """Tags of the images of these tests."""
    return sorted(docker("images", "--format", "{{.Tag}}", NAME).split())


def remember(home, *tags):
    return words(home, "; ".join(f"remember_images {tag}" for tag in tags))


def test_this_revision_s_and_the_one_s_before_stay(clone, image):  # noqa: F811
    ours = words(clone, "installation").strip()
    image(BASE, ours)
    for tag in (OLD, BEFORE):
        image(f"{NAME}:{tag}", ours)
        assert "removed" not in remember(clone, tag)
    image(f"{NAME}:{PRESENT}", ours)
    docker("tag", f"{NAME}:{PRESENT}", f"{NAME}:9.9.{MARK}")
    assert "removed 1 images of earlier revisions" in remember(clone, PRESENT)
    assert left() == sorted([BEFORE, PRESENT, f"9.9.{MARK}"])
    assert docker("images", "-q", BASE), "what this clone remembers no tag of is not its to remove"
    assert remember(clone, PRESENT, BEFORE, PRESENT) == ""
    assert left() == sorted([BEFORE, PRESENT, f"9.9.{MARK}"])


def test_another_clone_s_and_those_of_a_container_stay(clone, image):  # noqa: F811
    ours = words(clone, "installation").strip()
    other, used = f"{NAME}:{OLD}", f"{NAME}:9.9.{MARK}-0used"
    image(other, "another")
    image(used, ours)
    container = docker("create", used, "/nothing")
    try:
        remember(clone, OLD, f"9.9.{MARK}-0used", BEFORE, PRESENT)
        assert left() == sorted([OLD, f"9.9.{MARK}-0used"])
    finally:
        docker("rm", container)
    remember(clone, BEFORE)
    assert left() == [OLD]


def test_a_copy_of_a_clone_is_another_installation(clone, tmp_path_factory):  # noqa: F811
    first = words(clone, "installation")
    assert words(clone, "installation") == first
    copy = tmp_path_factory.mktemp("copy")
    subprocess.run(["cp", "-a", f"{clone}/.", copy], check=True)
    assert words(copy, "installation") != first


@pytest.mark.parametrize("recipe", ["task", "airflow"])
def test_images_are_labelled_with_who_built_them(recipe):
    text = (PROJECT / "infrastructure" / "docker" / f"{recipe}.Dockerfile").read_text()
    assert 'dev.catavento.installation="${INSTALLATION}"' in text.partition('ARG INSTALLATION=""')[2]
