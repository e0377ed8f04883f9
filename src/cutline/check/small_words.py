"""The small words of the newspapers' languages: what cannot end a phrase, what says little.

Closed classes only (articles, prepositions, conjunctions, pronouns, auxiliaries), so that the
tables hold for texts nobody has seen. A word is listed as *unending* only if no sentence of its
language ends on it: English ``up`` and German ``an`` do end sentences (climbs up, zieht an),
``of`` and ``mit der`` do not.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache


@dataclass(frozen=True, slots=True)
class SmallWords:
    """The closed classes of one language, in small letters.

    Attributes:
        unending: Words after which something must come.
        stranded: Words that end a phrase only after a relative, a passive or an infinitive
            (``the house they came from``, ``is looked at``, ``where the boat was``).
        linking: Prepositions and relatives that lead on from a noun.
        idle: Further words that say nothing of a picture: pronouns, auxiliaries, adverbs.
        every: All of them.
    """

    unending: frozenset[str]
    stranded: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
    idle: frozenset[str] = frozenset()
    every: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        every = self.unending | self.stranded | self.linking | self.idle
        object.__setattr__(self, "every", every)


_AUXILIARIES = frozenset("is are was were has been".split())


def _words(
    unending: str, stranded: str = "", linking: str = "", idle: str = "", verbs: str = ""
) -> SmallWords:
    """Tables of one language; ``verbs`` are auxiliaries, unending but never linking."""
    joints, left_alone = frozenset(unending.split()), frozenset(stranded.split())
    return SmallWords(
        joints | frozenset(verbs.split()),
        left_alone,
        (joints | left_alone | frozenset(linking.split())) - _AUXILIARIES,
        frozenset(idle.split()),
    )


_LANGUAGES: Mapping[str, SmallWords] = {
    "en": _words(
        "a an the and or onto upon amid among amongst toward towards during despite alongside"
        " beside via per whose their its my our your as while because although unless every"
        " between",
        "of at for from with to into against near than like is are was were has been who which"
        " wearing holding carrying including featuring",
        "in on by about across after around before behind beneath beyond inside outside over past"
        " through under up down off since till until without within that whom where when showing"
        " taken shot chosen selected we you",
        "he she it they him her his them this these those there here be being have had do does did"
        " will would can could should may might must not no nor so but if then too very also"
        " just only out away back some any all both each other another such more most much many"
        " one two three four five several what how i me us seen shown pictured left right centre"
        " center photo picture image file first last new said says according",
    ),
    "de": _words(
        "der die den dem des einen einem einer eines im am vom zum zur beim ins ans und oder sowie"
        " in von für gegen zwischen neben ohne seit bis während wegen trotz voller inklusive seine"
        " seinen seinem seiner ihren ihrem ihrer deren dessen dass weil sondern als eine kein keine"
        " keinen",
        "",
        "an auf aus bei mit nach vor über unter hinter durch um zu aufs wo wie das was ab",
        "er sie es wir ihr sein ihre ist sind war waren wird werden wurde wurden hat haben hatte"
        " kann können soll sich nicht auch noch nur schon hier dort dann so sehr mehr ein man"
        " diese dieser dieses diesem andere anderen anderer anderem weit weiter weiten weitem viele"
        " links rechts mitte bild foto archiv zwei drei vier",
    ),
    "fr": _words(
        "le la les l un une des du de d au aux et ou à dans par pour sur sous chez vers entre"
        " pendant durant parmi ce cet cette ces son sa ses leur leurs mon ma mes notre nos"
        " dont que qui lors afin mais",
        "avec sans contre depuis",
        "en près après avant devant derrière autour où prises réalisées choisies",
        "il elle ils elles on se s n ne pas plus y a ont été être était étaient fait très aussi"
        " comme si tout tous toute toutes deux trois gauche droite photo image",
        verbs="est sont",
    ),
    "es": _words(
        "el la los las un una unos unas de del al y e o u en con por para sobre entre hasta desde"
        " hacia durante mediante según su sus que cuyo cuya mientras pero sin contra bajo a ante",
        "",
        "tras cuando donde tomadas captadas",
        "él ella ellos se lo le les no más muy también ya ha han había ser este esta estos estas"
        " ese esa dos tres izquierda derecha foto imagen como si",
        verbs="es son fue fueron está están",
    ),
    "pt": _words(
        "o a os as um uma uns umas de do da dos das no na nos nas ao aos à às e ou em com por pelo"
        " pela pelos pelas para sobre entre até desde durante seu sua seus suas que sem contra",
        "",
        "após quando onde tiradas",
        "ele ela eles elas se não mais muito também já há ser este esta estes dois duas três"
        " esquerda direita foto imagem como",
        verbs="é são foi foram está estão",
    ),
    "it": _words(
        "il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli"
        " alle da dal dalla dai dalle in nel nella nei nelle con su sul sulla sui sulle per tra fra"
        " e ed o che cui mentre ma",
        "",
        "durante dopo prima contro senza verso scattate",
        "si non più molto anche già ha hanno era suo sua suoi questo questa due tre sinistra"
        " destra foto immagine come",
        verbs="è sono",
    ),
    "nl": _words(
        "de het een en of van voor met naar bij tussen zonder tijdens tegen zijn haar hun dat die"
        " wiens ten ter te",
        "",
        "in op aan uit over onder door na om waar sinds tot rond",
        "hij zij ze er is was zijn waren wordt werden heeft niet ook nog deze dit twee drie links"
        " rechts foto beeld als maar",
    ),
    "sv": _words(
        "en ett och eller av för till från med hos mellan mot vid som att sin sina sitt deras utan"
        " genom",
        "",
        "i på om efter under över bakom framför där när",
        "han hon den det de är var har inte också två tre vänster höger foto bild",
    ),
    "da": _words(
        "en et og eller af for til fra hos mellem mod ved som at sin sine sit deres uden gennem",
        "",
        "i på om efter under over bag foran hvor når med",
        "han hun den det de er var har ikke også to tre venstre højre foto billede",
    ),
    "no": _words(
        "en ei et og eller av for til fra hos mellom mot ved som at sin sine sitt deres uten"
        " gjennom",
        "",
        "i på om etter under over bak foran hvor når med",
        "han hun den det de er var har ikke også to tre venstre høyre foto bilde",
    ),
    "ru": _words(
        "и или в во на с со из к ко от до для при под над у о об без через между перед по за"
        " который которая которые что чтобы во",
        "",
        "после около во время где когда",
        "он она они его её ее их это как не был была было были есть слева справа фото",
    ),
    "uk": _words(
        "і й та або в у на з із зі від до для при під над про без через між перед по за який яка",
        "",
        "після біля під час де коли",
        "він вона вони його її їх це як не був була були є ліворуч праворуч фото",
    ),
    "pl": _words(
        "i oraz lub w we na z ze od do dla przy pod nad u o bez przez między przed po za który"
        " która które że",
        "",
        "podczas obok gdzie kiedy",
        "on ona oni jego jej ich to jak nie był była było byli jest są się",
    ),
    "cs": _words(
        "a nebo v ve na z ze od do pro při pod nad u o bez přes mezi před po za který která které",
        "",
        "během vedle kde když",
        "on ona oni jeho její jejich to jak není byl byla bylo byli je jsou se",
    ),
    "ar": _words(
        "في من إلى على عن مع بين خلال عند لدى التي الذي أو و بعد قبل حول ضد",
        "",
        "",
        "هذا هذه ذلك كان كانت هو هي هم",
    ),
}
_SAME = {"nb": "no", "nn": "no", "sk": "cs", "be": "ru", "ca": "es", "gl": "pt"}


def primary(language: str) -> str:
    """The language of a BCP 47 tag, without region: ``de`` for ``de-AT`` and ``de_CH``."""
    return language.replace("_", "-").partition("-")[0].lower()


def small_words(language: str) -> SmallWords:
    """The tables of a language; empty ones where we have none.

    Args:
        language: A BCP 47 tag.
    """
    tag = primary(language)
    return _LANGUAGES.get(_SAME.get(tag, tag), SmallWords(frozenset()))


def language_of(words: Sequence[str], default: str) -> str:
    """The language whose small words are most among ``words``; ``default`` where it ties.

    Args:
        words: A text's words in small letters.
        default: The language that the story says it is in.
    """
    languages = _languages()
    counts = Counter(tag for word in words if word in languages for tag in languages[word])
    own = _SAME.get(primary(default), primary(default))
    best = max(_LANGUAGES, key=counts.__getitem__)
    return default if counts[best] <= counts[own] else best


def is_small(word: str) -> bool:
    """True for a small word of any language: whoever looks for one may ask this first."""
    return word in _languages()


@cache
def _languages() -> Mapping[str, tuple[str, ...]]:
    """The languages that have a small word, by word."""
    held: dict[str, list[str]] = {}
    for tag, table in _LANGUAGES.items():
        for word in table.every:
            held.setdefault(word, []).append(tag)
    return {word: tuple(tags) for word, tags in held.items()}


@cache
def idle_words(language: str) -> frozenset[str]:
    """Words of a language that say nothing of a picture; English too, as wire texts mix in."""
    return small_words(language).every | _LANGUAGES["en"].every
