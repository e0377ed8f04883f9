"""The text rules that read language: doubles, marks, names, spaces, residue, spelling."""

import pytest

from cutline.check import mended, run, safe_edits
from cutline.check.quotes import quoted
from cutline.check.residue import residues
from cutline.check.rules import txt004_repeated_word as txt004
from cutline.check.spelling import dictionary
from cutline.model import House, Severity, Style
from unit.check.notation import photo, proof

needs_dictionaries = pytest.mark.skipif(
    dictionary("en") is None, reason="needs the dictionaries of the extra “spelling”"
)


def asked(code, *photos, **more):
    """What one rule asks of a story: the words, field by field."""
    return [f.text for f in run(proof(*photos, **more)) if f.code == code]


def caption(text, **more):
    return photo(caption=text, **more)


DOUBLED = [
    ("en", "Two boats of of fishermen come home.", "of of"),
    ("en", "Rescuers climb the the old tower.", "the the"),
    ("en", "The the tower fell at noon.", "The the"),
    ("en", "Rescuers carry carry sandbags to the quay.", "carry carry"),
    ("en", "They met in the hall in the hall of the palace.", "in the hall in the hall"),
    ("en", "They arrived, in in Lisbon, at noon.", "in in"),
    ("de", "Der Zug fährt durch den Wald und und kommt an.", "und und"),
    ("fr", "Le train arrive dans dans la gare.", "dans dans"),
    ("es", "El tren llega de de Sevilla.", "de de"),
    ("pt", "O trem chega de de Lisboa.", "de de"),
    ("ru", "Поезд стоит в в тупике.", "в в"),
    ("sv", "Båten ligger vid och och väntar.", "och och"),
]


@pytest.mark.parametrize(("language", "text", "said"), DOUBLED)
def test_a_word_set_twice_is_asked_about(language, text, said):
    """Function words and others, phrases too, in the story's language."""
    assert asked("TXT004", caption(text), language=language) == [said]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The family had had no water, and that that was hard was plain."),
        ("en", "They sailed from Bora Bora to Walla Walla with Duran Duran."),
        ("en", "A very, very long day; no, no, he says."),
        ("en", "A tuk tuk passes a stall of mahi mahi and piri piri."),
        ("en", "Day after day after day she waits, again and again and again."),
        ("en", "Bye bye Lisbon: ha ha, says the clown."),
        ("fr", "Nous nous sommes vus, et vous vous souvenez."),
        ("de", "Es sind die, die die Straße sperrten, und das das Haus bewohnt."),
        ("nl", "De man die die dag kwam, had had kunnen winnen."),
        ("cs", "Setkal se se svým bratrem."),
        ("tr", "Yavaş yavaş, tek tek, bir bir indiler."),
        ("it", "Camminano piano piano lungo il fiume."),
        ("id", "Anak anak bermain di pantai pantai."),
        ("cy", "Mae yn yn y dref."),
        ("ar", "جاؤوا رويدا رويدا إلى المدينة"),
        ("ja", "いろいろ いろいろ な花"),
    ],
)
def test_doubles_that_are_meant_are_let_pass(language, text):
    """Grammar, habit, names, other languages' way of making words."""
    assert asked("TXT004", caption(text), language=language) == []


