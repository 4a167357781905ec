"""The site exporter: a page a cable, and what leads there."""

import hashlib
import io
import json
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import attrs
import pytest
from lxml import html

from archives import CABLE
from cableparse import ExportRefusedError, MissingExtraError, Parser, export
from cableparse_plugins.export.site import pages
from cableparse_plugins.export.site.numbers import Number, _link
from cableparse_plugins.export.site.page import page_of
from cableparse_plugins.export.site.pages import slug, write_file
from cableparse_plugins.export.site.rows import row_of

pytest.importorskip("jinja2")

PARSER = Parser(autoload="bundled")
EXPORTER = PARSER.exporter("site")
ATOM = "{http://www.w3.org/2005/Atom}"


def ferry(number: int, referred: int) -> str:
    return CABLE.format(number=number, referred=referred)


@pytest.fixture
def site(tmp_path):
    """Writes a site of these texts, and gives its folder."""

    def write(*texts: str, names: tuple[str, ...] = ()) -> Path:
        folder = tmp_path / "site"
        with EXPORTER.open(folder) as writer:
            for number, text in enumerate(texts):
                name = names[number] if names else f"{number}.txt"
                writer.write(PARSER.parse(text, format="telegram", name=name))
        return folder

    return write


def links(page: Path) -> list[str]:
    return [link for _, _, link, _ in html.parse(page).getroot().iterlinks()]


def text_of(page: Path) -> str:
    return " ".join(html.parse(page).getroot().find(".//main").text_content().split())


def test_every_link_leads_to_a_file_of_the_site(site) -> None:
    folder = site(ferry(1, 2), ferry(2, 7), ferry(2, 7), "SUBJECT: LOCKS\n\n1. Shut.\n")
    pages = [*folder.rglob("*.html")]
    assert len(pages) > 10
    for page in pages:
        for link in links(page):
            place, _, _ = link.partition("#")
            assert place in {"", "data:,"} or (page.parent / place).is_file(), f"{page}: {link}"


def test_each_copy_has_a_page_and_the_number_leads_to_both(site) -> None:
    folder = site(ferry(2, 7), ferry(2, 7))
    cables = sorted(path.name for path in (folder / "cables/2008").iterdir())
    assert cables == ["08HALIFAX2-2.html", "08HALIFAX2.html"]
    number = folder / "numbers/2008/08HALIFAX2.html"
    for cable in cables:
        assert f"../../cables/2008/{cable}" in links(number)


def test_an_absent_cable_is_named_and_says_who_refers_to_it(site) -> None:
    folder = site(ferry(1, 2))
    absent = folder / "numbers/2008/08HALIFAX2.html"
    assert "not in this archive" in text_of(absent)
    assert "../../cables/2008/08HALIFAX1.html" in links(absent)
    cited = text_of(folder / "references/index.html")
    assert cited.startswith(
        "References 2 cables are referred to; 2 of them are not in this archive."
    )


def test_indexes_lead_by_date_post_tag_and_level(site) -> None:
    folder = site(ferry(1, 2), "TAGS: ETRD\nSUBJECT: LOCKS\n\n1. Shut.\n", names=("a", "b.txt"))
    assert "2008-02 1" in text_of(folder / "dates/index.html")
    assert "without a date 1" in text_of(folder / "dates/index.html")
    assert "HALIFAX 1" in text_of(folder / "posts/index.html")
    assert "ETRD" in text_of(folder / "tags/index.html")
    assert "UNCLASSIFIED 1" in text_of(folder / "levels/index.html")
    assert "lost" in text_of(folder / "levels/unknown.html")  # the number of the second
    (locks,) = [link for link in links(folder / "dates/unknown.html") if "cables/" in link]
    assert re.fullmatch(r"\.\./cables/undated/b\.txt-[0-9a-f]{8}\.html", locks)


