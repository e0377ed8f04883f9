"""The schemas of agencies' formats, read where they lie beside the project, as judges."""

import json
import re
from datetime import datetime
from pathlib import Path

import jsonschema
from lxml import etree
from referencing import Registry, Resource

SCHEMAS = Path("standards/schemas")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def newsml_schema(shared: Path) -> etree.XMLSchema:
    """NewsML-G2 2.35, conformance power."""
    parser = etree.XMLParser(no_network=True)
    path = shared / SCHEMAS / "newsml-g2" / "NewsML-G2_2.35-spec-All-Power.xsd"
    return etree.XMLSchema(etree.parse(str(path), parser))


def ninjs_validator(shared: Path) -> jsonschema.Draft202012Validator:
    """ninjs 3.1; instants and addresses are looked at, too.

    The library passes over formats for which a package of its own is not installed.
    """
    folder = shared / SCHEMAS / "ninjs"
    schema = json.loads((folder / "ninjs-schema_3.1.json").read_text())
    places = Resource.from_contents(json.loads((folder / "GeoJSON-schema.json").read_text()))
    registry = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", places)
    checker = jsonschema.FormatChecker()
    checker.checks("uri")(lambda value: _URI.fullmatch(value) is not None)
    checker.checks("date-time", raises=ValueError)(_instant)
    return jsonschema.Draft202012Validator(schema, registry=registry, format_checker=checker)


def _instant(value: str) -> bool:
    """Whether it is an instant of RFC 3339; raises ValueError where it is in no calendar."""
    return _INSTANT.fullmatch(value) is not None and bool(datetime.fromisoformat(value))
