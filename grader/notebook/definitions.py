"""What cells define, read off their text. Nothing of a submission is run here, and none of it is too odd to be read."""

import ast
import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from grader.notebook.cells import Cell, Notebook

MAX_TEXT = 40_000  # characters of a cell that are parsed: a tree takes some 350 bytes for each
MAX_TEXTS = 400_000  # of all cells together, which takes half a second at the worst
PYTHON_MAGICS = ("time", "timeit", "capture", "prun")  # cell magics whose text is Python all the same

_FUNCTION = re.compile(r"(?:async +)?def +(\w+) *\(")
_CLASS = re.compile(r"class +(\w+) *[(:]")
_ASSIGNED = re.compile(r"(\w+(?: *, *\w+)*) *(?::[^=]*)?=(?!=)")
_IMPORTED = re.compile(r"(?:from +[\w.]+ +)?import +(.+)")
_BROKEN_LINES = (re.compile(r"(?:(?:async +)?def|class) +(\w+)"), _ASSIGNED, _IMPORTED)
_CODE = re.compile(r"^(?:def |class |\w+ *=)", re.MULTILINE)
_LINES = (_FUNCTION, _CLASS, _ASSIGNED, _IMPORTED)


@functools.lru_cache(maxsize=1)
def tree(source: str) -> ast.Module | None:
    """The cell's syntax tree, its magics left out line by line; None where there is none."""
    if len(source) > MAX_TEXT:
        return None
    try:
        return ast.parse(without_magics(source))
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
    found = _of_lines(source, _BROKEN_LINES) if parsed is None else _bound(parsed)
    lines: dict[str, int] = {}
    for name, line in found:
        lines.setdefault(name, line)
    return lines


@functools.lru_cache(maxsize=200)
def bound_names(source: str) -> frozenset[str]:
    """The names that a code cell gives another meaning at its top level: what it defines, and what it deletes; none of one that
    can't be parsed."""
    if (parsed := tree(source)) is None:
        return frozenset()
    deleted = {node.id for node in _own_nodes(parsed) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Del)}
    return frozenset(name for name, _line in _bound(parsed)) | deleted


def defined_as_text(source: str) -> dict[str, int]:
    """The same of a Markdown or raw cell that holds code; {} for prose, and for code that it quotes between fences."""
    if "```" in source or not _CODE.search(source):
        return {}
    if (parsed := tree(source)) is not None:
        return dict(reversed([*_bound(parsed)]))
    return dict(_of_lines(source, (_FUNCTION, _CLASS)))


@dataclass
class Outline:
    """What the cells of a notebook define, as far as their text tells."""

    names: list[dict[str, int]] = field(default_factory=list)  # of each cell: {name it defines, or would if it ran: the line}
    given_values: dict[str, list[tuple[int, int]]] = field(default_factory=dict)  # name: (cell, line) that assigns to it
    silent: set[str] = field(default_factory=set)  # functions that never return anything, wherever they are defined
    returning: set[str] = field(default_factory=set)  # all others
    members: dict[str, set[str]] = field(default_factory=dict)  # class: its methods and what is assigned to it or to its self
    attributes: set[str] = field(default_factory=set)  # all that is assigned to an attribute of anything
    selfless: dict[str, str] = field(default_factory=dict)  # method that doesn't begin with `self`: its first parameter, or ""


def outline(notebook: Notebook, is_test: Callable[[Cell], bool]) -> Outline:
    """The Outline of a notebook's cells. is_test(cell): whether nothing but the names of what it defines is wanted."""
    return _outline(tuple((is_test(cell), cell["cell_type"], cell["source"]) for cell in notebook["cells"]))


@functools.lru_cache(maxsize=1)  # one submission is examined at a time
def _outline(cells):
    found, room = Outline(), MAX_TEXTS
    for number, (is_test, kind, source) in enumerate(cells):
        room -= len(source) if kind == "code" else 0
        if kind != "code" or is_test or room < 0:
            names = defined_as_text(source) if kind != "code" else dict(_of_lines(source, _LINES)) if is_test else {}
            found.names.append(names)
            continue
        cell = _of_cell(source)
        found.names.append(cell.names)
        found.silent |= cell.silent
        found.attributes |= cell.attributes
        found.selfless |= cell.selfless
        found.returning |= cell.returning
        for name, line in cell.assigned:
            found.given_values.setdefault(name, []).append((number, line))
        for name, members in cell.members.items():
            found.members.setdefault(name, set()).update(members)
    found.silent -= found.returning
    return found


