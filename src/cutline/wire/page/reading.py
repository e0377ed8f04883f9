"""Reading a saved page: the tree, what is above the story, its flow, and its JSON-LD."""

from cutline.model import Block, ReadError, Story
from cutline.wire.gallery import tongues
from cutline.wire.gallery.credits import cut_credit, without_brackets
from cutline.wire.page import head
from cutline.wire.page.captions import text_of
from cutline.wire.page.flow import Flow
from cutline.wire.page.linked import Linked, LinkedPicture, read_linked
from cutline.wire.page.pictures import likeness
from cutline.wire.page.sift import story_root
from cutline.wire.page.tree import read_tree
from cutline.wire.received import (
    IsCredit,
    Notes,
    Picture,
    Received,
    passage,
    placed,
    unknown,
)


def read_page(raw: bytes, name: str, language: str, is_credit: IsCredit) -> Received:
    """Read a saved page; nothing is fetched.

    Args:
        raw: The file's bytes.
        name: What to call it in messages.
        language: BCP 47 tag for a page that does not say, and whose words do not tell.
        is_credit: Says of words that may be a credit line whether they are one.

    Raises:
        ReadError: it cannot be read, or there is no photograph in it.
    """
    notes = Notes()
    page = read_tree(raw, name, notes)
    linked = read_linked(page, notes)
    root = story_root(page)
    headline, heading = head.headline(page, root, linked)
    summary = head.standfirst(root, heading)
    flow = Flow(root, is_credit, notes)
    above = {each for each in (heading, summary) if each is not None}
    blocks = [block for block in flow.blocks(above) if not _repeats(block, headline)]
    blocks = _with_linked(blocks, linked, is_credit, notes)
    if not any(isinstance(block, Picture) for block in blocks):
        raise ReadError(
            f"no photograph can be told in {name}", "save the page whole, once it has loaded"
        )
    done = placed(blocks)
    said = " ".join([headline, *_texts(blocks)])
    story = Story(
        kicker=passage(head.kicker(root)),
        headline=passage(headline),
        standfirst=passage(text_of(summary) if summary is not None else ""),
        published=passage(head.published(page, linked)),
        byline=passage(head.byline(page, linked)),
        language=head.language(page, linked) or tongues.guess(said) or language,
        blocks=done,
    )
    return Received(story, unknown(done), notes.told())


def _with_linked(
    blocks: list[Block | Picture], linked: Linked, is_credit: IsCredit, notes: Notes
) -> list[Block | Picture]:
    """The blocks with what only the page's JSON-LD says of its photographs."""
    pictures = [block for block in blocks if isinstance(block, Picture)]
    by_key = {likeness(picture.address): picture for picture in pictures}
    by_caption = {picture.caption: picture for picture in pictures if picture.caption}
    more: list[Picture] = []
    listed = sum(each.listed for each in linked.pictures)
    for each in linked.pictures:
        caption, credit = _words(each, is_credit)
        keys = [likeness(address) for address in each.addresses]
        known = next((by_key[key] for key in keys if key in by_key), by_caption.get(caption))
        if known is not None:
            known.caption, known.credit = known.caption or caption, known.credit or credit
        elif each.listed and each.addresses and len(pictures) < listed:
            picture = Picture(each.addresses[0], None, caption, credit)
            more.append(picture)
            by_key |= dict.fromkeys(keys, picture)
    if more and pictures:
        notes.add("photographs that only the page's JSON-LD names stand at the end")
    return [*blocks, *more]


def _words(each: LinkedPicture, is_credit: IsCredit) -> tuple[str, str]:
    """Caption and credit line; the caption of an ImageObject often ends in the same credit."""
    caption, credit = cut_credit(each.caption, is_credit)
    return caption, credit or without_brackets(each.credit)


def _repeats(block: Block | Picture, headline: str) -> bool:
    """Whether a heading only says the headline again."""
    if isinstance(block, Picture) or block.kind != "heading":
        return False
    return bool(headline) and headline in block.passage.text


def _texts(blocks: list[Block | Picture]) -> list[str]:
    return [block.caption if isinstance(block, Picture) else block.passage.text for block in blocks]
