"""The properties of IPTC Photo Metadata as data: where each one is kept, and how.

Source: IPTC Photo Metadata TechReference 2024.1 (62 properties, 19 structures) and the four
text properties that IPTC Extension 1.9 (standard 2025.1) added. IIM limits are bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "dc": "http://purl.org/dc/elements/1.1/",
        "exif": "http://ns.adobe.com/exif/1.0/",
        "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
        "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
        "photoshop": "http://ns.adobe.com/photoshop/1.0/",
        "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "tiff": "http://ns.adobe.com/tiff/1.0/",
        "x": "adobe:ns:meta/",
        "xml": "http://www.w3.org/XML/1998/namespace",
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "xmpNote": "http://ns.adobe.com/xmp/note/",
        "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    }
)


def clark(name: str) -> str:
    """``dc:creator`` as lxml spells it: ``{http://purl.org/dc/elements/1.1/}creator``."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


class Kind(Enum):
    """The shape of a property's value."""

    TEXT = "text"
    LANG = "text in languages"
    TEXTS = "texts"
    NUMBER = "number"
    INTEGER = "integer"
    INTEGERS = "integers"
    STRUCT = "structure"
    STRUCTS = "structures"


REPEATED = frozenset((Kind.TEXTS, Kind.INTEGERS, Kind.STRUCTS))
"""Kinds whose value is a tuple."""


@dataclass(frozen=True, slots=True)
class Property:
    """One property, or one member of a structure.

    Attributes:
        id: TechReference id (``creditLine``).
        xmp: Qualified name in XMP (``photoshop:Credit``).
        kind: Shape of the value.
        label: What people call it; empty for members of structures.
        iim: Record and dataset, None where IIM has no such property.
        limit: Largest IIM value in bytes; 0 without a limit.
        exif: Exif tag, 0 where Exif has none.
        shape: Name of the structure for ``STRUCT`` and ``STRUCTS``.
    """

    id: str
    xmp: str
    kind: Kind = Kind.TEXT
    label: str = ""
    iim: tuple[int, int] | None = None
    limit: int = 0
    exif: int = 0
    shape: str = ""


def _top(
    id: str,
    label: str,
    xmp: str,
    kind: Kind = Kind.TEXT,
    *,
    iim: int = 0,
    limit: int = 0,
    exif: int = 0,
    shape: str = "",
) -> Property:
    return Property(id, xmp, kind, label, (2, iim) if iim else None, limit, exif, shape)


_T, _L, _M, _N = Kind.TEXT, Kind.LANG, Kind.TEXTS, Kind.NUMBER
_I, _S, _SS = Kind.INTEGER, Kind.STRUCT, Kind.STRUCTS

_CORE = (
    _top("altTextAccessibility", "Alt Text", "Iptc4xmpCore:AltTextAccessibility", _L),
    _top("cityName", "City", "photoshop:City", iim=90, limit=32),
    _top("copyrightNotice", "Copyright Notice", "dc:rights", _L, iim=116, limit=128, exif=33432),
    _top("countryName", "Country", "photoshop:Country", iim=101, limit=64),
    _top("countryCode", "ISO Country Code", "Iptc4xmpCore:CountryCode", iim=100, limit=3),
    _top("creatorNames", "Creator", "dc:creator", _M, iim=80, limit=32, exif=315),
    _top(
        "creatorContactInfo",
        "Creator’s Contact Info",
        "Iptc4xmpCore:CreatorContactInfo",
        _S,
        shape="CreatorContactInfo",
    ),
    _top("jobtitle", "Creator’s Job Title", "photoshop:AuthorsPosition", iim=85, limit=32),
    _top("creditLine", "Credit Line", "photoshop:Credit", iim=110, limit=32),
    _top("dateCreated", "Date Created", "photoshop:DateCreated", iim=55, exif=36867),
    _top("description", "Description", "dc:description", _L, iim=120, limit=2000, exif=270),
    _top("captionWriter", "Description Writer", "photoshop:CaptionWriter", iim=122, limit=32),
    _top("extDescrAccessibility", "Extended Description", "Iptc4xmpCore:ExtDescrAccessibility", _L),
    _top("headline", "Headline", "photoshop:Headline", iim=105, limit=256),
    _top("instructions", "Instructions", "photoshop:Instructions", iim=40, limit=256),
    _top(
        "intellectualGenre", "Intellectual Genre", "Iptc4xmpCore:IntellectualGenre", iim=4, limit=68
    ),
    _top("jobid", "Job Id", "photoshop:TransmissionReference", iim=103, limit=32),
    _top("keywords", "Keywords", "dc:subject", _M, iim=25, limit=64),
    _top("provinceState", "Province or State", "photoshop:State", iim=95, limit=32),
    _top("usageTerms", "Rights Usage Terms", "xmpRights:UsageTerms", _L),
    _top("sceneCodes", "Scene Code", "Iptc4xmpCore:Scene", _M),
    _top("source", "Source", "photoshop:Source", iim=115, limit=32),
    _top("subjectCodes", "Subject Code", "Iptc4xmpCore:SubjectCode", _M, iim=12, limit=236),
    _top("sublocationName", "Sublocation", "Iptc4xmpCore:Location", iim=92, limit=32),
    _top("title", "Title", "dc:title", _L, iim=5, limit=64),
)

_EXTENSION = (
    _top("additionalModelInfo", "Additional Model Info", "Iptc4xmpExt:AddlModelInfo"),
    _top("aIPromptInformation", "AI Prompt Information", "Iptc4xmpExt:AIPromptInformation"),
    _top("aIPromptWriterName", "AI Prompt Writer Name", "Iptc4xmpExt:AIPromptWriterName"),
    _top("aISystemUsed", "AI System Used", "Iptc4xmpExt:AISystemUsed"),
    _top("aISystemVersionUsed", "AI System Version Used", "Iptc4xmpExt:AISystemVersionUsed"),
    _top(
        "artworkOrObjects",
        "Artwork or Object in the Image",
        "Iptc4xmpExt:ArtworkOrObject",
        _SS,
        shape="ArtworkOrObject",
    ),
    _top(
        "organisationInImageCodes",
        "Code of Organisation Featured",
        "Iptc4xmpExt:OrganisationInImageCode",
        _M,
    ),
    _top("contributors", "Contributor", "Iptc4xmpExt:Contributor", _SS, shape="EntityWRole"),
    _top("copyrightOwners", "Copyright Owner", "plus:CopyrightOwner", _SS, shape="CopyrightOwner"),
    _top("aboutCvTerms", "CV-Term About Image", "Iptc4xmpExt:AboutCvTerm", _SS, shape="CvTerm"),
    _top("dataMining", "Data Mining", "plus:DataMining"),
    _top("otherConstraints", "Other Constraints", "plus:OtherConstraints", _L),
    _top("digitalImageGuid", "Digital Image GUID", "Iptc4xmpExt:DigImageGUID", exif=42016),
    _top("digitalSourceType", "Digital Source Type", "Iptc4xmpExt:DigitalSourceType"),
    _top(
        "embdEncRightsExprs",
        "Embedded Encoded Rights Expression",
        "Iptc4xmpExt:EmbdEncRightsExpr",
        _SS,
        shape="EmbdEncRightsExpr",
    ),
    _top("eventId", "Event Identifier", "Iptc4xmpExt:EventId", _M),
    _top("eventName", "Event Name", "Iptc4xmpExt:Event", _L),
    _top("genres", "Genre", "Iptc4xmpExt:Genre", _SS, shape="CvTerm"),
    _top("imageCreators", "Image Creator", "plus:ImageCreator", _SS, shape="ImageCreator"),
    _top("imageRating", "Image Rating", "xmp:Rating", _N),
    _top("imageRegion", "Image Region", "Iptc4xmpExt:ImageRegion", _SS, shape="ImageRegion"),
    _top("registryEntries", "Registry Entry", "Iptc4xmpExt:RegistryId", _SS, shape="RegistryEntry"),
    _top("suppliers", "Image Supplier", "plus:ImageSupplier", _SS, shape="ImageSupplier"),
    _top("imageSupplierImageId", "Image Supplier Image Id", "plus:ImageSupplierImageID"),
    _top("licensors", "Licensor", "plus:Licensor", _SS, shape="Licensor"),
    _top(
        "linkedEncRightsExprs",
        "Linked Encoded Rights Expression",
        "Iptc4xmpExt:LinkedEncRightsExpr",
        _SS,
        shape="LinkedEncRightsExpr",
    ),
    _top(
        "locationCreated", "Location Created", "Iptc4xmpExt:LocationCreated", _SS, shape="Location"
    ),
    _top("locationsShown", "Location Shown", "Iptc4xmpExt:LocationShown", _SS, shape="Location"),
    _top("maxAvailHeight", "Max Available Height", "Iptc4xmpExt:MaxAvailHeight", _I),
    _top("maxAvailWidth", "Max Available Width", "Iptc4xmpExt:MaxAvailWidth", _I),
    _top("minorModelAgeDisclosure", "Minor Model Age", "plus:MinorModelAgeDisclosure"),
    _top("modelAges", "Model Age", "Iptc4xmpExt:ModelAge", Kind.INTEGERS),
    _top("modelReleaseDocuments", "Model Release Id", "plus:ModelReleaseID", _M),
    _top("modelReleaseStatus", "Model Release Status", "plus:ModelReleaseStatus"),
    _top(
        "organisationInImageNames",
        "Name of Organisation Featured",
        "Iptc4xmpExt:OrganisationInImageName",
        _M,
    ),
    _top("personInImageNames", "Person Shown", "Iptc4xmpExt:PersonInImage", _M),
    _top(
        "personsShown",
        "Person Shown (Details)",
        "Iptc4xmpExt:PersonInImageWDetails",
        _SS,
        shape="PersonWDetails",
    ),
    _top("productsShown", "Product Shown", "Iptc4xmpExt:ProductInImage", _SS, shape="ProductWGtin"),
    _top("propertyReleaseDocuments", "Property Release Id", "plus:PropertyReleaseID", _M),
    _top("propertyReleaseStatus", "Property Release Status", "plus:PropertyReleaseStatus"),
    _top("webstatementRights", "Web Statement of Rights", "xmpRights:WebStatement"),
)

PROPERTIES: tuple[Property, ...] = _CORE + _EXTENSION
"""All 66 properties: Core, then Extension, in the order of the standard."""

EMBARGO: tuple[Property, ...] = (
    Property("embargoedUntil", "", label="Embargoed Until", iim=(2, 30)),
    Property("expires", "", label="Expires", iim=(2, 37)),
)
"""Release and expiration of IIM 4.2 (2:30 with 2:35, 2:37 with 2:38). IPTC Photo Metadata has no
such properties, but wires still send them; the first has the name that ninjs gives it."""

BY_ID: Mapping[str, Property] = MappingProxyType(
    {entry.id: entry for entry in (*PROPERTIES, *EMBARGO)}
)
