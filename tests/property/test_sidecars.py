"""Whatever stands in a sidecar stays there; whatever we put in comes out."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from cutline.metadata import (
    PROPERTIES,
    Kind,
    Property,
    effective,
    layers_of,
    pack_layers,
    read_sidecar,
    read_sidecar_task,
    sidecar_from,
    with_edits,
    write_sidecar,
    write_sidecar_task,
    written_from,
)
from cutline.metadata.shapes import MEMBERS, fits
from cutline.metadata.text import clean
from cutline.model import CLEARED, Change, Field, LangText, Layers, Metadata, ReadError, Value

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=40).map(clean).filter(bool)
tags = st.sampled_from(("en", "de-AT", "fr", "ar", "zh-Hant"))
languages = st.dictionaries(tags, texts, max_size=3)
numbers = st.integers(-(10**9), 10**9) | st.floats(-(10**6), 10**6).map(lambda n: round(n, 6))


def value_of(entry: Property, level: int = 0) -> st.SearchStrategy[Value]:
    """Values of a property in the shape in which they are read."""
    match entry.kind:
        case Kind.TEXT:
            return texts
        case Kind.LANG:
            return st.builds(
                lambda one, more: LangText({"x-default": one, **more}), texts, languages
            )
        case Kind.NUMBER:
            return numbers
        case Kind.INTEGER:
            return st.integers(0, 10**6)
        case Kind.INTEGERS:
            return st.lists(st.integers(0, 120).map(str), min_size=1, max_size=3).map(tuple)
        case Kind.TEXTS:
            return st.lists(texts, min_size=1, max_size=3).map(tuple)
        case Kind.STRUCT:
            return struct_of(entry.shape, level)
    return st.lists(struct_of(entry.shape, level), min_size=1, max_size=2).map(tuple)


def struct_of(shape: str, level: int) -> st.SearchStrategy[Mapping[str, Value]]:
    """Structures with at least one member; deeper ones only where they can still end."""
    rows = [row for row in MEMBERS[shape].values() if level < 2 or not row.shape]
    one = st.sampled_from([row for row in rows if not row.shape] or rows)
    return st.lists(one, min_size=1, max_size=4, unique_by=lambda row: row.id).flatmap(
        lambda chosen: st.fixed_dictionaries({row.id: value_of(row, level + 1) for row in chosen})
    )


entries = st.sampled_from(PROPERTIES)
moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=UTC)
)


def fields_of(entry: Property) -> st.SearchStrategy[Field]:
    others = st.dictionaries(st.sampled_from(("iim", "exif")), value_of(entry), max_size=1)
    return st.builds(Field, value_of(entry), st.just("xmp"), others)


def changes_of(entry: Property) -> st.SearchStrategy[Change]:
    values = st.just(CLEARED) | value_of(entry)
    authors = st.sampled_from(("supplier:afp", "Ana Silva", "Дмитрий"))
    return st.builds(Change, values, authors, st.none() | moments)


def some(made: object, most: int) -> st.SearchStrategy[dict[str, object]]:
    """A few properties with what ``made`` gives for each."""
    chosen = st.lists(entries, max_size=most, unique_by=lambda entry: entry.id)
    return chosen.flatmap(lambda rows: st.fixed_dictionaries({row.id: made(row) for row in rows}))


layered = st.builds(
    lambda supplied, corrected, edited: Layers(Metadata(supplied), corrected, edited, "ab" * 32),
    some(fields_of, 4),
    some(changes_of, 3),
    some(changes_of, 3),
)


@given(layered)
def test_layers_come_back_as_they_were_written(layers: Layers) -> None:
    """Every value in every shape, who gave it and when; and others read what counts."""
    made = write_sidecar(layers)
    found = read_sidecar(made)
    counting = effective(layers)

    assert found.problems == ()
    assert found.layers == layers
    assert dict(found.values) == {id: entry.value for id, entry in counting.fields.items()}
    assert layers_of(layers.as_supplied, found, "ab" * 32) == layers
    assert write_sidecar(layers) == made
    assert write_sidecar(layers, made) == made


@pytest.mark.parametrize("entry", PROPERTIES, ids=lambda entry: entry.id)
@settings(max_examples=8)
@given(st.data())
def test_every_property_goes_through_a_sidecar(entry: Property, data: st.DataObject) -> None:
    """All 66, their structures and languages."""
    value = data.draw(value_of(entry))
    layers = with_edits(Layers(), {entry.id: Change(value, "Ana Silva")})

    assert fits(entry, value)
    assert dict(read_sidecar(write_sidecar(layers)).values) == {entry.id: value}


@given(layered)
def test_layers_cross_the_cage(layers: Layers) -> None:
    """Written by a worker and read by another, they are the same."""
    made = written_from(*write_sidecar_task({"layers": pack_layers(layers)}, []))
    answer, _ = read_sidecar_task({}, [made])

    assert made == write_sidecar(layers)
    assert sidecar_from(answer) == read_sidecar(made)


FOREIGN = (
    '<crs:ToneCurve xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"><rdf:Seq>'
    "<rdf:li>0, 0</rdf:li><rdf:li>255, 255</rdf:li></rdf:Seq></crs:ToneCurve>",
    '<lr:hierarchicalSubject xmlns:lr="http://ns.adobe.com/lightroom/1.0/"><rdf:Bag>'
    "<rdf:li>places|Ghent</rdf:li><rdf:li>trades|baker</rdf:li></rdf:Bag></lr:hierarchicalSubject>",
    '<dc:relation xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:parseType="Resource">'
    '<rdf:value>12</rdf:value><q:unit xmlns:q="urn:q#">m</q:unit></dc:relation>',
    '<x1:said xmlns:x1="urn:words#"><rdf:Alt><rdf:li xml:lang="x-default">a &amp; b</rdf:li>'
    '<rdf:li xml:lang="de">ä\n&lt; ö</rdf:li></rdf:Alt></x1:said>',
    '<x1:note xmlns:x1="urn:words#" xml:lang="fr"> deux  mots </x1:note>',
    '<x1:link xmlns:x1="urn:words#" rdf:resource="urn:else"/>',
)


@given(
    st.lists(st.sampled_from(FOREIGN), unique=True),
    st.dictionaries(st.sampled_from(("A", "B-2", "Exposure2012")), texts, max_size=3),
    layered,
    st.booleans(),
)
def test_properties_of_others_survive(
    elements: list[str], attributes: dict[str, str], layers: Layers, apart: bool
) -> None:
    """Structure, languages, qualifiers and order stay, to the last blank."""
    packet = etree.fromstring(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="uuid:7">'
        + ('</rdf:Description><rdf:Description rdf:about="uuid:7">' if apart else "").join(elements)
        + "</rdf:Description></rdf:RDF>"
    )
    for name, text in attributes.items():
        packet[0].set(f"{{urn:settings#}}{name}", text)

    made = etree.fromstring(write_sidecar(layers, etree.tostring(packet)))

    assert foreign(made) == foreign(packet)
    abouts = {child.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about") for child in made}
    assert abouts <= {"uuid:7"}


def foreign(packet: etree._Element) -> list[bytes]:
    """Canonical XML of all that is no property of the standard and not ours."""
    found = []
    for description in packet:
        found += [
            f"{name}={text}".encode()
            for name, text in sorted(description.attrib.items())
            if name.startswith("{urn:settings#}")
        ]
        for child in description:
            text = etree.tostring(child, method="c14n", exclusive=True, with_tail=False)
            if any(name in text[:80] for name in (b"crs", b"lr:", b"dc:relation", b"x1:")):
                found.append(text)
    return found


PLAIN = write_sidecar(
    with_edits(
        Layers(Metadata({"creditLine": Field("AFP", "xmp")}), original="ab" * 32),
        {"description": Change(LangText({"x-default": "A ferry."}), "Ana", datetime.now(UTC))},
    )
)


@given(st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=6))
def test_damaged_sidecars_end_in_a_problem_or_a_reading(damage: list[tuple[float, int]]) -> None:
    """A few wrong bytes anywhere; and what is broken is never written over."""
    data = bytearray(PLAIN)
    for place, value in damage:
        data[int(place * len(data))] = value
    found = read_sidecar(bytes(data))
    answer, _ = read_sidecar_task({}, [bytes(data)])
    with suppress(ReadError):
        assert sidecar_from(answer) == found
    with suppress(ReadError):
        write_sidecar(Layers(), bytes(data))
        assert found.problems == ()


plain_data = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
)


@given(
    st.sampled_from(("values", "layers", "program", "changed", "extension", "problems")),
    plain_data,
)
def test_a_worker_can_send_what_it_likes(part: str, value: object) -> None:
    """The parent gives a sidecar or a ReadError."""
    answer, _ = read_sidecar_task({}, [PLAIN])
    with suppress(ReadError):
        layers_of(Metadata(), sidecar_from({**answer, part: value}), "ab" * 32)


@given(entries, plain_data)
def test_a_worker_can_send_any_value(entry: Property, value: object) -> None:
    """One that its property cannot have, or an empty one, is refused."""
    answer, _ = read_sidecar_task({}, [PLAIN])
    with suppress(ReadError):
        layers_of(Metadata(), sidecar_from({**answer, "values": {entry.id: value}}), "ab" * 32)


@given(moments, st.timedeltas(timedelta(0), timedelta(days=9)))
def test_the_date_of_a_sidecar_never_goes_back(at: datetime, later: timedelta) -> None:
    """``xmp:MetadataDate`` is that of the latest change."""
    first = with_edits(Layers(), {"creditLine": Change("AFP", "Ana", at + later)})
    made = write_sidecar(first)
    second = with_edits(first, {"headline": Change("Ferry", "Ana", at)})

    assert read_sidecar(write_sidecar(second, made)).changed == at + later


def test_a_frozen_view_is_a_value_like_any_other() -> None:
    """Mappings of any kind are structures."""
    rows = (MappingProxyType({"licensorName": "AFP"}),)
    layers = with_edits(Layers(), {"licensors": Change(rows, "Ana")})

    assert read_sidecar(write_sidecar(layers)).values["licensors"] == rows
