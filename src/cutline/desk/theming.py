"""How a desk's pages look: ``[page]`` of ``cutline.toml``, and what lies in ``templates/``."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from cutline.desk import settings as read
from cutline.model import ConfigError, Theme

FOLDER = "templates"
STYLE = "page.css"
SUFFIX = ".html.j2"
REPLACEABLE = tuple(
    f"{name}{SUFFIX}"
    for name in ("blocks", "caption", "cover", "figure", "lead", "page", "picture")
)
"""The templates of the reader's page: each may be replaced, or extended block by block."""

_KEYS = ("light", "dark", "serif", "sans", "logo")
_MOST = {STYLE: 8 << 10, "logo": 4 << 10, SUFFIX: 64 << 10}
_NEVER = ("</", "<!", "@import", "url(", "image-set(")
"""What a style sheet cannot do in the page: end its element, or ask for anything elsewhere."""


def theme(settings: Mapping[str, object], desk: Path) -> Theme:
    """What a house says of its pages.

    Args:
        settings: ``cutline.toml``.
        desk: Its folder.

    Raises:
        ConfigError: a value is not what it must be, or a file cannot be used.
    """
    page, folder = read.table(settings, "page"), desk / FOLDER
    read.known(page, _KEYS, "[page]: ")
    name = read.text(page, "logo")
    if name and not read.text(settings, "publication"):
        raise ConfigError("[page]: a logo needs a name for those who cannot see it", _NAMED)
    try:
        return Theme(
            light=_colours(page, "light"),
            dark=_colours(page, "dark"),
            serif=read.text(page, "serif"),
            sans=read.text(page, "sans"),
            logo=_file(_inside(folder, name), "logo") if name else "",
            style=_style(folder / STYLE),
            templates=tuple(_templates(folder)),
        )
    except ValueError as error:
        hint = "the how-to “Dress your pages” says what can stand there"
        raise ConfigError(f"[page] {error}", hint) from error


_NAMED = 'set publication = "…" as well'


def _colours(page: Mapping[str, object], name: str) -> tuple[tuple[str, str], ...]:
    table = read.table(page, name)
    return tuple((colour, read.text(table, colour).lower()) for colour in table)


def _inside(folder: Path, name: str) -> Path:
    if Path(name).name != name:
        raise ConfigError(f"[page]: “{name[:60]}” is not the name of a file in {FOLDER}/")
    return folder / name


def _style(path: Path) -> str:
    if not path.is_file():
        return ""
    text = _file(path, STYLE)
    found = next((word for word in _NEVER if word in text.casefold()), "")
    if found:
        why = f"{FOLDER}/{STYLE}: “{found}” cannot stand in it, as the page fetches nothing"
        raise ConfigError(why, "keep to rules and values")
    return text


def _templates(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        if path.name not in REPLACEABLE:
            hint = f"there are {', '.join(REPLACEABLE)}"
            raise ConfigError(f"{FOLDER}/{path.name} is none of the page's templates", hint)
        yield path.name, _file(path, SUFFIX)


def _file(path: Path, kind: str) -> str:
    most, name = _MOST[kind], f"{FOLDER}/{path.name}"
    try:
        with path.open("rb") as file:
            raw = file.read(most + 1)
        text = raw.decode("utf-8")
    except OSError as error:
        raise ConfigError(f"{name} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{name} is not text in UTF-8") from error
    if len(raw) > most:
        raise ConfigError(f"{name} has more than {most} bytes", "every page carries it: shorten it")
    return text
