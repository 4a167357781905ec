"""The conformance checks: a sound plugin passes each, and each has a plugin that it catches."""

import pickle
import socket
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module

import pytest

import broken_plugins
from broken_plugins import (
    CONTAINERS,
    CRATE,
    ENRICHERS,
    EXPORTERS,
    FORMATS,
    LETTER,
    ArchiveTitles,
    Crates,
    Lamps,
    Letters,
    MinimalLetters,
    Titles,
)
from cableparse import Parser
from cableparse.testing import (
    LawBroken,
    check_container,
    check_enricher,
    check_exporter,
    check_format,
    conformance_checks,
    conformance_samples,
    parametrize_with_checks,
)
from cableparse.testing.conformance.timing import LARGEST, SMALLEST, too_steep
from cableparse.testing.conformance.trial import enrichers_for
from packed import zstd

BUNDLED = Parser(autoload="bundled").registry
BROKEN = [*FORMATS, *ENRICHERS, *EXPORTERS, *CONTAINERS]
CHECKERS = {
    Letters: check_format,
    Lamps: check_enricher,
    Titles: check_exporter,
    Crates: check_container,
}


def samples(plugin: object) -> list:
    return [CRATE if isinstance(plugin, Crates) else LETTER]


@pytest.fixture(autouse=True)
def close_what_was_left_open() -> Iterator[None]:
    yield
    while broken_plugins.LEFT_OPEN:
        broken_plugins.LEFT_OPEN.pop().close()


def checker(plugin: object):
    return next(check for kind, check in CHECKERS.items() if isinstance(plugin, kind))


# ---------------------------------------------------------------- what is sound


# Imported beforehand: that they change the filters of warnings is no exporter's doing.
LIBRARIES = {
    "parquet": ["pyarrow.parquet"],
}


@parametrize_with_checks([*BUNDLED.formats, *BUNDLED.enrichers, *BUNDLED.exporters])
def test_a_bundled_plugin_keeps_every_law(plugin, check) -> None:
    for library in LIBRARIES.get(plugin.name, ()):
        pytest.importorskip(library)
    if plugin.name in {"csv", "jsonl"}:
        zstd()
    if plugin.name == "parquet":
        with suppress(ImportError):  # pyarrow imports it where it is installed
            import_module("pandas")
    check(plugin)


@parametrize_with_checks([Letters(), Lamps(), Titles(), ArchiveTitles()], samples=[LETTER])
def test_the_sound_twin_of_the_broken_plugins_keeps_every_law(plugin, check) -> None:
    check(plugin)


@parametrize_with_checks([Crates()], samples=[CRATE])
def test_a_sound_container_keeps_every_law(plugin, check) -> None:
    check(plugin)


def test_every_set_of_the_bundled_enrichers_runs_before_a_check() -> None:
    sets = {
        frozenset(enricher.name for enricher in enrichers_for(sample))
        for sample in conformance_samples(()).values()
    }
    names = {enricher.name for enricher in BUNDLED.enrichers}
    assert "typography" in names  # it is off by default
    assert len(sets) == 2 ** len(names)
    assert names in sets


# ---------------------------------------------------------------- what is broken


@pytest.mark.parametrize(
    ("name", "plugin", "said"),
    BROKEN,
    ids=[f"{name}-{number}" for number, (name, _, _) in enumerate(BROKEN)],
)
def test_a_plugin_that_breaks_a_law_is_told_which_one(name: str, plugin: object, said: str) -> None:
    (check,) = [one for one in conformance_checks(plugin) if one.name == name]
    with pytest.raises(LawBroken) as caught:
        checker(plugin)(plugin, samples=samples(plugin), only=[name])
    assert caught.value.law == name
    message = str(caught.value)
    assert said in message
    assert f"{check.kind} " in message.partition(" breaks ")[0]
    assert f"breaks {name}: {check.law}\n" in message


