"""What the import contracts of pyproject.toml cannot say."""

import ast
import sys

from tests.architecture.tree import ROOT, files, imports, place

# The model has one source of chance and no clock, and it reads and writes nothing outside itself.
BARRED = {
    "random", "secrets", "uuid", "time", "datetime", "calendar", "os", "io", "pathlib", "tempfile", "shutil",
    "sqlite3", "socket", "http", "urllib", "asyncio", "threading", "multiprocessing", "subprocess", "locale",
    "logging", "json", "pickle",
}  # fmt: skip
CALLS = {"open", "print", "input", "exec", "eval"}


def test_the_model_imports_numpy_and_the_harmless_part_of_the_standard_library_only() -> None:
    allowed = (sys.stdlib_module_names - BARRED) | {"numpy"}
    found = [
        f"{place(path, line)} imports {name}"
        for path in files(".py", under="game/model")
        for line, name in imports(path)
        if not name.startswith("game.model") and name.split(".")[0] not in allowed
    ]
    assert found == []


def test_the_model_uses_neither_numpy_s_generators_nor_files_nor_the_console() -> None:
    found = []
    for path in files(".py", under="game/model"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and ast.unparse(node) in {"np.random", "numpy.random"}:
                found.append(f"{place(path, node.lineno)} uses numpy.random")
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
                found.append(f"{place(path, node.lineno)} calls {node.func.id}")
    assert found == []


SECRETS = {("doors.py", "secrets"), ("editing.py", "secrets")}


def test_chance_comes_from_the_model_s_own_source_everywhere() -> None:
    """Secrets of phones and of the editor's page must not be guessed, so they come from the system: one file each."""
    found = [
        place(path, line)
        for path in files(".py", under="game")
        for line, name in imports(path)
        if name in {"random", "secrets", "numpy.random"} and (path.name, name) not in SECRETS
    ]
    assert found == []


def test_imports_are_absolute() -> None:
    found = [place(path, line) for path in files(".py") for line, name in imports(path) if name.startswith(".")]
    assert found == []


def test_every_folder_with_code_is_a_package() -> None:
    """The contracts see packages only: a folder without `__init__.py` would slip past them."""
    folders = {path.parent for path in files(".py", under="game")}
    assert [str(folder.relative_to(ROOT)) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_set_up_needs_the_standard_library_only() -> None:
    names = {name.split(".")[0] for _, name in imports(ROOT / "game" / "setup_env.py")}
    assert names <= sys.stdlib_module_names
    assert [name for _, name in imports(ROOT / "game" / "__init__.py")] == []


def test_whatever_a_bench_takes_from_the_rest_is_there() -> None:
    """No test runs a bench, and some need libraries that nothing else does: of these nothing is asked."""
    for path in files(".py", under="tests/bench"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
            if module.startswith(("game.", "tests.")) and not module.startswith("tests.bench"):
                exec(ast.unparse(node), {})
