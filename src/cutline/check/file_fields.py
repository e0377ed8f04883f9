"""The properties of a photograph's file as findings name them: ``meta.instructions``.

The names are the keys of ``meta`` in story JSON; properties that have none there go by their
TechReference id.
"""

from cutline.model import Photograph, Unreadable

_KEYS = {
    "creatorNames": "byline",
    "creditLine": "credit",
    "dateCreated": "date_created",
    "usageTerms": "usage_terms",
    "copyrightNotice": "copyright",
}
_PROPERTIES = {key: name for name, key in _KEYS.items()}
_META = "meta."


def file_field(name: str) -> str:
    """The field of a finding about a property, by the property's TechReference id."""
    return _META + _KEYS.get(name, name)


def file_text(photograph: Photograph | Unreadable | None, field: str) -> str:
    """The words of such a field; empty for any other field and where nothing is known."""
    if not field.startswith(_META) or not isinstance(photograph, Photograph):
        return ""
    key = field.removeprefix(_META)
    return photograph.metadata.text(_PROPERTIES.get(key, key))
