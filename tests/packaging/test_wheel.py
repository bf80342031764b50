"""The wheel carries all that the program needs, and works where there is no checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import KENT, ROOT

SCHEMES = ROOT / "papers" / "rules" / "schemes"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel of this checkout; pip takes its build backend from the index, as any user's does."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--disable-pip-version-check", "-q", "-w", str(out), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def names(wheel) -> set[str]:
    """The names of the files in the wheel."""
    with zipfile.ZipFile(wheel) as package:
        return set(package.namelist())


@pytest.fixture(scope="module")
def command(wheel, tmp_path_factory) -> Path:
    """The installed command, in an environment of its own that borrows its dependencies from this one."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False)
    python = next(home.glob("bin/python")) if os.name != "nt" else home / "Scripts" / "python.exe"
    install = [sys.executable, "-m", "pip", f"--python={python}", "install", "--no-deps", "--no-index", "--disable-pip-version-check", "-q"]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True, timeout=300)
    (site,) = home.glob("lib/python*/site-packages") if os.name != "nt" else [home / "Lib" / "site-packages"]
    (site / "zz_borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python.with_name("papers")


def run(command: Path, folder: Path, *arguments: str) -> str:
    """What the command prints, run outside of any checkout."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run([str(command), *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_has_templates_and_every_file_of_the_shipped_reports(names):
    shipped = [
        path for folder in ("templates", "data") for path in (ROOT / folder).rglob("*") if path.is_file() and path.name[0] not in "~."
    ]
    assert len(shipped) > 50
    assert {f"papers/_shipped/{path.relative_to(ROOT).as_posix()}" for path in shipped} <= names


def test_the_wheel_has_every_file_of_the_package(names):
    own = [path for path in (ROOT / "papers").rglob("*") if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"]
    assert {path.relative_to(ROOT).as_posix() for path in own} <= names
    assert {f"papers/rules/schemes/{path.name}" for path in SCHEMES.glob("*.toml")} <= names


def test_the_wheel_has_the_licences_of_the_program_its_fonts_and_its_colour_profile(names):
    licences = {name.partition(".dist-info/licenses/")[2] for name in names if ".dist-info/licenses/" in name}
    assert licences == {"LICENSE", "papers/fonts/LICENSE", "papers/icc/LICENSE"}
    assert {"papers/fonts/LICENSE", "papers/icc/LICENSE"} <= names


def test_the_wheel_has_no_tests_and_nothing_from_outside(names):
    assert {name.split("/")[0].split("-")[0] for name in names} == {"papers"}


def test_the_installed_program_is_not_the_checkout(command, tmp_path):
    python = command.with_name("python")
    told = subprocess.run(
        [str(python), "-c", "import papers; print(papers.__file__)"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert str(ROOT) not in told.stdout


def test_new_and_build_work_from_the_installed_wheel(command, tmp_path):
    run(command, tmp_path, "new", "mine", "--example", KENT.name)
    told = run(command, tmp_path, "build", "mine", "--only", "cabinet-cover-report", "--only", "public-health", "--out", "out")
    made = sorted(path.name for path in (tmp_path / "out").glob("*.*") if path.suffix in (".docx", ".pdf"))
    assert made == [
        "cabinet-cover-report.docx",
        "cabinet-cover-report.pdf",
        "directorate-public-health.docx",
        "directorate-public-health.pdf",
    ]
    assert "19 Green" in told


def test_an_empty_folder_can_be_made_from_the_installed_wheel(command, tmp_path):
    run(command, tmp_path, "new", "empty")
    assert (tmp_path / "empty" / "report.toml").is_file()
