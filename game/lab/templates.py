"""The lab's pages and figures are templates beside the game's web pages; whatever is put into them is text."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from game import whole

_FOLDER = Path(__file__).resolve().parents[2] / "assets" / "web"
_TEMPLATES = Environment(
    loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


def filled(name: str, **values: object) -> str:
    """A template with its values in their places."""
    return _TEMPLATES.get_template(name).render(values)


def leave(folder: Path, name: str, **values: object) -> None:
    """Write the page to read, index.html, into a folder, and say where it is."""
    path = folder / "index.html"
    whole.write(path, filled(name, **values).encode())
    print(f"To read: {path}")