@dataclass
class _Cell:
    names: dict
    assigned: tuple  # (name, line) of each assignment
    silent: set = field(default_factory=set)
    returning: set = field(default_factory=set)  # functions that aren't silent
    members: dict = field(default_factory=dict)
    attributes: set = field(default_factory=set)
    selfless: dict = field(default_factory=dict)


@functools.lru_cache(maxsize=32)  # some cells are the course's own, the same in every notebook
def _of_cell(source):
    parsed = None if cell_magic(source) else tree(source)
    cell = _Cell(defined(source), tuple(_bound(parsed, assigned_only=True)) if parsed else ())
    for node in ast.walk(parsed) if parsed else ():
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            (cell.silent if returns_nothing(node) else cell.returning).add(node.name)
        elif isinstance(node, ast.ClassDef):
            cell.members.setdefault(node.name, set()).update(_members(node))
            cell.selfless |= dict(_selfless(node))
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            cell.attributes.add(node.attr)
    return cell


def returns_nothing(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a function that does something has no `return` with a value, and is no generator."""
    inner = list(_own_nodes(function))
    gives = any(
        isinstance(node, (ast.Yield, ast.YieldFrom))
        or (isinstance(node, ast.Return) and not (node.value is None or _is_none(node.value)))
        for node in inner
    )
    does = any(not (isinstance(node, ast.Pass) or _is_constant_line(node)) for node in function.body)
    return does and not gives and function.name != "__init__"


def _own_nodes(function):
    """All nodes of a function's body but those of functions and classes within it."""
    waiting = list(function.body)
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            waiting += ast.iter_child_nodes(node)


def _members(node):
    for inner in ast.walk(node):
        if isinstance(inner, (ast.FunctionDef, ast.AsyncFunctionDef)) and inner in node.body:
            yield inner.name
        elif isinstance(inner, ast.Attribute) and isinstance(inner.ctx, ast.Store) and getattr(inner.value, "id", "") == "self":
            yield inner.attr
    for name, _line in _bound(ast.Module(node.body, [])):
        yield name


def _selfless(node):
    for method in node.body:
        if isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef)) and not method.decorator_list:
            first = [*method.args.posonlyargs, *method.args.args][:1]
            if not (method.args.vararg or [one for one in first if one.arg in ("self", "cls")]):
                yield method.name, first[0].arg if first else ""


def _is_none(node):
    return isinstance(node, ast.Constant) and node.value is None


def _is_constant_line(node):
    """A docstring, or a stub's `...`."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def without_magics(source: str) -> str:
    """Each line that IPython alone understands replaced by one that does nothing, so that lines keep their numbers."""
    lines = source.split("\n")
    for n, line in enumerate(lines):
        code = line.lstrip()
        if code.startswith(("%", "!", "?")):
            lines[n] = line[: len(line) - len(code)] + "pass"
        elif found := re.match(r"\s*[\w, ]+= *[%!]", line):
            lines[n] = found.group()[:-1] + "None"
    return "\n".join(lines)


def _bound(parsed, assigned_only=False) -> Iterator[tuple[str, int]]:
    """(name, line) of everything that a module's statements bind in it, the bodies of `if`, `for`, `with` and `try` included.

    assigned_only: without what `def`, `class` and `import` bind."""
    waiting = list(reversed(parsed.body))
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            if not assigned_only:
                yield node.name, node.lineno
            names = {name for inner in _statements(node) if isinstance(inner, ast.Global) for name in inner.names}
            for inner in ast.walk(node) if names else ():
                if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store) and inner.id in names:
                    yield inner.id, inner.lineno
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names if not assigned_only else ():
                yield alias.asname or alias.name.partition(".")[0], node.lineno
        elif isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Store):
                yield node.id, node.lineno
        elif not isinstance(node, (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
            waiting += reversed([*ast.iter_child_nodes(node)])


def _statements(node) -> Iterator[ast.AST]:
    """Every statement within one, at any depth: expressions, which are most of a tree, are not looked into."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        inner = [one for name in ("body", "orelse", "finalbody", "handlers", "cases") for one in getattr(node, name, ())]
        yield from inner
        waiting += inner


def _of_lines(source, patterns):
    for number, line in enumerate(source.split("\n"), 1):
        for pattern in patterns:
            if found := pattern.match(line):
                for part in found.group(1).split(","):
                    name = part.split(" as ")[-1].strip().partition(".")[0]
                    if name.isidentifier():
                        yield name, number
                break
