"""Invented archives: what they hold, that they are streamed, and how they are stored."""

import csv
import re
import tracemalloc
import zipfile
from collections import Counter
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from cableparse import Cable, EmptyInputError, Failure, Parser, UnclaimedError
from cableparse.testing import (
    Draft,
    Fault,
    InventedDocument,
    invented_archive,
    write_csv,
    write_folder,
    write_zip,
)
from cableparse.testing.archives import invented

SEED = 5


@cache  # not when the tests are collected, which every process does
def invented_documents() -> list[InventedDocument]:
    return list(invented_archive(400, SEED, faults=0.05))


def telegrams() -> list[InventedDocument]:
    return [one for one in invented_documents() if one.fault is None]


# ---------------------------------------------------------------- what it holds


def test_the_same_seed_gives_the_same_documents():
    assert list(invented_archive(30, SEED, faults=0.05)) == invented_documents()[:30]
    assert list(invented_archive(30, SEED + 1, faults=0.05)) != invented_documents()[:30]


def test_both_decades_all_formats_and_faults_of_all_kinds_are_in_it(parser: Parser):
    formats = Counter(one.format for one in telegrams())
    assert set(formats) == {one.name for one in parser.registry.formats}
    assert min(formats.values()) > 10
    years = {one.draft.mrn.year for one in telegrams()}
    assert {1973, 1979, 2002, 2009} <= years <= {*range(1973, 1980), *range(2002, 2011)}
    assert {one.fault for one in invented_documents()} == {None, *Fault}
    damaged = sum(bool(one.copy.damage) for one in telegrams()) / len(telegrams())
    assert 0.2 < damaged < 0.5


def test_names_are_relative_paths_of_which_no_two_are_alike():
    names = [one.name.casefold() for one in invented_documents()]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9]+/[a-z0-9]+\.(txt|html)", name) for name in names)


def test_every_telegram_is_claimed_by_its_format_and_agrees_with_its_wrapping(parser: Parser):
    for one in telegrams():
        cable = parser.parse(one.text, name=one.name)
        assert cable.format == one.format, one.name
        assert "metadata.conflict" not in {defect.code for defect in cable.defects}, one.name


def test_every_undamaged_telegram_is_read_as_it_was_drafted(parser: Parser):
    clean = [one for one in telegrams() if not one.copy.damage]
    for one in clean:
        cable = parser.parse(one.text, name=one.name)
        assert Draft.of(cable) == one.draft, one.name
        assert not cable.defects, one.name
    assert len(clean) > 150


def test_a_damaged_telegram_is_read_as_what_remains(parser: Parser):
    # A wrapping states what the site's lost lines stated.
    damaged = [
        one for one in telegrams() if one.copy.damage and "lines-lost" not in one.copy.damage
    ]
    for one in damaged:
        assert Draft.of(parser.parse(one.text, name=one.name)) == one.copy.remains, one.name
    assert len(damaged) > 50


def test_most_references_lead_to_a_telegram_of_an_earlier_day_in_the_archive():
    days = {one.draft.mrn: one.draft.sent_at for one in telegrams()}
    followed = total = 0
    for one in telegrams():
        cited = [reference.mrn for reference in one.draft.references if reference.mrn]
        assert len(set(cited)) == len(cited)
        for mrn in cited:
            total += 1
            if mrn in days:
                followed += 1
                assert days[mrn] < one.draft.sent_at
    assert followed > total / 2 > 100


def test_every_telegram_has_a_number_of_its_own():
    numbers = [one.draft.mrn.serial for one in telegrams()]
    assert len(set(numbers)) == len(numbers)


# ---------------------------------------------------------------- faults


def test_what_is_no_cable_can_not_be_read(parser: Parser):
    errors = {Fault.NO_CABLE: UnclaimedError, Fault.EMPTY: EmptyInputError}
    met = set()
    for one in invented_documents():
        if one.fault in errors:
            met.add(one.fault)
            assert (one.format, one.draft, one.copy) == (None, None, None)
            with pytest.raises(errors[one.fault]):
                parser.parse(one.text)
    assert met == set(errors)


def test_another_telegrams_text_contradicts_the_wrapping(parser: Parser):
    wrong = [one for one in invented_documents() if one.fault is Fault.ANOTHER_TEXT]
    for one in wrong:
        assert one.copy.truth.mrn != one.draft.mrn
        cable = parser.parse(one.text, name=one.name)
        assert cable.format == one.format
        assert "metadata.conflict" in {defect.code for defect in cable.defects}, one.name
    assert wrong


