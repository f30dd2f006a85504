"""Whose a name is that a test cell uses: the course's, as its own cells define it, or the submission's.

It is told by the source notebook alone: who gave a name its last meaning before the test cell. What test cells, imports and given
helpers define is the course's and is run here; what solution cells define is looked for in the submission, and so is all that is
made with it."""

import ast
import builtins
import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import CodeType

from grader.exam.remote import HERE
from grader.notebook.cells import Cell, grade_id, role
from grader.notebook.definitions import bound_names, tree

# Modules whose state is the submission's: what it drew lies over there.
OVER_THERE = frozenset(("matplotlib.pyplot", "pylab", "matplotlib.pylab"))
NO_NAMES = frozenset(("input", "open", "get_ipython", "display"))  # what reads or shows something isn't done twice


@dataclass(frozen=True)
class Statement:
    """A statement of the course's own cells that gives names a meaning: its code, the names, and those that it needs at once."""

    number: int
    code: CodeType
    binds: frozenset[str]
    needs: frozenset[str]


@dataclass(frozen=True)
class Names:
    """Whose the names are for one test cell. ours: {name: numbers of the Statements that give it its meaning, in order};
    theirs: names of the submission's; modules: {name: the module over there that it stands for}; if_imported: {name: Statements}
    of what solution cells import: it is ours where the submission has such a name at all; tests: names that test cells before gave."""

    ours: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    theirs: frozenset[str] = frozenset()
    modules: Mapping[str, str] = field(default_factory=dict)
    if_imported: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    tests: frozenset[str] = frozenset()


class Whose:
    """The Names of each test cell of a source notebook, and the Statements of its given cells."""

    def __init__(self, cells: Iterable[Cell]):
        self.statements: list[Statement] = []
        self.of: dict[str, Names] = {}  # grade id of a test cell: its Names
        ours: dict[str, tuple[int, ...]] = {}
        theirs: set[str] = set()
        modules: dict[str, str] = {}
        imported: dict[str, tuple[int, ...]] = {}
        tests: set[str] = set()
        imports: set[str] = set()  # names of modules, and of what was taken from them
        exceptions = {name for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, BaseException)}

        def bind(names, to=None, value=None):
            for name in names:
                for held in (ours, modules, imported):
                    held.pop(name, None)
                theirs.discard(name)
                tests.discard(name)
                if to is None:
                    theirs.add(name)
                elif to is not theirs:
                    to[name] = value[name] if isinstance(value, dict) else value

        for number, cell in enumerate(cells):
            if cell["cell_type"] != "code":
                continue
            kind, text = role(cell), cell["source"]
            if kind == "test":
                self.of[grade_id(cell)] = Names(dict(ours), frozenset(theirs), dict(modules), dict(imported), frozenset(tests))
                tests |= bound_names(text) - theirs
                for name in bound_names(text):  # it is where that cell's run has left it
                    for held in (ours, modules, imported):
                        held.pop(name, None)
                    theirs.discard(name)
                continue
            parsed = tree(text)
            if parsed is None:
                bind(bound_names(text))
                continue
            for node in parsed.body:
                names = _bound(node)
                if isinstance(node, (ast.Import, ast.ImportFrom)):
                    remote = _over_there(node)
                    bind(remote, modules, remote)
                    kept = _without(node, remote)
                    if kept is not None and kept.names[0].name == "*":
                        ours["*"] = (*ours.get("*", ()), self._keep(kept, number, text))
                    elif kept is not None and not _is_relative(kept):
                        imports |= _bound(kept)
                        bind(
                            _bound(kept), imported if kind in ("solution", "manual") else ours, (self._keep(kept, number, text),)
                        )
                    continue
                if kind in ("solution", "manual"):
                    bind(names)
                    continue
                changes = _changed_in_place(node) & ours.keys() - imports
                names = names or changes
                if not names:
                    continue
                if isinstance(node, ast.ClassDef) and not any(_last(base) in exceptions for base in node.bases):
                    bind(names)  # its objects are handed to the submission
                    continue
                needs = _needed(node)
                if isinstance(node, ast.ClassDef):
                    exceptions.add(node.name)
                known = all(name in ours or (hasattr(builtins, name) and name not in theirs) for name in needs - names)
                if not known or needs & NO_NAMES or _draws(node):
                    bind(names)
                    continue
                kept_number = self._keep(node, number, text)
                before = {name: ours.get(name, ()) for name in names}
                is_change = isinstance(node, ast.AugAssign) or bool(changes) or bool(needs & names)
                bind(names, ours, {name: (*(before[name] if is_change else ()), kept_number) for name in names})

    def _keep(self, node, cell, text):
        module = ast.Module([node], [])
        code = compile(module, f"{HERE}{cell} (given)>", "exec")
        self.statements.append(Statement(len(self.statements), code, frozenset(_bound(node)), frozenset(_needed(node))))
        return len(self.statements) - 1


@functools.lru_cache(maxsize=1000)
def _bound(node):
    return bound_names(ast.unparse(node))


def _needed(node):
    """The names that a statement looks up when it is run: not those within a function's body."""
    found, waiting = set(), [node]
    while waiting:
        this = waiting.pop()
        if isinstance(this, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            waiting += [*getattr(this, "decorator_list", ()), *this.args.defaults, *filter(None, this.args.kw_defaults)]
            continue
        if isinstance(this, ast.Name) and isinstance(this.ctx, ast.Load):
            found.add(this.id)
        waiting += ast.iter_child_nodes(this)
    return found - _bound_within(node)


def _bound_within(node):
    """Names of comprehensions, which are no one else's."""
    inner = [one for one in ast.walk(node) if isinstance(one, ast.comprehension)]
    return {name.id for one in inner for name in ast.walk(one.target) if isinstance(name, ast.Name)}


def _changed_in_place(node):
    """The names of things that a statement changes without giving the names another meaning."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Attribute):
        targets = [node.value.func]
    else:
        targets = getattr(node, "targets", [getattr(node, "target", None)])
    found = set()
    for target in targets:
        inner = target
        while isinstance(inner, (ast.Attribute, ast.Subscript)):
            inner = inner.value
        if inner is not target and isinstance(inner, ast.Name):
            found.add(inner.id)
    return found


def _over_there(node):
    """{name that an import binds: the module over there}"""
    found = {}
    if isinstance(node, ast.Import):
        for alias in node.names:
            if alias.name in OVER_THERE and alias.asname:
                found[alias.asname] = alias.name
    elif not node.level:
        for alias in node.names:
            if f"{node.module}.{alias.name}" in OVER_THERE:
                found[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return found


def _without(node, names):
    left = [alias for alias in node.names if (alias.asname or alias.name) not in names]
    if not left:
        return None
    made = ast.Import(left) if isinstance(node, ast.Import) else ast.ImportFrom(node.module, left, node.level)
    return ast.copy_location(made, node)


def _is_relative(node):
    return isinstance(node, ast.ImportFrom) and bool(node.level)


def _draws(node):
    """Whether a statement draws at random: then what it gives is the submission's, whose cells drew it."""
    return any("random" in (_last(one) or "") or _last(one) in ("rng", "shuffle", "default_rng") for one in ast.walk(node))


def _last(node):
    return getattr(node, "id", None) or getattr(node, "attr", None)
