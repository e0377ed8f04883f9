"""Calls go in, answers come out, in the right pairs, from processes that are renewed."""

import gc
from collections.abc import Iterator, Sequence

import pytest

from cutline.cage import Cage, Call, Done, Failed, Limits, abilities
from cutline.model import CutlineError, ReadError


def echoes(count: int) -> Iterator[Call]:
    for number in range(count):
        yield Call("cage_tasks:echo", {"number": number}, [b"%d" % number])


def test_arguments_and_blobs_come_back_in_the_right_pairs(cage: Cage) -> None:
    outcomes = dict(cage.map(echoes(40)))
    assert sorted(outcomes) == list(range(40))
    for number, outcome in outcomes.items():
        assert isinstance(outcome, Done)
        assert isinstance(outcome.value, dict)
        assert outcome.value["arguments"] == {"number": number}
        assert outcome.blobs == (b"%d" % number,)


def test_setup_runs_before_the_first_call(cage: Cage) -> None:
    outcome = cage.run(Call("cage_tasks:echo"))
    assert isinstance(outcome, Done)
    assert isinstance(outcome.value, dict)
    assert outcome.value["prepared"] == ["before confinement"]


def test_workers_stay_between_calls_and_are_renewed_after_their_share() -> None:
    with Cage(["cage_tasks:echo"], workers=1, limits=Limits(calls=100)) as cage:
        pids = []
        for _, outcome in cage.map(echoes(250)):
            assert isinstance(outcome, Done)
            assert isinstance(outcome.value, dict)
            pids.append(outcome.value["pid"])
    assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [100, 100, 50]


def test_large_blobs_cross_in_both_directions(cage: Cage) -> None:
    blobs = [bytes(50_000_000), b"", b"small", bytes(range(256)) * 1000]
    outcome = cage.run(Call("cage_tasks:echo", {}, blobs))
    assert isinstance(outcome, Done)
    assert list(outcome.blobs) == blobs


def test_blobs_are_fetched_late_and_few_at_a_time(cage: Cage) -> None:
    """However many photographs there are, at most four are in memory with two workers."""
    fetched = 0

    def fetch() -> Sequence[bytes]:
        nonlocal fetched
        fetched += 1
        return [b"photograph"]

    for taken, _ in enumerate(cage.map(Call("cage_tasks:echo", {}, fetch) for _ in range(30)), 1):
        assert fetched <= taken - 1 + 2 * cage.workers
    assert fetched == 30


def test_a_photograph_that_cannot_be_fetched_is_its_own_outcome(cage: Cage) -> None:
    def fetch() -> Sequence[bytes]:
        raise ReadError("“a.jpg” is not there", "add the file")

    calls = [Call("cage_tasks:echo", {}, fetch), Call("cage_tasks:prattle")]
    outcomes = dict(cage.map(calls))
    assert outcomes[0] == Failed("“a.jpg” is not there", "ReadError", "add the file")
    assert outcomes[1] == Done("said")


def test_a_task_says_in_its_own_words_what_is_wrong(cage: Cage) -> None:
    outcome = cage.run(Call("cage_tasks:refuse"))
    assert outcome == Failed("it is no photograph", "ReadError", "look at it")
    assert isinstance(outcome, Failed)
    assert outcome.told
    assert isinstance(outcome.error(), ReadError)
    assert str(outcome.error()) == "it is no photograph; look at it"


def test_a_bug_in_a_task_is_one_sentence_with_the_traceback_beside_it(cage: Cage) -> None:
    outcome = cage.run(Call("cage_tasks:stumble"))
    assert isinstance(outcome, Failed)
    assert outcome.kind == "bug"
    assert outcome.reason == "made cutline fail: ZeroDivisionError: a bug"
    assert "in stumble" in outcome.detail
    assert not outcome.told


def test_a_map_that_is_left_early_leaves_a_cage_that_works(cage: Cage) -> None:
    for _ in cage.map(echoes(100)):
        break
    gc.collect()
    assert len(dict(cage.map(echoes(5)))) == 5


def test_a_fault_of_the_callers_iterable_is_raised_to_the_caller(cage: Cage) -> None:
    def calls() -> Iterator[Call]:
        yield from echoes(3)
        raise KeyError("the caller's own fault")

    with pytest.raises(KeyError, match="the caller's own"):
        list(cage.map(calls()))


def test_only_the_tasks_it_was_opened_with_are_run(cage: Cage) -> None:
    with pytest.raises(ValueError, match="not opened for os:system"):
        cage.run(Call("os:system", {}))


@pytest.mark.parametrize("setup", ["cage_tasks:missing", "no_such_module:function"])
def test_a_worker_that_cannot_start_is_told_once(setup: str) -> None:
    with (
        Cage(["cage_tasks:echo"], setup=[setup], workers=1) as cage,
        pytest.raises(CutlineError, match=r"a worker cannot start: .*doctor"),
    ):
        cage.run(Call("cage_tasks:echo"))


def test_threads_before_confinement_are_refused() -> None:
    """Landlock holds for the thread that asks for it: another would stay free."""
    if not abilities()["landlock"]:
        pytest.skip("this kernel has no Landlock")
    with (
        Cage(["cage_tasks:echo"], setup=["cage_tasks:start_a_thread"], workers=1) as cage,
        pytest.raises(CutlineError, match="2 threads before it is confined"),
    ):
        cage.run(Call("cage_tasks:echo"))


def test_a_limit_is_positive() -> None:
    with pytest.raises(ValueError, match="positive"):
        Limits(cpu_seconds=0)