def test_a_long_list_goes_on_on_the_next_page(site) -> None:
    folder = site(*(ferry(number, 7000) for number in range(1, 502)))
    first, second = folder / "posts/HALIFAX.html", folder / "posts/HALIFAX.2.html"
    assert "501 cables, page 1 of 2" in text_of(first)
    assert "HALIFAX.2.html" in links(first)
    assert [link for link in links(second) if "/cables/" in link] == [
        "../cables/2008/08HALIFAX501.html"
    ]


def lists(index: Path) -> list[str]:
    """The pages that an index leads to, beside itself."""
    return [link for link in links(index) if re.fullmatch(r"[\w.-]+\.html", link)]


def test_no_list_is_written_over_another_one_whatever_the_case_of_its_name(tmp_path) -> None:
    names = ["UNKNOWN", "INDEX", "NUL", "OSLO 2", "OSLO-2", "oslo 2", "OSLO.2", "\u6f22", "\u5b57"]
    names += [f"OSLO 2 {hashlib.sha256(b'OSLO-2').hexdigest()[:16].upper()}"]
    cable = PARSER.parse(ferry(1, 2), format="telegram")
    with EXPORTER.open(tmp_path / "site") as writer:
        for name in names:
            mrn, tag = attrs.evolve(cable.mrn, post=name), attrs.evolve(cable.tags[0], code=name)
            writer.write(cable.evolve(mrn=mrn, tags=(tag,)))
        writer.write(PARSER.parse("SUBJECT: LOCKS\n\n1. Shut.\n", format="telegram"))
    for room, count in (("tags", len(names)), ("posts", len(names) + 1)):
        folder = tmp_path / "site" / room
        files = lists(folder / "index.html")
        assert len({file.casefold() for file in files} - {"index.html", "nul.html"}) == count
        assert all(text_of(folder / file).count("1 cable.") == 1 for file in files)
    assert "from an unknown post" in text_of(folder / "unknown.html")


def test_a_later_page_of_a_list_is_called_as_no_other_list() -> None:
    assert slug("OSLO 2") == "OSLO-2"
    for name in ("OSLO.2", "OSLO_2", "OSLO 2", "UNKNOWN", "unknown", "..", "CON"):
        assert "." not in slug(name)
        assert slug(name).casefold() not in {"unknown", "index", "con"}


def search(folder: Path) -> tuple[int, dict[str, list[int] | None]]:
    """Give how many cables the search has, and each word's postings."""
    count, _, firsts = json.loads(f"[{_called(folder / 'words.js', 'words')}]")
    found: dict[str, list[int] | None] = {}
    for number in range(len(firsts)):
        shown, words = json.loads(f"[{_called(folder / f'words-{number}.js', 'shard')}]")
        assert shown == number
        assert next(iter(words)) == firsts[number]
        found |= words
    assert list(found) == sorted(found)
    return count, found


def _called(path: Path, function: str) -> str:
    text = path.read_text("utf-8")
    assert text.startswith(f"cableparse.{function}(")
    return text.removeprefix(f"cableparse.{function}(").removesuffix(");\n")


def test_the_search_has_every_word_with_its_weight_and_finds_without_accents(site) -> None:
    text = "SUBJECT: LOCKS\n\n1. Shut at Málaga, Malaga, málaga. Locks too: x 漢字.\n"
    count, words = search(site(ferry(1, 2), text) / "search")
    assert count == 2
    assert words["locks"] == [1, 9]
    assert words["malaga"] == [1, 3]
    assert words["漢字"] == [1, 1]
    assert "x" not in words


def test_postings_that_were_written_to_the_disk_are_merged(site, monkeypatch) -> None:
    texts = [ferry(number, 7) for number in range(1, 8)]
    _, alone = search(site(*texts) / "search")
    monkeypatch.setattr("cableparse_plugins.export.site.search._RUN", 20)
    monkeypatch.setattr("cableparse_plugins.export.site.search._SHARD", 100)
    _, merged = search(site(*texts) / "search")
    assert merged == alone


