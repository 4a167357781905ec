"""What the kit sees of a plugin's doings."""

import shutil

from cableparse.testing.conformance.watching import watched


def test_a_folder_that_is_taken_away_is_seen_by_its_path_alone(tmp_path) -> None:
    folder = tmp_path / "scratch"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "letter.txt").write_bytes(b"")
    with watched() as seen:
        shutil.rmtree(folder)
    assert ("shutil.rmtree", str(folder)) in seen.writes
    assert {path for _, path in seen.writes} == {str(folder)}
