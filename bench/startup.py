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


PLACES = "Aveiro Bilbao Cork Delft Esbjerg Faro Ghent Hull Izola Jurata".split()
PEOPLE = "Ana Silva|Jonas Lind|Mary O’Hara|Kofi Mensah|Li Wei".split("|")
DOINGS = "mends a net|paints a hull|sells mackerel|counts crates|waits for the ferry".split("|")


def story(number: int, photographs: int) -> dict[str, object]:
    """A story of so many photographs, with words of its own in each."""
    return {**STORY, "photos": [_photo(number + at) for at in range(photographs)]}


def _photo(n: int) -> dict[str, str]:
    place, doing = PLACES[n % len(PLACES)], DOINGS[n % len(DOINGS)]
    name = PEOPLE[n % len(PEOPLE)]
    return {
        "alt": f"A person in a blue coat {doing} beside boat number {n}",
        "caption": f"{name}, left, {doing} in the harbour of {place} on May {n % 3 + 1}, 2024, "
        f"as {n + 2} boats of the fleet come home after a night of heavy rain.",
        "credit": f"{PEOPLE[(n + 2) % len(PEOPLE)]}/AFP/Getty Images",
    }


def main() -> int:
    """Time the commands as whole processes."""
    with tempfile.TemporaryDirectory() as name:
        one, twenty, hundred = (
            Path(name) / file for file in ("story.json", "twenty.json", "hundred.jsonl")
        )
        one.write_text(json.dumps(STORY), encoding="utf-8")
        twenty.write_text(json.dumps(story(0, 20)), encoding="utf-8")
        rows = (json.dumps({"id": str(n), "story": story(n, 10)}) for n in range(100))
        hundred.write_text("\n".join(rows), encoding="utf-8")
        _time("cutline --help", ["--help"], "at most 150 ms")
        _time(
            "cutline check, one small story as JSON",
            ["check", "--fail-on", "blocker", str(one)],
            "",
        )
        _time(
            "cutline check, twenty photographs as JSON",
            ["check", "--fail-on", "blocker", str(twenty)],
            "300 ms of CPU",
        )
        _time(
            "cutline check, 100 stories of ten, JSON lines",
            ["check", "--fail-on", "blocker", str(hundred)],
            "2 s",
        )
    return 0


def _time(what: str, arguments: list[str], target: str) -> None:
    costs = [cost([BIN / "cutline", *arguments]) for _ in range(ROUNDS)]
    wall = statistics.median(run.wall for run in costs) * 1000
    cpu = statistics.median(run.cpu for run in costs) * 1000
    row(what, f"{wall:.0f} ms, CPU {cpu:.0f} ms", target)


if __name__ == "__main__":
    sys.exit(main())