def test_words_that_most_cables_of_a_big_archive_have_find_nothing(site, monkeypatch) -> None:
    monkeypatch.setattr("cableparse_plugins.export.site.search._COMMON", 3)
    one = "SUBJECT: LOCKS\n\n1. Shut.\n"
    _, words = search(site(one, one, one.replace("Shut", "Open")) / "search")
    assert words["locks"] is None
    assert words["open"] == [2, 1]


def test_the_feed_is_atom_with_the_cables_that_were_sent_last(site) -> None:
    later = ferry(2, 7).replace("FEB 08", "MAR 08").replace("FERRY", "FER\ufffe<Y & CO")
    folder = site(ferry(1, 2), later, "SUBJECT: LOCKS\n\n1. Shut.\n")
    root = ET.parse(folder / "feed.xml").getroot()
    atom = ATOM
    entries = root.findall(f"{atom}entry")
    assert [entry.find(f"{atom}link").get("href") for entry in entries] == [
        "cables/2008/08HALIFAX2.html",
        "cables/2008/08HALIFAX1.html",
    ]
    assert root.find(f"{atom}updated").text == entries[0].find(f"{atom}updated").text
    assert root.find(f"{atom}updated").text.startswith("2008-03-")
    assert len({entry.find(f"{atom}id").text for entry in entries}) == 2


def ids(folder: Path) -> list[str]:
    """The ids of a feed: its own, and those of its entries."""
    return [one.text or "" for one in ET.parse(folder / "feed.xml").iter(f"{ATOM}id")]


def test_the_feeds_ids_are_its_own_and_stay_when_the_site_is_built_again(site) -> None:
    first = ids(site(ferry(2, 7), ferry(2, 7), ferry(3, 7)))
    assert len(set(first)) == 4
    assert all(re.fullmatch(r"urn:cableparse:(site|entry):[0-9a-f]{64}", one) for one in first)
    assert ids(site(ferry(2, 7), ferry(2, 7), ferry(3, 7))) == first
    fewer = ids(site(ferry(2, 7), ferry(3, 7)))
    assert fewer[0] != first[0]
    assert {*fewer[1:]} < {*first[1:]}


def test_a_site_of_nothing_is_a_site(site) -> None:
    folder = site()
    assert "0 cables" in text_of(folder / "index.html")
    ET.parse(folder / "feed.xml")


HOSTILE = "<script>alert(1)</script>\u202e\"'&\ud800\x00"


def test_what_a_copy_says_is_text_on_every_page(site) -> None:
    text = f"TAGS: ETRD, {HOSTILE}\nSUBJECT: {HOSTILE}\nREF: {HOSTILE}\n\n1. {HOSTILE}\n"
    folder = site(text, names=(f"../../{HOSTILE}",))
    assert len([*(folder / "cables/undated").iterdir()]) == 1
    for page in folder.rglob("*.html"):
        assert page.resolve().is_relative_to(folder.resolve())
        scripts = html.parse(page).getroot().findall(".//script")
        assert all("alert" not in (script.text or "") for script in scripts)


IN_A_NUMBER = ["/x", "/../../../../PWNED", "<img src=x onerror=alert(1)>", '","', "1" * 300]


@pytest.mark.parametrize("serial", IN_A_NUMBER)
def test_a_number_that_is_none_stays_in_the_site_as_text(tmp_path, serial) -> None:
    cable = PARSER.parse(ferry(1, 2), format="telegram")
    odd = attrs.evolve(cable.mrn, serial=serial)
    references = tuple(attrs.evolve(one, mrn=odd) for one in cable.references)
    folder = tmp_path / "site"
    with EXPORTER.open(folder) as writer:
        writer.write(cable.evolve(mrn=odd))
        writer.write(cable.evolve(mrn=odd))
        writer.write(cable.evolve(references=references))
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    listed = (folder / ".cables.jsonl").read_text("utf-8").splitlines()
    assert sorted(json.loads(line)[0] for line in listed) == sorted(
        path.relative_to(folder).as_posix() for path in folder.glob("cables/**/*.html")
    )
    assert len(listed) == 3
    for page in folder.rglob("*.html"):
        assert not html.parse(page).getroot().xpath("//img | //*[@onerror]")
        for link in links(page):
            place, _, _ = link.partition("#")
            assert place in {"", "data:,"} or (page.parent / place).is_file(), f"{page}: {link}"