@pytest.mark.parametrize(
    ("kind", "plugin", "broken"),
    [
        ("format", Letters(), FORMATS),
        ("enricher", Lamps(), ENRICHERS),
        ("exporter", Titles(), EXPORTERS),
        ("container", Crates(), CONTAINERS),
    ],
    ids=["format", "enricher", "exporter", "container"],
)
def test_every_check_catches_something(kind: str, plugin: object, broken: list) -> None:
    checks = conformance_checks(plugin)
    assert {check.kind for check in checks} == {kind}
    assert {check.name for check in checks} == {name for name, _, _ in broken}


def test_every_check_states_a_law_in_one_sentence() -> None:
    for plugin in (Letters(), Lamps(), Titles(), Crates()):
        for check in conformance_checks(plugin):
            assert check.name.startswith("check_")
            assert check.law.endswith(".")
            assert len(check.law) > 30


def test_a_broken_law_shows_its_input_and_how_to_see_it_again() -> None:
    plugin = broken_plugins.MinimalLetters(lambda text: text.index("SUBJECT"))
    with pytest.raises(LawBroken) as caught:
        check_format(plugin, samples=[LETTER], only=["check_survives_partial"])
    broken = caught.value
    said = str(broken)
    assert "  found: read() raised ValueError: substring not found\n" in said
    assert f"  input: {broken.input[:20]!r}"[:-1] in said
    assert "code points)" in said
    assert "check_format(plugin, samples=samples, only=['check_survives_partial'])" in said
    assert isinstance(broken.__cause__, ValueError)
    # What the message says leads to the very input.
    name = said.partition("conformance_samples(samples)['")[2].partition("']")[0]
    assert conformance_samples([LETTER])[name].text == broken.input


def test_a_long_input_is_cut_in_the_middle() -> None:
    broken = LawBroken("check_a", "A law.", "format 'a'", "it broke", "ab" * 5000)
    assert len(str(broken)) < 400
    assert "(10,000 code points)" in str(broken)


def test_a_broken_law_goes_through_a_pickle() -> None:
    broken = LawBroken("check_a", "A law.", "format 'a'", "it broke", "text", "again")
    again = pickle.loads(pickle.dumps(broken))
    assert (str(again), again.law, again.input) == (str(broken), "check_a", "text")


# ---------------------------------------------------------------- who calls them


def test_all_checks_are_made_where_none_is_named() -> None:
    plugin = broken_plugins.MinimalLetters(broken_plugins.writes_a_file)
    with pytest.raises(LawBroken) as caught:
        check_format(plugin, samples=[LETTER])
    assert caught.value.law == "check_writes_nothing"


def test_a_check_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match=r"'check_lamp'.*check_contract"):
        check_format(Letters(), only=["check_lamp"])


@pytest.mark.parametrize(
    ("check", "plugin"),
    [(check_format, Lamps()), (check_enricher, Titles()), (check_exporter, object())],
)
def test_a_plugin_of_another_kind_is_refused(check, plugin: object) -> None:
    with pytest.raises(TypeError):
        check(plugin, only=["check_contract"])


def test_a_class_is_refused_for_it_is_no_plugin() -> None:
    with pytest.raises(TypeError, match="give an object, not its class"):
        conformance_checks(Letters)


