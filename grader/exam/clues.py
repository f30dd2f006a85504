"""What more can be said of an exception, read off the source around its line: true whatever the student meant."""

import ast
import functools
import re
from dataclasses import dataclass

import numpy as np

from grader.exam import missing, quotable
from grader.exam.remote_error import RemoteError
from grader.notebook import definitions
from grader.notebook.cells import cell_label, clean_line
from grader.words import _

# Methods and functions that change a thing in place and return nothing.
IN_PLACE = {"append", "clear", "extend", "fill", "insert", "print", "remove", "reverse", "seed", "shuffle", "sort", "update"}

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Place:
    """Where an exception came from: a line of a cell, or (number None) nowhere in the student's own code."""

    notebook: dict
    number: int | None = None
    line: int = 0

    @property
    def outline(self) -> definitions.Outline:
        return missing.outline(self.notebook)

    @property
    def code(self) -> str:
        return "" if self.number is None else code_of(self.notebook, self.number, self.line)

    @functools.cached_property
    def _around(self):
        """The nodes of the cell's tree that the line lies in, from the outside in."""
        tree = definitions.tree(self.notebook["cells"][self.number]["source"]) if self.number is not None else None
        inside = lambda node: getattr(node, "lineno", self.line + 1) <= self.line <= (node.end_lineno or 0)
        return [node for node in ast.walk(tree) if inside(node)] if tree else []

    @functools.cached_property
    def function(self) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
        return next((node for node in reversed(self._around) if isinstance(node, FUNCTIONS)), None)

    @functools.cached_property
    def own_class(self) -> ast.ClassDef | None:
        return next((node for node in reversed(self._around) if isinstance(node, ast.ClassDef)), None)

    @functools.cached_property
    def statements(self) -> list[ast.stmt | ast.expr]:
        """What is worked out on the line: statements, of a compound one its head alone."""
        found: list[ast.stmt | ast.expr] = []
        for node in self._around:
            if isinstance(node, ast.stmt) and not hasattr(node, "body"):
                found.append(node)
            elif isinstance(node, (ast.If, ast.While)):
                found.append(node.test)
            elif isinstance(node, (ast.For, ast.AsyncFor)):
                found.append(node.iter)
            elif isinstance(node, (ast.With, ast.AsyncWith)):
                found += [item.context_expr for item in node.items]
        return [node for node in found if node.lineno <= self.line <= (node.end_lineno or 0)]

    def on_line(self, *kinds: type) -> list:
        """The nodes of some kinds in what is worked out on the line."""
        return [node for one in self.statements for node in ast.walk(one) if isinstance(node, kinds)]

    def assigned(self, name: str) -> list[tuple[ast.AST, ast.expr | None]]:
        """(statement, value) of each assignment to a local name, or to "self.name" in the class."""
        root = self.own_class if name.startswith("self.") else self.function
        found: list[tuple[ast.AST, ast.expr | None]] = []
        for node in ast.walk(root) if root else ():
            if isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.For)):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                value = None if isinstance(node, (ast.For, ast.AugAssign)) else node.value
                for target in targets:
                    if any(dotted(leaf) == name for leaf in ast.walk(target)):
                        found.append((node, value if dotted(target) == name else None))
        return found


def dotted(node: ast.AST) -> str:
    """A name as it is written, `self.x` or `x`; "" for anything else."""
    parts = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join(reversed([*parts, node.id])) if isinstance(node, ast.Name) else ""


def of(error: RemoteError, place: Place) -> str:
    """A sentence or two with a space before them, or ""."""
    kind, message = error.type, error.message
    if len(message) > 500:
        return ""
    source = quotable.source()
    try:
        for kinds, pattern, say in CLUES:
            found = re.search(pattern, message) if kind in kinds.split() else None
            if found and all(map(source.has_word, found.groups())) and (clue := say(place, *found.groups())):
                return clue
    except RecursionError:  # of a tree that nests too deeply
        pass
    return ""


