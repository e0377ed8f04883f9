"""How long a person waits for help, and a content system for one checked story."""

import json
import statistics
import sys
import tempfile
from pathlib import Path

from measure import BIN, cost, row

ROUNDS = 15
STORY = {
    "kicker": "",
    "headline": "A quiet morning at the harbour",
    "standfirst": "",
    "published": "2024-05-03",
    "lang": "en",
    "body": [],
    "photos": [
        {
            "alt": "A man mends a green net on a quay",
            "caption": "A fisher mends his net.",
            "credit": "Ana Silva",
        }
    ],
}


def main() -> int:
    """Time both commands as whole processes."""
    with tempfile.TemporaryDirectory() as name:
        story = Path(name) / "story.json"
        story.write_text(json.dumps(STORY), encoding="utf-8")
        _time("cutline --help", ["--help"], "at most 150 ms")
        _time("cutline check, one small story as JSON", ["check", str(story)], "")
    return 0


def _time(what: str, arguments: list[str], target: str) -> None:
    costs = [cost([BIN / "cutline", *arguments]) for _ in range(ROUNDS)]
    wall = statistics.median(run.wall for run in costs) * 1000
    cpu = statistics.median(run.cpu for run in costs) * 1000
    row(what, f"{wall:.0f} ms, CPU {cpu:.0f} ms", target)


if __name__ == "__main__":
    sys.exit(main())
