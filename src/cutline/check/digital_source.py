"""What a file says of how its picture came to be, and whether a reader is told."""

import re

from cutline.model import Metadata
from cutline.model.regex import regex

GENERATED, COMPOSED = "generated", "composed"

_TYPES = {
    "trainedAlgorithmicMedia": GENERATED,
    "algorithmicMedia": GENERATED,
    "compositeWithTrainedAlgorithmicMedia": GENERATED,
    "compositeSynthetic": GENERATED,
    "virtualRecording": GENERATED,
    "composite": COMPOSED,
    "compositeCapture": COMPOSED,
}
"""IPTC NewsCodes Digital Source Type; the types that are missing here are what a camera, a
scanner or a screen saw, or retouched by hand."""

_MADE = regex(
    r"\b(?:AI|A\.I\.|KI|IA|(?i:artificial intelligence|künstliche\w* intelligenz"
    r"|intelligence artificielle|inteligencia artificial|inteligência artificial"
    r"|intelligenza artificiale|kunstmatige intelligentie|искусственн\w+ интеллект\w*|нейросет\w*"
    r"|deepfakes?|midjourney|dall[-·]?e|stable diffusion|firefly|chatgpt"
    r"|(?:computer|digitally|machine)[- ](?:generated|created|made)|render(?:ing|ed|s)?|cgi"
    r"|simulation|illustrations?|visuali[sz]ation|visualisierung|artist[’']?s impression"
    r"|ilustraci[óo]n|ilustração|illustrazione|иллюстрация|animation|virtual\w*))\b"
    r"|\bИИ\b|ذكاء اصطناعي|الذكاء الاصطناعي|人工知能|人工智能|생성형|AI生成|生成AI",
)
_COMPOSED = regex(
    r"\b(?:composites?|compos(?:ed|ition)|combin(?:ed|ation)|combo|collages?|montages?|photomontages?"
    r"|\w*montage|\w*collage|stitched|panorama\w*|multiple exposures?|double exposure|merged|mosaic"
    r"|kombo|bildkombo|mehrfachbelichtung|fotomontaje|fotomontagem|fotomontaggio|composici[óo]n"
    r"|composição|composizione|combinaison|combinación|коллаж|монтаж|комбинац\w+"
    r"|photo[- ]illustration|time[- ]lapse|sequence|hdr|focus stack\w*)\b",
    re.IGNORECASE,
)


def source_type(metadata: Metadata) -> str | None:
    """``generated`` or ``composed``; None where a camera saw it or nothing is said."""
    code = metadata.text("digitalSourceType").strip().rstrip("/").rpartition("/")[2]
    if code in _TYPES:
        return _TYPES[code]
    return GENERATED if metadata.text("aiSystemUsed").strip() and not code else None


def declares(text: str, kind: str) -> bool:
    """Whether a text that readers see tells them."""
    return bool(_MADE.search(text)) or (kind == COMPOSED and bool(_COMPOSED.search(text)))
