"""The resident processes that are compared; each counts its own CPU and peak memory."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parents[1] / "src"


class Resident:
    """A child process that answers requests one by one."""

    def __init__(self, command: list[str]) -> None:
        self.child = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={"PYTHONPATH": str(SOURCE), "PATH": "/usr/local/bin:/usr/bin:/bin"},
        )

    def ask(self, **request: object) -> dict[str, Any]:
        """One request, one answer."""
        assert self.child.stdin
        assert self.child.stdout
        self.child.stdin.write(json.dumps(request) + "\n")
        self.child.stdin.flush()
        line = self.child.stdout.readline()
        if not line:
            raise SystemExit(f"the measured process stopped: {self.child.args}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def close(self) -> None:
        """Let it end."""
        assert self.child.stdin
        self.child.stdin.close()
        self.child.wait()


def cutline() -> Resident:
    """A fresh process of ours."""
    return Resident([sys.executable, str(HERE / "our_worker.py")])


def sharp(node_modules: Path) -> Resident:
    """A fresh process of sharp's."""
    return Resident(["node", str(HERE / "sharp_worker.mjs"), str(node_modules)])