def test_only_function_words_are_taken_out_unasked():
    """``the the`` is mended; ``handed in in`` and content words are offered."""
    made = proof(caption("Boats of of men were handed in in May, nets nets too."))
    edits = safe_edits(run(made))

    text = "Boats of men were handed in in May, nets nets too."
    assert mended(made.shots[0].caption, edits) == text


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“"])
def test_quoted_words_are_left_as_they_were_said(marks):
    said = f"She says {marks[0]}we saw the the light{marks[1]} of of the tower."
    fixes = [f.fix.safe for f in run(proof(caption(said))) if f.code == "TXT004"]

    assert sorted(fixes) == [False, True]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ('The “night of lights" began in the mayor’s town.', "The “night of lights” began in the"),
        (
            "The \"night of lights” began; the mayor's town slept.",
            'The "night of lights" began; the',
        ),
        ("A ‘night of lights' began in the mayor’s town.", "A ‘night of lights’ began in the"),
    ],
)
def test_mixed_marks_are_set_in_the_storys_kind(text, right):
    """The other marks and apostrophes of the story say which kind."""
    other = "The town’s square." if "’s" in text else "The town's square."
    made = proof(caption(text), caption(other), caption(other.replace("square", "quay")))
    findings = run(made)

    assert [f.code for f in findings if f.code in ("TXT005", "TXT006")] == ["TXT005"]
    assert mended(text, safe_edits(findings)).startswith(right)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The word ‘home’ was painted on the mayor's door."),
        ("en", "‘Workers’ rights’ it says."),
        ("en", "The beam is 6' 2\" long, “long enough” for them."),
        ("en", "Rock ’n’ roll from the '90s, 'em said."),
        ("de", "Auf dem Schild stand „Wir gehen nicht“ und ‚nie‘."),
        ("de", "Er sagte »nein« und sie «ja»."),
        ("sv", "Hon sa ”nej” och gick."),
        ("pl", "Napis „dom” na drzwiach."),
        ("fr", 'Il dit : « l\'affiche "Non" est belle ».'),
        ("he", 'דובר צה"ל אמר "לא" בבוקר'),
        ("en", "“It was loud,” said one, “but we ‘all’ stayed.”"),
        ("en", "From ‘Abd al-Rahman to ‘Iolani Palace in Hawai‘i."),
        ("en", "“Metropolis’s ‘new’ line” and ‘Metropolis’s Heirs opened."),
    ],
)
def test_marks_of_many_countries_are_balanced(language, text):
    """Apostrophes, feet and inches, glottal stops and every style of quotation."""
    findings = run(proof(caption(text), language=language))

    assert [f.code for f in findings if f.code in ("TXT005", "TXT006")] == []


@pytest.mark.parametrize(
    ("language", "text", "sign"),
    [
        ("en", "The valley (see map, before noon.", "("),
        ("en", "The valley see map), before noon.", ")"),
        ("en", 'The "valley was closed before noon.', '"'),
        ("en", "The valley” was closed before noon.", "”"),
        ("en", "The ‘severe drought went on; the mayor’s well is dry.", "‘"),
        ("de", "Das Schild „Wir gehen nicht fiel um.", "„"),
        ("es", "El cartel «Nunca más cayó al suelo.", "«"),
    ],
)
def test_half_a_pair_is_asked_about(language, text, sign):
    """Brackets and quotation marks of any style that lack their other half."""
    assert asked("TXT006", caption(text), language=language) == [sign]


@pytest.mark.parametrize(
    "text",
    [
        "Three aims: a) safety, b) comfort and c) speed.",
        "1) left, 2) right, iv) behind.",
        "A smile :) and a frown :-( on the wall.",
        "The range [0, 10) is open.",
        "The queue (about 300 [three hundred] people) stretched.",
    ],
)
def test_lists_and_faces_are_no_lone_brackets(text):
    """List markers, emoticons, ranges and brackets in brackets."""
    assert asked("TXT006", caption(text)) == []


def test_a_quotation_may_run_over_paragraphs():
    """Only the last paragraph of a long quotation closes it."""
    made = proof(photo(), body=("“We waited all day.", "“Nobody came,” she says."))

    assert [f for f in run(made) if f.code == "TXT006"] == []


def test_a_credit_gets_its_last_bracket_on_request():
    """The one place where the other half is sure."""
    found = [f for f in run(proof(photo(credit="(Photo by Ana Silva/AP"))) if f.code == "TXT006"]

    assert [f.fix.edits[0].text for f in found] == [")"]
    assert not found[0].fix.safe


