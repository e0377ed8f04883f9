"""Days and months as newspapers write them, by language.

Full names and the abbreviations of wire style books; short forms that are also common words
(``mar``, ``sun``, ``may`` without a day) are harmless because a weekday and a month of the
same language must stand together.
"""

from typing import NamedTuple


class Language(NamedTuple):
    """How one language writes a weekday and a date.

    Attributes:
        weekdays: Seven space-separated groups of forms parted by ``|``, Monday first.
        months: Twelve such groups, January first.
        parts: Words that may follow the weekday (``night``), or be glued to it in German.
        glued: True where ``parts`` are written in one word with the weekday.
        declines: True where a weekday changes its form in a sentence, so that another one
            cannot simply be put in its place.
    """

    weekdays: str
    months: str
    parts: str = ""
    glued: bool = False
    declines: bool = False


LANGUAGES: dict[str, Language] = {
    "en": Language(
        "monday|mon tuesday|tue|tues wednesday|wed|weds thursday|thu|thur|thurs friday|fri"
        " saturday|sat sunday|sun",
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug"
        " september|sept|sep october|oct november|nov december|dec",
        parts="morning|afternoon|evening|night",
    ),
    "de": Language(
        "montag|mo dienstag|di mittwoch|mi donnerstag|do freitag|fr"
        " samstag|sonnabend|sa sonntag|so",
        "januar|jänner|jan februar|feber|feb märz april|apr mai juni|jun juli|jul august|aug"
        " september|sept|sep oktober|okt november|nov dezember|dez",
        parts="morgen|vormittag|mittag|nachmittag|abend|nacht",
        glued=True,
    ),
    "fr": Language(
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "janvier|janv février|févr|fevrier mars avril|avr mai juin juillet|juil août|aout"
        " septembre|sept octobre|oct novembre|nov décembre|déc|decembre",
        parts="matin|midi|après-midi|soir",
    ),
    "es": Language(
        "lunes martes miércoles|miercoles jueves viernes sábado|sabado domingo",
        "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago"
        " septiembre|setiembre|sept|sep octubre|oct noviembre|nov diciembre|dic",
    ),
    "pt": Language(
        "segunda-feira|segunda terça-feira|terça quarta-feira|quarta quinta-feira|quinta"
        " sexta-feira|sexta sábado domingo",
        "janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago"
        " setembro|set outubro|out novembro|nov dezembro|dez",
    ),
    "it": Language(
        "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto"
        " settembre ottobre novembre dicembre",
        parts="mattina|pomeriggio|sera|notte",
    ),
    "nl": Language(
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "januari februari maart april mei juni juli augustus september oktober november december",
        parts="ochtend|middag|avond|nacht",
        glued=True,
    ),
    "sv": Language(
        "måndag|måndagen tisdag|tisdagen onsdag|onsdagen torsdag|torsdagen fredag|fredagen"
        " lördag|lördagen söndag|söndagen",
        "januari februari mars april maj juni juli augusti september oktober november december",
        declines=True,
    ),
    "da": Language(
        "mandag tirsdag onsdag torsdag fredag lørdag søndag",
        "januar februar marts|mars april maj|mai juni juli august september oktober november"
        " december|desember",
    ),
    "pl": Language(
        "poniedziałek wtorek środa|środę czwartek piątek sobota|sobotę niedziela|niedzielę",
        "stycznia lutego marca kwietnia maja czerwca lipca"
        " sierpnia września października listopada grudnia",
        declines=True,
    ),
    "ru": Language(
        "понедельник вторник среда|среду четверг пятница|пятницу суббота|субботу воскресенье",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        declines=True,
    ),
    "uk": Language(
        "понеділок вівторок середа|середу четвер п’ятниця|п’ятницю|п'ятниця|п'ятницю"
        " субота|суботу неділя|неділю",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        declines=True,
    ),
}

NAMED_DAYS = frozenset(
    "good black super ash holy palm easter bloody shrove cyber whit maundy fat giving small"
    " sheffield freaky ruby gray grey magic manic throwback casual girl".split()
)
"""Words that make a name of the weekday after them: Good Friday, Sheffield Wednesday."""
