"""``python -m cutline``."""

from cutline.cli import main

main(prog_name="cutline")