def test_numbers_and_pages_are_text_in_every_row_and_way() -> None:
    odd = '"><img src=x>'
    entry = {"number": odd, "folder": odd, "sent": None, "level": odd, "title": odd, "name": odd}
    cable = PARSER.parse(ferry(1, 2), format="telegram")
    written = (
        row_of(odd, entry),
        _link(Number(odd, odd, 1, odd)),
        page_of(cable, odd, [[odd, odd, odd]], odd).decode(),
    )
    assert all("<img" not in html for html in written)


def test_a_changed_line_of_json_is_a_failure_of_the_export_and_writes_nothing(tmp_path) -> None:
    data = PARSER.parse(ferry(1, 2), format="telegram").to_dict()
    lines = [{**data, "mrn": {**data["mrn"], "serial": serial}} for serial in (*IN_A_NUMBER, 12)]
    (tmp_path / "a.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    target = tmp_path / "out" / "deep" / "e.site"
    target.parent.mkdir(parents=True)
    result = export(tmp_path / "a.jsonl", target, parser=PARSER, workers=1)
    assert (result.inputs, result.failed) == (len(IN_A_NUMBER) + 1, len(IN_A_NUMBER))
    assert [
        path.name for path in (tmp_path / "out").rglob("*.html") if target not in path.parents
    ] == []


def test_a_digest_that_is_none_leads_no_page_elsewhere(site, tmp_path) -> None:
    cable = PARSER.parse("SUBJECT: LOCKS\n\n1. Shut.\n", format="telegram", name="a.txt")
    source = attrs.evolve(cable.source, data_digest="/../../../x")
    with EXPORTER.open(tmp_path / "site") as writer:
        writer.write(cable.evolve(source=source))
    assert [path.name for path in (tmp_path / "site/cables/undated").iterdir()] == [
        "a.txt-cable.html"
    ]


@pytest.mark.parametrize(
    "page",
    ["../x.html", "/x.html", "cables/../../x.html", "a//x.html", "c:/x.html", "a\\x.html", ""],
)
def test_a_page_outside_of_the_site_is_refused(tmp_path, page) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    with pytest.raises(ExportRefusedError, match="can't have a page at"):
        write_file(folder, page, b"x")
    assert [path.name for path in tmp_path.rglob("*")] == ["site"]


def test_what_an_encoded_cable_is_called_leads_no_page_elsewhere(tmp_path) -> None:
    folder = tmp_path / "site"
    writer = EXPORTER.open(folder).__enter__()
    entry = attrs.evolve(
        EXPORTER.encode(PARSER.parse(ferry(1, 2), format="telegram")), slug="../../../x"
    )
    with pytest.raises(ExportRefusedError, match="can't have a page at"):
        writer.write_encoded(entry)
    writer.__exit__(ExportRefusedError, None, None)
    assert (folder / ".cables.jsonl").read_bytes() == b""


def test_a_folder_with_something_else_is_refused_and_left_alone(tmp_path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "letter.txt").write_text("Dear Kari")
    with pytest.raises(ExportRefusedError, match=r"something else \(letter\.txt\)"):
        EXPORTER.open(folder).__enter__()
    assert (folder / "letter.txt").read_text() == "Dear Kari"


def test_a_file_and_a_stream_are_no_folder(tmp_path) -> None:
    (tmp_path / "site").write_text("")
    with pytest.raises(ExportRefusedError, match="is a file"):
        EXPORTER.open(tmp_path / "site").__enter__()
    with pytest.raises(TypeError, match="not to a stream"):
        EXPORTER.open(io.StringIO())


def test_without_jinja2_nothing_is_begun_and_the_extra_is_named(tmp_path, monkeypatch) -> None:
    (tmp_path / "a.txt").write_text(ferry(1, 2))
    monkeypatch.setitem(sys.modules, "jinja2", None)
    for cached in (pages.template, pages._environment):
        cached.cache_clear()
    said = r"needs jinja2, which is not installed: pip install 'cableparse\[html\]'"
    try:
        with pytest.raises(MissingExtraError, match=said):
            export(tmp_path / "a.txt", tmp_path / "site", exporter="site", parser=PARSER)
    finally:
        pages._environment.cache_clear()
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda listed: listed.unlink(), r"has no \.cables\.jsonl"),
        (lambda listed: listed.write_bytes(b""), "shorter"),
    ],
)
def test_a_site_that_lost_its_list_cannot_be_gone_on_with(site, harm, said) -> None:
    folder = site(ferry(1, 2))
    size = (folder / ".cables.jsonl").stat().st_size
    harm(folder / ".cables.jsonl")
    with pytest.raises(ExportRefusedError, match=said):
        EXPORTER.resume(folder, size).__enter__()


