"""How work grows with its input: counted in CPU time of paired runs, on a noisy machine too."""

from collections.abc import Callable
from time import process_time

FACTOR = 16  # how many times longer the long input is
SLACK = 5  # linear is 1, quadratic 16: half way between them in proportion
FLOOR_S = 0.02  # what is quicker than this says nothing
TRIES = 4


def assert_linear(work: Callable[[int], object], length: int) -> None:
    """Fails where a sixteenth of the input takes far less than a sixteenth of the time.

    `work` takes a length in characters. A run that something else on the machine disturbed
    is run again: work that grows with the square fails each time.
    """
    work(length // FACTOR // 4)  # what is loaded and compiled at the first call
    ratios = []
    for _ in range(TRIES):
        short, long = _seconds(work, length // FACTOR), _seconds(work, length)
        ratios.append(long / max(short, FLOOR_S) / FACTOR)
        if ratios[-1] < SLACK:
            return
    raise AssertionError(f"{FACTOR} times the input took {FACTOR} times {ratios} the time")


def _seconds(work: Callable[[int], object], length: int) -> float:
    began = process_time()
    work(length)
    return process_time() - began
