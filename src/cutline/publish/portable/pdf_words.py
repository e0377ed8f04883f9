"""What the typesetter is told: words, order and sizes, as JSON values."""

from collections.abc import Iterator, Mapping

from cutline.model import Block, Edition, Passage
from cutline.model.theme import LIGHT
from cutline.publish.feeds.xml import legal
from cutline.publish.language import Tongue, foreign, moment
from cutline.publish.makers import makers
from cutline.publish.plan import Plan, Printed
from cutline.publish.portable.paper import GAP, Sized, sheet
from cutline.publish.portable.table import MARK
from cutline.publish.structured import author, title
from cutline.publish.words import safe_link, steady

Values = dict[str, object]


def words(edition: Edition, plan: Plan, sizes: Mapping[int, Sized], language: Tongue) -> Values:
    """All that ``story.typ`` prints."""
    story, house, paper, count = edition.story, edition.house, sheet(edition), len(plan.pictures)
    figures = {
        each.number: _figure(each, sizes[each.number], count, language) for each in plan.pictures
    }
    headline = story.headline if story.headline.text else Passage(title(edition))
    names = (maker.name for each in edition.pictures for maker in makers(each, house))
    return {
        "title": legal(title(edition)),
        "authors": list(dict.fromkeys(map(legal, (*_writer(edition, language), *names)))),
        "description": legal(story.standfirst.text),
        "mark": MARK.decode(),
        "paper": paper.name,
        "margin": paper.margin,
        "gap": GAP,
        "lang": _language(language.tag),
        "spoken": language.spoken,
        "direction": language.direction,
        "colours": {**LIGHT, **dict(house.page.light)},
        "house": legal(house.publication),
        "kicker": _runs(story.kicker, count),
        "headline": _runs(headline, count),
        "standfirst": _runs(story.standfirst, count),
        "meta": [legal(each) for each in _meta(edition, language)],
        "rows": list(_rows(plan, figures)),
        "covered": [figures[each.number] for each in plan.pictures if each.covered],
        "corrections": list(_corrections(edition, language, count)),
        "words": {name: language.say(name) for name in ("sensitive", "show", "corrections")},
    }


def picture_file(number: int) -> str:
    """What the picture of a photograph is called on the typesetter's table."""
    return f"photograph-{number}.svg"


def credits_in(values: Values) -> Iterator[str]:
    """The credits in the order of the pages: a covered photograph has its own twice."""
    rows, covered = values["rows"], values["covered"]
    placed = (each for row in _each(rows) for each in _each(row.get("figures", ())))
    for each in (*placed, *_each(covered)):
        yield str(each["credit"])


def _each(values: object) -> Iterator[Values]:
    yield from values if isinstance(values, list) else ()


def _writer(edition: Edition, language: Tongue) -> tuple[str, ...]:
    name = author(edition, language)
    return (name,) if name else ()


def _meta(edition: Edition, language: Tongue) -> Iterator[str]:
    """Who wrote it, and its dates: a line each."""
    for name in _writer(edition, language):
        yield language.say("by", name=name)
    for phrase in ("published", "updated"):
        when = moment(getattr(edition.story, phrase).text, language)
        if when.words:
            yield language.say(phrase, date=when.words) if when.machine else when.words


def _rows(plan: Plan, figures: Mapping[int, Values]) -> Iterator[Values]:
    blocks = iter(steady(tuple(row.block for row in plan.rows if row.block is not None)))
    numbers = iter(figures)
    for row in plan.rows:
        if row.block is not None:
            yield _block(next(blocks), len(figures))
        else:
            together = [figures[next(numbers)] for _ in row.slots]
            yield {"kind": "figures", "figures": together}


def _block(block: Block, photographs: int) -> Values:
    return {
        "kind": block.kind,
        "runs": _runs(block.passage, photographs),
        "text": legal(block.passage.text),
        "level": block.level,
        "children": [_block(each, photographs) for each in block.children],
    }


def _runs(passage: Passage, photographs: int) -> list[Values]:
    """Words by style; no entry without a letter."""
    return [
        {
            "text": legal(run.text),
            "strong": run.strong,
            "emphasis": run.emphasis,
            "code": run.code,
            "href": safe_link(run.href, photographs),
        }
        for run in passage.styled()
        if legal(run.text)
    ]


def _figure(printed: Printed, sized: Sized, photographs: int, language: Tongue) -> Values:
    picture = printed.picture
    tag, direction = foreign(picture, language)
    return {
        "number": printed.number,
        "file": picture_file(printed.number),
        "width": sized.width,
        "alt": legal(picture.alt),
        "place": f"{printed.number} / {photographs}" if photographs > 1 else "",
        "caption": _runs(picture.caption, photographs),
        "credit": legal(picture.credit),
        "lang": _language(tag),
        "dir": direction,
        "covered": printed.covered,
        "reason": legal(picture.placement.sensitive or ""),
    }


def _corrections(edition: Edition, language: Tongue, photographs: int) -> Iterator[Values]:
    for each in edition.story.corrections:
        date = legal(moment(each.date, language).words)
        yield {"date": date, "runs": _runs(each.passage, photographs)}


def _language(tag: str) -> str:
    """The language without country or script, which is all that the typesetter takes."""
    return tag.partition("-")[0].lower()