def test_a_page_that_was_begun_after_the_checkpoint_is_taken_away(tmp_path) -> None:
    folder = tmp_path / "site"
    writer = EXPORTER.open(folder).__enter__()
    writer.write(PARSER.parse(ferry(1, 2), format="telegram"))
    token = writer.checkpoint()
    writer.write(PARSER.parse(ferry(2, 7), format="telegram"))
    writer.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not (folder / "index.html").exists()
    with (folder / ".cables.jsonl").open("ab") as file:
        file.write(b'["cables/2008/08HAL')  # what a killed process left
    with EXPORTER.resume(folder, token) as writer:
        writer.write(PARSER.parse(ferry(3, 7), format="telegram"))
    names = sorted(path.name for path in (folder / "cables/2008").iterdir())
    assert names == ["08HALIFAX1.html", "08HALIFAX3.html"]


def test_a_list_that_speaks_of_files_elsewhere_takes_none_away(site, tmp_path) -> None:
    folder = site(ferry(1, 2))
    size = (folder / ".cables.jsonl").stat().st_size
    (tmp_path / "letter.txt").write_text("Dear Kari")
    with (folder / ".cables.jsonl").open("ab") as file:
        file.write(b'["../letter.txt",{}]\n')
    with pytest.raises(ExportRefusedError, match="a page elsewhere"):
        EXPORTER.resume(folder, size).__enter__()
    assert (tmp_path / "letter.txt").read_text() == "Dear Kari"


def test_what_a_killed_process_was_sorting_is_taken_away(site) -> None:
    folder = site(ferry(1, 2))
    (folder / ".building-1a2b").mkdir()
    (folder / ".building-1a2b" / "words-0").write_text("")
    site(ferry(1, 2))
    assert not [*folder.glob(".building-*")]


@pytest.mark.parametrize("name", ["site/", "out.site"])
def test_a_target_that_ends_as_a_folder_is_a_site(tmp_path, name) -> None:
    (tmp_path / "a.txt").write_text(ferry(1, 2))
    export(tmp_path / "a.txt", f"{tmp_path}/{name}", parser=PARSER, workers=1)
    assert (tmp_path / name / "cables/2008/08HALIFAX1.html").is_file()


def test_a_folder_whose_name_has_another_ending_is_that() -> None:
    assert PARSER.exporter_for("out/cables.parquet/").name == "parquet"
    assert PARSER.exporter_for("out/cables/").name == "site"
