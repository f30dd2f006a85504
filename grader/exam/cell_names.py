"""Whose a name is that a test cell uses: the course's, as its own cells define it, or the submission's.

It is told by the source notebook alone: who gave a name its last meaning before the test cell. What test cells, imports and given
helpers define is the course's and is run here; what solution cells define is looked for in the submission, and so is all that is
made with it."""

import ast
import builtins
import functools
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from types import CodeType

from grader.exam.remote import HERE
from grader.notebook.cells import Cell, grade_id, role
from grader.notebook.definitions import bound_names, tree

# Modules whose state is the submission's: what it drew lies over there.
OVER_THERE = frozenset(("matplotlib.pyplot", "pylab", "matplotlib.pylab"))
NO_NAMES = frozenset(("input", "get_ipython", "display"))  # what asks or shows something isn't done twice
STUDENTS = ("solution", "manual")  # roles of cells that students write
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
SEEDING = frozenset(("seed", "default_rng", "RandomState", "Random", "Generator"))


@dataclass(frozen=True)
class Statement:
    """A statement of the course's own cells: its code, and the names that it gives a meaning, or may change what they stand for."""

    number: int
    code: CodeType
    touches: frozenset[str]


@dataclass(frozen=True)
class Names:
    """Whose the names are for one test cell. statements: numbers of the Statements to run before it, in order, as far as they were
    not run before another; ours: {name: numbers of the Statements that are run when it is looked up}, none for what `statements`
    give; theirs: names of the submission's; modules: {name: the module over there that it stands for}; if_imported: {name:
    Statements} of what solution cells import: it is ours where the submission has such a name at all; tests: names that test cells
    before gave."""

    statements: tuple[int, ...] = ()
    ours: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    theirs: frozenset[str] = frozenset()
    modules: Mapping[str, str] = field(default_factory=dict)
    if_imported: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    tests: frozenset[str] = frozenset()


class Whose:
    """The Names of each test cell of a source notebook, and the Statements of its given cells."""

    def __init__(self, cells: Iterable[Cell], over_there: Set[str] = frozenset()):
        """over_there: the classes of given cells whose objects a submission is given: they are defined in its process."""
        cells = [cell for cell in cells if cell["cell_type"] == "code"]
        self.statements: list[Statement] = []
        self.of: dict[str, Names] = {}  # grade id of a test cell: its Names
        self.classes: set[str] = set()  # that given cells define
        self.drawn: set[str] = set()  # names of given cells that are drawn anew in each run, and so are the submission's
        self.over_there = over_there
        self._at_once: list[int] = []
        self._ours: dict[str, tuple[int, ...]] = {}
        self._theirs: set[str] = set()
        self._modules: dict[str, str] = {}
        self._imported: dict[str, tuple[int, ...]] = {}
        self._tests: set[str] = set()
        self._imports: set[str] = set()  # names of modules, and of what was taken from them
        self._uses: dict[str, frozenset[str]] = {}  # {function or class of ours: all that its text names}
        self._asking: set[str] = set()  # names of ours whose statements may call the submission
        self._generators: set[str] = set()  # names of ours from which only given cells and tests draw
        self._solutions = {name for cell in cells if role(cell) in STUDENTS for name in named(tree(cell["source"]))}
        for self._number, cell in enumerate(cells):
            kind, text = role(cell), cell["source"]
            if kind == "test":
                self._note(grade_id(cell), text)
            elif (parsed := tree(text)) is None:
                self._bind(bound_names(text))
            elif kind in STUDENTS:
                for node in parsed.body:
                    if isinstance(node, (ast.Import, ast.ImportFrom)):
                        self._import(node, self._imported)
                    else:
                        self._bind(_bound(node) | (_changed_in_place(node) & self._ours.keys() - self._imports))
            else:
                self._given(parsed.body)

    def _note(self, name, text):
        """Keep the Names of a test cell. What it binds is where its run has left it."""
        self.of[name] = Names(
            tuple(self._at_once),
            dict(self._ours),
            frozenset(self._theirs),
            dict(self._modules),
            dict(self._imported),
            frozenset(self._tests),
        )
        self._tests |= bound_names(text) - self._theirs
        for bound in bound_names(text):
            self._forget(bound)

    def _forget(self, name):
        for held in (self._ours, self._modules, self._imported, self._uses):
            held.pop(name, None)
        for names in (self._theirs, self._asking, self._generators):
            names.discard(name)

    def _bind(self, names, to=None, value=None):
        """Give names a new meaning: the submission's, or that which `to` has for it."""
        for name in names:
            self._forget(name)
            self._tests.discard(name)
            if to is None:
                self._theirs.add(name)
            else:
                to[name] = value[name] if isinstance(value, dict) else value

    def _import(self, node, to):
        remote = _over_there(node)
        self._bind(remote, self._modules, remote)
        kept = _without(node, remote)
        if kept is None or _is_relative(kept):
            return
        if kept.names[0].name == "*":
            self._ours["*"] = (*self._ours.get("*", ()), self._keep(kept, frozenset()))
            return
        self._imports |= _bound(kept)
        self._bind(_bound(kept), to, (self._keep(kept, _bound(kept)),))
        if isinstance(kept, ast.ImportFrom) and "random" in (kept.module or ""):
            self._uses |= dict.fromkeys(_bound(kept), frozenset(("random",)))

    def _given(self, body):
        """The statements of one given cell."""
        seeded = False  # what is drawn from here on is the same in every run
        for node in body:
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                self._import(node, self._ours)
                continue
            names, needs = _bound(node), _needed(node)
            values = self._ours.keys() - self._imports - self._uses.keys()
            changes = _changed_in_place(node) & self._ours.keys() - self._imports
            self.classes |= names if isinstance(node, ast.ClassDef) else set()
            calls = any(isinstance(one, ast.Call) for one in _at_once(node))
            used = self._all_used(named(node) if calls else needs) | _attributes(node, self._generators)
            unknown = {name for name in needs - names if not self._is_known(name)}
            seeds = _seeds(node) and not unknown and not names & self._solutions
            seeded = seeded or seeds
            draws = not isinstance(node, DEFINITIONS) and _draws(used - self._generators)
            is_theirs = isinstance(node, ast.ClassDef) and bool(names & self.over_there)
            if unknown or is_theirs or needs & NO_NAMES or (draws and not seeded):
                gone = names | changes | (needs & values if draws and not names else set())
                self._bind(gone)
                self.drawn |= gone if draws and not unknown else set()
                seeded = seeded and unknown <= self._modules.keys()
                continue
            kept = self._keep(node, names | (needs & values))
            if needs & self._asking or (calls and used & self._theirs):  # only where a test wants what it gives
                goes_on = isinstance(node, ast.AugAssign) or bool(changes) or bool(needs & names)
                before = {name: self._ours.get(name, ()) if goes_on else () for name in names | changes}
                self._bind(before, self._ours, {name: (*held, kept) for name, held in before.items()})
                self._asking |= before.keys()
            else:
                self._at_once.append(kept)
                self._bind(names, self._ours, ())
            self._generators |= names if seeds else set()
            if _is_lasting(node):
                self._uses |= dict.fromkeys(names, frozenset(named(node)) | _attributes(node, self._generators))

    def _is_known(self, name):
        return name in self._ours or (hasattr(builtins, name) and name not in self._theirs)

    def _all_used(self, names):
        """Names, and those that functions of ours use behind them."""
        found, waiting = set(names), list(names)
        while waiting:
            for name in self._uses.get(waiting.pop(), ()):
                if name not in found:
                    found.add(name)
                    waiting.append(name)
        return found

    def _keep(self, node, touches):
        code = compile(ast.Module([node], []), f"{HERE}{self._number} (given)>", "exec")
        self.statements.append(Statement(len(self.statements), code, frozenset(touches)))
        return len(self.statements) - 1


