"""``cutline.toml``: what it may say, and how its mistakes are named."""

from pathlib import Path

import pytest

from cutline.desk import Desk
from cutline.desk.config import STARTING, read_house
from cutline.model import ConfigError, House, StoreError
from unit.desk.desks import SILENT, cutline, desk, photograph, placing, story


def read(tmp_path: Path, text: str) -> House:
    (tmp_path / "cutline.toml").write_text(text, encoding="utf-8")
    return read_house(tmp_path)


def test_a_loose_folder_and_a_fresh_desk_have_the_defaults(tmp_path):
    assert read_house(None) == House()
    assert read(tmp_path, STARTING) == House()


def test_what_stands_commented_out_in_a_fresh_desk_may_be_used(tmp_path):
    """Every example in the file that ``cutline init`` writes is a setting that works."""
    lines = (line.removeprefix("# ") for line in STARTING.splitlines() if line.startswith("# "))
    settings = "\n".join(line for line in lines if "=" in line or line.startswith("["))
    logo = tmp_path / "templates" / "logo.svg"
    logo.parent.mkdir()
    logo.write_text('<svg viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>', encoding="utf-8")
    house = read(tmp_path, settings)

    assert house.publication == "The Example"
    assert house.url == "https://pictures.example.org/"
    assert house.parties == (("Example Press", ("Example", "EP")),)


@pytest.mark.parametrize("rule", ["CRD001", "crd001", "credit-missing"])
def test_rules_are_left_out_by_code_or_by_name(tmp_path, rule):
    newsroom = desk(tmp_path / "desk", f"[allow]\n{rule} = 'private pictures'\n")
    photograph(newsroom / "photographs" / "1.jpg", 1, SILENT)
    words = placing("../../photographs/1.jpg", credit="")
    file = story(newsroom / "stories" / "ferry" / "story.md", words)

    assert cutline("check", file).exit_code == 0
    assert cutline("publish", file).exit_code == 0


def test_a_rule_that_there_is_not_is_named(tmp_path):
    newsroom = desk(tmp_path / "desk", "[allow]\nCRD999 = 'why not'\n")
    for command in ("check", "publish"):
        result = cutline(command, newsroom / "stories" / "ferry")
        assert result.exit_code == 2
        assert "CRD999" in result.stderr
        assert "cutline.toml" in result.stderr


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("publication = ", "not TOML"),
        ("publication = 3", "“publication” must be text"),
        ("publicaton = 'The Example'", "did you mean “publication”?"),
        ("zzz = 1", "there is no setting “zzz”"),
        ("ignore = ['CRD001']", "there is no setting “ignore”"),
        ("allow = ['CRD001']", "“allow” must be a table"),
        ("[allow]\nCRD001 = 1", "“CRD001” must be text"),
        ("[allow]\nCRD001 = ' '", "CRD001 has no reason"),
        ("[allow]\nRGT001 = { bye = 'Ana' }", "did you mean “by”?"),
        ("parties = []", "“parties” must be a table"),
        ("[parties]\nEP = ['']", "“parties.EP” holds an empty text"),
        ("[style.terms]\n'' = ['a']", "“terms” holds an empty key"),
        ("[style]\nwords = [' ']", "“words” holds an empty text"),
        ("language = 'klingon!'", "“language” is no tag of a language"),
        ("channels = ['web', 'wbe']", "“channels” cannot have “wbe”"),
        ("[parties]\nEP = 'E'", "“parties.EP” must be a list"),
        ("url = 'pictures.example.org/'", "“url” is not a web address"),
        ("url = 'javascript:alert(1)//'", "“url” is not a web address"),
        ("url = 'https://example.org'", "end it with a slash"),
        ("url = 'https://[example.org/'", "“url” is not a web address"),
        ("licence_url = 'ftp://example.org/'", "“licence_url” is not a web address"),
        ("keep_releases = 0", "a number from 1 up"),
        ("keep_releases = true", "a number from 1 up"),
        ("keep_releases = 'many'", "a number from 1 up"),
        ("a = " + "[" * 5000, "not TOML"),
    ],
)
def test_a_mistake_is_named(tmp_path, text, sentence):
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, text)
    assert sentence in str(caught.value)
    assert "cutline.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_mark_of_byte_order_is_passed_over(tmp_path):
    """Some editors begin every file with one."""
    assert read(tmp_path, "\ufefflanguage = 'pt-BR'\nchannels = ['Web', 'TV']").channels == (
        "web",
        "tv",
    )


def test_settings_that_are_not_text_are_named(tmp_path):
    (tmp_path / "cutline.toml").write_bytes(b"publication = '\xff'")
    with pytest.raises(ConfigError, match="not TOML"):
        read_house(tmp_path)


def test_a_mistake_is_one_sentence_at_the_command_line(tmp_path):
    newsroom = desk(tmp_path / "desk", "publicaton = 'x'\n")
    for command in ("check", "publish"):
        result = cutline(command, newsroom / "stories" / "ferry")
        assert result.exit_code == 2
        assert len(result.stderr.strip().splitlines()) == 1
        assert "publicaton" in result.stderr


def test_init_makes_a_desk_once(tmp_path):
    made = Desk().init(tmp_path / "new" / "desk")
    assert made.read_text() == STARTING
    assert sorted(p.name for p in made.parent.iterdir()) == [
        "cutline.toml",
        "photographs",
        "stories",
    ]
    made.write_text("publication = 'Mine'\n")
    with pytest.raises(StoreError, match="is a desk already"):
        Desk().init(made.parent)
    assert made.read_text() == "publication = 'Mine'\n"
    again = cutline("init", made.parent)
    assert again.exit_code == 2
    assert "nothing was changed" in again.stderr


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("publication = Mole", 'put text in quotes: publication = "Mole"'),
        ("publication = “The Mole”", 'put text in quotes: publication = "The Mole"'),
        ("url = https://mole.example/", 'put text in quotes: url = "https://mole.example/"'),
        ("commercial = True", "write commercial = true"),
        ('publication = "Mole', "end the text with its quotation mark"),
        ("keep_releases = 5 5", "mend that line"),
    ],
)
def test_a_setting_without_quotes_says_how_to_write_it(tmp_path, line, hint):
    (tmp_path / "cutline.toml").write_text(f'language = "en"\n{line}\n', encoding="utf-8")

    with pytest.raises(ConfigError) as refused:
        read_house(tmp_path)
    assert refused.value.hint == hint
    assert "line 2" in refused.value.message


def test_init_leaves_what_lies_in_the_folder(tmp_path):
    (tmp_path / "photographs").mkdir()
    (tmp_path / "photographs" / "mine.jpg").write_bytes(b"mine")
    assert cutline("init", tmp_path).exit_code == 0
    assert (tmp_path / "photographs" / "mine.jpg").read_bytes() == b"mine"
