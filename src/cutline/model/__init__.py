"""Frozen values that every room shares. Nothing here knows files, SQL, pixels or HTTP."""

from cutline.model.allowance import Allowance
from cutline.model.edition import Edition, Override, Picture
from cutline.model.errors import (
    BusyError,
    ConfigError,
    ConflictError,
    CutlineError,
    ReadError,
    RefusedError,
    RenderError,
    StoreError,
    TargetError,
)
from cutline.model.finding import Edit, Finding, Fix, Place, Severity, Span
from cutline.model.geometry import Box, FocalPoint, Size
from cutline.model.house import House
from cutline.model.layers import CLEARED, Change, Cleared, Layer, Layers
from cutline.model.metadata import Field, LangText, Metadata, Struct, Value
from cutline.model.photograph import Photograph, Unreadable
from cutline.model.proof import Killed, Proof, Shot
from cutline.model.restriction import Restriction
from cutline.model.story import (
    EMPTY,
    Block,
    BlockKind,
    Correction,
    Layout,
    Passage,
    Placement,
    Run,
    Story,
)
from cutline.model.style import Style
from cutline.model.theme import Theme

__all__ = [
    "CLEARED",
    "EMPTY",
    "Allowance",
    "Block",
    "BlockKind",
    "Box",
    "BusyError",
    "Change",
    "Cleared",
    "ConfigError",
    "ConflictError",
    "Correction",
    "CutlineError",
    "Edit",
    "Edition",
    "Field",
    "Finding",
    "Fix",
    "FocalPoint",
    "House",
    "Killed",
    "LangText",
    "Layer",
    "Layers",
    "Layout",
    "Metadata",
    "Override",
    "Passage",
    "Photograph",
    "Picture",
    "Place",
    "Placement",
    "Proof",
    "ReadError",
    "RefusedError",
    "RenderError",
    "Restriction",
    "Run",
    "Severity",
    "Shot",
    "Size",
    "Span",
    "StoreError",
    "Story",
    "Struct",
    "Style",
    "TargetError",
    "Theme",
    "Unreadable",
    "Value",
]
