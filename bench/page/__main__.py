"""How soon the lead is seen on a telephone: our page, sigal's, and the floor of the network.

Twenty real photographs are published by the real program, as for readers, and built by sigal
with its galleria theme, which `sigal init` sets, from the same originals with the same lead.
All are visited in turn, cold, and medians count.

Sigal makes one size for every window, so it is measured twice: with lead and pictures of the
very pixels and quality that our page shows on this telephone (the fair comparison, and the
one with a target), and with the 800 pixels that `sigal init` writes.

Lighthouse, where it is installed, judges our page as a telephone's, three times.

    python bench/page [--samples DIR] [--sigal PROGRAM] [--chromium PROGRAM]
        [--lighthouse SCRIPT] [--runs N] [--keep DIR]
"""

import argparse
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

import pyvips
import sites
from lighthouse import scores
from playwright.sync_api import Browser, sync_playwright
from story import PLACED
from visit import SLOW_4G, Run, visit

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT.parent / "shared" / "samples" / "2-photos"
LIGHTHOUSE = ROOT / ".tools/node/node_modules/lighthouse/cli/index.js"
SIGAL = ROOT / ".tools" / "sigal" / "bin" / "sigal"
EQUAL_QUALITY, SIGAL_QUALITY, SIGAL_BOX = 72, 85, 800
"""Pillow's JPEGs look like our renditions at 72 (SSIMULACRA2 75); `sigal init` writes 85."""
Results = dict[str, list[Run]]


def told() -> argparse.Namespace:
    """What the command line says; ends the program where something needed is missing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--samples", type=Path, default=SAMPLES, help="where the photographs lie")
    parser.add_argument("--sigal", type=Path, default=SIGAL)
    parser.add_argument("--chromium", default=shutil.which("chromium") or "chromium")
    parser.add_argument("--lighthouse", type=Path, default=LIGHTHOUSE)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--keep", type=Path, help="a new folder for the sites, to look at them")
    arguments = parser.parse_args()
    for placed in PLACED:
        if not (arguments.samples / placed.path).is_file():
            parser.error(f"{placed.path} is not in {arguments.samples}: say --samples DIR")
    if not arguments.sigal.is_file():
        parser.error(f"sigal is not at {arguments.sigal}: `make bench` installs it")
    return arguments


def measure(browser: Browser, arguments: argparse.Namespace, folder: Path) -> tuple[Results, int]:
    """Build all sites and visit them in turn; the runs, and the bytes of our lead."""
    ours, photographs = sites.ours(arguments.samples, folder)
    lead = visit(browser, ours).lead
    file = sites.file_of(ours, lead)
    width = pyvips.Image.new_from_file(str(file)).width
    equal = (folder / "equal", width, EQUAL_QUALITY)
    default = (folder / "default", SIGAL_BOX, SIGAL_QUALITY)
    pages = {
        "ours": (ours, "index.html"),
        "sigal": (sites.peer(arguments.sigal, photographs, *equal), sites.ALBUM),
        "sigal init": (sites.peer(arguments.sigal, photographs, *default), sites.ALBUM),
        "floor": (sites.floor(ours, lead, folder / "floor"), "index.html"),
    }
    results: Results = {name: [] for name in pages}
    for _ in range(arguments.runs):
        for name, page in pages.items():
            results[name].append(visit(browser, *page))
    return results, file.stat().st_size


def median(runs: list[Run], name: str) -> float:
    """The median of one of the runs' numbers."""
    return statistics.median(getattr(run, name) for run in runs)


def ratio(results: Results, other: str, name: str) -> str:
    """The median over rounds of one of our times for that of another page."""
    pairs = zip(results["ours"], results[other], strict=True)
    found = statistics.median(getattr(mine, name) / getattr(peer, name) for mine, peer in pairs)
    return f"{found:.2f}"


def report(results: Results, lead_bytes: int) -> None:
    """Print what was seen page by page, then the table."""
    print(f"{'page':<12}{'painted s':>10}{'min':>7}{'max':>7}{'LCP s':>8}", end="")
    print(f"{'CLS':>8}{'pictures kB':>13}{'rest kB':>9}  lead")
    for name, runs in results.items():
        times = [run.painted for run in runs]
        print(
            f"{name:<12}{median(runs, 'painted'):>10.2f}{min(times):>7.2f}{max(times):>7.2f}"
            f"{median(runs, 'lcp'):>8.2f}{median(runs, 'cls'):>8.3f}"
            f"{median(runs, 'pictures'):>13.0f}{median(runs, 'rest'):>9.1f}"
            f"  {Path(runs[0].lead).name}"
        )
    ours = results["ours"]
    reckoned = 2 * SLOW_4G["latency"] / 1000 + lead_bytes / SLOW_4G["downloadThroughput"]
    rows = (
        ("lead painted, s: cutline", f"{median(ours, 'painted'):.2f}", ""),
        (
            "the same: cutline / sigal of our pixels and quality",
            ratio(results, "sigal", "painted"),
            "0.65",
        ),
        (
            "the same: cutline / sigal as `sigal init` sets it",
            ratio(results, "sigal init", "painted"),
            "",
        ),
        (
            "the same: cutline / two round trips and its bytes, reckoned",
            f"{median(ours, 'painted') / reckoned:.2f}",
            "",
        ),
        ("LCP: cutline / a page with only that lead", ratio(results, "floor", "lcp"), "1.1"),
        ("cumulative layout shift", f"{median(ours, 'cls'):.3f}", "0"),
        ("kB of pictures before scrolling", f"{median(ours, 'pictures'):.0f}", "350"),
        ("kB of all else on the line", f"{median(ours, 'rest'):.1f}", "25"),
    )
    for what, measured, target in rows:
        print(f"| page: {what} | {measured} | {target and f'at most {target}'} |")


def judged(site: Path, arguments: argparse.Namespace) -> None:
    """Print Lighthouse's scores of our page, the median of three runs each."""
    runs = [scores(arguments.lighthouse, arguments.chromium, site) for _ in range(3)]
    for name in runs[0]:
        score = statistics.median(run[name] for run in runs)
        print(f"| page: Lighthouse, mobile: {name} | {score:.0f} | 100 |")


def main() -> int:
    """Build, visit and print."""
    arguments = told()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        if arguments.keep:
            arguments.keep.mkdir(parents=True)
        options = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=arguments.chromium, args=options)
        folder = (arguments.keep or Path(name)).resolve()
        report(*measure(browser, arguments, folder))
        browser.close()
        if arguments.lighthouse.is_file():
            judged(folder / "ours", arguments)
        else:
            print(f"Lighthouse is not at {arguments.lighthouse}: its scores are not measured")
    return 0


if __name__ == "__main__":
    sys.exit(main())