@functools.lru_cache(maxsize=1000)
def _bound(node):
    return bound_names(ast.unparse(node))


def _needed(node):
    """The names that a statement looks up when it is run: not those within a function's body."""
    loads = {one.id for one in _at_once(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        loads.add(node.target.id)
    return loads - _bound_within(node)


def _at_once(node):
    """What of a statement's tree is run when the statement is."""
    waiting = [node]
    while waiting:
        this = waiting.pop()
        if isinstance(this, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            waiting += [*getattr(this, "decorator_list", ()), *this.args.defaults, *filter(None, this.args.kw_defaults)]
            continue
        yield this
        waiting += ast.iter_child_nodes(this)


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


def _draws(names):
    """Whether what uses these names draws at random: then what it gives is the submission's, whose cells drew it."""
    return not {"random", "rng", "shuffle", "default_rng"}.isdisjoint(names)


def _seeds(node):
    """Whether a statement says from where draws begin."""
    calls = (one for one in _at_once(node) if isinstance(one, ast.Call))
    return any(_last(call.func) in SEEDING and (call.args or call.keywords) for call in calls)


def named(node: ast.AST | None) -> set[str]:
    """All names that a text looks up or gives a meaning."""
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)} if node else set()


def _attributes(node, but_of):
    """The attributes that a text names, but those of some names."""
    found = [one for one in ast.walk(node) if isinstance(one, ast.Attribute)]
    return frozenset(one.attr for one in found if _last(one.value) not in but_of)


def _is_lasting(node):
    """Whether what a statement gives a name may run later: a function, a class, another name for one."""
    return (
        isinstance(node, DEFINITIONS)
        or isinstance(getattr(node, "value", None), (ast.Name, ast.Attribute))
        or any(isinstance(one, ast.Lambda) for one in ast.walk(node))
    )


def _last(node):
    return getattr(node, "id", None) or getattr(node, "attr", None)
