"""What the reader of a story may say, and how it says where.

A slip of the person who wrote the story is a finding, never an exception. The codes begin
with ``STO`` so that they never meet those of the copy desk's rules; code, name and severity
of a slip never change.
"""

from dataclasses import dataclass

from cutline.model import Finding, Place, Severity, Span
from cutline.story.lines import Lines

_SHOWN = 80


@dataclass(frozen=True, slots=True)
class ParseFinding:
    """One kind of slip: its code, its name, how grave it is, and its page for ``explain``."""

    code: str
    name: str
    severity: Severity
    page: str


FRONT_MATTER = ParseFinding(
    "STO001",
    "front-matter",
    Severity.ERROR,
    "The lines between the two --- are not `key: text`. Put text that holds a colon, or that "
    "begins with a sign such as @, # or *, between quotes. What stands after the mistake is not "
    "read.",
)
UNCLOSED = ParseFinding(
    "STO002",
    "front-matter-unclosed",
    Severity.ERROR,
    "The story begins with --- and no second line of --- ends the front matter.",
)
TOO_LONG = ParseFinding(
    "STO003",
    "front-matter-size",
    Severity.ERROR,
    "Front matter holds at most 64 KB. Longer front matter is not read.",
)
DUPLICATE = ParseFinding(
    "STO004",
    "front-matter-duplicate",
    Severity.ERROR,
    "A key stands twice in the front matter. The first one counts.",
)
UNKNOWN_KEY = ParseFinding(
    "STO005",
    "front-matter-key",
    Severity.INFO,
    "A key that cutline does not read. It is kept as written.",
)
NOT_TEXT = ParseFinding(
    "STO006",
    "front-matter-value",
    Severity.ERROR,
    "A value of the front matter is not plain text: a list, a map, an alias (*), an anchor (&) "
    "or a tag (!). Put quotes around text that begins with such a sign.",
)
NO_DATE = ParseFinding(
    "STO007",
    "published-date",
    Severity.WARNING,
    "The day of publishing, of an update or of a correction is not a date as 2026-01-31, perhaps "
    "with a time as 2026-01-31T18:00+01:00. Readers are shown it as written, machines are told "
    "none.",
)
NO_LANGUAGE = ParseFinding(
    "STO008",
    "language-tag",
    Severity.WARNING,
    "The language is not a tag such as en, de or pt-BR (BCP 47). A screen reader would read the "
    "story with another language's voice.",
)
RIGHTS_UNREAD = ParseFinding(
    "STO009",
    "rights-unread",
    Severity.BLOCKER,
    "What the story says of its embargo, its territory, its channels or of being paid content "
    "could not be read: the front matter is broken, does not begin in the first line or writes the "
    "key in another way, or the key stands twice or holds a list. Not even a draft is published "
    "before that is mended.",
)
TARGET = ParseFinding(
    "STO010",
    "photo-target",
    Severity.ERROR,
    "A photograph is named by its path relative to the story, with / between folders: no empty "
    "name, no path from the root, no address on the web, no backslash, no control character.",
)
IN_TEXT = ParseFinding(
    "STO011",
    "photo-in-text",
    Severity.WARNING,
    "A photograph is placed by a paragraph of its own that begins with the image. An image "
    "elsewhere (in a sentence, a caption, a list, a quotation, a heading) is not placed; its alt "
    "text is printed instead.",
)
UNKNOWN_ATTRIBUTE = ParseFinding(
    "STO012",
    "photo-attribute",
    Severity.INFO,
    "An attribute that cutline does not read stands after a photograph. It is kept as written.",
)
BAD_ATTRIBUTE = ParseFinding(
    "STO013",
    "photo-attribute-value",
    Severity.WARNING,
    "An attribute of a photograph cannot be read. Known are {lead}, {decorative}, {layout=wide} "
    '(or lead, column, pair, portrait, bleed) and {focal="0.4,0.3"}: two fractions from the left '
    'and from the top; {sensitive} or {sensitive="why"} covers the picture until a reader asks for '
    'it, {lang=ar} names the language of its caption. An import writes {from="…"}, where it found '
    "the photograph, and {alt=unknown}.",
)
UNREAD = ParseFinding(
    "STO014",
    "photo-unread",
    Severity.ERROR,
    "A paragraph begins like a photograph but is not one: write ![alt text](path). A path that "
    "holds spaces stands between < and >.",
)
CREDIT_BRACKET = ParseFinding(
    "STO015",
    "credit-bracket",
    Severity.WARNING,
    "A caption ends with a closing bracket that no opening one belongs to, so that no credit "
    "line could be read.",
)
TWO_LEADS = ParseFinding(
    "STO016",
    "photo-lead-twice",
    Severity.WARNING,
    "More than one photograph carries {lead}. The first of them leads.",
)
MARK_LEFT = ParseFinding(
    "STO017",
    "mark-left",
    Severity.INFO,
    "A comment of `cutline new` still says that an alt text, a caption or a credit is missing, "
    "which has been written since. It is never printed; take it out, so that the marks that are "
    "left say what is left to do.",
)
LINK = ParseFinding(
    "STO020",
    "link-address",
    Severity.WARNING,
    "A link leads to something other than a page on the web, a mail address or a photograph of "
    "the story (#photo-2). A relative link leads nowhere on a published page, which lies "
    "elsewhere than the story's file. Its words are printed without the link.",
)
TOO_DEEP = ParseFinding(
    "STO021",
    "nesting",
    Severity.ERROR,
    "Quotations or lists are nested too deeply. What lies deeper is not read.",
)
OPEN_COMMENT = ParseFinding(
    "STO022",
    "comment-unclosed",
    Severity.WARNING,
    "A comment begins with <!-- and no --> ends it. It is printed as text.",
)

