"""The command line: parses, calls the desk, shows what it says."""

from cutline.cli.group import main

__all__ = ["main"]
