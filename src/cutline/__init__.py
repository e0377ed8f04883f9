"""cutline: the picture desk, from wire to web."""

__version__ = "0.1.0"