NAMES_RIGHT = [
    (
        "en",
        ("Violeta Marenco waves.", "Violeta Marenco sits.", "Violeta Marneco sleeps."),
        ["Marneco"],
    ),
    (
        "en",
        ("A hall in Wetherfield.", "Wetherfield at dusk.", "In Wehterfield, rain."),
        ["Wehterfield"],
    ),
    (
        "en",
        ("A hall in Wetherfield.", "Rain over Wetherfield.", "Snow in Wetherffield."),
        ["Wetherffield"],
    ),
    (
        "en",
        ("A walk in Wetherfield.", "Rain over Wetherfield.", "WEHTERFIELD, in capitals."),
        ["WEHTERFIELD"],
    ),
    (
        "de",
        ("Im Hafen von Nordersted.", "Regen über Nordersted.", "Auch in Nordrested."),
        ["Nordrested"],
    ),
    (
        "pt",
        ("Uma rua em Guararapes.", "Chuva em Guararapes.", "Sol em Guaraarpes."),
        ["Guaraarpes"],
    ),
    ("ru", ("Порт в Мурманске.", "Снег в Мурманске.", "Лёд в Мурмнаске."), ["Мурмнаске"]),
]


@pytest.mark.parametrize(("language", "captions", "wrong"), NAMES_RIGHT)
def test_a_lonely_form_beside_a_commoner_one_is_a_slip(language, captions, wrong):
    """Swapped, doubled and lost letters, in capitals too."""
    assert asked("TXT007", *map(caption, captions), language=language) == wrong


@pytest.mark.parametrize(
    ("language", "captions"),
    [
        ("en", ("Vladimir Smirnov waves.", "Vladimir Smirnov sits.", "Viktor Smirnoff sleeps.")),
        ("en", ("Marina Costa waves.", "Marina Costa sits.", "Martina Lopes sleeps.")),
        ("en", ("The Sarah on the left is not her sister Sara.",)),
        ("en", ("Smoke in British Columbia.", "Fire in British Columbia.", "Rain in Colombia.")),
        ("en", ("A German waits.", "The German leaves.", "Germans and Germany's flag.")),
        ("en", ("A Canadian flag.", "Two Canadians at the Canadian border.", "A Canadien jersey.")),
        ("en", ("A Māori dancer.", "The Māori hall.", "A Maori song.")),
        ("de", ("Die Männer warten.", "Zwei Männer am Tor.", "Herr Manner grüßt.")),
        ("de", ("Neue Wahlen im Land.", "Die Wahlen in Köln.", "Viele Walen im Meer.")),
        ("de", ("Das Haus Müllers.", "Das Tor von Müller.", "Frau Müller am Tor.")),
        ("es", ("Los Argentinos ganan.", "Los Argentinos cantan.", "Las Argentinas bailan.")),
        ("pl", ("Rynek w Krakowie.", "Noc w Krakowie.", "Widok Krakowa i Krakowem.")),
        ("ru", ("Снег в Москве.", "Мост в Москве.", "Вид на Москву.")),
        ("fi", ("Satama Helsingissä.", "Ilta Helsingissä.", "Kuva Helsingistä.")),
        ("en", ("Ahmed Saleh waves.", "Ahmed Saleh sits.", "Ahmad Nasser sleeps.")),
        ("en", ("Workers march.", "The Workers Party marches.", "The Walkers Party too.")),
    ],
)
def test_other_peoples_names_and_endings_are_let_pass(language, captions):
    """Namesakes, plurals, cases, genders, accents, neighbours of other names."""
    assert asked("TXT007", *map(caption, captions), language=language) == []


def test_what_the_file_says_of_its_people_counts_as_known():
    """A creator's name in the file outweighs one in a caption."""
    told = photo(caption="Violeta Marneco waits.", says={"creatorNames": ("Violeta Marenco",)})

    assert asked("TXT007", told) == ["Marneco"]


def test_one_form_against_one_is_an_open_question():
    """Where each stands once beside the same name, either may be wrong: a warning."""
    found = run(
        proof(
            caption("They ran the Wetherfield Marathon at dawn."),
            body=("We saw the Wetherfeild Marathon.",),
        )
    )

    assert [(f.code, f.severity) for f in found if f.code == "TXT007"] == [
        ("TXT007", Severity.WARNING)
    ]


