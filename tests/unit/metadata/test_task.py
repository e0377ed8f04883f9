"""Out of the cage as plain data; nothing that comes out of it can hurt the parent."""

import json
import time
from pathlib import Path

import pytest

from cutline.metadata import read, read_task, reading_from
from cutline.model import ReadError
from unit.metadata import build

BODY = (
    "<dc:rights><rdf:Alt><rdf:li xml:lang='x-default'>© Ana</rdf:li></rdf:Alt></dc:rights>"
    "<plus:Licensor><rdf:Seq><rdf:li plus:LicensorName='A'/></rdf:Seq></plus:Licensor>"
    "<dc:creator><rdf:Seq><rdf:li>Ana</rdf:li></rdf:Seq></dc:creator>"
)
DATA = build.jpeg(
    build.app1_xmp(build.xmp(BODY, "xmp:Rating='3'")), build.app1_exif(build.tiff({271: b"A"}))
)


def test_a_reading_crosses_whole() -> None:
    """Through JSON and back, nothing is lost."""
    answer, blobs = read_task({}, [DATA])
    assert blobs == ()
    assert reading_from(json.loads(json.dumps(answer))) == read(DATA)


def test_a_fault_crosses_as_a_fault() -> None:
    """What could not be read in the worker is a ReadError in the parent, with its sentence."""
    answer, _ = read_task({}, [b"GIF89a"])
    with pytest.raises(ReadError, match="is a GIF; cutline publishes"):
        reading_from(answer)


@pytest.mark.parametrize("value", [None, 7, "x", [], {}, {"format": "jpeg"}, {1: 2}])
def test_nonsense_is_refused(value: object) -> None:
    """Other shapes are a ReadError."""
    with pytest.raises(ReadError):
        reading_from(value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("format", "exe"),
        ("format", ["jpeg"]),
        ("size", [0, 5]),
        ("size", [True, 5]),
        ("size", [1 << 40, 5]),
        ("orientation", 9),
        ("orientation", "6"),
        ("fields", {"passwords": ["x", "xmp", {}]}),
        ("fields", {"headline": ["x", "story", {}]}),
        ("fields", {"headline": ["x", "xmp"]}),
        ("fields", {"headline": [{"@lang": 1}, "xmp", {}]}),
        ("fields", {"keywords": [["a", {"@struct": {}}], "xmp", {}]}),
        ("fields", {"headline": [None, "xmp", {}]}),
        ("capture", {"make": 1}),
        ("problems", "xmp-broken"),
        ("pixels", {"bands": 3}),
    ],
)
def test_one_wrong_part_is_refused(key: str, value: object) -> None:
    """Every part is checked for its shape."""
    answer, _ = read_task({}, [DATA])
    assert isinstance(answer, dict)
    with pytest.raises(ReadError):
        reading_from({**answer, key: value})


def test_endless_nesting_is_refused() -> None:
    """A value may not be deeper than any real one."""
    answer, _ = read_task({}, [DATA])
    assert isinstance(answer, dict)
    value: object = "x"
    for _ in range(50):
        value = {"@struct": {"city": value}}
    with pytest.raises(ReadError):
        reading_from({**answer, "fields": {"locationsShown": [value, "xmp", {}]}})


@pytest.mark.shared
def test_hostile_files_end_in_a_reading_or_a_sentence(samples: Path) -> None:
    """Nothing raises anything else, nothing takes two seconds."""
    paths = sorted(path for path in (samples / "4-hostile").rglob("*") if path.is_file())
    refused = []
    for path in paths:
        data, start = path.read_bytes(), time.process_time()
        try:
            read(data)
        except ReadError as fault:
            refused.append(str(fault))
        assert time.process_time() - start < 2, path.name
    assert 0 < len(refused) < len(paths)
    assert all(sentence and "\n" not in sentence for sentence in refused)
