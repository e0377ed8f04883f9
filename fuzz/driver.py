"""Throw mutated bytes at a reader until time is up; what coverage finds new is kept.

A harness is a program of its own: ``python fuzz/NAME.py [SECONDS [FOLDER]]``. The inputs that
reached new code stay in FOLDER, so that the next run goes on from there; an input that a reader
did not survive is kept there too, as ``finding-…``, and the program ends with a failure.
"""

import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import atheris

SECONDS = 600
LONGEST = 64 * 1024
SLOWEST = 5
"""Seconds that one input may take; instrumented code is several times slower than plain."""
MEMORY = 1024

instrumented = atheris.instrument_imports
"""A context: what is imported in it tells the fuzzer which code an input reached."""


def fuzz(one: Callable[[bytes], None], seeds: Iterable[bytes], words: Iterable[bytes]) -> None:
    """Call ``one`` with mutations of ``seeds``; never returns.

    Args:
        one: Reads its bytes and raises where the reader broke a promise.
        seeds: Inputs to begin with.
        words: What to splice in: markers, names, escapes.
    """
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp(prefix="fuzz-"))
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (folder / f"seed-{number}").write_bytes(seed)
    dictionary = folder.with_name(folder.name + ".words")
    dictionary.write_text("".join(f'"{_escaped(word)}"\n' for word in words), encoding="ascii")
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST}",
        f"-timeout={SLOWEST}",
        f"-rss_limit_mb={MEMORY}",
        f"-artifact_prefix={folder}/finding-",
        f"-dict={dictionary}",
        "-verbosity=0",
        "-print_final_stats=1",
        "-use_value_profile=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(folder)], one)
    atheris.Fuzz()


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)


def promise(kept: bool, broken: str) -> None:
    """Go on only if a promise was kept.

    Raises:
        AssertionError: it was not; ``broken`` says which.
    """
    if not kept:
        raise AssertionError(broken)
