"""``cutline.toml``: read, checked, and never executed."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import cast, get_args

from cutline.credit import HouseForm
from cutline.desk import settings as read
from cutline.desk.home import DESK_FILE
from cutline.desk.theming import theme
from cutline.model import Allowance, ConfigError, House, Style
from cutline.model.style import AltPolicy, Dash, FullStop, Quotes

_MOST = 1 << 20
_STYLE = ("full_stop", "quotes", "dash", "alt", "words", "terms")
_CHANNELS = tuple(
    "web online internet print newspaper magazines tabloids local social tv mobile app".split()
)
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""The shape of a language tag (BCP 47)."""
_AT_LINE = re.compile(r"\(at line ([0-9]{1,7}),")
_BARE = re.compile(
    r"(?P<name>[\w.-]{1,60})[ \t]*=[ \t]*(?P<said>[^\W\d_][^\"'#\[\]]*|[“„][^\"'#]*)"
)
"""A setting whose text begins without a quotation mark that TOML knows."""
_CREDITS = ("form", "names")
_KEYS = (
    "publication",
    "url",
    "language",
    "licence_url",
    "territory",
    "channels",
    "commercial",
    "parties",
    "credits",
    "style",
    "allow",
    "keep_releases",
    "page",
    "targets",
)

STARTING = """\
# The house style of this desk. All of it may be left out.

# publication = "The Example"
# url = "https://pictures.example.org/"     # the address that the site will have
# language = "en"                           # of stories that do not say
# licence_url = "https://example.org/terms" # where a photograph names no page of its own
# territory = "GB"                          # where you publish: "GB, IE", "EU", "worldwide"
# channels = ["web", "social"]              # where stories run: web, print, social, tv, mobile
# commercial = false                        # true where stories are paid content
# keep_releases = 5                         # how many published releases stay on disk

# [parties]                                 # agencies and publishers of your own, with forms
# "Example Press" = ["Example", "EP"]

# [credits]                                 # how a credit is printed where the story names none
# form = "{creators}/{source}/{agency}"
# names = { "AP" = "AP Photo" }

# [allow]                                   # rules that are let pass everywhere, and why
# CRD011 = "we print the agency alone"
# RGT004 = { by = "Ana Silva", reason = "our own archive" }   # rights: by name only

# [page]                                    # how pages look; words keep 4.5 to 1 on the paper
# light = { paper = "#ffffff", accent = "#005689" }   # paper, ink, quiet, accent, line
# dark = { accent = "#7ab8f5" }
# serif = "Georgia, serif"                  # headlines and text
# sans = "system-ui, sans-serif"            # captions, credits, all that is small
# logo = "logo.svg"                         # in templates/, plain shapes

# [style]                                   # unset: what most of a story does is its style
# full_stop = "always"                      # captions end in one: always or never
# quotes = "curly"                          # curly, straight, guillemets or low-high
# dash = "en"                               # en, em or hyphen
# alt = "own-words"                         # or may-repeat-caption
# words = ["Tsiolkovsky"]                   # spelt right, whatever a dictionary says

# [targets.web]                             # a bucket: `cutline publish … --target web`
# bucket = "stories"
# endpoint = "https://s3.example.org"       # unset: Amazon's own
# key_env = "AWS_ACCESS_KEY_ID"             # names of environment variables: no key stands here
# secret_env = "AWS_SECRET_ACCESS_KEY"

# [style.terms]                             # your word, and those that it stands for
# cosmodrome = ["space station"]
"""
"""What ``cutline init`` writes."""


def read_house(desk: Path | None) -> House:
    """The house style of a desk; the defaults for a loose folder.

    Raises:
        ConfigError: the file is not TOML, or a setting is not what it must be.
    """
    if desk is None:
        return House()
    settings = settings_of(desk)
    try:
        return _house(settings, desk)
    except ConfigError as error:
        raise ConfigError(f"{DESK_FILE}: {error.message}", error.hint) from error