ALLOWANCE = ParseFinding(
    "STO023",
    "allow-unread",
    Severity.WARNING,
    "A comment to cutline, or `allow` in the front matter, cannot be read, so that it lets nothing "
    "pass. It names a rule and a reason: <!-- cutline: allow CRD003 – the museum asked for it -->, "
    "and for rights also who answers for it: allow RGT002 by Ana Silva – cleared by telephone.",
)

PARSE_FINDINGS = (
    FRONT_MATTER,
    UNCLOSED,
    TOO_LONG,
    DUPLICATE,
    UNKNOWN_KEY,
    NOT_TEXT,
    NO_DATE,
    NO_LANGUAGE,
    RIGHTS_UNREAD,
    TARGET,
    IN_TEXT,
    UNKNOWN_ATTRIBUTE,
    BAD_ATTRIBUTE,
    UNREAD,
    CREDIT_BRACKET,
    TWO_LEADS,
    MARK_LEFT,
    LINK,
    TOO_DEEP,
    OPEN_COMMENT,
    ALLOWANCE,
)
"""Every slip that the reader of a story knows, by code."""


class Notes:
    """Collects the slips of one story and says on which line each stands."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._lines = Lines(source)
        self._found: list[tuple[int, Finding]] = []

    def add(self, slip: ParseFinding, place: Place, span: Span, message: str, hint: str) -> None:
        """Note a slip.

        Args:
            slip: Which one.
            place: The field of the story.
            span: Where it stands in the source.
            message: One sentence for a person.
            hint: What to do.
        """
        line, column = self._lines.at(span.start)
        words = self._source[span.start : min(span.end, span.start + _SHOWN)]
        finding = Finding(
            slip.code,
            slip.name,
            slip.severity,
            place,
            message,
            hint,
            text=words,
            line=line,
            column=column,
        )
        self._found.append((span.start, finding))

    def findings(self) -> tuple[Finding, ...]:
        """The slips in the order of the source."""
        return tuple(finding for _, finding in sorted(self._found, key=lambda pair: pair[0]))
