"""Measure rendering against sharp and against the floor; print the table.

CPU is the median over photographs of what two resident processes took for the same one, one
right after the other. Bytes are compared photograph by photograph, width by width, at the
SSIMULACRA2 that sharp's own default rendition reaches.

    python bench/ladder [--quick] [--photographs DIR] [--node-modules DIR]
"""

import argparse
import statistics
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import score
import workers
from photographs import Photograph, chosen, drawn

from cutline.imaging import LADDER, ladder, scaled
from cutline.imaging.recipe import setting

FULL, QUICK = 12, 3
SCORED, SCORED_QUICK = LADDER, (800,)
SCORED_FOR_ALL = (480, 1200)
"""Scoring takes long: at the other widths every third photograph must do."""
SCORES = (
    ("publish AVIF", "avif", False, 1.08),
    ("draft AVIF", "avif", True, 1.30),
    ("publish JPEG", "jpeg", False, None),
)
MEMORY_MB = 300

ROOT = Path(__file__).resolve().parents[2]
PHOTOGRAPHS = ROOT.parent / "shared" / "samples" / "2-photos"
NODE_MODULES = ROOT / ".tools" / "sharp" / "node_modules"


def same_settings(*, draft: bool, avif: bool = True) -> dict[str, Any]:
    """Our settings in sharp's words, width by width the same encoders and numbers."""
    jpeg = setting("jpeg", LADDER[0], draft=draft)
    mozjpeg = {"mozjpeg": True} if jpeg.effort else {"progressive": True}
    told: dict[str, Any] = {"jpeg": {"quality": jpeg.quality, **mozjpeg}, "avif": None}
    if avif:
        ours = {width: setting("avif", width, draft=draft) for width in LADDER}
        told["avif"] = {
            str(width): {
                "quality": one.quality,
                "effort": one.effort,
                "bitdepth": one.depth,
                "chromaSubsampling": "4:2:0",
            }
            for width, one in ours.items()
        }
    return told


PEERS: dict[str, dict[str, Any]] = {
    "default": {"avif": {}, "jpeg": {}, "chain": False},
    **{
        f"{name} {idiom}": {**told, "chain": idiom == "chain"}
        for name, told in (
            ("publish", same_settings(draft=False)),
            ("draft", same_settings(draft=True)),
            ("jpeg", same_settings(draft=False, avif=False)),
        )
        for idiom in ("documented", "chain")
    },
}

TABLE = (
    ("publish, CPU of sharp's defaults", "publish", "default", 0.22),
    ("draft, CPU of sharp's defaults", "draft", "default", 0.09),
    ("publish, CPU of sharp at our settings, documented", "publish", "publish documented", 0.60),
    ("draft, CPU of sharp at our settings, documented", "draft", "draft documented", 0.60),
    ("JPEG only, CPU of sharp at our settings, documented", "jpeg", "jpeg documented", 0.60),
    ("publish, CPU of sharp as our chain", "publish", "publish chain", 0.95),
    ("draft, CPU of sharp as our chain", "draft", "draft chain", 0.95),
    ("JPEG only, CPU of sharp as our chain", "jpeg", "jpeg chain", 0.95),
    ("publish, CPU over decode and encodes alone", "publish", "publish floor", 1.25),
    ("draft, CPU over decode and encodes alone", "draft", "draft floor", 1.25),
    ("JPEG only, CPU over decode and encodes alone", "jpeg", "jpeg floor", 1.25),
)


def ours(photograph: Photograph, **more: Any) -> dict[str, Any]:
    """A request to our process for the whole ladder."""
    size = (photograph.size.width, photograph.size.height)
    base = {"file": str(photograph.path), "size": size, "draft": False, "floor": False}
    return {**base, "formats": ["avif", "jpeg"], "widths": [], "qualities": [], "out": None, **more}


def time_one(
    photograph: Photograph,
    us: workers.Resident,
    floor: workers.Resident,
    them: workers.Resident | None,
) -> dict[str, float]:
    """CPU seconds of every contestant for one photograph, and our peak memory."""
    took: dict[str, float] = {}
    jobs = {
        "publish": ours(photograph),
        "draft": ours(photograph, draft=True),
        "jpeg": ours(photograph, formats=["jpeg"]),
    }
    for name, job in jobs.items():
        answer = us.ask(**job)
        took[name] = answer["cpu"]
        took["rss"] = max(answer["rss"], took.get("rss", 0.0))
        took[f"{name} floor"] = floor.ask(**{**job, "floor": True})["cpu"]
    for name, told in PEERS.items() if them else ():
        widths = [width for width in ladder(photograph.size) if width in LADDER]
        request = {"file": str(photograph.path), "widths": widths, "out": None, **told}
        took[name] = them.ask(**request)["cpu"] if them else 0.0
    return took