@pytest.mark.parametrize(
    ("code", "style", "text", "said"),
    [
        (
            "TXT008",
            {},
            "Off the Tamar River they sit.|Fog by the Tamar River.|"
            "Sun by the Tamar River.|A boat by the Tamar river.",
            "Tamar river",
        ),
        ("TXT008", {}, "A Sand-Cat here.|the Sand Cat there.|Another Sand Cat.", "Sand-Cat"),
        ("TXT008", {}, "In cold Ávilas there.|Snow in Avilas.|Rain in Ávilas again.", "Avilas"),
        ("TXT008", {}, "On Aug. 3.|On Sept. 4.|On Oct. 5.|On Nov 6.", "Nov"),
        ("TXT008", {}, "A ceasefire.|The ceasefire holds.|No cease-fire.", "cease-fire"),
        ("TXT014", {"terms": (("quay", ("dock", "wharf")),)}, "Boats at the old wharf.", "wharf"),
        ("TXT014", {}, "Hindi devotees at dawn.", "Hindi"),
        ("TXT013", {}, "A jet in its hanger at the airport.", "hanger"),
        ("TXT011", {}, "The tower - the oldest - fell.", "- the oldest -"),
        ("TXT011", {"dash": "hyphen"}, "The tower - the oldest - fell.", None),
        ("TXT009", {"quotes": "curly"}, "The mayor's tower.", "'"),
        ("TXT009", {}, "The mayor's tower.", None),
    ],
)
def test_style_is_the_desks_or_the_storys(code, style, text, said):
    """Variants, terms, dashes and marks, by the desk's list or the story's majority."""
    house = House(style=Style(**style))

    shots = [caption(part) for part in text.split("|")]

    assert asked(code, *shots, house=house) == ([said] if said else [])


@pytest.mark.parametrize(
    "text",
    [
        "US President Ana Lima and the US president's dog.",
        "The White House is a white house.",
        "A Sand-Cat-like Sand Cat.",
        "They re-sign on Monday and resign on Friday.",
        "In May 5 boats, on Jan. 3 two.",
        "Planes in a hangar; a dress on a hanger.",
        "A rocket for the International Space Station leaves the spaceport.",
        "The Hindi language at a Hindu temple; British Columbia; Bogotá in Colombia.",
        "LISBON, Portugal - A tower fell in 1890 - 1891.",
    ],
)
def test_what_only_looks_like_a_variant_is_let_pass(text):
    """Titles before names, other words, compounds, datelines."""
    codes = {"TXT008", "TXT011", "TXT013", "TXT014"}

    assert [f.text for f in run(proof(caption(text))) if f.code in codes] == []


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("en", "A ship inPorto Alegre , Brazil.", "A ship in Porto Alegre, Brazil."),
        ("en", "Boats ( left ) and nets.", "Boats (left) and nets."),
        ("en", "Rain,hail and snow.", "Rain,hail and snow."),
        ("en", "No rain ; no hail !", "No rain; no hail!"),
        ("en", "Ana Silva ,Omar Reid and two boats.", "Ana Silva, Omar Reid and two boats."),
        ("de", "Vier Boote  ,zwei davon leer.", "Vier Boote, zwei davon leer."),
        ("fr", "Pas de pluie ; pas de vent !", "Pas de pluie ; pas de vent !"),
        ("fr", "Pas de pluie , pas de vent.", "Pas de pluie, pas de vent."),
    ],
)
def test_stray_spaces_are_mended(language, text, right):
    """Where nobody could want the old text; names and numbers are only asked about."""
    made = proof(caption(text), language=language)
    edits = [e for f in run(made) if f.code == "TXT010" and f.fix.safe for e in f.fix.edits]

    assert mended(text, edits) == right


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Pre- and post-war houses, land-, air- and sea-based."),
        ("de", "Vor- und Nachteile, Sport-, Kultur- und Musikvereine."),
        ("en", "R.Schmitt of St.Gallen, www.example.org, cutline.example and 3.5 m."),
        ("en", "The iPhone, eBay, LaGuardia, McDonald and deGrom."),
        ("en", "A .22 rifle, a ... pause, 1,000 people, 10:30."),
        ("en", "« Non ! » said the French sign ; so it went."),
        ("en", "A smile :) on the wall."),
        ("ar", "قارب ، ونهر في المدينة"),
    ],
)
def test_spaces_that_are_meant_are_let_pass(language, text):
    """Hanging hyphens, initials, addresses, names with a capital inside, French."""
    assert asked("TXT010", caption(text), language=language) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Rain&nbsp;and hail", "Rain and hail"),
        ("Rain &nbsp; and hail", "Rain  and hail"),
        ("R&amp;D", "R&D"),
        ("R&amp;amp;D", "R&D"),
        ("An <em>old</em> tower<br/>at dusk", "An old tower at dusk"),
        ("An &lt;b&gt;old&lt;/b&gt; tower", "An old tower"),
        ("cafÃ© and Ã\u00a0 la carte", "café and à la carte"),
        ("the mayorâ€™s tower", "the mayor’s tower"),
        ("Ð\u0161Ð¸ÐµÐ²", "Киев"),
        ("caf\\u00e9", "café"),
    ],
)
def test_residue_is_mended(text, right):
    """References, tags, escapes and letters read in the wrong encoding."""
    text = text.replace("\\\\", "\\")
    edits = [(r.span, r.text) for r in residues(text) if r.safe]
    for span, said in reversed(edits):
        text = text[: span.start] + said + text[span.end :]

    assert text == right
    assert not list(residues(text))