def _of_unknown_name(place, name):
    """A NameError that no cell explains."""
    if place.own_class and any(dotted(node) == f"self.{name}" for node in ast.walk(place.own_class)):
        return _(" There is `self.{name}`; `{name}` alone is another name.").format(name=name)
    if place.function:
        arguments = _parameters(place.function)
        read = {node.id for node in ast.walk(place.function) if isinstance(node, ast.Name)}
        unread = [one for one in arguments if one not in read and one not in ("self", "cls", "_")]
        if unread:
            return _(" `{function}` is given {names}, which it never reads.").format(
                function=place.function.name, names=_listed(unread)
            )
        if other := missing.near(name, [*arguments, *sorted(read - {name})]):
            return _(" Is `{other}` meant?").format(other=other)
    other = missing.near(name, [one for found in place.outline.names for one in found])
    return _(" Is `{other}` meant?").format(other=other) if other else ""


def _of_unbound(place, name):
    """A local name that has no value yet."""
    if not place.function:
        return ""
    lines = sorted({node.lineno for node, _value in place.assigned(name)})
    sentence = _(" `{name}` is a name of `{function}`'s own, because {lines} assigns to it; here it has no value yet.")
    if not lines:
        return ""
    return sentence.format(
        name=name, function=place.function.name, lines=_("line {line}").format(line=", ".join(map(str, lines[:4])))
    )


def _of_attribute(place, kind, attribute):
    """An object that has no such attribute."""
    if kind == "NoneType":
        return _of_none(place)
    outline = place.outline
    if kind in outline.members:
        other = missing.near(attribute, sorted(outline.members[kind]))
        if other:
            return _(" `{kind}` has `{other}`: is that meant?").format(kind=kind, other=other)
        if attribute not in outline.attributes:
            return _(" Nothing in the notebook gives it a `{attribute}`.").format(attribute=attribute)
        return ""
    for node in place.on_line(ast.Attribute):
        if node.attr == attribute and isinstance(node.value, ast.Name) and (clue := _of_rebound(place, node.value.id)):
            return clue
    return ""


def _of_numpy(place, attribute):
    other = missing.near(attribute, [name for name in dir(np) if not name.startswith("_")])
    return _(" NumPy has `{other}`: is that meant?").format(other=other) if other else ""


def _of_called(place, _kind):
    """Something that is no function is called."""
    names = [node.func.id for node in place.on_line(ast.Call) if isinstance(node.func, ast.Name)]
    return next((clue for name in names if (clue := _of_rebound(place, name))), "")


def of_taken(notebook: dict, name: str) -> str:
    """Where a class or function of the notebook's gets another value, a sentence with a space before it, or ""."""
    return _of_rebound(Place(notebook), name)


def _of_rebound(place, name):
    """Where a name of the notebook's is given another value than a cell of the course, `def`, `class` or `import` gave it."""
    if place.function and (name in _parameters(place.function) or place.assigned(name)):
        return ""
    given = place.outline.given_values.get(name, [])
    others = [n for n, found in enumerate(place.outline.names) if name in found and (n, found[name]) not in given]
    if not given or not others:
        return ""
    number, line = given[-1]
    return _(" Line {line} of {cell} gives the name `{name}` to something else: `{code}`.").format(
        line=line, cell=cell_label(place.notebook, number), name=name, code=code_of(place.notebook, number, line)
    )


def code_of(notebook: dict, number: int, line: int) -> str:
    return clean_line(notebook["cells"][number]["source"], line)


def _of_none(place, *_groups):
    """None where a value was wanted: what on the line can only be None, or comes from a function that returns nothing."""
    outline = place.outline

    def silent(node):
        """What is known of a value that a call gives."""
        if not isinstance(node, ast.Call):
            return ""
        called = dotted(node.func).rpartition(".")[2] or getattr(node.func, "attr", "")
        if called in outline.silent:
            return nothing_returned(called)
        if called in IN_PLACE and called not in outline.returning:
            return _(" `{called}` works in place, and returns nothing.").format(called=called)
        return ""

    whole = [node.value for node in place.statements if isinstance(node, ast.Expr)]
    for node in place.on_line(ast.Call):
        if node not in whole and (clue := silent(node)):
            return clue
    for name in dict.fromkeys(filter(None, map(dotted, place.on_line(ast.Name, ast.Attribute)))):
        values = [value for _node, value in place.assigned(name)]
        if clue := next(filter(None, map(silent, values)), ""):
            return clue
        if values and all(isinstance(value, ast.Constant) and value.value is None for value in values):
            return _(" `{name}` is None: nothing else is ever assigned to it.").format(name=name)
    return ""


def nothing_returned(function: str) -> str:
    """That a function of the student's returns nothing: the same words everywhere."""
    return _(" `{function}` returns nothing; is a `return` missing?").format(function=function)


