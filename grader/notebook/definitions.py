"""What cells define, read off their text. Nothing of a submission is run here, and none of it is too odd to be read."""

import ast
import functools
import re
from collections.abc import Iterator

MAX_TEXT = 40_000  # characters of a cell that are parsed: a tree takes some 350 bytes for each
MAX_TEXTS = 400_000  # of all cells together, which takes half a second at the worst
PYTHON_MAGICS = ("time", "timeit", "capture", "prun")  # cell magics whose text is Python all the same

_FUNCTION = re.compile(r"(?:async +)?def +(\w+) *\(")
_CLASS = re.compile(r"class +(\w+) *[(:]")
_ASSIGNED = re.compile(r"(\w+(?: *, *\w+)*) *(?::[^=]*)?=(?!=)")
_IMPORTED = re.compile(r"(?:from +[\w.]+ +)?import +(.+)")


def tree(source: str) -> ast.Module | None:
    """The cell's syntax tree, its magics left out line by line; None where there is none."""
    if len(source) > MAX_TEXT:
        return None
    try:
        return ast.parse(_without_magics(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def cell_magic(source: str) -> str:
    """The first line of a cell that something else than Python reads (`%%bash`, `%%writefile layer.py`), else ""."""
    first = source.lstrip().split("\n", 1)[0].strip()
    return first if first.startswith("%%") and not first.removeprefix("%%").startswith(PYTHON_MAGICS) else ""


def defined(source: str) -> dict[str, int]:
    """{name: the line that first gives it a value} of what a code cell defines at its top level; of one that can't be
    parsed what its lines look like."""
    if cell_magic(source):
        return {}
    parsed = tree(source)
    found = _of_lines(source, (_FUNCTION, _CLASS, _ASSIGNED, _IMPORTED)) if parsed is None else _bound(parsed)
    lines = {}
    for name, line in found:
        lines.setdefault(name, line)
    return lines


def defined_as_text(source: str) -> dict[str, int]:
    """The same of a Markdown or raw cell that holds code; {} for prose, and for code that it quotes between fences."""
    if "```" in source:
        return {}
    if (parsed := tree(source)) is not None:
        return dict(reversed([*_bound(parsed)]))
    return dict(_of_lines(source, (_FUNCTION, _CLASS)))


def of_cells(notebook) -> tuple[dict[str, int], ...]:
    """For each cell of a notebook what it defines, or would define if its text were run."""
    return _of_cells(tuple((cell["cell_type"], cell["source"]) for cell in notebook["cells"]))


@functools.lru_cache(maxsize=2)
def _of_cells(cells):
    room, found = MAX_TEXTS, []
    for kind, source in cells:
        room -= len(source)
        read = defined if kind == "code" else defined_as_text
        found.append(read(source) if room > 0 else {})
    return tuple(found)


def _without_magics(source):
    """Each line that IPython alone understands replaced by one that does nothing, so that lines keep their numbers."""
    lines = source.split("\n")
    for n, line in enumerate(lines):
        code = line.lstrip()
        if code.startswith(("%", "!", "?")):
            lines[n] = line[: len(line) - len(code)] + "pass"
        elif found := re.match(r"\s*[\w, ]+= *[%!]", line):
            lines[n] = found.group()[:-1] + "None"
    return "\n".join(lines)


def _bound(parsed) -> Iterator[tuple[str, int]]:
    """(name, line) of everything that a module's statements bind in it, the bodies of `if`, `for`, `with` and `try` included."""
    waiting = list(reversed(parsed.body))
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name, node.lineno
            names = {name for inner in ast.walk(node) if isinstance(inner, ast.Global) for name in inner.names}
            for inner in ast.walk(node) if names else ():
                if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store) and inner.id in names:
                    yield inner.id, inner.lineno
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                yield alias.asname or alias.name.partition(".")[0], node.lineno
        elif isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Store):
                yield node.id, node.lineno
        elif not isinstance(node, (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
            waiting += reversed([*ast.iter_child_nodes(node)])


def _of_lines(source, patterns):
    for number, line in enumerate(source.split("\n"), 1):
        for pattern in patterns:
            if found := pattern.match(line):
                for part in found.group(1).split(","):
                    name = part.split(" as ")[-1].strip().partition(".")[0]
                    if name.isidentifier():
                        yield name, number
                break
