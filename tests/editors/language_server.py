"""The YAML language server that editors run, from npm, spoken to over standard input and output as they do."""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import IO, Any

import pytest

NAME, VERSION = "yaml-language-server", "1.25.0"  # 2.0 wants Node 22; Debian 12 has 18
PROGRAM = f"node_modules/{NAME}/bin/{NAME}"
CACHE = Path(tempfile.gettempdir()) / f"{NAME}-{VERSION}"
INSTALL_S = 600
SILENT_S = 120  # after which a server that says nothing more is ended, and the test with it


def installed() -> Path:
    """The server's program, fetched from npm the first time. Without Node these tests fail."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.fail("no node or no npm: install Node, 18 or newer, with npm")
    if not (CACHE / PROGRAM).exists():
        fresh = Path(tempfile.mkdtemp(prefix=NAME))
        command = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(fresh), f"{NAME}@{VERSION}"]
        subprocess.run(command, check=True, timeout=INSTALL_S, stdout=subprocess.DEVNULL)
        shutil.rmtree(CACHE, ignore_errors=True)  # one that was never finished
        os.replace(fresh, CACHE)
    return CACHE / PROGRAM


class LanguageServer:
    """A running server, with one file open in it."""

    def __init__(self) -> None:
        command = ["node", str(installed()), "--stdio"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.limit = Timer(SILENT_S, self.process.kill)
        self.asked = 0

    def __enter__(self) -> "LanguageServer":
        self.limit.start()
        self.ask("initialize", processId=None, rootUri=None, capabilities={})
        self.tell("initialized")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.limit.cancel()
        self.process.kill()
        self.process.communicate()

    def open(self, path: Path) -> list[dict[str, Any]]:
        """Open a file; what the server marks in it."""
        self.document = {"uri": path.as_uri()}
        text = path.read_text(encoding="utf-8")
        self.tell(
            "textDocument/didOpen", textDocument=self.document | {"languageId": "yaml", "version": 1, "text": text}
        )
        while True:
            said = self._read()
            if said.get("method") == "textDocument/publishDiagnostics" and said["params"]["uri"] == path.as_uri():
                marked: list[dict[str, Any]] = said["params"]["diagnostics"]
                return marked

    def at(self, what: str, line: int, column: int) -> Any:
        """The server's answer about a place in the open file; line and column count from 0."""
        place = {"line": line, "character": column}
        return self.ask(f"textDocument/{what}", textDocument=self.document, position=place)

    def ask(self, method: str, **params: Any) -> Any:
        """Ask, and wait for the answer."""
        self.asked += 1
        self._write({"id": self.asked, "method": method, "params": params})
        while True:
            said = self._read()
            if said.get("id") == self.asked and "method" not in said:
                return said["result"]

    def tell(self, method: str, **params: Any) -> None:
        """Say something that has no answer."""
        self._write({"method": method, "params": params})

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        line = self._pipe(self.process.stdin)
        line.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        line.flush()

    def _read(self) -> dict[str, Any]:
        """The next message. A question of the server's own (its settings, mostly) is answered with nothing."""
        line, length = self._pipe(self.process.stdout), 0
        while header := line.readline().strip():
            length = int(header.split(b":")[1]) if header.lower().startswith(b"content-length") else length
        said: dict[str, Any] = json.loads(line.read(length))
        if "id" in said and "method" in said:
            self._write({"id": said["id"], "result": [None] * len(said["params"].get("items", ()))})
        return said

    @staticmethod
    def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
        assert pipe is not None
        return pipe
