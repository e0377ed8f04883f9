"""A cage over the tasks of these tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cutline.cage import Cage

NAMES = "echo refuse stumble end spin wait chatter hoard prattle garble attempt"
TASKS = [f"cage_tasks:{name}" for name in NAMES.split()]


@pytest.fixture(autouse=True)
def _tasks_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


@pytest.fixture
def cage(_tasks_are_found: None) -> Iterator[Cage]:
    with Cage(TASKS, setup=["cage_tasks:prepare"], workers=2) as cage:
        yield cage
