"""A picture that was generated or put together says so where readers see it.

The file's Digital Source Type (or its AI properties) tells that a machine made the picture,
or that it was composed of several. Readers take what is printed as seen by a camera unless
caption, credit, alt text, headline or standfirst says otherwise.

Asks::

    ![A city under water](city.jpg)
    What the old town may look like in 2100. [Ana Silva]

    (city.jpg says digitalSourceType: trainedAlgorithmicMedia)

Passes::

    ![A city under water](city.jpg)
    What the old town may look like in 2100. Image made with AI. [Ana Silva]

    (city.jpg says digitalSourceType: trainedAlgorithmicMedia)

Fix: offered. A sentence behind the caption.
Source: IPTC NewsCodes, Digital Source Type; IPTC Photo Metadata Standard 2025.1, AI System Used.
"""

from collections.abc import Iterator

from cutline.check.analysis import Analysis, Frame
from cutline.check.digital_source import COMPOSED, GENERATED, declares, source_type
from cutline.check.rule import Rule
from cutline.model import Edit, Finding, Fix, Photograph, Place, Severity, Span

RULE = Rule("RGT005", "ai-or-composite-undeclared", Severity.ERROR, since="0.1")

_SAY = {
    "en": ("Image generated with AI.", "Composite image."),
    "de": ("Mit KI erzeugtes Bild.", "Bildmontage."),
    "fr": ("Image générée par IA.", "Photomontage."),
    "es": ("Imagen generada con IA.", "Fotomontaje."),
    "pt": ("Imagem gerada por IA.", "Fotomontagem."),
    "it": ("Immagine generata con IA.", "Fotomontaggio."),
}


def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for a word of it wherever the file says that no camera saw this."""
    story = analysis.proof.story
    heads = " ".join(passage.text for passage in (story.kicker, story.headline, story.standfirst))
    for frame in analysis.frames:
        photograph = frame.shot.photograph
        kind = source_type(photograph.metadata) if isinstance(photograph, Photograph) else None
        if kind is None:
            continue
        told = (frame.caption.text[:4000], frame.credit.text, frame.alt.text[:4000], heads)
        if not declares(" ".join(told), kind):
            yield _finding(frame, kind, analysis)


def _finding(frame: Frame, kind: str, analysis: Analysis) -> Finding:
    what = {
        GENERATED: "the file says that a machine made this picture",
        COMPOSED: "the file says that this picture was put together from others",
    }
    return RULE.at(
        Analysis.whole(frame.caption),
        f"{what[kind]}, and nothing that is printed does",
        hint="say it in the caption",
        text=frame.caption.text,
        fix=_fix(frame, kind, analysis.language),
    )


def _fix(frame: Frame, kind: str, language: str) -> Fix | None:
    said = _SAY.get(language.split("-", maxsplit=1)[0].lower())
    if said is None or not frame.caption.mendable or not frame.caption.text:
        return None
    end = len(frame.caption.text.rstrip())
    stop = "" if frame.caption.text[:end].endswith((".", "!", "?", "…", "”")) else "."
    sentence = said[0] if kind == GENERATED else said[1]
    place = Place(frame.shot.number, "caption", Span(end, end))
    return Fix(False, (Edit(place, f"{stop} {sentence}"),))