def _of_stub(place, *_groups):
    """A stub's `...` where a value was wanted."""
    for name in filter(None, map(dotted, place.on_line(ast.Name, ast.Attribute))):
        values = [value for _node, value in place.assigned(name)]
        if values and all(isinstance(value, ast.Constant) and value.value is ... for value in values):
            return _(" `{name}` is still to be written (`...`).").format(name=name)
    return ""


def _of_uncalled(place):
    """A function that stands where a value is wanted."""
    known = place.outline.silent | place.outline.returning
    called = [node.func for node in place.on_line(ast.Call)]
    for node in place.on_line(ast.Name, ast.Attribute):
        name = node.id if isinstance(node, ast.Name) else node.attr
        is_argument = isinstance(node, ast.Name) and place.function and name in _parameters(place.function)
        if node not in called and name in known and not is_argument:
            return _(" `{name}` is a function, and here it isn't called: are its brackets missing?").format(name=name)
    return ""


def _of_arguments(place, method):
    """A function of a class that is called with one argument more than it takes."""
    first = place.outline.selfless.get(method)
    if first is None:
        return ""
    named = _(" In a class the first parameter of `{method}` is the object itself, `self`; here it is `{first}`.")
    none = _(" In a class the first parameter of `{method}` is the object itself, `self`; here there is none.")
    return (named if first else none).format(method=method, first=first)


def _parameters(function):
    arguments = function.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    return [one.arg for one in every if one]


def _listed(names):
    return _(", ").join(f"`{name}`" for name in names[:4])


def _plainly(sentence):
    return lambda place, *groups: sentence


# (types, what their message says, the function that says more): the first that has something to say is heard.
CLUES = (
    ("NameError", r"^name '(\w+)' is not defined$", _of_unknown_name),
    ("UnboundLocalError", r"local variable '(\w+)'", _of_unbound),
    ("AttributeError", r"^module 'numpy' has no attribute '(\w+)'", _of_numpy),
    ("AttributeError", r"^'(\w+)' object has no attribute '(\w+)'", _of_attribute),
    ("AttributeError TypeError", r"NoneType", _of_none),
    ("AttributeError TypeError", r"ellipsis", _of_stub),
    ("ValueError", r"does not have enough dimensions", _of_stub),
    ("ValueError", r"does not have enough dimensions", _of_none),
    ("TypeError", r"^'(\w+)' object is not callable", _of_called),
    ("TypeError AttributeError", r"'(?:method|function|builtin_function_or_method)'|did not contain a loop", _of_uncalled),
    (
        "TypeError AttributeError",
        r"'list' object has no attribute|list indices must be|for [-+*/@*]+: '(?:list|float|int)' and '(?:list|float|int)'|sequence by non-int",
        _plainly(_(" A list is no array: np.array makes one of it.")),
    ),
    (
        "TypeError",
        r"^Cannot interpret '.*' as a data type",
        _plainly(_(" A shape is one argument, a tuple: np.zeros((2, 3)).")),
    ),
    (
        "IndexError",
        r"out of bounds",
        _plainly(_(" Indices count from 0: the last one is the size less 1.")),
    ),
    ("TypeError", r"(\w+)\(\) takes \w+ (?:positional )?arguments?(?: but \d+ (?:was|were) given)?", _of_arguments),
    (
        "ValueError",
        r"^The truth value of an array",
        _plainly(_(" `if`, `and`, `or` and `not` want one True or False, and an array holds many: np.where, `&`, `|` and `~` take whole arrays.")),
    ),
    (
        "TypeError",
        r"^only .* arrays can be converted",
        _plainly(_(" A function for single numbers, of `math` or `float` itself, was given an array; NumPy has one of that name for arrays.")),
    ),
    (
        "IndexError",
        r"^(?:arrays used as indices|only integers, slices)",
        _plainly(_(" What stands in the brackets must be whole numbers, as labels are; one-hot rows and other floats are none.")),
    ),
    (
        "UFuncTypeError _UFuncOutputCastingError TypeError",
        r"^Cannot cast ufunc .* output from dtype\('float\d+'\) to dtype\('u?int\d+'\)",
        _plainly(_(" The array that is changed in place holds whole numbers and can't keep a fraction.")),
    ),
)  # fmt: skip
