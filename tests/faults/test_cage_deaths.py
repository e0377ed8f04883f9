"""Workers die in every way there is; the run goes on, and each death has its reason."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cutline.cage import Cage, Call, Done, Failed, Limits, abilities

TASKS = Path(__file__).parents[1] / "unit" / "cage"
NAMES = "echo end spin wait chatter hoard prattle garble attempt"


@pytest.fixture
def cage(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cage]:
    monkeypatch.syspath_prepend(str(TASKS))
    tasks = [f"cage_tasks:{name}" for name in NAMES.split()]
    limits = Limits(memory_bytes=700_000_000, reply_bytes=1_000_000)
    with Cage(tasks, workers=2, limits=limits) as cage:
        yield cage


def failure(cage: Cage, call: Call) -> Failed:
    """How a call fails, with a good call before and after it in the same run."""
    good = Call("cage_tasks:prattle")
    outcomes = dict(cage.map([good, call, good]))
    assert outcomes[0] == outcomes[2] == Done("said")
    assert isinstance(outcomes[1], Failed)
    return outcomes[1]


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ("kill", "lost its worker, which was killed from outside"),
        ("abort", "crashed the decoder"),
        ("exit", "crashed the decoder"),
    ],
)
def test_a_death_is_an_outcome(cage: Cage, how: str, reason: str) -> None:
    failed = failure(cage, Call("cage_tasks:end", {"how": how}))
    assert (failed.kind, failed.reason) == ("crash", reason)


def test_an_endless_loop_is_ended_by_the_wall_clock(cage: Cage) -> None:
    failed = failure(cage, Call("cage_tasks:spin", wall_seconds=0.5))
    assert (failed.kind, failed.reason) == ("time", "took longer than 0.5 s")


def test_an_endless_loop_is_ended_by_the_processor_clock(cage: Cage) -> None:
    failed = failure(cage, Call("cage_tasks:spin", cpu_seconds=1))
    assert (failed.kind, failed.reason) == ("time", "needed more than 1 s of processor time")


def test_endless_chatter_does_not_stop_the_clock(cage: Cage) -> None:
    failed = failure(cage, Call("cage_tasks:chatter", wall_seconds=0.5))
    assert failed.reason == "took longer than 0.5 s"
    assert len(failed.detail) < 5000


def test_a_bomb_meets_the_memory_limit(cage: Cage) -> None:
    failed = failure(cage, Call("cage_tasks:hoard"))
    assert (failed.kind, failed.reason) == ("memory", "needed more than 0.7 GB of memory")


def test_garbage_is_no_answer(cage: Cage) -> None:
    failed = failure(cage, Call("cage_tasks:garble"))
    assert (failed.kind, failed.reason) == ("crash", "got a garbled answer")


def test_an_answer_beyond_the_limit_is_not_taken(cage: Cage) -> None:
    failed = failure(cage, Call("cage_tasks:echo", {}, [bytes(2_000_000)]))
    assert (failed.kind, failed.reason) == ("crash", "got a garbled answer")


def test_a_worker_killed_from_outside_ends_nothing(cage: Cage) -> None:
    """A run in which one worker is killed, whatever call it had, answers every call."""
    for delay in (0.05, 0.2, 0.4):

        def kill_one(delay: float = delay) -> None:
            time.sleep(delay)
            for worker in list(cage._busy)[:1]:
                os.kill(worker.pid, signal.SIGKILL)

        killer = threading.Thread(target=kill_one)
        killer.start()
        outcomes = dict(cage.map([Call("cage_tasks:wait", {"seconds": 0.1})] * 10))
        killer.join()
        assert sorted(outcomes) == list(range(10))
        assert all(isinstance(outcome, Done) for outcome in outcomes.values())


def test_a_worker_killed_while_idle_costs_no_try(cage: Cage) -> None:
    assert cage.run(Call("cage_tasks:prattle")) == Done("said")
    for worker in cage._idle:
        os.kill(worker.pid, signal.SIGKILL)
        os.waitid(os.P_PID, worker.pid, os.WEXITED | os.WNOWAIT)
    assert cage.run(Call("cage_tasks:prattle")) == Done("said")


def test_an_interrupt_ends_the_workers_at_once(cage: Cage) -> None:
    """Ctrl-C in the middle of a run: no worker is left and nobody waits for it."""
    calls = [Call("cage_tasks:prattle"), *[Call("cage_tasks:wait", {"seconds": 20})] * 4]
    started = time.monotonic()
    pids: list[int] = []

    def run() -> None:
        for _ in cage.map(calls):
            while not pids:  # a worker is in neither set while it changes hands
                pids.extend(worker.pid for worker in [*cage._busy, *cage._idle])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run()
    cage.close()
    assert time.monotonic() - started < 10
    assert pids
    for pid in pids:
        assert not Path(f"/proc/{pid}").exists()


def test_a_worker_can_touch_nothing(cage: Cage, tmp_path: Path) -> None:
    """No file, no socket, no program; and nothing of our environment."""
    target = tmp_path / "secret.txt"
    target.write_text("secret")
    outcome = cage.run(Call("cage_tasks:attempt", {"target": str(target)}))
    assert isinstance(outcome, Done)
    assert isinstance(outcome.value, dict)
    assert set(outcome.value["environment"]) <= {
        "LANG",
        "LC_CTYPE",
        "TZ",
        "MALLOC_ARENA_MAX",
        "LD_LIBRARY_PATH",
        "DYLD_LIBRARY_PATH",
    }
    done = set(outcome.value["done"])
    assert not done & {"read a file", "write a file", "open a socket", "open a datagram socket"}
    version = abilities()["landlock"]
    if version < 3:
        pytest.skip("this kernel's Landlock is missing or too old to forbid the rest")
    assert done <= ({"signal its parent"} if version < 6 else set())
    assert target.read_text() == "secret"
    assert [path.name for path in tmp_path.iterdir()] == ["secret.txt"]
