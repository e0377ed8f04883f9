"""Publishing again when nothing changed: 1,000 photographs, against sigal's own no-op."""

import sys
import tempfile
from importlib.metadata import distribution
from pathlib import Path

import pyvips

from measure import BIN, ROOT, cost, paired, row

COUNT = 1000
ROUNDS = 7
SIGAL = ROOT / ".tools" / "sigal" / "bin" / "sigal"
SETTINGS = """\
source = {source!r}
destination = {destination!r}
theme = "galleria"
img_size = (1600, 1600)
thumb_size = (280, 210)
"""


def photographs(folder: Path, count: int) -> None:
    """Write ``count`` distinct JPEGs of 480 x 320, cut from the Hubble Deep Field."""
    file = distribution("scikit-image").locate_file("skimage/data/hubble_deep_field.jpg")
    sky = pyvips.Image.new_from_file(str(file)).copy_memory()
    across = sky.width - 480
    folder.mkdir(parents=True)
    for number in range(count):
        part = sky.crop(number * 37 % across, number * 13 % (sky.height - 320), 480, 320)
        part.linear(1, number % 7).cast("uchar").jpegsave(str(folder / f"{number:04}.jpg"), Q=85)


def main() -> int:
    """Publish both once, then again and again with nothing changed, in turn."""
    if not SIGAL.exists():
        print("sigal is not installed: make bench does that", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        photographs(folder / "album" / "sky", COUNT)
        settings = folder / "sigal.conf.py"
        album, other = str(folder / "album"), str(folder / "sigal")
        settings.write_text(SETTINGS.format(source=album, destination=other), encoding="utf-8")
        site = folder / "site"
        ours = [BIN / "cutline", "publish", folder / "album" / "sky", "--to", site, "--draft"]
        theirs = [SIGAL, "build", "--config", settings, "--quiet"]
        first = (cost(ours, folder), cost(theirs, folder))
        release = site.resolve()
        mine, peer, ratio = paired(lambda: cost(ours, folder), lambda: cost(theirs, folder), ROUNDS)
        for photograph in (folder / "album" / "sky").iterdir():
            photograph.touch()
        touched = (cost(ours, folder), cost(theirs, folder))
        same = site.resolve() == release
    row(f"first build of {COUNT} small photographs, CPU s: cutline draft", f"{first[0].cpu:.1f}")
    row("the same: sigal (two sizes, JPEG only)", f"{first[1].cpu:.1f}")
    row("publishing them again, CPU s: cutline", f"{mine:.2f}")
    row("the same: sigal", f"{peer:.2f}")
    row("publishing again, cutline / sigal", f"{ratio:.2f}", "at most 0.5")
    row("every photograph touched, nothing changed, CPU s: cutline", f"{touched[0].cpu:.2f}")
    row("the same: sigal, which goes by time and makes them anew", f"{touched[1].cpu:.2f}")
    row("publishing again left the release in place", "yes" if same else "no", "yes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
