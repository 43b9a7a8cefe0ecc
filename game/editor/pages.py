"""The editor's page and what it is made of, behind a token nobody can guess."""

from pathlib import Path

from game.talk.words import Words
from game.web.hub import Peer
from game.web.server import Page

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "web"
KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
OURS = ("base.css", "link.js")  # shared with the workshop's pages


class Pages:
    """What is served at a path: nothing without the token, and nothing to another machine."""

    def __init__(self, token: str, words: Words) -> None:
        self._token = token
        files = [path for path in FOLDER.iterdir() if path.stem.startswith("editor") or path.name in OURS]
        self._files = {path.name: Page(path.read_bytes(), KINDS[path.suffix]) for path in files}
        html = self._files["editor.html"].body.decode().replace('lang="en"', f'lang="{words.language}"')
        self._files[""] = Page(html.encode(), KINDS[".html"])

    def __call__(self, path: str, peer: Peer) -> Page | None:
        """The page at a path."""
        token, _, name = path.partition("/")
        return self._files.get(name) if token == self._token and peer.here else None
