"""The structures of IPTC Photo Metadata: members with their XMP names.

Source: IPTC Photo Metadata TechReference 2024.1, ``ipmd_struct``. GPS members stay texts:
XMP writes them as ``26,34.951N`` (XMP Specification Part 2, GPSCoordinate).
"""

from collections.abc import Mapping
from types import MappingProxyType

from cutline.metadata.properties import Kind, Property


def _members(
    prefix: str, *rows: tuple[str, str] | tuple[str, str, Kind | str]
) -> tuple[Property, ...]:
    return tuple(_member(prefix, *row) for row in rows)


def _member(prefix: str, id: str, name: str, kind: Kind | str = Kind.TEXT) -> Property:
    """One member; ``kind`` given as text names a structure, ``*`` after it a list of them."""
    xmp = name if ":" in name else f"{prefix}:{name}"
    if isinstance(kind, Kind):
        return Property(id, xmp, kind)
    shape = kind.rstrip("*")
    return Property(id, xmp, Kind.STRUCTS if kind != shape else Kind.STRUCT, shape=shape)


_L, _M, _N = Kind.LANG, Kind.TEXTS, Kind.NUMBER
_EXT = "Iptc4xmpExt"

STRUCTURES: Mapping[str, tuple[Property, ...]] = MappingProxyType(
    {
        "CreatorContactInfo": _members(
            "Iptc4xmpCore",
            ("address", "CiAdrExtadr"),
            ("city", "CiAdrCity"),
            ("country", "CiAdrCtry"),
            ("emailwork", "CiEmailWork"),
            ("phonework", "CiTelWork"),
            ("postalCode", "CiAdrPcode"),
            ("region", "CiAdrRegion"),
            ("weburlwork", "CiUrlWork"),
        ),
        "ArtworkOrObject": _members(
            _EXT,
            ("circaDateCreated", "AOCircaDateCreated"),
            ("contentDescription", "AOContentDescription", _L),
            ("contributionDescription", "AOContributionDescription", _L),
            ("copyrightNotice", "AOCopyrightNotice"),
            ("creatorNames", "AOCreator", _M),
            ("creatorIdentifiers", "AOCreatorId", _M),
            ("currentCopyrightOwnerIdentifier", "AOCurrentCopyrightOwnerId"),
            ("currentCopyrightOwnerName", "AOCurrentCopyrightOwnerName"),
            ("currentLicensorIdentifier", "AOCurrentLicensorId"),
            ("currentLicensorName", "AOCurrentLicensorName"),
            ("dateCreated", "AODateCreated"),
            ("physicalDescription", "AOPhysicalDescription", _L),
            ("source", "AOSource"),
            ("sourceInventoryNr", "AOSourceInvNo"),
            ("sourceInventoryUrl", "AOSourceInvURL"),
            ("stylePeriod", "AOStylePeriod", _M),
            ("title", "AOTitle", _L),
        ),
        "CvTerm": _members(
            _EXT,
            ("cvId", "CvId"),
            ("cvTermId", "CvTermId"),
            ("cvTermName", "CvTermName", _L),
            ("cvTermRefinedAbout", "CvTermRefinedAbout"),
        ),
        "EmbdEncRightsExpr": _members(
            _EXT,
            ("encRightsExpr", "EncRightsExpr"),
            ("rightsExprEncType", "RightsExprEncType"),
            ("rightsExprLangId", "RightsExprLangId"),
        ),
        "Entity": _members(_EXT, ("identifiers", "xmp:Identifier", _M), ("name", "Name", _L)),
        "EntityWRole": _members(
            _EXT, ("identifiers", "xmp:Identifier", _M), ("name", "Name", _L), ("role", "Role", _M)
        ),
        "ImageRegion": _members(
            _EXT,
            ("regionBoundary", "RegionBoundary", "RegionBoundary"),
            ("rId", "rId"),
            ("name", "Name", _L),
            ("rCtype", "rCtype", "Entity*"),
            ("rRole", "rRole", "Entity*"),
        ),
        "RegionBoundary": _members(
            _EXT,
            ("rbShape", "rbShape"),
            ("rbUnit", "rbUnit"),
            ("rbX", "rbX", _N),
            ("rbY", "rbY", _N),
            ("rbW", "rbW", _N),
            ("rbH", "rbH", _N),
            ("rbRx", "rbRx", _N),
            ("rbVertices", "rbVertices", "RegionBoundaryPoint*"),
        ),
        "RegionBoundaryPoint": _members(_EXT, ("rbX", "rbX", _N), ("rbY", "rbY", _N)),
        "LinkedEncRightsExpr": _members(
            _EXT,
            ("linkedRightsExpr", "LinkedRightsExpr"),
            ("rightsExprEncType", "RightsExprEncType"),
            ("rightsExprLangId", "RightsExprLangId"),
        ),
        "Location": _members(
            _EXT,
            ("city", "City"),
            ("countryCode", "CountryCode"),
            ("countryName", "CountryName"),
            ("gpsAltitude", "exif:GPSAltitude"),
            ("gpsAltitudeRef", "exif:GPSAltitudeRef"),
            ("gpsLatitude", "exif:GPSLatitude"),
            ("gpsLongitude", "exif:GPSLongitude"),
            ("identifiers", "LocationId", _M),
            ("name", "LocationName", _L),
            ("provinceState", "ProvinceState"),
            ("sublocation", "Sublocation"),
            ("worldRegion", "WorldRegion"),
        ),
        "PersonWDetails": _members(
            _EXT,
            ("characteristics", "PersonCharacteristic", "CvTerm*"),
            ("description", "PersonDescription", _L),
            ("identifiers", "PersonId", _M),
            ("name", "PersonName", _L),
        ),
        "ProductWGtin": _members(
            _EXT,
            ("description", "ProductDescription", _L),
            ("gtin", "ProductGTIN"),
            ("identifiers", "ProductId", _M),
            ("name", "ProductName", _L),
        ),
        "RegistryEntry": _members(
            _EXT,
            ("assetIdentifier", "RegItemId"),
            ("registryIdentifier", "RegOrgId"),
            ("role", "RegEntryRole"),
        ),
        "Licensor": _members(
            "plus",
            ("licensorId", "LicensorID"),
            ("licensorName", "LicensorName"),
            ("licensorAddress", "LicensorStreetAddress"),
            ("licensorAddressDetail", "LicensorExtendedAddress"),
            ("licensorCity", "LicensorCity"),
            ("licensorStateProvince", "LicensorRegion"),
            ("licensorPostalCode", "LicensorPostalCode"),
            ("licensorCountryName", "LicensorCountry"),
            ("licensorTelephoneType1", "LicensorTelephoneType1"),
            ("licensorTelephone1", "LicensorTelephone1"),
            ("licensorTelephoneType2", "LicensorTelephoneType2"),
            ("licensorTelephone2", "LicensorTelephone2"),
            ("licensorEmail", "LicensorEmail"),
            ("licensorUrl", "LicensorURL"),
        ),
        "CopyrightOwner": _members(
            "plus",
            ("copyrightOwnerId", "CopyrightOwnerID"),
            ("copyrightOwnerName", "CopyrightOwnerName"),
        ),
        "ImageCreator": _members(
            "plus", ("imageCreatorId", "ImageCreatorID"), ("imageCreatorName", "ImageCreatorName")
        ),
        "ImageSupplier": _members(
            "plus",
            ("imageSupplierId", "ImageSupplierID"),
            ("imageSupplierName", "ImageSupplierName"),
        ),
    }
)
