"""What the text rules know of languages: small words, legitimate doubles, conjunctions.

One row a language, by the primary tag of BCP 47. A language without a row is a language that
these rules leave alone: Indonesian, Welsh or Hawaiian double words as grammar, and a guess
would be wrong more often than right.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple


class Tongue(NamedTuple):
    """One language, as far as the text rules need it.

    Attributes:
        small: Function words: articles, prepositions, conjunctions, pronouns, auxiliaries.
        doubles: Words that grammar or habit may set twice (``had had``, ``nous nous``).
        particles: Words that may stand twice because the first belongs to a verb
            (``handed in in May``): a double is asked, and mended only on request.
        reduplicates: True where doubling a content word is grammar (Turkish, Arabic, Italian).
        declines: True where names take endings, so that two forms of a name are the rule.
        noun_capitals: True where every noun has a capital: a capital says nothing of a name.
        articles: Those of the doubles that are article and relative pronoun: ``die die``.
        prepositions: Words after which these stand twice only where a clause begins.
    """

    small: frozenset[str]
    doubles: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    reduplicates: bool = False
    declines: bool = False
    noun_capitals: bool = False
    articles: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()


def primary(language: str) -> str:
    """The primary tag in lower case; Norwegian's and a few others' older tags made one."""
    tag = language.replace("_", "-").split("-", maxsplit=1)[0].lower()
    return {"no": "nb", "nn": "nb", "in": "id", "iw": "he", "sh": "sr"}.get(tag, tag)


@cache
def tongue(language: str) -> Tongue | None:
    """The row of a language; None for one that these rules do not know."""
    tag = primary(language)
    if tag not in _SMALL:
        return None
    return Tongue(
        small=frozenset(_SMALL[tag].split()),
        doubles=frozenset(_DOUBLES.get(tag, "").split()),
        particles=frozenset(_PARTICLES.get(tag, "").split()),
        reduplicates=tag in _REDUPLICATE,
        declines=declines(tag),
        noun_capitals=tag in _NOUN_CAPITALS,
        articles=frozenset(_ARTICLES.get(tag, "").split()),
        prepositions=frozenset(_PREPOSITIONS.get(tag, "").split()),
    )


def declines(language: str) -> bool:
    """True where names take case endings."""
    return primary(language) in _DECLINE


_REDUPLICATE = frozenset({"tr", "ar", "it", "fi"})
_NOUN_CAPITALS = frozenset({"de", "lb"})
_DECLINE = frozenset(
    "pl cs sk sl hr sr bs ru uk be bg mk fi et lv lt hu tr ro el la ka hy kk az is eu".split()
)

_SMALL: Mapping[str, str] = {
    "en": (
        "a an the of in on at to for from by with about into over under after before between"
        " through during against among around behind below beneath beside beyond across along"
        " near off onto outside inside past since toward towards until till upon within without"
        " via per as than up down out amid despite like unlike and or but nor yet so if because"
        " while when where who whom whose which what that this these those there here i you he"
        " she it we they me him her us them my your his its our their himself herself itself"
        " themselves is are was were be been being am has have had do does did will would can"
        " could shall should may might must not no all any both each every some such other"
        " another more most many much few two three one"
    ),
    "de": (
        "der die das den dem des ein eine einer eines einem einen und oder aber auch als am an"
        " auf aus bei beim bis durch für gegen hinter im in ins mit nach neben ohne seit statt"
        " trotz über um unter vom von vor wegen während zu zum zur zwischen ist sind war waren"
        " wird werden wurde wurden hat haben hatte hatten kann können soll sollen muss müssen"
        " nicht kein keine keinen er sie es wir ihr ich du sich man sein seine seiner seinem"
        " seinen ihre ihrer ihrem ihren dass daß wenn weil wie wo was wer so nur noch schon sehr"
        " mehr dieser diese dieses diesem diesen jeder jede jedes alle hier dort da dann denn"
    ),
    "fr": (
        "le la les un une des du de au aux à en dans sur sous par pour avec sans chez vers entre"
        " et ou mais ni car que qui dont où ce cet cette ces son sa ses leur leurs mon ma mes"
        " notre nos votre vos il elle ils elles on je tu se ne pas plus est sont était étaient"
        " a ont avait être avoir fait lors depuis pendant avant après comme si très même tout"
        " tous toute toutes aussi selon contre devant derrière"
    ),
    "es": (
        "el la los las un una unos unas de del al a en con por para sin sobre entre desde hasta"
        " hacia según tras durante contra ante bajo y e o u pero ni que quien quienes cual donde"
        " cuando como se su sus lo le les me te mi tu es son era eran fue fueron ha han había"
        " está están ser estar este esta estos estas ese esa esos esas no más muy también ya"
    ),
    "pt": (
        "o a os as um uma uns umas de do da dos das em no na nos nas num numa ao aos à às com"
        " por pelo pela pelos pelas para sem sob sobre entre desde até após durante contra e ou"
        " mas nem que quem qual onde quando como se seu sua seus suas lhe lhes me é são era eram"
        " foi foram está estão ser estar este esta estes estas esse essa isso isto não mais"
        " muito também já"
    ),
    "it": (
        "il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli"
        " alle da dal dalla dai dalle in nel nello nella nei negli nelle con su sul sullo sulla"
        " sui sulle per tra fra e o ma né che chi cui dove quando come si suo sua suoi sue ci vi"
        " è sono era erano fu ha hanno aveva essere avere questo questa questi queste non anche"
        " durante dopo contro"
    ),
    "nl": (
        "de het een en of maar van in op aan bij met naar uit voor door over onder tegen tussen"
        " om te tot na sinds tijdens zonder rond achter als dan dat die dit deze wie wat waar"
        " hij zij ze het wij we jullie ik je hun haar zijn is was waren wordt worden werd werden"
        " heeft hebben had hadden kan kunnen zal zullen niet geen ook nog al er"
    ),
    "sv": (
        "en ett den det de och eller men att som i på av till från för med vid under över efter"
        " före mellan mot hos om genom utan sedan är var blir blev har hade kan ska skulle inte"
        " han hon vi ni jag du sig sin sitt sina hans hennes deras när där här även också"
    ),
    "da": (
        "en et den det de og eller men at som i på af til fra for med ved under over efter før"
        " mellem mod hos om gennem uden siden er var bliver blev har havde kan skal skulle ikke"
        " han hun vi jeg du sig sin sit sine hans hendes deres når hvor her også"
    ),
    "nb": (
        "en ei et den det de og eller men at som i på av til fra for med ved under over etter før"
        " mellom mot hos om gjennom uten siden er var blir ble har hadde kan skal skulle ikke"
        " han hun vi jeg du seg sin sitt sine hans hennes deres når hvor her også"
    ),
    "fi": "ja tai sekä mutta että kun jos ei ovat oli olivat on myös joka jossa hän se ne he",
    "pl": (
        "w we z ze na do od po przy przez dla bez pod nad przed między za o u i oraz lub albo ale"
        " że który która które jest są był była było były się nie jak jako to ten ta te tego tej"
        " podczas jego jej ich"
    ),
    "cs": (
        "v ve z ze na do od po při přes pro bez pod nad před mezi za o u k ke i a nebo ale že"
        " který která které je jsou byl byla bylo byli ne jak jako ten ta to během jeho její"
        " jejich s"
    ),
    "ru": (
        "в во на с со к ко из от до по при про для без под над перед между за о об у и а но или"
        " что чтобы который которая которые это как был была было были не во время его её их"
        " после он она они"
    ),
    "uk": (
        "в у на з із зі до від по при про для без під над перед між за о і й та але або що щоб"
        " який яка які це як був була було були не під час його її їх після він вона вони"
    ),
    "tr": "ve ile olarak olan gibi için ama veya ki",
    "ar": "في على إلى عن مع بعد قبل خلال بين التي الذي الذين هذه هذا ذلك التى",
}

_DOUBLES: Mapping[str, str] = {
    "en": (
        "had that is do did does can will may so very many much more no now there here well where"
        " her one two three far long really big old little bye ha hear"
        " knock aye tut choo chop chug dum pom bling boo tick beep yum go come"
    ),
    "de": (
        "die der das den dem denen sie ihr wir es sehr so ja nein da was wer wie viel na tick zu"
    ),
    "fr": "nous vous si très non oui bien tout",
    "es": "no sí ya muy como casi tan más ja je ji",
    "pt": "não se muito já como quase tão",
    "it": "che no sì più",
    "nl": "die dat had er is was zij ze het wat heel zijn ja nee",
    "sv": "det den som där var för är så de om här han hon hade ja nej",
    "da": "der det den som var er de så for om har han hun havde ja nej",
    "nb": "der det den som var er de så for om har han hun hadde ja nei",
    "fi": "se ne joka on he hän",
    "pl": "to nie się tak już",
    "cs": "se si to ne je jen už co",
    "ru": "что это то не вот да как он она они его её их",
    "uk": "що це то не ось так як він вона вони його її їх",
    "tr": "için bir de da",
    "ar": "من ما أن",
}

_ARTICLES: Mapping[str, str] = {"de": "die der das den dem"}
_PREPOSITIONS: Mapping[str, str] = {
    "de": (
        "über in auf an für durch mit von bei nach unter vor um gegen ohne aus zu hinter neben"
        " zwischen seit während wegen trotz entlang"
    )
}

_PARTICLES: Mapping[str, str] = {
    "en": "in on up over off by out down through about around along under past near to for as",
    "de": "mit nach um durch über unter zum bei ein an auf aus ab vor",
    "fr": "dans pour avec contre",
    "nl": "in op aan uit af over door om mee toe bij onder tegen voor na van naar tot",
    "sv": "på i av till in med över under från vid efter mot hos om genom",
    "da": "på i af til med over under fra ved efter mod om gennem for",
    "nb": "på i av til med over under fra ved etter mot om gjennom for",
}

EVERYDAY = frozenset(
    "man men woman women child kids people home house street road town car truck bus train plane"
    " boat ship water fire smoke flood rain snow sun sea lake river park tree field farm group team"
    " match ball race war army police court vote law bank store shop food meal milk school class"
    " book film stage photo image camera phone floor wall roof room hall temple pope leader head"
    " arm leg foot body life death year month week hour time place area region left new small"
    " young great full open hold run cut put set sit stand look see take give make work play help"
    " reach watch leave meet wait speak ride drive board guard power air site crew crowd storm"
    " public former final first last next near late early local state north south east west".split()
)
"""Short English words that no name or sound is made of: a double of one is a slip."""

SUSPENDS = frozenset(
    "and or to through but nor versus vs v as than & / – rather not und oder bis bzw sowie wie noch"
    " statt als auch aber et ou à y e o u a ed en of tot maar dan och eller till samt men og til"
    " ja tai sekä eli i oraz lub albo nebo či и или да і й та або чи".split()
)
"""Words of any language before which a hyphen may hang in the air: ``pre- and post-war``."""
