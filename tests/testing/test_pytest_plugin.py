"""The pytest plugin: fixtures, the option, and that who needs neither pays for neither."""

import subprocess
import sys
from pathlib import Path

import pytest

from cableparse import testing as kit

TEXT = "R 141745Z MAY 08\nTAGS: EWWT\nSUBJECT: LAMPS\n\n1. (U) The lamp is lit.\n"
SUITE = """
from pathlib import Path

def test_lamp(golden):
    golden(Path(__file__).with_name("lamp.txt"))
"""
HEAVY = ("cableparse", "hypothesis", "lxml", "chardet", "cattrs")


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makefile(".txt", lamp=TEXT)
    pytester.makepyfile(test_lamp=SUITE)
    return pytester


def run(suite: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return suite.runpytest_inprocess("-p", "no:cacheprovider", *arguments)


def test_the_parser_of_the_fixture_has_the_installed_plugins(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        "def test(cable_parser): assert 'scoop' in [f.name for f in cable_parser.registry.formats]"
    )
    run(pytester).assert_outcomes(passed=1)


def test_a_golden_file_is_written_and_then_holds(suite: pytest.Pytester) -> None:
    missing = run(suite)
    missing.assert_outcomes(failed=1)
    missing.stdout.fnmatch_lines(["*lamp.txt.json is missing; write it with: pytest --rewrite-g*"])
    run(suite, "--rewrite-golden")
    assert (suite.path / "lamp.txt.json").is_file()
    run(suite).assert_outcomes(passed=1)


def test_a_document_that_reads_otherwise_fails(suite: pytest.Pytester) -> None:
    run(suite, "--rewrite-golden")
    suite.makefile(".txt", lamp=TEXT.replace("EWWT", "ETRD"))
    failed = run(suite)
    failed.assert_outcomes(failed=1)
    failed.stdout.fnmatch_lines(["*tags[[]0].code: golden 'EWWT', now 'ETRD'*"])


def test_a_run_that_rewrites_fails_though_every_test_passes(suite: pytest.Pytester) -> None:
    done = run(suite, "--rewrite-golden")
    done.assert_outcomes(passed=1)
    assert done.ret == pytest.ExitCode.TESTS_FAILED
    done.stdout.fnmatch_lines(["FAILED: --rewrite-golden was given. Read what it wrote*"])


def test_a_cable_that_is_given_is_the_one_that_is_compared(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import cableparse
        def test(golden, tmp_path):
            cable = cableparse.parse("SUBJECT: LAMPS", format="telegram")
            try:
                golden(tmp_path / "no-document.txt", cable)
            except AssertionError as error:
                assert "no-document.txt.json is missing" in str(error)
        """
    )
    run(pytester).assert_outcomes(passed=1)


def test_a_run_that_asks_for_nothing_imports_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "test_light.py").write_text(
        "import sys\n"
        "def test_light(pytestconfig):\n"
        "    assert pytestconfig.pluginmanager.has_plugin('pytest_cableparse') or "
        "pytestconfig.pluginmanager.has_plugin('cableparse')\n"
        f"    assert [name for name in {HEAVY!r} if name in sys.modules] == []\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stdout


def test_it_loads_with_a_pytest_that_has_no_names_for_annotations() -> None:
    code = """
import pytest
for name in [*vars(pytest)]:
    if not name.startswith("_") and name not in {"fixture", "hookimpl"}:
        delattr(pytest, name)
import pytest_cableparse
print(*sorted(name for name in vars(pytest_cableparse) if name.startswith("pytest_")))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    hooks = ["pytest_addoption", "pytest_sessionfinish", "pytest_terminal_summary"]
    assert done.stdout.split() == hooks


@pytest.mark.parametrize("missing", ["hypothesis", "pytest"])
def test_a_name_that_needs_the_extra_says_how_to_install_it(missing: str) -> None:
    name = {"hypothesis": "cables", "pytest": "parametrize_with_checks"}[missing]
    code = f"""
import sys
sys.modules[{missing!r}] = None
import cableparse.testing
try:
    cableparse.testing.{name}
except ModuleNotFoundError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == (
        f"cableparse.testing.{name} needs {missing}: pip install 'cableparse[testing]'"
    )


# ---------------------------------------------------------------- the package's names


def test_every_public_name_is_there_and_listed() -> None:
    for name in kit.__all__:
        assert getattr(kit, name) is not None
        assert name in dir(kit)


def test_a_name_that_the_package_lacks_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lamps'"):
        _ = kit.lamps


def test_importing_the_package_loads_neither_hypothesis_nor_pytest() -> None:
    code = "import sys, cableparse.testing; print({'hypothesis', 'pytest'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
