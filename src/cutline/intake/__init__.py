"""A photograph arrives: who supplied it, and what its fields say once habits are taken off."""

from cutline.intake.corrected import Corrected, correct
from cutline.intake.said import Said
from cutline.intake.supplier import Correction

__all__ = ["Corrected", "Correction", "Said", "correct"]
