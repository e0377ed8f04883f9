"""What a program costs: CPU of all its processes, wall time, peak memory."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took.

    Attributes:
        cpu: User and system time of the program and all children it waited for, seconds.
        wall: From start to end, seconds.
        peak: Largest resident set of any one process, MB.
    """

    cpu: float
    wall: float
    peak: float


def cost(command: Sequence[str | Path], cwd: Path | None = None) -> Cost:
    """Run ``command`` to its end and say what it took.

    Raises:
        RuntimeError: it failed; the message carries what it said.
    """
    words = [str(word) for word in command]
    with subprocess.Popen(
        words, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as child:
        began = time.perf_counter()
        said = child.stderr.read() if child.stderr else ""
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise RuntimeError(f"{' '.join(words)} ended with {child.returncode}: {said[-2000:]}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def paired(
    first: Callable[[], Cost], second: Callable[[], Cost], rounds: int
) -> tuple[float, float, float]:
    """Run both in turn, as a noisy machine demands.

    Returns:
        Median CPU of the first, of the second, and the median of the pairs' ratios.
    """
    mine, peer = zip(*((first().cpu, second().cpu) for _ in range(rounds)), strict=True)
    ratios = [one / other for one, other in zip(mine, peer, strict=True)]
    return statistics.median(mine), statistics.median(peer), statistics.median(ratios)


def row(what: str, measured: str, target: str = "") -> None:
    """Print one line of the table that ``make bench`` ends with."""
    print(f"| {what} | {measured} | {target} |", flush=True)
