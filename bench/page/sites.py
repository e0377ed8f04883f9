"""The pages that are compared: ours, the peer's twice, and the floor of the network."""

import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from story import lay_out

ALBUM = "album/index.html"
HOUSE = 'publication = "The Example"\nurl = "https://pictures.example.org/"\n'
SETTINGS = """\
source = {source!r}
destination = {destination!r}
theme = "galleria"
img_size = ({box}, {box})
thumb_size = (280, 210)
jpg_options = {{"quality": {quality}, "optimize": True, "progressive": True}}
"""


def ours(samples: Path, folder: Path) -> tuple[Path, Path]:
    """Publish the story with the real program, as for readers and not as a draft.

    Returns:
        The site, and the folder with the story's photographs.
    """
    desk, site = folder / "desk", folder / "ours"
    story = lay_out(samples, desk / "stories" / "moon")
    (desk / "cutline.toml").write_text(HOUSE, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "cutline", "publish", story, "--to", site], check=True)
    return site, story.parent


def peer(sigal: Path, photographs: Path, folder: Path, box: int, quality: int) -> Path:
    """Build sigal's own album of the same originals in the same order.

    Args:
        sigal: The program.
        photographs: Where the originals lie.
        folder: A new folder.
        box: Pixels of the longer side of its large pictures.
        quality: Of its JPEGs; Pillow's number.
    """
    album = folder / "source" / "album"
    album.mkdir(parents=True)
    for photograph in photographs.iterdir():
        if photograph.suffix in (".jpg", ".png"):
            shutil.copyfile(photograph, album / photograph.name)
    site, settings = folder / "site", folder / "sigal.conf.py"
    source = str(album.parent)
    told = SETTINGS.format(source=source, destination=str(site), box=box, quality=quality)
    settings.write_text(told, encoding="utf-8")
    subprocess.run([sigal, "build", "--quiet", "--config", settings], check=True)
    return site


def file_of(site: Path, address: str) -> Path:
    """The file of a site that an address of it names."""
    return site / unquote(urlsplit(address).path).lstrip("/")


def floor(site: Path, lead: str, folder: Path) -> Path:
    """A page that holds nothing but the lead's bytes: two round trips and those."""
    folder.mkdir()
    source = file_of(site, lead)
    shutil.copyfile(source, folder / source.name)
    (folder / "index.html").write_text(
        '<!doctype html><meta name=viewport content="width=device-width">'
        f'<img src="{source.name}" width="412" alt="">',
        encoding="utf-8",
    )
    return folder
