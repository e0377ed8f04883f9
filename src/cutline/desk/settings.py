"""Values of ``cutline.toml``, checked: each answers with the value or a sentence that helps."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from urllib.parse import urlsplit

from cutline.model import ConfigError


def known(settings: Mapping[str, object], keys: Iterable[str], where: str = "") -> None:
    """Refuse a setting that there is not.

    Raises:
        ConfigError: a key is not one of ``keys``; the hint names the nearest.
    """
    names = tuple(keys)
    for key in settings:
        if key not in names:
            near = get_close_matches(key, names, 1)
            hint = f"did you mean “{near[0]}”?" if near else f"there are {', '.join(names)}"
            raise ConfigError(f"{where}there is no setting “{key[:60]}”", hint)


def text(settings: Mapping[str, object], name: str) -> str:
    """A text; empty where it is not set."""
    value = settings.get(name, "")
    if not isinstance(value, str):
        raise ConfigError(f"“{name}” must be text", f'write {name} = "…"')
    return value.strip()


def one_of(settings: Mapping[str, object], name: str, choices: Iterable[str]) -> str:
    """One of a few words; empty where it is not set."""
    value, words = text(settings, name), tuple(choices)
    if value and value not in words:
        raise ConfigError(f"“{name}” cannot be “{value[:60]}”", f"it is {' or '.join(words)}")
    return value


def texts(settings: Mapping[str, object], name: str) -> tuple[str, ...]:
    """A list of texts; empty where it is not set."""
    value = settings.get(name, [])
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise ConfigError(f"“{name}” must be a list of texts", f'write {name} = ["…", "…"]')
    if not all(part.strip() for part in value):
        raise ConfigError(f"“{name}” holds an empty text", "take it out")
    return tuple(value)


def yes(settings: Mapping[str, object], name: str) -> bool:
    """True or false; false where it is not set."""
    value = settings.get(name, False)
    if not isinstance(value, bool):
        raise ConfigError(f"“{name}” must be true or false", f"write {name} = true")
    return value


def table(settings: Mapping[str, object], name: str) -> Mapping[str, object]:
    """A table; empty where it is not set."""
    value = settings.get(name, {})
    if not isinstance(value, dict):
        raise ConfigError(f"“{name}” must be a table", f"write [{name}] and a line for each")
    return value


def lists(settings: Mapping[str, object], name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A table of lists of texts, in order."""
    held = {f"{name}.{key}": value for key, value in table(settings, name).items()}
    if f"{name}." in held:
        raise ConfigError(f"“{name}” holds an empty key", "write a word before the =")
    return tuple((key.removeprefix(f"{name}."), texts(held, key)) for key in held)


def count(settings: Mapping[str, object], name: str, unset: int, least: int = 1) -> int:
    """A whole number from ``least`` up."""
    value = settings.get(name, unset)
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise ConfigError(f"“{name}” must be a number from {least} up")
    return value


def address(settings: Mapping[str, object], name: str) -> str:
    """A web address; empty where it is not set."""
    value = text(settings, name)
    try:
        parts = urlsplit(value)
    except ValueError:  # brackets that hold no IPv6 address
        parts = urlsplit("")
    if value and not (parts.scheme in {"http", "https"} and parts.netloc):
        raise ConfigError(f"“{name}” is not a web address", "begin it with https://")
    return value