def test_the_share_of_faults_is_the_callers():
    assert {one.fault for one in invented_archive(60, SEED, faults=0)} == {None}
    # The first telegram of a decade has no other one whose text it could carry.
    sound = [one for one in invented_archive(60, SEED, faults=1) if one.fault is None]
    assert len(sound) <= 2


# ---------------------------------------------------------------- a stream


def test_an_archive_of_nothing_is_empty():
    assert list(invented_archive(0)) == []


def test_the_first_of_the_longest_archive_are_there_at_once():
    few = list(islice(invented_archive(invented.MOST, SEED, faults=0.05), 20))
    assert few == invented_documents()[:20]


def test_memory_does_not_grow_with_the_archive(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(invented, "_REMEMBERED", 10)
    held = []
    tracemalloc.start()
    try:
        for number, _ in enumerate(invented_archive(450, SEED), 1):
            if number in {150, 450}:
                held.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert held[1] - held[0] < 300_000  # three hundred drafts have two million bytes


@pytest.mark.parametrize("size", [-1, invented.MOST + 1])
def test_a_size_that_no_archive_has_is_refused(size: int):
    with pytest.raises(ValueError, match=r"an invented archive has 0 to 900,000 documents, not"):
        invented_archive(size)


@pytest.mark.parametrize("share", [-0.1, 1.5])
def test_a_share_that_is_none_is_refused(share: float):
    with pytest.raises(ValueError, match=r"faults is a share from 0 to 1, not"):
        invented_archive(1, faults=share)


# ---------------------------------------------------------------- stored


def test_a_folder_has_a_file_a_document(parser: Parser, tmp_path: Path):
    documents = invented_documents()[:60]
    assert write_folder(documents, tmp_path / "new" / "archive") == 60
    root = tmp_path / "new" / "archive"
    found = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    assert {name: path.read_bytes().decode() for name, path in found.items()} == {
        one.name: one.text for one in documents
    }
    read = Counter(type(one) for one in parser.scan(root))
    bad = sum(one.draft is None for one in documents)
    assert read == {Cable: 60 - bad, Failure: bad}


def test_a_zip_file_has_a_member_a_document_and_is_the_same_each_time(tmp_path: Path):
    documents = invented_documents()[:40]
    paths = [tmp_path / "one.zip", tmp_path / "two.zip"]
    assert [write_zip(iter(documents), path) for path in paths] == [40, 40]
    assert paths[0].read_bytes() == paths[1].read_bytes()
    with zipfile.ZipFile(paths[0]) as archive:
        assert archive.namelist() == [one.name for one in documents]
        assert [archive.read(one.name).decode() for one in documents] == [
            one.text for one in documents
        ]


def read_rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, escapechar="\\", doublequote=False))


def test_the_table_has_eight_columns_and_the_telegram_in_two_of_them(tmp_path: Path):
    target = tmp_path / "cables.csv"
    documents = invented_documents()[:80]
    assert write_csv(iter(documents), target) == 80
    rows = read_rows(target)
    assert [row[0] for row in rows] == [str(number) for number in range(1, 81)]
    for one, row in zip(documents, rows, strict=True):
        _, day, number, origin, level, references, head, body = row
        if one.copy is None:
            assert row[1:] == ["", "", "", "", "", "", one.text]
            continue
        draft = one.draft
        sent = draft.sent_at
        assert day == f"{sent.month}/{sent.day}/{sent.year} {sent.hour}:{sent.minute:02d}"
        assert number == str(draft.mrn)
        assert origin.split()[0] in {"Embassy", "Consulate", "Secretary"}
        assert level.partition("//")[0] == draft.classification.value
        assert references.split("|") == [str(r.mrn) for r in draft.references if r.mrn] or [""]
        assert head + body == one.copy.text
        if not one.copy.damage:
            assert re.match(r"(UNCLAS|C O N F|S E C|LIMITED)", body)
            assert "FM " in head


def test_the_tables_quotes_backslashes_and_line_ends_come_back(tmp_path: Path):
    text = 'He said "the \\ of it"\\\nand, "no".\r\n'
    write_csv([InventedDocument(name="a.txt", text=text)], tmp_path / "cables.csv")
    written = (tmp_path / "cables.csv").read_bytes()
    assert written.startswith(b'"1","","","","","","","He said \\"the \\\\ of it\\"\\\\\nand, ')
    assert written.endswith(b'\r\n"\n')
    assert read_rows(tmp_path / "cables.csv")[0][-1] == text
