"""Writing a story back: only what was changed changes."""

from collections.abc import Iterator, Sequence
from itertools import chain

from cutline.model import EMPTY, Edit, Passage, Place, Span, Story
from cutline.story import escape
from cutline.story.front import KEYS
from cutline.story.parse import parse


def apply(source: str, edits: Sequence[tuple[Span, str]]) -> str:
    """Replace ranges of a text; every other character stays.

    Args:
        source: The text.
        edits: Ranges of ``source`` and what to put there, in any order.

    Raises:
        ValueError: two ranges overlap, or one lies outside the text.
    """
    parts: list[str] = []
    done = 0
    for span, text in sorted(edits, key=lambda edit: edit[0]):
        if span.start < done or span.end > len(source):
            raise ValueError(f"edits overlap or leave the text: [{span.start}, {span.end})")
        parts += source[done : span.start], text
        done = span.end
    return "".join([*parts, source[done:]])


def source_edit(source: str, story: Story, edit: Edit) -> tuple[Span, str] | None:
    """How to change a field of a story in its source.

    The ways of writing the words are tried, plainest first, and the first is taken after
    which the story reads back with exactly these words and nothing else changed.

    Args:
        source: The text that ``story`` was read from.
        story: The story as parsed.
        edit: Which words of which field to replace; a place without span is the whole field.

    Returns:
        The range of the source and its new text, for ``apply``; None where the words cannot
        be put there by a change of that place alone.
    """
    texts = dict(_fields(story))
    passage = texts.get(_key(edit.place))
    if passage is None:
        return None
    span = edit.place.span or Span(0, len(passage.text))
    if span.end > len(passage.text):
        return None
    words = passage.text[: span.start] + edit.text + passage.text[span.end :]
    wanted = {key: field.text for key, field in texts.items()} | {_key(edit.place): words}
    at = _caption_at(story, edit.place)
    for way in chain(
        _exchanged(source, passage, span, edit), _rewritten(passage, edit.place, words, at)
    ):
        changed = parse(apply(source, [way])).story
        if {key: field.text for key, field in _fields(changed)} == wanted:
            return way
    return None


def source_edits(source: str, story: Story, edits: Sequence[Edit]) -> tuple[tuple[Span, str], ...]:
    """How to change several fields of a story in its source.

    All are tried together in the plainest way, and the story is read back once; where that does
    not give the words, each half by itself. So the story is not read for each of a thousand.

    Args:
        source: The text that ``story`` was read from.
        story: The story as parsed.
        edits: Words to replace, not overlapping.

    Returns:
        Ranges of the source and their new texts, for ``apply``, in the order of ``edits``; an
        edit whose words cannot be put there is left out.
    """
    if len(edits) < 2:
        ways = (source_edit(source, story, edit) for edit in edits)
        return tuple(way for way in ways if way is not None)
    together = _together(source, dict(_fields(story)), edits)
    if together is not None:
        return together
    half = len(edits) // 2
    parts = (source_edits(source, story, part) for part in (edits[:half], edits[half:]))
    return tuple(chain.from_iterable(parts))


def _together(
    source: str, texts: dict[tuple[int | None, str], Passage], edits: Sequence[Edit]
) -> tuple[tuple[Span, str], ...] | None:
    """The plainest ways of all edits; None where the story then has not the wanted words."""
    fields: dict[tuple[int | None, str], list[tuple[Span, str]]] = {}
    ways: list[tuple[Span, str]] = []
    for edit in edits:
        passage, span = texts.get(_key(edit.place)), edit.place.span
        if passage is None or span is None or span.end > len(passage.text):
            return None
        way = next(_exchanged(source, passage, span, edit), None)
        if way is None:
            return None
        ways.append(way)
        fields.setdefault(_key(edit.place), []).append((span, edit.text))
    wanted = {key: field.text for key, field in texts.items()}
    try:
        wanted |= {key: apply(wanted[key], held) for key, held in fields.items()}
        changed = parse(apply(source, ways)).story
    except ValueError:  # two of them are at one place
        return None
    said = {key: field.text for key, field in _fields(changed)}
    return tuple(ways) if said == wanted else None


def _key(place: Place) -> tuple[int | None, str]:
    return place.photo, place.field


def _fields(story: Story) -> Iterator[tuple[tuple[int | None, str], Passage]]:
    """Every field that holds words, in order, by photograph and name."""
    for name in KEYS:
        yield (None, name), EMPTY if name == "language" else getattr(story, name)
    for index, passage in enumerate(story.body):
        yield (None, f"body[{index}]"), passage
    for number, placement in enumerate(story.placements):
        yield (number, "alt"), placement.alt or EMPTY
        yield (number, "caption"), placement.caption
        yield (number, "credit"), placement.credit
        yield (number, "target"), Passage(placement.target)


def _exchanged(source: str, passage: Passage, span: Span, edit: Edit) -> Iterator[tuple[Span, str]]:
    """Ways of writing only the words that change, plainest first."""
    text = edit.text
    written = (text, escape.markdown(text), escape.label(text))
    if _in_front(edit.place):
        written = (text, escape.double_quoted(text), text.replace("'", "''"))
    for place in _places(source, passage, span):
        for way in dict.fromkeys(written):
            yield place, way


def _rewritten(
    passage: Passage, place: Place, words: str, caption_at: int | None
) -> Iterator[tuple[Span, str]]:
    """Ways of writing the whole field anew."""
    if passage.source is None:
        if place.field == "caption" and caption_at is not None:
            yield Span(caption_at, caption_at), "\n" + escape.markdown(words)
        return
    scalar = escape.yaml_text(words)
    front = (scalar, f" {scalar}")
    for way in front if _in_front(place) else (words, escape.markdown(words)):
        yield passage.source, way


def _in_front(place: Place) -> bool:
    return place.photo is None and place.field in KEYS


def _caption_at(story: Story, place: Place) -> int | None:
    return None if place.photo is None else story.placements[place.photo].caption_at


def _places(source: str, passage: Passage, span: Span) -> Iterator[Span]:
    """Where the words of ``span`` may stand: in one piece, or from one piece to another."""
    first, last = passage.at(Span(span.start, span.start)), passage.at(Span(span.end, span.end))
    exact = passage.at(span)
    if exact is None and span.start < span.end:
        starts = passage.at(Span(span.start, span.start + 1))
        ends = passage.at(Span(span.end - 1, span.end))
        exact = Span(starts.start, ends.end) if starts and ends else None
    if exact is None and first and last and first.start <= last.end:
        exact = Span(first.start, last.end)
    if exact is None:
        return
    yield exact
    if exact.start and source[exact.start - 1] == "\\":
        yield Span(exact.start - 1, exact.end)
