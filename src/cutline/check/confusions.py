"""Terms that are taken for another in captions, and what in a text proves it.

Some sound like what is meant (an aircraft hanger), so that a spelling check passes them; some
stand for the wrong thing. Each is asked about only where other words say what was meant. A
desk's own list of terms is separate, and comes first.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple


class Confusion(NamedTuple):
    """A term taken for another.

    Attributes:
        key: Small letters that every text with the term has: looked for first.
        term: Regular expression of the term; its only group is what to replace.
        meant: What to put there; empty where the story's own word of ``proof`` is meant.
        proof: Regular expression of words that show what is meant; empty if the term does.
        within: Whether the proof has to be in the same ``text`` or anywhere in the ``story``.
        clears: Regular expression of words of the same text that make the term right.
        why: The difference in one clause.
    """

    key: str
    term: str
    meant: str
    proof: str
    why: str
    within: Literal["text", "story"] = "text"
    clears: str = ""


_NOUN_ENDS = r"(?= (?:and|at|by|from|in|is|near|of|on|to|was|with)(?!\w)|[.,;:)]|$)"

_ENGLISH_TERMS = (
    Confusion(
        "space station",
        r"(?<!\w)(space station)(?!\w)",
        "",
        r"cosmodrome|spaceport|launch site",
        "a space station is in orbit; a launch site is a cosmodrome or a spaceport",
        within="story",
        clears=r"International|Tiangong|Skylab|ISS|Mir|orbit\w*|dock\w*|aboard|astronauts?|cosmonauts?"
        r"|crews?|capsule|modules?",
    ),
    Confusion(
        "hindi",
        r"(?<!\w)(Hindi) (?:devotees?|temples?|priests?|festivals?|pilgrims?|gods?|goddess)(?!\w)",
        "Hindu",
        "",
        "Hindi is a language; the religion is Hindu",
    ),
    Confusion(
        "columbia",
        r"(?<!\w)(?<!British )(?<!of )(?<!Grupo )(Columbia)(?!\w)",
        "Colombia",
        r"Bogot[aá]|Medell[ií]n|Cartagena|Barranquilla|FARC|Colombians?",
        "Columbia is in North America; the country of Bogotá is Colombia",
        clears=r"British|District|Universit\w*|pictures|records|river|gorge|Carolina|shuttle",
    ),
    Confusion(
        "ghandi", r"(?<!\w)(Ghandi)(?!\w)", "Gandhi", "", "the h stands after the d", clears="Tata"
    ),
    Confusion(
        "capital",
        r"(?<!\w)(Capital) (?:Hill|Police|Rotunda)(?!\w)",
        "Capitol",
        r"Washington|Congress\w*|Senat\w*|House|U\.S|Trump|Biden",
        "a capital is a city; the building of the Congress is the Capitol",
    ),
    Confusion(
        "capitol city",
        r"(?<!\w)(capitol) city(?!\w)",
        "capital",
        "",
        "a capitol is a building; a city is a capital",
    ),
    Confusion(
        "smithsonian institute",
        r"(?<!\w)Smithsonian (Institute)(?!\w)",
        "Institution",
        "",
        "its name is Smithsonian Institution",
    ),
    Confusion(
        " price",
        r"(?<!\w)(?:Nobel|Pulitzer|Booker)(?: Peace)? (Price)(?!\w)",
        "Prize",
        "",
        "a price is paid; a prize is won",
    ),
)

_ENGLISH_SPELLINGS = (
    Confusion(
        "hanger",
        r"(?<!\w)(hanger)s?(?!\w)",
        "hangar",
        r"aircraft|airplanes?|aeroplanes?|planes?|jets?|airports?|airfield|air base|helicopters?",
        "a hanger holds coats; aircraft stand in a hangar",
        clears=r"coat|coats|clothes|dress\w*|shirts?|wire|hook",
    ),
    Confusion(
        "calvary",
        r"(?<!\w)(Calvary)(?!\w)",
        "cavalry",
        r"regiments?|mounted|troops?|soldiers|division|squadron|charge|lancers",
        "Calvary is the hill of the crucifixion; soldiers on horses are cavalry",
        clears=r"church|cemetery|chapel|mount|hill|baptist|hospital|cross|christ|jesus|parish",
    ),
    Confusion(
        "water canon",
        r"(?<!\w)water (canon)s?(?!\w)",
        "cannon",
        "",
        "a canon is a cleric or a rule; water is fired from a cannon",
    ),
    Confusion(
        "breech",
        r"(?<!\w)(breech)(?:es|ed|ing)?(?!\w)",
        "breach",
        r"whales?|humpbacks?|orcas?|dolphins?",
        "a breech is the rear of a gun; a whale breaches",
    ),
    Confusion(
        "the alter",
        r"(?<!\w)(?:at|before|near|behind|on|to) the (alter)(?!\w)",
        "altar",
        r"church|cathedral|chapel|priests?|bishops?|pope|mass|bride|candles?|pray\w*|worship\w*",
        "to alter is to change; a church has an altar",
    ),
    Confusion(
        "stationery",
        r"(?<!\w)(stationery) (?:cars?|vehicles?|trains?|buses|traffic|trucks?|bikes?|bicycles?)",
        "stationary",
        "",
        "stationery is paper; what stands still is stationary",
    ),
    Confusion(
        "lightening",
        r"(?<!\w)(lightening) (?:bolts?|strikes?|storms?|rods?|flash(?:es)?)(?!\w)",
        "lightning",
        "",
        "lightening makes lighter; lightning strikes",
    ),
    Confusion(
        "reigns",
        r"(?<!\w)(?:holds?|holding|pulls?|pulling|by|on) the (reigns)(?!\w)",
        "reins",
        r"horses?|ponies|pony|riders?|jockeys?|mares?|stallions?|mules?|donkeys?",
        "kings have reigns; horses have reins",
    ),
    Confusion(
        "navel",
        r"(?<!\w)(navel) (?:base|ships?|vessels?|officers?|fleet|exercises?|forces?|academy)(?!\w)",
        "naval",
        "",
        "a navel is a belly button; what belongs to a navy is naval",
    ),
    Confusion(
        "pouring over",
        r"(?<!\w)(pouring) over (?:the |a |old |some )?"
        r"(?:documents?|maps?|books?|papers|data|results|records|plans|ballots?|files)(?!\w)",
        "poring",
        "",
        "to pour is to let flow; who studies pores",
    ),
    Confusion(
        "marshal",
        r"(?<!\w)(marshall?|marshal) law(?!\w)",
        "martial",
        "",
        "a marshal is an officer; the rule of soldiers is martial law",
    ),
    Confusion(
        "peninsular",
        rf"(?<!the )(?<![.!?] )(?<!\w)(?<=[A-Za-z] )(Peninsular){_NOUN_ENDS}",
        "Peninsula",
        "",
        "peninsular is the adjective; the land is a peninsula",
    ),
    Confusion(
        "principle",
        r"(?<!\w)school (principle)s?(?!\w)",
        "principal",
        "",
        "a principle is a rule; who heads a school is its principal",
        clears=r"funding|reform|uniform",
    ),
)
_SPANISH_SPELLINGS = (
    Confusion(
        " lo ",
        r"(?<!\w)(?:de|en|por|con|para|entre|desde|hasta|sobre) (lo)"
        r" (?!(?:menos|demás|lejos|antes|después)(?!\w))[a-záéíóúñü]{4,}s(?!\w)",
        "los",
        "",
        "before a plural the article is los",
    ),
)

TERMS: Mapping[str, tuple[Confusion, ...]] = {"en": _ENGLISH_TERMS}
"""By language: terms that stand for something else."""

SPELLINGS: Mapping[str, tuple[Confusion, ...]] = {
    "en": _ENGLISH_SPELLINGS,
    "es": _SPANISH_SPELLINGS,
}
"""By language: slips that are words themselves, so that a dictionary passes them."""
