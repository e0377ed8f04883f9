"""The copy desk against its ground truth, as the scorer beside it counts."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import BIN, ROOT, row

TRUTH = ROOT.parent / "shared" / "copydesk"
SETS = ("seeded.jsonl", "controls.jsonl", "wild_errors.jsonl")
GALLERY = TRUTH.parent / "samples" / "9-galleries" / "aljazeera-putin-kim.txt"


def main() -> int:
    """Check every set, score it, and mend what is safe."""
    if not TRUTH.is_dir():
        print("the ground truth is not beside the project: nothing is scored")
        return 0
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / "findings.jsonl"
        sources = [TRUTH / each for each in SETS]
        out.write_text(_cutline("check", "--format", "jsonl", *sources, *_stories()))
        credits_ = "\n".join(
            json.dumps({"id": each["id"], "credit": each["credit"]})
            for each in _rows((TRUTH / "credits.jsonl").read_text(encoding="utf-8"))
        )
        told = _cutline("credit", "--format", "jsonl", said=credits_)
        with out.open("a") as file:
            file.write(told)
        scored = subprocess.run(
            [sys.executable, TRUTH / "score.py", TRUTH, out],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    print(scored)
    for line, target in (
        ("SEEDED", "recall 0.95, precision 0.95"),
        ("CONTROLS", "at most 2 %"),
        ("STORIES", "recall 0.90"),
        ("WILD", "recall 0.60"),
        ("CREDITS", "creators and agency 95 %, all four 90 %"),
    ):
        found = next(each for each in scored.splitlines() if each.startswith(line))
        row(f"copy desk: {line.lower()}", found.partition(" ")[2].strip(), target)
    doubts = [not each["sure"] for each in _rows(told)]
    share = f"{sum(doubts)} of {len(doubts)}, {sum(doubts) / len(doubts):.1%}"
    row("copy desk: credits that it is not sure of", share, "less than 8 %")
    _mend("seeded.jsonl", "the findings gone, none new")
    _mend("controls.jsonl", "nothing changed")
    _gallery()
    return 0


def _stories() -> list[Path]:
    return sorted((TRUTH / "stories").glob("*.json"))


def _mend(name: str, target: str) -> None:
    """Apply the safe fixes to a set and check it again."""
    before = (TRUTH / name).read_text(encoding="utf-8")
    asked = _rows(_cutline("check", "--format", "jsonl", TRUTH / name))
    mended = _cutline("check", "--fix", TRUTH / name)
    again = _rows(_cutline("check", "--format", "jsonl", "-", said=mended))
    changed = sum(
        one["story"] != other["story"]
        for one, other in zip(_rows(before), _rows(mended), strict=True)
    )
    left = sum(bool(f["fix"] and f["fix"]["safe"]) for each in again for f in each["findings"])
    new = sum(
        max(0, sum(after["counts"].values()) - sum(then["counts"].values()))
        for then, after in zip(asked, again, strict=True)
    )
    told = f"{changed} stories changed, {left} safe fixes left, {new} new findings"
    row(f"safe fixes: {name}", told, target)


def _gallery() -> None:
    """The published gallery of the story set, from its plain text."""
    expected = json.loads((TRUTH / "stories" / f"{GALLERY.stem}.json").read_text())["expected"]
    (found,) = _rows(_cutline("check", "--format", "jsonl", GALLERY))
    asked = found["findings"]
    must = [each for each in expected if not each.get("optional")]
    hits = sum(any(_hit(each, finding) for finding in asked) for each in must)
    beside = sum(not any(_hit(each, finding) for each in expected) for finding in asked)
    told = f"{hits} of {len(must)} found, {beside} not in the list"
    row("the gallery as plain text", told, "all, none beside")


def _hit(expected: dict[str, object], finding: dict[str, object]) -> bool:
    """Rule, photograph, field and touching words, as the scorer counts them."""
    fields = {str(each["field"]).split("[")[0] for each in (expected, finding)}
    one, other = expected.get("span"), finding.get("span")
    touch = not (one and other) or (one[0] <= other[1] and other[0] <= one[1])  # type: ignore[index]
    same = expected["code"] == finding["code"] and expected.get("photo") == finding["photo"]
    return same and len(fields) == 1 and touch


def _rows(text: str) -> list[dict]:
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def _cutline(*words: str | Path, said: str | None = None) -> str:
    """What a command of ours prints; findings and all."""
    run = subprocess.run(
        [BIN / "cutline", *words], input=said, capture_output=True, text=True, check=False
    )
    if run.returncode > 1:
        raise RuntimeError(f"cutline {' '.join(map(str, words))}: {run.stderr[-2000:]}")
    return run.stdout


if __name__ == "__main__":
    sys.exit(main())
