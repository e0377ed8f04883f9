"""A house's own look: colours that can be read, a harmless logo, templates in a sandbox."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import html

from cutline.desk.config import STARTING, read_house
from cutline.desk.theming import REPLACEABLE
from cutline.model import ConfigError, House, Theme
from cutline.model.theme import DARK, LIGHT, contrast
from cutline.publish import check_page
from cutline.publish.inline import asset, digest
from cutline.publish.logo import logo
from unit.publish.editions import edition, picture, printed

DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def dressed(**theme):
    return edition(picture(), house=House(publication="The Post", page=Theme(**theme)))


def style(made):
    (found,) = html.document_fromstring(printed(made)).xpath("//style/text()")
    return found


def desk(folder: Path, settings: str = "", **told: str) -> Path:
    (folder / "templates").mkdir()
    (folder / "cutline.toml").write_text(f'publication = "The Post"\n{settings}', encoding="utf-8")
    for name, text in told.items():
        path = folder / "templates" / name.replace("__", ".")
        path.write_text(text, encoding="utf-8")
    return folder


def test_our_colours_are_those_of_the_style_sheet():
    """A house changes some of them; the contrast of the rest is reckoned with ours."""
    sheets = [asset(name) for name in ("page.css", "contents.css", "embed.css")]
    for sheet in sheets:
        told = [dict(re.findall(r"--(\w+):(#[0-9a-f]{6})", part)) for part in sheet.split("@media")]
        for ours, found in zip((LIGHT, DARK), told, strict=False):
            assert {name: ours[name] for name in found if name in ours} == {
                name: colour for name, colour in found.items() if name in ours
            }
            assert {"paper", "ink", "quiet", "accent"} <= found.keys()


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1.0)],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)


def test_a_theme_changes_its_colours_and_no_others():
    """Light values come after our dark ones, so these must be said again."""
    found = style(dressed(light=(("accent", "#005689"),), serif="Georgia, serif"))
    day, _, night = found.rpartition("@media screen and (prefers-color-scheme:dark)")

    assert ":root{--accent:#005689;--serif:Georgia, serif}" in day
    assert night.splitlines()[:2] == ["{", f":root{{--accent:{DARK['accent']}}}}}"]


def test_the_policy_allows_the_dressed_style():
    made = dressed(light=(("paper", "#ffffff"),), style="h1 { color: red }\n")
    assert "h1{color:red}" in style(made)
    assert digest(style(made)).replace("'", "&#39;") in printed(made)


@pytest.mark.parametrize(
    "theme",
    [
        {"light": (("accent", "#ff9900"),)},
        {"light": (("paper", "#555555"),)},
        {"dark": (("ink", "#333333"),)},
        {"light": (("accent", "red"),)},
        {"light": (("accent", "#fff"),)},
        {"dark": (("background", "#000000"),)},
        {"serif": "Georgia; } * { display: none"},
        {"sans": "</style><script>"},
        {"sans": "Georgia,"},
    ],
)
def test_what_cannot_be_read_or_is_no_value_is_refused(theme):
    with pytest.raises(ValueError, match=r"contrast|colour|families"):
        Theme(**theme)


def test_a_logo_is_shapes_with_a_name():
    drawn = DRAWN.format('<title>x</title><g id="a"><path d="M0 0h9v9z" fill="#c00"/></g>')
    assert logo(drawn, 'A "B" & C') == (
        '<svg class="logo" viewBox="0 0 9 9" role="img" aria-label="A &#34;B&#34; &amp; C"'
        ' fill="currentColor"><g><path d="M0 0h9v9z" fill="#c00"/></g></svg>'
    )


@pytest.mark.parametrize(
    "source",
    [
        "<p>no</p>",
        "not XML at all",
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
        '<!DOCTYPE svg [<!ENTITY e "x">]>' + DRAWN.format("&e;"),
        *map(
            DRAWN.format,
            (
                "<script>alert(1)</script>",
                "<style>path{fill:red}</style>",
                '<a href="https://evil.example"><path d="M0 0"/></a>',
                '<image href="https://evil.example/a.png"/>',
                '<path d="M0 0" onclick="alert(1)"/>',
                '<path d="M0 0" style="fill:red"/>',
                '<path d="M0 0" fill="URL(https://evil.example)"/>',
                "<foreignObject><p>x</p></foreignObject>",
                "<text>Post</text>",
                "<svg/>",
            ),
        ),
    ],
)
def test_a_logo_that_is_more_than_shapes_is_refused(source):
    with pytest.raises(ConfigError):
        logo(source, "The Post")


def test_a_logo_stands_in_place_of_the_name():
    made = html.document_fromstring(printed(dressed(logo=DRAWN.format('<path d="M0 0"/>'))))
    assert made.xpath("//header[@class='house']/svg/@aria-label") == ["The Post"]
    assert not made.xpath("//header[@class='house']/bdi")


FOOT = '{% extends "cutline/page.html.j2" %}{% block foot %}<footer>{{ publication }}</footer>'


def test_one_block_is_said_anew_and_the_rest_stays():
    own = (("page.html.j2", FOOT + "{% endblock %}"),)
    plain, made = dressed(), dressed(templates=own)
    assert "<footer>The Post</footer>" in printed(made)
    assert printed(made).replace("<footer>The Post</footer>", "") == printed(plain)


def test_a_part_is_replaced_wherever_it_is_used():
    own = (("caption.html.j2", "<figcaption>{{ figure.credit }}</figcaption>"),)
    made = dressed(templates=own)
    assert "<figcaption>Ana Silva/Example Photos</figcaption>" in printed(made)
    assert any("caption is not" in each for each in check_page(printed(made).encode(), made))


@pytest.mark.parametrize(
    "block",
    [
        "{{ publication.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ tongue.say.__globals__ }}",
        "{{ rows.append(1) }}",
        "{{ cycler.__init__.__globals__.os.system('true') }}",
        "{{ nowhere }}",
        "{{ 1 / 0 }}",
        "{% include 'page.html.j2' %}",
        "{% include '../page.html.j2' %}",
        "{% broken",
    ],
)
def test_a_template_runs_no_code_and_its_faults_are_told(block):
    own = (("page.html.j2", f"{FOOT}{block}{{% endblock %}}"),)
    with pytest.raises(ConfigError, match="templates"):
        printed(dressed(templates=own))


def test_a_desk_says_all_of_it(tmp_path):
    home = desk(
        tmp_path,
        '[page]\nlight = { accent = "#005689" }\nsans = "Arial, sans-serif"\nlogo = "l.svg"\n',
        page__css="h1 { font-weight: 700 }",
        page__html__j2=FOOT + "{% endblock %}",
        **{"l.svg": DRAWN.format("")},
    )
    assert read_house(home).page == Theme(
        light=(("accent", "#005689"),),
        sans="Arial, sans-serif",
        logo=DRAWN.format(""),
        style="h1 { font-weight: 700 }",
        templates=(("page.html.j2", FOOT + "{% endblock %}"),),
    )


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('[page]\ncolour = "#000000"', {}),
        ('[page]\nlight = { accent = "#ff9900" }', {}),
        ('[page]\nlogo = "../logo.svg"', {}),
        ('[page]\nlogo = "missing.svg"', {}),
        ('[page]\nlogo = "l.svg"', {"l.svg": " " * 4097}),
        ("", {"page.css": "@import 'x.css';"}),
        ("", {"page.css": "a { background: URL(x.png) }"}),
        ("", {"page.css": "</style>"}),
        ("", {"page.css": " " * 8193}),
        ("", {"other.html.j2": ""}),
    ],
)
def test_a_setting_that_cannot_be_is_named(tmp_path, settings, told):
    with pytest.raises(ConfigError, match=r"^cutline\.toml: "):
        read_house(desk(tmp_path, settings, **told))


def test_every_template_of_the_page_may_be_replaced():
    ours = files("cutline.publish") / "templates"
    used = {name for name in REPLACEABLE if (ours / name).is_file()}
    assert used == set(REPLACEABLE)


def test_the_starting_settings_are_valid_when_uncommented(tmp_path):
    lines = [line[2:] for line in STARTING.splitlines()[2:] if line.startswith("# ")]
    page = "\n".join(lines).partition("[page]")[2].partition("\n[")[0].partition("\nlogo")[0]
    assert read_house(desk(tmp_path, f"[page]{page}")).page.serif == "Georgia, serif"
