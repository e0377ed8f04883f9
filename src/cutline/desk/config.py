"""``cutline.toml``: read, checked, and never executed."""

import tomllib
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

from cutline.model import ConfigError, House
from cutline.store import DESK_FILE

_MOST = 1 << 20
_TEXTS = ("publication", "url", "language", "licence_url")
_KEYS = (*_TEXTS, "parties", "ignore", "keep_releases")

STARTING = """\
# The house style of this desk. All of it may be left out.

# publication = "The Example"
# url = "https://pictures.example.org/"     # the address that the site will have
# language = "en"                           # of stories that do not say
# licence_url = "https://example.org/terms" # where a photograph names no page of its own
# ignore = []                               # codes of rules that this desk does not use
# keep_releases = 5                         # how many published releases stay on disk

# [parties]                                 # agencies and publishers of your own, with forms
# "Example Press" = ["Example", "EP"]
"""
"""What ``cutline init`` writes."""


def read_house(desk: Path | None) -> House:
    """The house style of a desk; the defaults for a loose folder.

    Raises:
        ConfigError: the file is not TOML, or a setting is not what it must be.
    """
    if desk is None:
        return House()
    path = desk / DESK_FILE
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST)
        settings = tomllib.loads(raw.decode("utf-8"))
    except OSError as error:
        raise ConfigError(f"{str(path)!r} cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{str(path)!r} is not TOML: {error}", "mend that line") from error
    try:
        return _house(settings)
    except ConfigError as error:
        raise ConfigError(f"{path.name}: {error.message}", error.hint) from error


def _house(settings: dict[str, object]) -> House:
    for key in settings:
        if key not in _KEYS:
            near = get_close_matches(key, _KEYS, 1)
            hint = f"did you mean “{near[0]}”?" if near else f"there are {', '.join(_KEYS)}"
            raise ConfigError(f"there is no setting “{key[:60]}”", hint)
    texts = {name: _text(settings, name) for name in _TEXTS if name in settings}
    house = House(
        **texts,
        parties=_parties(settings.get("parties", {})),
        ignore=frozenset(_texts(settings.get("ignore", []), "ignore")),
        keep_releases=_count(settings.get("keep_releases", 5)),
    )
    for name, address in (("url", house.url), ("licence_url", house.licence_url)):
        if address and not _is_web(address):
            raise ConfigError(f"“{name}” is not a web address", "begin it with https://")
    if house.url and not house.url.endswith("/"):
        raise ConfigError("“url” is the address of a folder", "end it with a slash")
    return house


def _text(settings: dict[str, object], name: str) -> str:
    value = settings[name]
    if not isinstance(value, str):
        raise ConfigError(f"“{name}” must be text", f'write {name} = "…"')
    return value.strip()


def _texts(value: object, name: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise ConfigError(f"“{name}” must be a list of texts", f'write {name} = ["…", "…"]')
    return tuple(value)


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that hold no IPv6 address
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _parties(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        raise ConfigError("“parties” must be a table", "write [parties] and a line for each")
    return tuple((name, _texts(forms, f"parties.{name}")) for name, forms in value.items())


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ConfigError("“keep_releases” must be a number from 1 up")
    return value
