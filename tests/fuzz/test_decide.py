"""The deciding run: what it asks is fixed, and it says no where a law is broken."""

import os
import subprocess
import sys

import pytest

from cableparse import Cable
from conftest import TESTS
from fuzz import checks, corpus, decide


@pytest.fixture
def few(monkeypatch):
    """A deciding run over a few inputs."""
    inputs = (b"UNCLAS OSLO 000012\nSUBJECT: LOCKS\n\n1. (U) The lock is shut.\n", b"\xff\xfe")
    monkeypatch.setattr(corpus, "inputs", lambda: inputs)
    monkeypatch.setattr(corpus, "kept", lambda: inputs)
    monkeypatch.setattr(decide, "MUTATIONS", 40)


def no_shut_lock(cable: Cable) -> str | None:
    """Law 9: no lock is shut."""
    return "a lock is shut" if "lock is shut" in cable.source.text else None


def test_it_says_yes_where_every_law_is_kept(few):
    said: list[str] = []
    assert decide.decide(said.append) == 0
    assert said[-1] == "no law is broken"


def test_it_says_no_and_shows_the_shortest_input_once_where_a_law_is_broken(few, monkeypatch):
    monkeypatch.setattr(checks, "_CHEAP_FIRST", (no_shut_lock,))
    monkeypatch.setattr(decide, "ProcessPoolExecutor", Here)
    said: list[str] = []
    assert decide.decide(said.append) == 1
    assert said[-1] == "1 faults"
    assert "law-9-no-shut-lock" in said[1]
    assert "lock is shut" in said[1]
    assert "SUBJECT" not in said[1].partition("\n")[2]


def test_what_is_drawn_depends_on_no_process_hash_seed_or_folder(tmp_path):
    program = (
        "from fuzz import corpus, decide\n"
        "drawn = decide.mutations(corpus.kept(), 2_000)\n"
        "print(decide.digest((*corpus.inputs(), *drawn)))"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(TESTS.parent)},
            cwd=folder,
            check=True,
            capture_output=True,
        ).stdout
        for seed, folder in (("1", tmp_path), ("2", TESTS))
    }
    assert len(digests) == 1
    assert digests != {b""}


def test_a_mutation_does_not_depend_on_how_many_are_drawn():
    inputs = corpus.kept()
    assert decide.mutations(inputs, 10) == decide.mutations(inputs, 30)[:10]


def test_the_digest_tells_inputs_and_their_borders_apart():
    assert decide.digest([b"ab", b"c"]) != decide.digest([b"a", b"bc"])
    assert decide.digest([b"ab", b"c"]) == decide.digest([b"ab", b"c"])


class Here:
    """Asks in this process, in which a test can plant a law."""

    def __init__(self, cores):
        del cores

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None

    def map(self, ask, inputs, chunksize):
        return map(ask, inputs)
