"""Front matter: YAML whose values are all text.

PyYAML's parser reads the syntax (YAML 1.1, which differs from 1.2 in implied types; there are
none here). It is asked for events, one by one: no node is built, no alias followed, no value
resolved, so ``NO`` stays ``NO`` and ``12:30`` stays ``12:30``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import yaml

from cutline.model import EMPTY, Allowance, Correction, Passage, Place, Run, Span
from cutline.story import corrections, scalar, slips, translations, unread
from cutline.story.allowing import in_front
from cutline.story.broken import DeepError, broken, index
from cutline.story.lines import scrub
from cutline.story.moments import is_moment
from cutline.story.slips import Notes

MAX_BYTES = 64 * 1024
MAX_DEPTH = 16

KEYS = ("kicker", "headline", "standfirst", "published", "updated", "language", "byline")
TOLD = ("territory", "channels", "commercial", "section", "embargo")
"""Where the story runs, in the world and in the site, and since when; as written, in ``extra``."""

ALLOW = "allow"
TRANSLATIONS = "translations"
CORRECTIONS = "corrections"
KNOWN = (*KEYS, *TOLD, ALLOW, TRANSLATIONS, CORRECTIONS)

_FIELD = "front-matter"
_OPEN = re.compile(r"\ufeff?---[ \t]*(?=\r|\n)")
_CLOSE = re.compile(r"(?:\r\n?|\n)(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)")
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


@dataclass
class FrontMatter:
    """What stands above the story.

    Attributes:
        values: Passages of the keys that are read.
        extra: The other keys, as written.
        allowances: What the writer lets pass in the whole story.
        translations: Language tag and place of each edition in another language.
        corrections: What was wrong before.
        end: Where the story's body begins in the source.
        unclosed: True where it never ends, so that nothing of it was read.
    """

    values: dict[str, Passage] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    allowances: list[Allowance] = field(default_factory=list)
    translations: list[tuple[str, str]] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    end: int = 0
    unclosed: bool = False

    def get(self, key: str) -> Passage:
        """The words of a key; empty where it is not set."""
        return self.values.get(key, EMPTY)


def read(source: str, notes: Notes) -> FrontMatter:
    """Read the front matter of a story, if it has one."""
    front = FrontMatter(end=int(source.startswith("\ufeff")))
    opened = _OPEN.match(source)
    if opened is None:
        return front
    span = Span(front.end, opened.end())
    closed = _CLOSE.search(source, opened.end())
    if closed is None:
        front.end, front.unclosed = opened.end(), True
        message = "the front matter that begins here never ends"
        notes.add(slips.UNCLOSED, _place(), span, message, "end it with a line of ---")
        return front
    front.end = closed.end()
    inside = Span(opened.end(), closed.start())
    size = len(inside.cut(source).encode(errors="replace"))
    if size > MAX_BYTES:
        message = f"the front matter is {size} bytes long; at most {MAX_BYTES} are read"
        notes.add(slips.TOO_LONG, _place(), span, message, "move the text into the story")
        unread.in_broken(source, inside, _place(), notes)
        return front
    _Reader(source, inside, notes, front).read()
    return front


def _place(key: str = _FIELD) -> Place:
    return Place(None, key)


class _Reader:
    """Reads the events of one front matter into a ``FrontMatter``."""

    def __init__(self, source: str, span: Span, notes: Notes, front: FrontMatter) -> None:
        self._source, self._inside, self._base = source, span, span.start
        self._notes, self._front = notes, front
        self._text, self._back = _printable(span.cut(source))

    def read(self) -> None:
        """Read all keys up to the end or to the first mistake of syntax."""
        try:
            self._keys(yaml.parse(self._text, Loader=yaml.BaseLoader))
        except yaml.YAMLError as error:
            slip = broken(self._text, error)
            at = self._base + min(slip.at, len(self._text))
            self._broken(Span(at, at), slip.message, slip.hint)

    def _keys(self, events: Iterator[yaml.Event]) -> None:
        for event in events:
            if isinstance(event, yaml.MappingStartEvent):
                break
            if isinstance(event, yaml.NodeEvent):
                message = "the front matter is not a list of `key: text` lines"
                self._broken(self._span(event), message, "write one `key: text` a line")
                return
        else:
            return
        for key in events:
            if isinstance(key, yaml.MappingEndEvent):
                break
            self._pair(key, events)
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                message = "the front matter begins anew here; what follows is not read"
                self._broken(self._span(event), message, "write all keys without --- between them")
                return

    def _broken(self, at: Span, message: str, hint: str) -> None:
        """Nothing is read from here on."""
        self._notes.add(slips.FRONT_MATTER, _place(), at, message, hint)
        unread.in_broken(self._source, self._inside, _place(), self._notes)

    def _pair(self, key: yaml.Event, events: Iterator[yaml.Event]) -> None:
        """One key with its value."""
        at = self._span(key)
        if not isinstance(key, yaml.ScalarEvent):
            written = self._skip(key, events).cut(self._source)
            self._skip(next(events), events)
            if not unread.in_key(written, "", at, _place(), self._notes):
                message = "a key of the front matter is not plain text"
                self._notes.add(slips.NOT_TEXT, _place(), at, message, "write `key: text`")
            return
        name = self._restored(str(key.value))
        value = next(events)
        inside: list[yaml.Event] = [value]
        span = self._skip(value, events, inside)
        if name in self._front.values or name in self._front.extra:
            message = f"“{name}” stands twice in the front matter; the first one counts"
            place = _place(name if name in KEYS else _FIELD)
            slip = unread.graver(name, slips.DUPLICATE)
            self._notes.add(slip, place, at, message, "remove one of them")
            return
        self._decorated(name, value)
        if name == ALLOW:
            self._allow(inside)
        elif name == TRANSLATIONS:
            self._translations(inside)
        elif name == CORRECTIONS:
            self._corrections(inside)
        elif name not in KEYS:
            self._extra(name, at, value, span)
        elif isinstance(value, yaml.ScalarEvent):
            words = self._restored(value.value)
            self._front.values[name] = scalar.passage(self._source, span, value.style or "", words)
        else:
            self._front.values[name] = EMPTY
            if not isinstance(value, yaml.AliasEvent):
                message = f"the value of “{name}” is a list or a map; it must be text"
                hint = "write it as one text, between quotes"
                self._notes.add(slips.NOT_TEXT, _place(name), span, message, hint)

    def _extra(self, name: str, at: Span, value: yaml.Event, span: Span) -> None:
        text = self._restored(value.value) if isinstance(value, yaml.ScalarEvent) else None
        self._front.extra[name] = span.cut(self._source) if text is None else text
        nested = isinstance(value, yaml.CollectionStartEvent)
        if name in unread.RIGHTS and nested:
            message = f"the value of “{name}” is a list or a map, and may not have been read"
            hint = f"write `{name}: text` in one line"
            self._notes.add(slips.RIGHTS_UNREAD, _place(), at, message, hint)
        inside = span.cut(self._source) if nested else ""
        if name in TOLD or unread.in_key(name, inside, at, _place(), self._notes):
            return
        message = f"cutline does not read the key “{name}”; it is kept as written"
        self._notes.add(slips.UNKNOWN_KEY, _place(), at, message, f"known are {', '.join(KNOWN)}")

    def _allow(self, events: Sequence[yaml.Event]) -> None:
        """One text, a list of texts, or a map of rules to reasons."""
        open_maps: list[bool] = []
        rule: yaml.ScalarEvent | None = None
        for event in events:
            if isinstance(event, yaml.CollectionStartEvent):
                open_maps.append(isinstance(event, yaml.MappingStartEvent))
            elif isinstance(event, yaml.CollectionEndEvent):
                open_maps.pop()
            elif not isinstance(event, yaml.ScalarEvent):
                continue
            elif open_maps and open_maps[-1] and rule is None:
                rule = event
            else:
                words = f"{rule.value} – {event.value}" if rule else event.value
                span = Span(self._span(rule or event).start, self._span(event).end)
                self._front.allowances += in_front(self._restored(words), span, self._notes)
                rule = None

    def _translations(self, events: Sequence[yaml.Event]) -> None:
        for key, value in translations.entries(events):
            tag = self._restored(str(getattr(key, "value", ""))).strip()
            target = self._restored(str(getattr(value, "value", ""))).strip()
            fault = (
                translations.wrong(tag, target) if value else "“translations” is no map of texts"
            )
            if not fault:
                self._front.translations.append((tag, target))
                continue
            at = self._span(value or key)
            self._notes.add(slips.NOT_TEXT, _place(), at, fault, translations.HINT)

    def _corrections(self, events: Sequence[yaml.Event]) -> None:
        for event, day, words in corrections.entries(events):
            if not words:
                continue
            said = Passage(self._restored(words), (Run(self._restored(words)),))
            self._front.corrections.append(Correction(day, said))
            if not is_moment(day):
                message = f"the correction “{words[:60]}” does not say its day"
                at = self._span(event)
                self._notes.add(slips.NO_DATE, _place(CORRECTIONS), at, message, corrections.HINT)

    def _decorated(self, name: str, value: yaml.Event) -> None:
        """Anchors, aliases and tags mean nothing here: say so."""
        alias = isinstance(value, yaml.AliasEvent)
        tag = getattr(value, "tag", None) is not None
        if alias or tag or getattr(value, "anchor", None) is not None:
            word = "an alias" if alias else "a tag" if tag else "an anchor"
            message = f"the value of “{name}” carries {word} of YAML, which is not read"
            place = _place(name if name in KEYS else _FIELD)
            slip = unread.graver(name, slips.NOT_TEXT)
            hint = "put the text between quotes"
            self._notes.add(slip, place, self._span(value), message, hint)

    def _skip(
        self,
        event: yaml.Event,
        events: Iterator[yaml.Event],
        inside: list[yaml.Event] | None = None,
    ) -> Span:
        """Pass over a value, however deep, gather what is ``inside``, say where it stands."""
        start, depth = self._span(event), int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = next(events)
            if inside is not None:
                inside.append(event)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                raise DeepError(event)
        return Span(start.start, max(self._span(event).end, start.start))

    def _span(self, event: yaml.Event) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(self._base + index(start), self._base + max(index(start), index(end)))

    def _restored(self, text: str) -> str:
        """Words with their own characters again."""
        return scrub(text.translate(self._back))


def _printable(text: str) -> tuple[str, dict[int, int]]:
    """The text with stand-ins for what PyYAML refuses or takes for a line break.

    A stray control character or a U+2028 from a content system is a matter for the copy
    desk, not a mistake of syntax. Each is replaced, one for one, by a private character that
    the text does not hold.

    Returns:
        The text, and the table for ``str.translate`` that leads back.
    """
    strange = sorted(set(_UNPRINTABLE.findall(text)))
    held = set(text)
    private = (code for code in range(0xE000, 0xF900) if chr(code) not in held)
    there = {ord(char): code for char, code in zip(strange, private, strict=False)}
    return text.translate(there), {code: char for char, code in there.items()}