def settings_of(desk: Path) -> Mapping[str, object]:
    """What ``cutline.toml`` says, unchecked.

    Raises:
        ConfigError: the file cannot be read, or is not TOML.
    """
    path = desk / DESK_FILE
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST)
        return tomllib.loads(raw.decode("utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{str(path)!r} cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        hint = _line_to_write(raw.decode("utf-8-sig", "replace"), str(error))
        raise ConfigError(f"{str(path)!r} is not TOML: {error}", hint) from error


def _line_to_write(text: str, error: str) -> str:
    """What to write where TOML could not be read: most often quotes are left out."""
    place = _AT_LINE.search(error)
    line = text.split("\n")[int(place[1]) - 1].strip() if place else ""
    bare = _BARE.match(line)
    if bare is None:
        return "end the text with its quotation mark" if "'\\n'" in error else "mend that line"
    name, said = bare["name"], bare["said"].strip("“”„ ")[:60]
    if said.lower() in ("true", "false"):
        return f"write {name} = {said.lower()}"
    return f'put text in quotes: {name} = "{said}"'


def _house(settings: Mapping[str, object], desk: Path) -> House:
    read.known(settings, _KEYS)
    url = read.address(settings, "url")
    if url and not url.endswith("/"):
        raise ConfigError("“url” is the address of a folder", "end it with a slash")
    return House(
        publication=read.text(settings, "publication"),
        url=url,
        language=_language(settings),
        licence_url=read.address(settings, "licence_url"),
        parties=read.lists(settings, "parties"),
        allow=_allowances(read.table(settings, "allow")),
        keep_releases=read.count(settings, "keep_releases", 5),
        style=_style(settings),
        territory=_territory(settings),
        channels=_channels(settings),
        commercial=read.yes(settings, "commercial"),
        page=theme(settings, desk),
    )


def _language(settings: Mapping[str, object]) -> str:
    value = read.text(settings, "language") or "en"
    if not _TAG.fullmatch(value):
        raise ConfigError(
            f"“language” is no tag of a language: {value[:60]}", 'write "en" or "pt-BR"'
        )
    return value


def _channels(settings: Mapping[str, object]) -> tuple[str, ...]:
    """The channels; a mistyped one would let restrictions on it pass unasked."""
    values = tuple(channel.strip().lower() for channel in read.texts(settings, "channels"))
    for value in values:
        if value not in _CHANNELS:
            hint = f"there are {', '.join(_CHANNELS)}"
            raise ConfigError(f"“channels” cannot have “{value[:60]}”", hint)
    return values


def _territory(settings: Mapping[str, object]) -> str:
    value = read.text(settings, "territory").upper()
    if value and not (len(value) == 2 and value.isascii() and value.isalpha()):
        from cutline.rights import countries  # noqa: PLC0415 - most say two letters

        if countries(value) is None:
            hint = 'write two letters: "GB"; several with commas; or "EU" or "worldwide"'
            raise ConfigError(f"“territory” is no country code: {value[:60]}", hint)
    return value


def _allowances(table: Mapping[str, object]) -> tuple[Allowance, ...]:
    return tuple(_allowance(code, said, table) for code, said in table.items())


def _allowance(code: str, said: object, table: Mapping[str, object]) -> Allowance:
    told = read.table(table, code) if isinstance(said, dict) else {"reason": read.text(table, code)}
    read.known(told, ("by", "reason"), f"[allow] {code[:40]}: ")
    reason = read.text(told, "reason")
    if not reason:
        raise ConfigError(f"[allow]: {code[:40]} has no reason", f'write {code[:40]} = "why"')
    return Allowance(code, reason, read.text(told, "by"))


def _style(settings: Mapping[str, object]) -> Style:
    style, credits = read.table(settings, "style"), read.table(settings, "credits")
    read.known(style, _STYLE, "[style]: ")
    read.known(credits, _CREDITS, "[credits]: ")
    names = read.table(credits, "names")
    return Style(
        full_stop=cast("FullStop", read.one_of(style, "full_stop", _choices(FullStop))),
        quotes=cast("Quotes", read.one_of(style, "quotes", _choices(Quotes))),
        dash=cast("Dash", read.one_of(style, "dash", _choices(Dash))),
        alt=cast("AltPolicy", read.one_of(style, "alt", _choices(AltPolicy))),
        credit_form=_form(read.text(credits, "form")),
        credit_names=tuple((name, read.text(names, name)) for name in names),
        terms=read.lists(style, "terms"),
        words=frozenset(read.texts(style, "words")),
    )


def _choices(words: object) -> tuple[str, ...]:
    return tuple(word for word in get_args(words) if word)


def _form(template: str) -> str:
    try:
        return HouseForm(template).template if template else ""
    except ValueError as error:
        raise ConfigError(f"[credits]: {error}", 'write form = "{creators}/{agency}"') from error
