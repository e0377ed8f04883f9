"""A desk of real photographs: twenty of them told in English, and again in Arabic.

The English story is the one that `bench/page` measures, its originals made smaller so that they
are encoded in half a minute less: a telephone is sent the same. The Arabic one has what that
lacks: a photographer's name, a sensitive photograph, captions in another language, corrections, an
edition elsewhere.
"""

import importlib.util
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

import pyvips

from cutline.targets import delivery
from unit.desk.desks import cutline

WIDEST = 1440
"""Pixels: enough to run from edge to edge, and for every rendition that a telephone takes."""
SETTINGS = 'publication = "The Harbour Post"\nurl = "https://pictures.example.org/"\n'
ARABIC_HEAD = """---
kicker: فضاء
headline: خلف القمر ثم العودة في عشرة أيام
standfirst: ثلاث كاميرات وأربعة رواد وصمت دام أربعين دقيقة.
published: 2026-04-14
updated: 2026-04-15
section: فضاء
byline: جو بارك
language: ar
corrections:
  - "2026-04-15: استمرت الرحلة عشرة أيام لا تسعة."
translations: {de: https://de.example.org/mond/}
---
"""
ARABIC_TEXT = "لم ينم أحد على الأرض أيضا. غادرت السفن الميناء قبل أيام، وسأل الجميع عن الأمواج."
PLACES = "النافذة الأفق الجناح البحر الساحل البرج الفوهة السحب الظل الضوء".split()


def story_of(root: Path) -> ModuleType:
    """The story that `bench/page` measures."""
    spec = importlib.util.spec_from_file_location("measured_story", root / "bench/page/story.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def make(root: Path, samples: Path, home: Path) -> Path:
    """Lay out a desk and publish both stories as for readers; gives the site."""
    module = story_of(root)
    moon = module.lay_out(samples / "2-photos", home / "stories" / "moon")
    _shrink(moon.parent)
    told = moon.read_text(encoding="utf-8")
    more = "language: en\nsection: Space\nbyline: Jo Park"
    moon.write_text(told.replace("language: en", more, 1), encoding="utf-8")
    _arabic(module, samples / "2-photos", home / "stories" / "qamar")
    (home / "cutline.toml").write_text(SETTINGS, encoding="utf-8")
    for name in ("moon", "qamar"):
        run = cutline("publish", home / "stories" / name)
        assert run.exit_code == 0, run.output
    return (home / "site").resolve()


def _shrink(folder: Path) -> None:
    """Make the JPEGs of a folder smaller, with all that they say of themselves."""
    for path in folder.glob("*.jpg"):
        small = pyvips.Image.thumbnail_buffer(path.read_bytes(), WIDEST, size="down")
        path.write_bytes(small.jpegsave_buffer(Q=95, keep="all"))


def _arabic(module: ModuleType, samples: Path, folder: Path) -> None:
    """The same photographs, each with Arabic words of its own but for two in English."""
    story = module.lay_out(samples, folder)
    _shrink(folder)
    files = sorted(path.name for path in folder.iterdir() if path != story)
    parts = [ARABIC_HEAD]
    for number, (name, placed) in enumerate(zip(files, module.PLACED, strict=True)):
        where = f"{PLACES[number % 10]} من {PLACES[(number * 3 + number // 10 + 1) % 10]}"
        words, braces = f"صورة التقطها الطاقم: {where} في الطريق إلى القمر.", ""
        if number in (4, 5):
            words, braces = placed.caption, "{lang=en}"
        if number == 6:
            braces = '{sensitive="قد تزعج الصورة بعض القراء."}'
        credit = f"Ana Silva/{placed.credit}" if number < 2 else placed.credit
        parts.append(f"![منظر يظهر فيه {where}]({name}){braces}\n{words} [{credit}]")
        if number % 5 == 0:
            parts.append(f"{ARABIC_TEXT} {PLACES[number // 5]}.")
    story.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


class Host(SimpleHTTPRequestHandler):
    """Serves a site with the headers that `cutline headers` tells servers to send."""

    protocol_version = "HTTP/1.1"

    def told(self, path: str) -> Mapping[str, str]:
        """The headers of a file, by its path in the site."""
        return delivery.headers(path)

    def end_headers(self) -> None:
        """Send them; the type is that of ``guess_type``."""
        path = urlsplit(self.path).path
        name = f"{path}index.html" if path.endswith("/") else path
        for header, value in self.told(name.removeprefix("/")).items():
            if header != "Content-Type":
                self.send_header(header, value)
        super().end_headers()

    def guess_type(self, path: object) -> str:
        """As the table says."""
        return delivery.media_type(str(path))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path, host: type[Host] = Host) -> Iterator[str]:
    """The address of a site while it is served; there is no ``favicon.ico`` on this host."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(host, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
