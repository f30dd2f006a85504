"""Who imports whom in the engine, read off the source: for tests, and for the picture in docs/engine.md."""

import ast
import functools
from pathlib import Path

from tests.repository import ROOT

# From the lowest to the highest: each room may use those before it. What stands for a single module is a room of its own.
ROOMS = (
    "words",
    "files",
    "result",
    "sandbox",
    "notebook",
    "pages",
    "course",
    "nbgrader_plugin",
    "markdown",
    "exam",
    "testing",
    "classroom",
    "integrations",
    "authoring",
    "service",
    "grader",
    "cli",
    "__main__",
)


@functools.cache
def imports() -> dict[str, set[str]]:
    """{module of the engine: the engine's modules that it imports, within functions too}."""
    paths = {_name(path): path for path in engine()}
    return {name: {other for other in _imported(name, path, paths) if other != name} for name, path in paths.items()}


def room(module: str) -> str:
    """Which room a module is in."""
    return (module.split(".")[1:] or ["grader"])[0]


def between_rooms() -> dict[str, set[str]]:
    """{room: the rooms that it uses}."""
    found: dict[str, set[str]] = {}
    for module, used in imports().items():
        found.setdefault(room(module), set()).update(map(room, used))
    return {name: used - {name} for name, used in found.items()}


def engine() -> list[Path]:
    """The engine's modules: without what belongs to an assignment, or to the layout of a new one."""
    paths = sorted((ROOT / "grader").rglob("*.py"))
    return [path for path in paths if not {"assignments", "templates"} & set(path.relative_to(ROOT).parts)]


def _name(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imported(name, path, known):
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            wanted = [(alias.name, "") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            wanted = [(base, alias.name) for alias in node.names]
        else:
            continue
        for base, attribute in wanted:
            found = f"{base}.{attribute}" if f"{base}.{attribute}" in known else base
            if found in known:
                yield found