def test_samples_may_be_texts_bytes_and_paths(tmp_path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    samples = conformance_samples([LETTER, LETTER.encode(), path])
    assert {samples[f"sample {number}"].text for number in (1, 2, 3)} == {LETTER}


def test_samples_are_the_same_each_time_and_have_names_of_their_own() -> None:
    first, second = conformance_samples([LETTER]), conformance_samples([LETTER])
    assert first == second
    assert len({sample.text for sample in first.values()}) > 100


# ---------------------------------------------------------------- pytest

SUITE = """
from broken_plugins import CountingLamps, Lamps, Letters
from cableparse.testing import parametrize_with_checks

@parametrize_with_checks({plugins}, expected_failures={expected})
def test_conformance(plugin, check):
    check(plugin)
"""
IDEMPOTENT = {"check_idempotent": "it counts", "check_deterministic": "it counts"}


@pytest.mark.parametrize(
    ("plugins", "expected", "outcomes"),
    [
        ("[Lamps()]", None, {"passed": 4}),
        ("[CountingLamps()]", None, {"passed": 1, "failed": 3}),
        (
            "[CountingLamps()]",
            {**IDEMPOTENT, "check_picklable": "it counts"},
            {"passed": 1, "xfailed": 3},
        ),
        ("[Lamps()]", IDEMPOTENT, {"passed": 2, "failed": 2}),
        (
            "[Letters(), Lamps()]",
            {"letters.check_pure": "no reason"},
            {"passed": 6, "failed": 1},
        ),
        ("[Lamps()]", {"check_lamp": "no such check"}, {"errors": 1}),
        ("[Lamps()]", "lambda plugin: {'check_pure': 'none'}", {"passed": 3, "failed": 1}),
    ],
)
def test_expected_failures_are_strict(
    pytester: pytest.Pytester, plugins: str, expected: object, outcomes: dict[str, int]
) -> None:
    text = SUITE.format(plugins=plugins, expected=expected)
    pytester.makepyfile(test_suite=text)
    pytester.syspathinsert(str(broken_plugins.__file__).rpartition("/")[0])
    few = "pure or idempotent or deterministic or picklable"
    result = pytester.runpytest_inprocess("-p", "no:cacheprovider", "-q", "-k", few)
    result.assert_outcomes(**outcomes)


# ---------------------------------------------------------------- growth, on a clock that we wind


class Wound:
    """A clock that goes by what the work says it costs."""

    def __init__(self, cost) -> None:
        self.now, self.cost, self.noise = 0.0, cost, 1.0

    def __call__(self) -> float:
        return self.now

    def work(self, size: int) -> None:
        self.now += self.cost(size) * self.noise


@pytest.mark.parametrize(
    ("cost", "steep"),
    [
        (lambda size: size * 1e-6, False),
        (lambda size: size * 1e-6 * size.bit_length(), False),
        (lambda size: size**2 * 1e-9, True),
        (lambda size: size * 1e-6 + size**2 * 1e-10, True),
        (lambda size: size**3 * 1e-12, True),
        (lambda size: 1e-9, False),
        (lambda size: 1.0, False),
    ],
    ids=["n", "n log n", "n²", "n² behind n", "n³", "too fast to measure", "constant"],
)
def test_growth_is_steep_from_about_the_square_on(cost, steep: bool) -> None:
    clock = Wound(cost)
    growth = too_steep(lambda size: size, clock.work, clock)
    assert (growth is not None) is steep
    if growth is not None:
        assert growth.exponent > 1.6
        assert SMALLEST <= growth.size <= LARGEST * 8


def test_one_slow_round_is_not_steep() -> None:
    clock = Wound(lambda size: size * 1e-6)
    rounds = iter(range(10**6))

    def work(size: int) -> None:
        # Another program took the processor while the larger input was first measured.
        clock.noise = 5.0 if 6 < next(rounds) < 12 else 1.0
        clock.work(size)

    assert too_steep(lambda size: size, work, clock) is None


def test_a_stream_that_was_closed_is_seen_where_all_checks_are_made() -> None:
    with pytest.raises(LawBroken) as broken:
        check_exporter(Titles(closes_given=True))
    assert broken.value.law == "check_leaves_open_what_it_was_given"


def test_whatever_the_check_nothing_reaches_out() -> None:
    reached: list[str] = []

    def reaches_out(text: str) -> None:
        with suppress(Exception):
            socket.getaddrinfo("localhost", 80)
            reached.append(text)

    (check,) = [
        one for one in conformance_checks(MinimalLetters(len)) if one.name == "check_contract"
    ]
    check(MinimalLetters(reaches_out))
    assert reached == []
