"""Exploring: what workers leave is read, shortened and kept, and the end is clean."""

import attrs
import pytest

from fuzz import checks, team
from fuzz import explore as exploring
from fuzz.checks import Broken
from fuzz.diary import Diary, counted, findings
from fuzz.explore import explore
from fuzz.findings import Finding


@pytest.fixture
def crashes(tmp_path):
    folder = tmp_path / "crashes"
    folder.mkdir()
    return folder


def lock_is_shut(cable):
    """Law 9: no lock is shut."""
    return "a lock is shut" if "lock is shut" in cable.source.text else None


class Idle:
    """Workers that do nothing but leave what one of them found."""

    found: tuple[bytes, ...] = ()
    failed: tuple[str, ...] = ()
    interrupted = False

    def __init__(self, run, grown, seed, cores):
        self._run, self._grown = run, grown

    def start(self, seconds):
        self._grown.mkdir(parents=True, exist_ok=True)
        diary = Diary(self._run, "idle")
        for data in self.found:
            diary.ask(data)
        diary.close()

    def at_work(self):
        if self.interrupted:
            raise KeyboardInterrupt
        return False

    def stop(self):
        pass


@pytest.fixture
def run(tmp_path, crashes, monkeypatch):
    """Explores with workers that found these inputs; gives what came out and what was said."""
    monkeypatch.setattr(checks, "_CHEAP_FIRST", (lock_is_shut,))

    def start(*found, **known):
        monkeypatch.setattr(exploring, "Team", type("Team", (Idle,), {"found": found, **known}))
        said: list[str] = []
        result = explore(1, 7, said.append, lambda line: None, tmp_path / "explore", crashes)
        return result, said

    return start


LOCK = b"UNCLAS OSLO 000012\nSUBJECT: LOCKS\n\n1. (U) The lock is shut.\n"
OTHER = b"FM AMEMBASSY OSLO\nSUBJECT: BUOYS\n\n1. (U) Every lock is shut.\n"


def test_what_was_found_is_shortened_and_kept_once(run, crashes):
    result, said = run(LOCK, OTHER)
    (path,) = crashes.iterdir()
    assert not result.clean
    assert result.kept == (path,)
    assert path.name.startswith("law-9-lock-is-shut-")
    assert b"lock is shut" in path.read_bytes()
    assert len(path.read_bytes()) < min(len(LOCK), len(OTHER))
    assert any(f"python -m fuzz replay {path}" in line for line in said)


def test_a_run_that_finds_nothing_is_clean_and_says_how_much_it_asked(run):
    result, said = run(b"UNCLAS OSLO 000012\n", b"SUBJECT: BUOYS\n")
    assert result.clean
    assert result.inputs == 2
    assert said[-1].startswith("2 inputs in ")


def test_a_fault_that_is_kept_already_is_known_and_not_kept_again(run, crashes):
    (crashes / "lock.txt").write_bytes(LOCK)
    result, said = run(OTHER)
    assert [path.name for path in crashes.iterdir()] == ["lock.txt"]
    assert (result.kept, [path.name for path in result.known]) == ((), ["lock.txt"])
    assert not result.clean
    assert "known and not mended yet" in "".join(said)


def test_an_interrupt_keeps_what_was_found(run, crashes):
    result, said = run(LOCK, interrupted=True)
    assert len(result.kept) == len([*crashes.iterdir()]) == 1
    assert "1 new faults" in said[-1]


def test_a_worker_that_fails_is_no_success(run):
    result, said = run(failed=("draw-1 ended with 3: no such thing",))
    assert not result.clean
    assert "no such thing" in said[-1]


def test_what_an_interrupted_run_left_is_taken_up(run, tmp_path, crashes):
    folder = tmp_path / "explore" / "run"
    folder.mkdir(parents=True)
    Diary(folder, "before").ask(LOCK)
    result, _ = run()
    assert len(result.kept) == 1
    again, _ = run()
    assert (again.kept, len(again.known)) == ((), 1)


def test_what_an_earlier_run_left_and_was_mended_since_is_no_fault(run, tmp_path):
    folder = tmp_path / "explore" / "run"
    folder.mkdir(parents=True)
    broken = Broken("law-9-lock-is-shut", "a lock is shut")
    mended = Finding(b"UNCLAS OSLO 000012\n", broken)
    Diary(folder, "before").note(mended)
    result, said = run()
    assert result.clean
    assert f"left by an earlier run and mended since: {mended.broken.kind}" in said
    assert [*findings(folder)] == []


def test_an_input_that_ended_a_worker_is_a_finding(run, tmp_path, crashes):
    folder = tmp_path / "explore" / "run"
    folder.mkdir(parents=True)
    (folder / "guide-0-timeout-1a2b").write_bytes(b"SUBJECT: BUOYS\n")
    result, _ = run()
    assert [path.name.rpartition("-")[0] for path in result.kept] == ["law-2-timeout"]


def test_a_diary_has_every_count_and_a_few_of_each_kind(tmp_path):
    one, other = Diary(tmp_path, "one"), Diary(tmp_path, "other")
    for number in range(9):
        one.note(Finding(b"x" * (9 - number), Broken("law-4-misplaced", f"at {number}")))
        other.note(None)
    one.close()
    other.close()
    assert counted(tmp_path) == 18
    found = list(findings(tmp_path))
    assert 0 < len(found) < 9
    assert [len(one.data) for one in found] == sorted(len(one.data) for one in found)
    assert attrs.asdict(found[0].broken)["law"] == "law-4-misplaced"


@pytest.mark.parametrize("atheris", [False, True])
def test_every_core_has_a_worker_and_there_are_two_at_least(tmp_path, monkeypatch, atheris):
    monkeypatch.setattr(team, "has_atheris", lambda: atheris)
    started = []
    monkeypatch.setattr(team, "_started", lambda program, log: started.append(program))
    for cores, count in ((1, 2), (2, 2), (5, 5)):
        started.clear()
        team.Team(tmp_path, tmp_path / "grown", 7, cores).start(60)
        assert len(started) == count
        programs = {program[0] for program in started}
        assert ("fuzz.guided" in programs) == atheris
        seeds = [program[program.index("--seed") + 1] for program in started]
        assert len(set(seeds)) == count


def test_workers_work_and_end(tmp_path, crashes, monkeypatch):
    monkeypatch.setattr(team, "has_atheris", lambda: False)
    said: list[str] = []
    result = explore(2, 7, said.append, lambda line: None, tmp_path / "explore", crashes)
    assert result.failed == ()
    assert result.inputs > 0
