"""Set up the libraries on a machine that has only Python: a private `.venv` beside main.py.

Standard library only, for nothing else is there yet; and syntax old enough for a Python that is
too old to run the game to be told so.
"""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import Dict, List, NoReturn

OLDEST = (3, 10)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOG = VENV / "setup.log"

PLAYER = {  # package on the index: module it brings (requirements.txt has the versions)
    "pygame-ce": "pygame",
    "numpy": "numpy",
    "PyYAML": "yaml",
    "typer": "typer",
    "rich": "rich",
    "platformdirs": "platformdirs",
    "aiohttp": "aiohttp",
    "segno": "segno",
    "ifaddr": "ifaddr",
    "Jinja2": "jinja2",
    "font-source-sans-pro": "font_source_sans_pro",
    "font-fredoka-one": "font_fredoka_one",
    "font-font-awesome": "font_font_awesome",
}


class SetUpError(Exception):
    """Set-up cannot go on; the message is one line that says what to do."""


def ensure(libraries: Dict[str, str], requirements: str, arguments: List[str]) -> None:
    """Return if this Python has the libraries; else run `arguments` with one that has, and do not return.

    That one lives in `.venv` and is set up from `requirements`, a file named from ROOT. Exits with 2
    and one line on stderr if it cannot be had.
    """
    if not _missing(libraries):
        return
    try:
        _prepare(requirements)
        if _inside() and _missing(libraries):  # going round once more would go round for ever
            raise SetUpError(f"{requirements} does not bring {', '.join(_missing(libraries))}")
    except (SetUpError, OSError) as problem:
        print(f"Set-up failed: {problem}", file=sys.stderr)
        sys.exit(2)
    hand_over(_python(), arguments)


def hand_over(python: Path, arguments: List[str]) -> NoReturn:
    """Let another Python take this one's place."""
    command = [str(python)] + arguments
    if os.name == "nt":  # there, exec leaves the shell and this program both reading the keyboard
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def _missing(libraries: Dict[str, str]) -> List[str]:
    """Return the packages whose module this Python does not find; looks, and imports nothing."""
    importlib.invalidate_caches()
    return [package for package, module in libraries.items() if importlib.util.find_spec(module) is None]


def _inside() -> bool:
    return Path(sys.prefix).resolve() == VENV


def _python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _prepare(requirements: str) -> None:
    """Make `.venv` and install into it, unless that was done before for the same requirements."""
    if sys.version_info < OLDEST:
        raise SetUpError(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {sys.version.split()[0]}")
    wanted = (ROOT / "requirements.txt").read_text() + (ROOT / requirements).read_text()
    # Inside .venv with something missing, the mark of an earlier set-up is wrong.
    done = VENV / ("installed-" + requirements.replace("/", "-"))
    if not _inside() and not _venv_fits():
        _make_venv()
    if _inside() or not done.exists() or done.read_text() != wanted:
        _install(requirements)
        done.write_text(wanted)


def _venv_fits() -> bool:
    """Whether `.venv` is there, alive, and of this version of Python."""
    settings = VENV / "pyvenv.cfg"
    version = f"version = {sys.version_info[0]}.{sys.version_info[1]}."
    return _python().exists() and settings.exists() and version in settings.read_text()


def _make_venv() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        name = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        raise SetUpError(f"this Python comes without pip; on Debian and Ubuntu: sudo apt install {name}")
    _say("Setting up, this first time only: making .venv")
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True)
    if made.returncode != 0:
        reason = (made.stderr or made.stdout).strip().splitlines() or ["python -m venv did not say why"]
        raise SetUpError(f"could not make {VENV}: {reason[-1]}")


def _install(requirements: str) -> None:
    command = [str(_python()), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    command += ["--retries", "2", "--only-binary", ":all:", "--requirement", str(ROOT / requirements)]
    _say("Setting up: fetching libraries")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
        said = []
        for line in pip.stdout or ():
            said.append(line)
            if line.startswith("Collecting "):
                _say("Setting up: fetching " + line.split()[1])
            elif line.startswith("Installing "):
                _say("Setting up: unpacking")
    LOG.write_text("".join(said))
    if pip.returncode != 0:
        raise SetUpError(_reason(said))
    _say("Setting up: done", last=True)


def _reason(said: List[str]) -> str:
    """Return one line for what pip said at length."""
    if any("NewConnectionError" in line or "onnection" in line for line in said):
        return f"the libraries could not be fetched. Connect to the internet and run this again (details: {LOG})"
    errors = [line.strip() for line in said if line.startswith("ERROR:")]
    return f"{errors[-1] if errors else 'pip did not say why'} (details: {LOG})"


def _say(text: str, last: bool = False) -> None:
    """Show progress: one line that is written over on a terminal, a line each elsewhere."""
    if sys.stderr.isatty():
        print("\r\033[K" + text, end="\n" if last else "", file=sys.stderr, flush=True)
    else:
        print(text, file=sys.stderr, flush=True)
