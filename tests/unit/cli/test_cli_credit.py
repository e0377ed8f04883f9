"""Credit lines on the command line: as arguments, as lines, as lines of JSON."""

import json
import subprocess
import sys

from click.testing import CliRunner

from cutline.cli import main
from unit.desk.desks import cutline


def piped(text: bytes, *arguments: str):
    return CliRunner().invoke(main, ["credit", *arguments], input=text)


def test_a_person_reads_who_is_who():
    said = cutline("credit", "Ana Silva/ AFP/Getty Images", "Zenbrook")

    assert said.exit_code == 0
    assert said.stdout == (
        "Ana Silva/ AFP/Getty Images\n"
        "  by       Ana Silva\n"
        "  source   AFP\n"
        "  agency   Getty Images\n"
        "  look at  spacing\n"
        "\n"
        "Zenbrook\n"
        "  source   Zenbrook\n"
        "           not sure of this\n"
    )


def test_a_program_reads_one_object_for_each_line():
    said = cutline("credit", "--format", "jsonl", "Ana Silva/Pool/AFP")

    assert json.loads(said.stdout) == {
        "credit": "Ana Silva/Pool/AFP",
        "creators": ["Ana Silva"],
        "source": None,
        "agency": "AFP",
        "chain": ["AFP"],
        "flags": ["pool"],
        "issues": [],
        "sure": True,
    }


def test_standard_input_is_read_line_by_line_and_json_keeps_its_id():
    lines = b'{"id": "a1", "credit": "Ana Silva/AP"}\n\nBo Li/dpa\n{not json\n'
    told = json.loads(piped(lines, "--format", "json").stdout)

    assert [item.get("id") for item in told] == ["a1", None, None]
    assert [item["credit"] for item in told] == ["Ana Silva/AP", "Bo Li/dpa", "{not json"]


def test_json_without_a_credit_is_one_sentence():
    said = piped(b'{"id": "a1"}\n')

    assert said.exit_code == 2
    assert said.stdout == ""
    assert "line 1" in said.stderr


def test_bytes_that_are_no_text_are_read_all_the_same():
    assert piped(b"Ana Silva/\xff\xfe/AP\n").exit_code == 0


def test_a_desks_own_parties_are_known(tmp_path, monkeypatch):
    (tmp_path / "cutline.toml").write_text('[parties]\n"The Evening Bell" = ["Bell"]\n')
    monkeypatch.chdir(tmp_path)

    said = cutline("credit", "--format", "jsonl", "Ana Silva/Bell")

    assert json.loads(said.stdout)["source"] == "The Evening Bell"


def test_a_closed_standard_input_names_nobody():
    """Started by a program that gives it none: no fault of ours."""
    command = ["sh", "-c", 'exec "$0" -m cutline credit <&-', sys.executable]
    said = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")
