"""Whatever step a revision dies at, the file is the old one or the new one, and none is lost."""

from pathlib import Path

import pytest

from cutline import store
from faults.dying import failed, killed


class Sidecar:
    """A file of which every revision stays."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.path = root / "photographs" / "1.xmp"
        self.older = root / "ledger" / "sidecars" / "abc"
        self.path.parent.mkdir(parents=True)
        self.change("Crossing 0")

    def change(self, words: str) -> None:
        seen = store.revision(self.path.read_bytes()) if self.path.exists() else store.NONE
        store.revise(self.path, words.encode(), seen=seen, older=self.older)

    def kill(self, words: str, step: int) -> bool:
        """Change it in a process that kills itself at a step; whether it did."""
        return killed(lambda: self.change(words), step)

    def fail(self, words: str, fault: str, monkeypatch: pytest.MonkeyPatch) -> str:
        """Change it with a fault; what was said, empty if its step was not reached."""
        return failed(lambda: self.change(words), fault, monkeypatch)

    @property
    def standing(self) -> str:
        return self.path.read_text("utf-8")

    @property
    def kept(self) -> list[str]:
        return [each.read_text("utf-8") for each in sorted(self.older.glob("[0-9]*.xmp"))]

    @property
    def litter(self) -> list[str]:
        return [str(each) for each in self.root.rglob(".cutline-*")]


@pytest.fixture
def sidecar(tmp_path: Path) -> Sidecar:
    return Sidecar(tmp_path)


def test_a_kill_at_any_step_of_a_revision(sidecar):
    """One revision or the other stands whole; those before it are kept, each once."""
    step, seen = 0, set()
    while True:
        step += 1
        old, new = f"Crossing {step - 1}", f"Crossing {step}"
        if not sidecar.kill(new, step):
            break
        assert sidecar.standing in {old, new}
        seen.add(sidecar.standing == new)
        sidecar.change(new)
        assert sidecar.standing == new
        assert sidecar.kept == [f"Crossing {number}" for number in range(step)]
    sidecar.change("The last crossing")
    assert step > 8
    assert seen == {False, True}
    assert sidecar.litter == []


@pytest.mark.parametrize("kind", ["ENOSPC", "EIO"])
def test_an_error_at_any_step_of_a_revision(sidecar, monkeypatch, kind):
    """One sentence, the old file or the new one, and the next revision is as if nothing was."""
    step = 0
    while said := sidecar.fail(f"{kind} {step + 1}", f"{kind}:{step + 1}", monkeypatch):
        step += 1
        assert "cannot" in said
        assert sidecar.standing in {f"Crossing {step - 1}", f"{kind} {step}"}
        sidecar.change(f"Crossing {step}")
        assert sidecar.standing == f"Crossing {step}"
    assert step > 8
    assert sidecar.standing == f"{kind} {step + 1}"
    assert sidecar.kept[-1] == f"Crossing {step}"
    assert sidecar.litter == []