@pytest.mark.parametrize(
    "text",
    [
        "AT&T and R&D; 3 < 5 > 2",
        "“IRMÃ” and «GRÃ»",
        "São João, Ångström, Åse, İstanbul, Ðặng",
        "<3 and <Name> of the [left] one",
        "2 ** 3 and a footnote**",
    ],
)
def test_what_only_looks_like_residue_is_let_pass(text):
    """Names, comparisons, capitals before marks."""
    assert list(residues(text)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Una de lo barcas llega al puerto.", ["lo"]),
        ("Por lo menos una barca, y de lo demás nada; lo vemos a lo lejos.", []),
    ],
)
def test_a_slip_that_is_a_word_is_found_without_a_dictionary(text, said):
    """Spanish: a plural noun takes “los”."""
    assert asked("TXT013", caption(text), language="es") == said


@needs_dictionaries
@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "The goverment spokeswoman speaks to the people of Lisbon.", "goverment"),
        ("en", "The NASAs rover rolls over the red sand.", "NASAs"),
        ("de", "Die Feuerwher löscht den Brand am Rand der Stadt.", "Feuerwher"),
        ("es", "El gobierno presentó el docmento en la ciudad.", "docmento"),
    ],
)
def test_words_that_no_dictionary_has_are_looked_at(language, text, said):
    """Long words, one slip from a known one."""
    assert asked("TXT013", caption(text), language=language) == [said]


@needs_dictionaries
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The colour of a motorhome, livestreamed by a cofounder of a programme."),
        ("en", "Plates of “bacalau” and kajmak in Sesimbra, and two NGOs with CEOs."),
        ("en", "O governo apresentou o documento na cidade velha."),
        ("de", "Der Stadtmarathon, die Gussstahlfabrik, das Start-up und die Tablets."),
        ("de", "Die Nadeschdas und der Habekost."),
    ],
)
def test_words_that_are_right_are_let_pass(language, text):
    """Compounds, both Englishes, foreign texts, dishes, names."""
    assert asked("TXT013", caption(text), language=language) == []


@needs_dictionaries
def test_the_desks_own_words_are_known():
    """``words`` of cutline.toml."""
    house = House(style=Style(words=frozenset({"Goverment"})))

    assert asked("TXT013", caption("The goverment speaks to the town."), house=house) == []


def test_marks_are_paired_once_for_all_doubles_of_a_text(monkeypatch):
    """They are read to the end of the text: doing it for each double takes minutes."""
    texts = []
    monkeypatch.setattr(txt004, "marks", lambda text: texts.append(text) or quoted(text))
    run(proof(caption("Rescuers climb the the “old old” tower. " * 9)))

    assert len(texts) == len(set(texts)) == 1


@pytest.mark.parametrize("text", ["a" * 20_000, "the " * 5_000, "(" * 20_000, "‘a " * 5_000])
def test_long_texts_are_read_to_their_end(text):
    """What stands behind hostile words is found as well."""
    found = [f.text for f in run(proof(caption(f"{text} \u200b."))) if f.code == "TXT002"]

    assert found == ["\u200b"]
