"""The kept corpus: small, in order, and every byte of it comes back."""

from fuzz import corpus


def test_every_byte_comes_back(tmp_path):
    inputs = [bytes(range(256)), b"", "¶1. (U) The lock\u2028is shut.\r\n".encode(), b"\n"]
    corpus.keep(inputs, tmp_path / "kept")
    assert sorted(corpus.kept(tmp_path / "kept")) == sorted(inputs)


def test_each_input_is_kept_once_and_the_short_ones_stand_first(tmp_path):
    corpus.keep([b"lock", b"a", b"lock", b"b"], tmp_path / "kept")
    assert corpus.kept(tmp_path / "kept") == (b"a", b"b", b"lock")


def test_the_same_inputs_make_the_same_file(tmp_path):
    corpus.keep([b"lock", b"buoy"], tmp_path / "one")
    corpus.keep([b"buoy", b"lock"], tmp_path / "other")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_the_corpus_of_the_project_is_small_and_in_its_own_order(tmp_path):
    assert corpus.KEPT.stat().st_size < 300_000
    kept = corpus.kept()
    assert len(kept) > 100
    corpus.keep(kept, tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == corpus.KEPT.read_bytes()


def test_specimens_and_what_once_broke_a_law_are_inputs_too():
    inputs = corpus.inputs()
    for folder in (corpus.SPECIMENS, corpus.CRASHES):
        documents = [path for path in folder.iterdir() if path.suffix in {".txt", ".html"}]
        assert documents
        assert all(path.read_bytes() in inputs for path in documents)


def test_a_folder_gets_every_input(tmp_path):
    corpus.spread([b"lock", b"buoy"], tmp_path / "folder")
    assert {path.read_bytes() for path in (tmp_path / "folder").iterdir()} == {b"lock", b"buoy"}