def score_one(job: tuple[Photograph, int, Path]) -> dict[str, float]:
    """Our bytes over sharp's at the score of sharp's default rendition, one width."""
    photograph, width, node_modules = job
    size = scaled(photograph.size, width)
    truth = score.reference(str(photograph.path), size.width, size.height)
    us, them = workers.cutline(), workers.sharp(node_modules)
    found: dict[str, float] = {"width": width}
    with tempfile.TemporaryDirectory() as name:
        out = Path(name)
        told = {"widths": [width], "avif": {}, "jpeg": {}, "chain": False}
        them.ask(file=str(photograph.path), out=name, **told)
        theirs = {
            kind: score.point(truth, (out / f"{width}.{kind}").read_bytes())
            for kind in ("avif", "jpeg")
        }
        for label, kind, draft, _ in SCORES:
            wanted, size_of_theirs = theirs[kind]
            middle = setting(kind, width, draft=draft).quality
            asked = {"formats": [kind], "widths": [width], "draft": draft, "out": name}
            us.ask(**ours(photograph, qualities=[middle, middle - 12, middle + 10], **asked))
            same, less, more = ((out / str(number)).read_bytes() for number in range(3))
            point = score.point(truth, same)
            curve = [point, score.point(truth, less if wanted < point[0] else more)]
            found[label] = score.bytes_at(curve, wanted) / size_of_theirs
            found[f"{label} score"] = point[0]
    us.close()
    them.close()
    return found


def line(what: str, values: list[float], target: float | None = None) -> str:
    """A row of the table: median, range, target, verdict."""
    middle = statistics.median(values)
    told = f"| {what} | {middle:.3g} ({min(values):.3g} to {max(values):.3g}) |"
    if target is None:
        return f"{told} – |"
    return f"{told} at most {target:g}: {'met' if middle <= target else 'not met'} |"


def print_times(times: list[dict[str, float]]) -> None:
    """The half of the table that needs a quiet machine."""
    for what, mine, peer, target in TABLE:
        if peer in times[0]:
            print(line(what, [one[mine] / one[peer] for one in times], target))
    print(line("peak memory of a worker, MB", [max(one["rss"] for one in times)], MEMORY_MB))
    for name in ("publish", "draft"):
        print(line(f"{name}, CPU seconds a photograph", [one[name] for one in times]))


def print_scores(scores: list[dict[str, float]]) -> None:
    """The half of the table that compares bytes: every pair of picture and width, each width."""
    for label, _, _, target in SCORES:
        what = f"{label}, bytes of sharp's default at equal score"
        print(line(f"{what}, all widths", [one[label] for one in scores], target))
        for width in sorted({one["width"] for one in scores}):
            values = [one[label] for one in scores if one["width"] == width]
            print(line(f"{what}, {width} px", values, target))
    for label, *_ in SCORES:
        print(line(f"{label}, SSIMULACRA2 at our quality", [o[f"{label} score"] for o in scores]))


def measure(pictures: list[Photograph], node_modules: Path | None, widths: tuple[int, ...]) -> None:
    """Time, then score, and print."""
    us, floor = workers.cutline(), workers.cutline()
    them = workers.sharp(node_modules) if node_modules else None
    warm = min(pictures, key=lambda one: one.size.width * one.size.height)
    us.ask(**ours(warm, draft=True))
    times = []
    for number, picture in enumerate(pictures, start=1):
        times.append(time_one(picture, us, floor, them))
        print(f"timed {number} of {len(pictures)}: {picture.path.name}", flush=True)
    us.close()
    floor.close()
    print_times(times)
    if them is None or node_modules is None:
        return
    them.close()
    jobs = [
        (picture, width, node_modules)
        for width in sorted(widths, reverse=True)
        for picture in (pictures if width in SCORED_FOR_ALL else pictures[::3])
        if picture.size.width >= width
    ]
    with ProcessPoolExecutor(2) as pool:
        print_scores(list(pool.map(score_one, jobs)))


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--photographs", type=Path, default=PHOTOGRAPHS, help="a folder tree of news-size JPEGs"
    )
    parser.add_argument(
        "--node-modules", type=Path, default=NODE_MODULES, help="where sharp is installed"
    )
    parser.add_argument("--quick", action="store_true", help="three photographs, one width")
    told = parser.parse_args()
    began = time.monotonic()
    number, widths = (QUICK, SCORED_QUICK) if told.quick else (FULL, SCORED)
    node_modules: Path | None = told.node_modules
    if not (told.node_modules / "sharp").is_dir():
        print("sharp is not installed: only the distance to the floor is measured")
        node_modules = None
    with tempfile.TemporaryDirectory() as scratch:
        if told.photographs.is_dir():
            pictures = chosen(told.photographs, number)
        else:
            print("no folder of photographs is here: drawn pictures stand in for them")
            pictures = drawn(Path(scratch), number)
        measure(pictures, node_modules, widths)
    print(f"{len(pictures)} photographs, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
