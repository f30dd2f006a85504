"""Mistakes made by machine: every operator, applied wherever it can be in right code, makes a mutant of it.

What a mutant is said to be is what there is in it, in names that the lesson has: never what belongs there instead.
"""

import ast
import functools
import itertools
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

NUMPY = frozenset(name for name in dir(np) if not name.startswith("_"))  # they mean the same to everyone
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
FEW = 40  # mutants of one kind in one function, before others have their turn
SIMPLE = (ast.Assign, ast.AugAssign, ast.Return, ast.Expr, ast.AnnAssign)
NESTED = (ast.For, ast.If, ast.With, ast.While, ast.Try)
ALIKE_FUNCTIONS = (
    *(("sum", "mean", "max", "prod", "min"), ("maximum", "minimum"), ("argmax", "argmin", "max"), ("zeros_like", "ones_like")),
    *(("exp", "log", "tanh", "expm1"), ("rand", "randn"), ("forward", "backward"), ("permutation", "arange"), ("log", "log10", "log2")),
)  # fmt: skip
BINARY = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.MatMult: "@", ast.Pow: "**"}
WRAPS = {
    "abs": "np.abs({})",
    "square": "np.square({})",
    "root": "np.sqrt(np.abs({}))",
    "sign": "np.sign({})",
    "log": "np.log({})",
    "exp": "np.exp({})",
    "negative": "-({})",
    "reciprocal": "1 / ({})",
    "complement": "1 - ({})",
    "less_one": "({}) - 1",
    "double": "2 * ({})",
    "half": "({}) / 2",
    "sum": "np.sum({})",
    "mean": "np.mean({})",
    "largest": "np.max({})",
    "sum_rows": "np.sum({}, axis=0)",
    "sum_columns": "np.sum({}, axis=-1)",
    "mean_rows": "np.mean({}, axis=0)",
    "mean_columns": "np.mean({}, axis=-1)",
    "over_samples": "({0}) / len({0})",
    "over_columns": "({0}) / np.shape({0})[-1]",
    "over_size": "({0}) / np.size({0})",
    "normalised": "({0}) / np.sum({0})",
    "unit": "({0}) / np.linalg.norm({0})",
    "positive": "np.maximum({}, 0)",
    "clipped": "np.clip({}, -1, 1)",
    "rounded": "np.round({})",
    "transposed": "np.transpose({})",
    "flat": "np.ravel({})",
    "one_axis_more": "np.asarray({})[None]",
    "centred": "({0}) - np.mean({0})",
    "backwards": "({})[::-1]",
    "cumulated": "np.cumsum({}, axis=0)",
    "squashed": "np.tanh({})",
    "first_row": "({0}) * (np.arange(len({0})) == 0).reshape((-1,) + (1,) * (np.ndim({0}) - 1))",
    "last_row": "({0}) * (np.arange(len({0})) == len({0}) - 1).reshape((-1,) + (1,) * (np.ndim({0}) - 1))",
}


@dataclass(frozen=True)
class Mutant:
    """One mistake in one place. operator: what kind; function: where; target: what is wrong of it, a name, "" for what is no
    name of the lesson's; names: what comes into it; edit: (first line, line after the last, text) of the right code in
    `plain` form."""

    operator: str
    function: str
    target: str
    names: tuple[str, ...]
    edit: tuple[int, int, str]

    def code(self, lines: list[str]) -> str:
        """The cell with this mistake. lines: of the right code in `plain` form."""
        first, last, text = self.edit
        return "\n".join([*lines[:first], *text.split("\n"), *lines[last:]])


def plain(code: str) -> str:
    """The code as Python writes it: one line a statement, no comments, no docstrings."""
    tree = ast.parse(code)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and len(body) > 1 and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
            del body[0]
    return ast.unparse(tree)


def mutants(text: str, known: Collection[str], numbers: Collection[str] | None = None) -> Iterator[Mutant]:
    """Every Mutant of a cell in `plain` form; those of likelier operators first.

    known: names that the lesson has; no other is said. numbers: names that hold numbers, where that is known: only these are
    added, or multiplied by."""
    tree = ast.parse(text)
    names = [node.name for node in tree.body if isinstance(node, (*FUNCTIONS, ast.ClassDef))]
    whole = next((name for name in names if name in known), "")
    made = [_Function(node, own, known, whole, numbers) for node, own in _functions(tree)]
    for stage in (_Function.statements, _Function.arguments, _Function.parts, _Function.replaced):
        for function in made:
            yield from stage(function)
    more = [turn for function in made if function.name != "__init__" for turn in (function.added(), function.wrapped())]
    while more:  # a few of each in turn: where there is no time for all, none is left out
        for turn in list(more):
            some = list(itertools.islice(turn, FEW))
            yield from some
            if len(some) < FEW:
                more.remove(turn)


def _functions(tree):
    """(function, its class or None) of all functions of a cell."""
    for node in tree.body:
        if isinstance(node, FUNCTIONS):
            yield node, None
        elif isinstance(node, ast.ClassDef):
            yield from ((inner, node) for inner in node.body if isinstance(inner, FUNCTIONS))


@dataclass
class _Function:
    """A function that mistakes are made in."""

    node: Any
    own_class: Any
    known: Collection[str]
    whole: str  # the name of the exercise's class or function: said of functions that have none in the lesson
    numbers: Collection[str] | None
    name: str = field(init=False)
    scope: list[str] = field(init=False)

    def __post_init__(self):
        self.name = self.node.name
        arguments = [one.arg for one in self.node.args.args if one.arg != "self"]
        locals_ = [n.id for n in ast.walk(self.node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
        called = {id(n.func) for n in ast.walk(self.own_class or ast.Pass()) if isinstance(n, ast.Call)}
        attributes = [
            f"self.{n.attr}"
            for n in ast.walk(self.own_class or self.node)
            if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name) and n.value.id == "self" and id(n) not in called
        ]
        self.scope = list(dict.fromkeys([*arguments, *locals_, *attributes]))[:14]
        self.numeric = [name for name in self.scope if self.numbers is None or name.removeprefix("self.") in self.numbers]
        self.everywhere = list(_statements(self.node))

    def made(self, operator, statement, new, *names, target=None):
        """The Mutant in which a statement reads otherwise. new: text, or a tree."""
        text = new if isinstance(new, str) else _text(new)
        indent = " " * statement.col_offset
        text = "\n".join(indent + line if line else line for line in text.split("\n"))
        said = tuple(self.said(name) for name in names)
        target = self.said(self.target(statement) if target is None else target)
        own = self.own_class.name if self.own_class is not None else ""
        function = next((name for name in (self.name, own) if name in self.known), self.whole)
        return Mutant(operator, function, target, said, (statement.lineno - 1, statement.end_lineno, text))

    def said(self, name):
        """A name as it may be said: "" for one that the lesson has not."""
        bare = name.removeprefix("self.")
        if bare.endswith(("(", "(…)")):
            called = bare.partition("(")[0]
            return bare if called in self.known or called in NUMPY else ""
        return bare if bare in self.known or not bare.isidentifier() else ""

    def named_in(self, node):
        return _named_in(node)

    def said_of(self, node):
        """What an expression is called: a name, or what a function gives; "" for anything else."""
        text = _text(node)
        if text in self.scope:
            return text
        called = _base(node.func) if isinstance(node, ast.Call) else ""
        return f"{called}(…)" if called in self.known else ""

    def target(self, statement):
        """What a statement is about."""
        if isinstance(statement, ast.Assign):
            return _base(statement.targets[0])
        if isinstance(statement, (ast.AugAssign, ast.AnnAssign)):
            return _base(statement.target)
        if isinstance(statement, ast.Return):
            return "return"
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
            return _base(statement.value.func) + "("
        return ""

    # Whole statements: left out, twice, in another order or place.

    def statements(self) -> Iterator[Mutant]:
        for statement, body, n in self.everywhere:
            if isinstance(statement, SIMPLE) and not _is_docstring(statement):
                if not isinstance(statement, ast.Return):
                    yield self.made("dropped", statement, "pass")
                    yield self.made("twice", statement, _text(statement) + "\n" + _text(statement))
                elif statement.value is not None:
                    yield self.made("returns_nothing", statement, "return None")
                yield from self.stored(statement)
            if n + 1 < len(body) and not isinstance(body[n + 1], ast.Return):
                yield self.swapped(statement, body[n + 1])
            for later in body[n + 2 : n + 5]:
                if not isinstance(later, ast.Return) and isinstance(statement, SIMPLE):
                    yield self.moved(statement, later, body)
            if isinstance(statement, (ast.For, ast.While)):
                yield from self.of_loop(statement, body, n)
            if isinstance(statement, ast.If):
                yield from self.of_condition(statement)

    def swapped(self, one, other):
        text = "\n".join([_text(other), _text(one)])
        made = self.made("later", one, text, self.target(other))
        return Mutant(made.operator, made.function, made.target, made.names, (one.lineno - 1, other.end_lineno, made.edit[2]))

    def moved(self, one, other, body):
        between = body[body.index(one) + 1 : body.index(other) + 1]
        made = self.made("later", one, "\n".join(map(_text, [*between, one])), self.target(other))
        return Mutant(made.operator, made.function, made.target, made.names, (one.lineno - 1, other.end_lineno, made.edit[2]))

    def stored(self, statement):
        """What is stored where, how, and from when."""
        if isinstance(statement, ast.AugAssign):
            target, value = _text(statement.target), _text(statement.value)
            yield self.made("replaced_by", statement, f"{target} = {value}")
            yield self.made("sign", statement, f"{target} {'+' if isinstance(statement.op, ast.Sub) else '-'}= {value}")
            if isinstance(statement.target, (ast.Name, ast.Subscript)):
                yield self.made("reversed_step", statement, f"{target} = {value} - {target}")
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            target, value = _text(statement.targets[0]), _text(statement.value)
            if target.startswith("self.") and target[5:].isidentifier() and self.name != "__init__":
                old = f"getattr(self, '{target[5:]}', None)"
                yield self.made("added_up", statement, f"{target} = ({value}) if {old} is None else {old} + ({value})")
                yield self.made("averaged", statement, f"{target} = ({value}) if {old} is None else ({old} + ({value})) / 2")
                yield self.made("first_call", statement, f"{target} = ({value}) if {old} is None else {old}")
                yield self.made("local", statement, f"kept_nowhere = {value}")

    def of_loop(self, loop, body, n):
        head = (
            _text(ast.For(loop.target, loop.iter, [ast.Pass()], [], lineno=0)).rpartition(":")[0]
            if isinstance(loop, ast.For)
            else ""
        )
        inner = "\n".join(map(_text, loop.body))
        if isinstance(loop, ast.For):
            over = _text(loop.iter)
            bare = over.removeprefix("reversed(").removesuffix(")") if over.startswith("reversed(") else None
            ways = {"loop_reversed": bare or f"list({over})[::-1]", "loop_without_first": f"list({over})[1:]",
                    "loop_without_last": f"list({over})[:-1]", "loop_once": f"list({over})[:1]",
                    "loop_last_only": f"list({over})[-1:]", "loop_twice": f"list({over}) * 2"}  # fmt: skip
            for operator, text in ways.items():
                made = f"for {_text(loop.target)} in {text}:\n{_indented(inner)}"
                yield self.made(operator, loop, made, target="")
        for one in loop.body:
            rest = [other for other in loop.body if other is not one]
            if rest and head and isinstance(one, SIMPLE):
                shorter = f"{head}:\n{_indented(chr(10).join(map(_text, rest)))}"
                yield self.made("before_loop", loop, f"{_text(one)}\n{shorter}", target=self.target(one))
                yield self.made("after_loop", loop, f"{shorter}\n{_text(one)}", target=self.target(one))
        if head and n + 1 < len(body) and isinstance(body[n + 1], SIMPLE):
            following = body[n + 1]
            longer = f"{head}:\n{_indented(inner)}\n{_indented(_text(following))}"
            made = self.made("in_loop", loop, longer, target=self.target(following))
            yield Mutant(made.operator, made.function, made.target, (), (loop.lineno - 1, following.end_lineno, made.edit[2]))
        if head and n and isinstance(body[n - 1], ast.Assign):
            before = body[n - 1]
            longer = f"{head}:\n{_indented(_text(before))}\n{_indented(inner)}"
            made = self.made("in_loop", before, longer, target=self.target(before))
            yield Mutant(made.operator, made.function, made.target, (), (before.lineno - 1, loop.end_lineno, made.edit[2]))

    def of_condition(self, statement):
        for operator, test in (
            ("always", ast.Constant(True)),
            ("never", ast.Constant(False)),
            ("negated", ast.UnaryOp(ast.Not(), statement.test)),  # last: the same where the other case isn't looked at
        ):
            new = ast.If(test, statement.body, statement.orelse)
            yield self.made(operator, statement, ast.fix_missing_locations(new), target="")
        for one in statement.body:
            for other in statement.orelse:
                if isinstance(one, ast.Assign) and isinstance(other, ast.Assign) and self.target(one) == self.target(other):
                    yield self.made("same_in_both", other, one)
                    yield self.made("same_in_both", one, other)

    # What is given to a function: less of it, or changed before anything is done.

    def arguments(self) -> Iterator[Mutant]:
        first = next((statement for statement, body, _n in self.everywhere if body is self.node.body), None)
        given = [one.arg for one in self.node.args.args if one.arg != "self"]
        if first is None:
            return
        defaults = self.node.args.defaults
        for one, default in zip(self.node.args.args[len(self.node.args.args) - len(defaults) :], defaults, strict=True):
            if _text(default) != "None":
                ignored = f"{one.arg} = {_text(default)}\n{_text(first)}"
                yield self.made("given_ignored", first, ignored, one.arg, target="")
            if one.arg == "axis":
                for axis in (0, 1, -1):
                    if _text(default) != str(axis):
                        yield self.made("axis", first, f"axis = {axis}\n{_text(first)}", "", str(axis), target="return")
        if self.name == "__init__":
            return
        if len(given) > 1:  # else the one is what comes in, whatever it is called
            given = [name for name in given if self.said(name)]
        ways = {"first_sample": "{}[:1]", "last_sample": "{}[-1:]", "argument_backwards": "{}[::-1]", "argument_negative": "-{}",
                "argument_abs": "np.abs({})", "argument_double": "2 * {}", "argument_mean": "{0} * 0 + np.mean({0})",
                "argument_one": "{0} * 0 + 1", "argument_zero": "{} * 0", "argument_rounded": "np.round({})"}  # fmt: skip
        for operator, form in ways.items():
            for names in ([given] if operator.endswith("_sample") and len(given) > 1 else []) + [[name] for name in given]:
                if all(self.numbers is None or name in self.numbers for name in names):
                    changed = "\n".join(f"{name} = {form.format(name)}" for name in names)
                    yield self.made(operator, first, f"{changed}\n{_text(first)}", *names[:2], target="")
        for one, other in itertools.combinations(given, 2):
            exchanged = f"{one}, {other} = ({other}, {one})\n{_text(first)}"
            yield self.made("arguments_taken", first, exchanged, one, other, target="")

    # Parts of an expression: left out, exchanged, turned.

    def parts(self) -> Iterator[Mutant]:
        for statement, place in self.places():
            node = place.node
            yield from (self.put(statement, place, *change) for change in self.changes(node, place.callee) if change)

    def changes(self, node, callee):
        """(operator, new node, names) for an expression."""
        if isinstance(node, ast.BinOp):
            left, right = node.left, node.right
            leaves_out = "factor_left_out" if isinstance(node.op, (ast.Mult, ast.Div, ast.MatMult, ast.Pow)) else "term_left_out"
            yield leaves_out, left, self.named_in(right)
            yield leaves_out, right, self.named_in(left)
            for kind in BINARY:
                if not isinstance(node.op, kind) and (kind is not ast.Pow):
                    yield f"op_{kind.__name__}", ast.BinOp(left, kind(), right), (*self.named_in(left), *self.named_in(right))
            if isinstance(node.op, (ast.Add, ast.Sub)) and all(
                isinstance(one, ast.BinOp) and isinstance(one.op, ast.Mult) for one in (left, right)
            ):
                crossed = ast.BinOp(right.left, ast.Mult(), left.right), ast.BinOp(left.left, ast.Mult(), right.right)
                yield (
                    "factors_crossed",
                    ast.BinOp(crossed[0], node.op, crossed[1]),
                    (*self.named_in(left.right)[:1], *self.named_in(right.right)[:1]),
                )
            if not isinstance(node.op, (ast.Add, ast.Mult)):
                yield "operands_exchanged", ast.BinOp(right, node.op, left), (*self.named_in(left), *self.named_in(right))
            for call, other in ((left, right), (right, left)):
                if isinstance(call, ast.Call) and len(call.args) == 1 and not call.keywords:
                    inner = ast.BinOp(call.args[0], node.op, other) if call is left else ast.BinOp(other, node.op, call.args[0])
                    yield "inside", ast.Call(call.func, [inner], []), (*self.named_in(other)[:1], f"{_base(call.func)}(…)")
            if isinstance(node.op, ast.MatMult):
                for one in (left, right):
                    turned = one.value if _is_T(one) else ast.Attribute(one, "T", ast.Load())
                    yield (
                        "turned",
                        ast.BinOp(turned if one is left else left, node.op, turned if one is right else right),
                        self.named_in(one),
                    )
        elif isinstance(node, ast.UnaryOp):
            yield ("sign" if isinstance(node.op, ast.USub) else "negated"), node.operand, ()
        elif isinstance(node, ast.Attribute) and node.attr == "T":
            yield "turned", node.value, self.named_in(node.value)
        elif isinstance(node, ast.Constant):
            yield from self.constants(node)
        elif isinstance(node, ast.Compare) and len(node.ops) == 1:
            left, right = node.left, node.comparators[0]
            for kind in (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq):
                if not isinstance(node.ops[0], kind):
                    yield "comparison", ast.Compare(left, [kind()], [right]), (*self.named_in(left), *self.named_in(right))
        elif isinstance(node, ast.IfExp):
            yield "always", node.body, ()
            yield "never", node.orelse, ()
        elif isinstance(node, ast.Call):
            yield from self.calls(node)
        elif isinstance(node, ast.Subscript):
            yield from self.subscripts(node)
        elif isinstance(node, ast.Dict) and all(isinstance(k, ast.Constant) for k in node.keys) and len(node.keys) > 1:
            for one, other in itertools.combinations(range(len(node.keys)), 2):
                values = list(node.values)
                values[one], values[other] = values[other], values[one]
                yield "exchanged", ast.Dict(node.keys, values), (str(node.keys[one].value), str(node.keys[other].value))
        elif isinstance(node, ast.Tuple) and len(node.elts) == 2:
            first, second = node.elts
            yield "exchanged", ast.Tuple([second, first], ast.Load()), ()
            yield "both_first", ast.Tuple([first, first], ast.Load()), ()
            yield "both_second", ast.Tuple([second, second], ast.Load()), ()
        elif isinstance(node, (ast.GeneratorExp, ast.ListComp)):
            yield from self.comprehensions(node)

    def constants(self, node):
        value = node.value
        if isinstance(value, bool):
            yield "constant", ast.Constant(not value), ()
        elif isinstance(value, (int, float)):
            near = [value + 1, value - 1, 2 * value, value / 2] if isinstance(value, int) else [2 * value, value / 2, 1.0, 0.0]
            far = [value / 10, value * 10, 1e-16, 0.1, 1e-2, 1e-6, 1e-8] if 0 < abs(value) < 0.1 else [-value]
            for other in dict.fromkeys([*near, *far]):
                if other != value:
                    yield "constant", ast.Constant(other), ()
        elif value is None:
            yield "constant", ast.Constant(0), ()

    def calls(self, node):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        said = f"{name}(…)"
        owner = node.func.value if isinstance(node.func, ast.Attribute) else None
        is_method = owner is not None and not (isinstance(owner, ast.Name) and owner.id in ("np", "self"))
        if is_method:
            yield "call_left_out", owner, (said,)
        for argument in node.args:
            if not isinstance(argument, ast.Starred):
                yield "call_left_out", argument, (said,)
        for family in ALIKE_FUNCTIONS:
            for other in family if name in family else ():
                if other != name and isinstance(node.func, ast.Attribute):
                    yield (
                        "other_function",
                        ast.Call(ast.Attribute(owner, other, ast.Load()), node.args, node.keywords),
                        (f"{other}(…)",),
                    )
        if len(node.args) == 1 and isinstance(node.args[0], ast.BinOp) and not node.keywords:
            inner = node.args[0]
            for one, other in ((inner.left, inner.right), (inner.right, inner.left)):
                called = ast.Call(node.func, [one], [])
                new = ast.BinOp(called, inner.op, other) if one is inner.left else ast.BinOp(other, inner.op, called)
                yield "outside", new, (*self.named_in(other)[:1], said)
        if len(node.args) > 1:
            for one, other in itertools.combinations(range(len(node.args)), 2):
                arguments = list(node.args)
                arguments[one], arguments[other] = arguments[other], arguments[one]
                yield "arguments_exchanged", ast.Call(node.func, arguments, node.keywords), (said,)
        for n, keyword in enumerate(node.keywords):
            rest = [*node.keywords[:n], *node.keywords[n + 1 :]]
            if keyword.arg == "axis":
                yield "no_axis", ast.Call(node.func, node.args, [k for k in rest if k.arg != "keepdims"]), (said,)
                for axis in (0, 1, -1):
                    if _text(keyword.value) != str(axis):
                        with_axis = [ast.keyword("axis", ast.Constant(axis)), *rest]
                        yield "axis", ast.Call(node.func, node.args, with_axis), (said, str(axis))
            elif keyword.arg == "keepdims":
                yield "keepdims", ast.Call(node.func, node.args, rest), (said,)
        if name in ("sum", "mean", "max") and not any(keyword.arg == "keepdims" for keyword in node.keywords):
            yield (
                "keepdims",
                ast.Call(node.func, node.args, [*node.keywords, ast.keyword("keepdims", ast.Constant(True))]),
                (said,),
            )
            if not node.keywords:
                for axis in (0, -1):
                    yield "axis", ast.Call(node.func, node.args, [ast.keyword("axis", ast.Constant(axis))]), (said, str(axis))

    def subscripts(self, node):
        if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
            return
        yield "index_left_out", node.value, self.named_in(node.value)
        for text in ("0", "-1", ":1", "1:", ":-1"):
            if _text(node.slice) != text:
                yield "index", ast.parse(f"({_text(node.value)})[{text}]", mode="eval").body, self.named_in(node.value)
        if isinstance(node.slice, ast.Tuple) and len(node.slice.elts) == 2:
            first, second = node.slice.elts
            yield (
                "index_exchanged",
                ast.Subscript(node.value, ast.Tuple([second, first], ast.Load()), ast.Load()),
                self.named_in(node.value),
            )
            yield (
                "index",
                ast.Subscript(node.value, ast.Tuple([ast.Slice(), second], ast.Load()), ast.Load()),
                self.named_in(node.value),
            )

    def comprehensions(self, node):
        element, over = node.elt, node.generators[0].iter
        for operator, text in (
            ("loop_reversed", "list({})[::-1]"),
            ("loop_without_first", "list({})[1:]"),
            ("loop_without_last", "list({})[:-1]"),
            ("loop_once", "list({})[:1]"),
        ):
            generators = [ast.comprehension(node.generators[0].target, _parsed(text.format(_text(over))), [], 0)]
            yield operator, type(node)(element, generators), ()

    # A name, or a whole expression, that is another name.

    def replaced(self) -> Iterator[Mutant]:
        if self.name == "__init__":
            return
        for statement, place in self.places():
            node, text = place.node, _text(place.node)
            is_name = text in self.scope
            if place.callee or not (
                is_name or isinstance(node, (ast.Call, ast.BinOp, ast.Subscript, ast.Attribute, ast.Tuple, ast.IfExp))
            ):
                continue
            for name in self.scope:
                if name != text:
                    yield self.put(statement, place, "name" if is_name else "name_for_all", _parsed(name), (name,))

    # What is put in.

    def added(self) -> Iterator[Mutant]:
        """A quantity more; then sizes, which are seldom meant."""
        for statement, place, _is_made, inner in self.may_be_added_to():
            for name in self.numeric:
                for sign, operator in (("*", "times"), ("/", "divided"), ("+", "plus"), ("-", "minus")):
                    new = ast.BinOp(place.node, _operator(sign), _parsed(name))
                    yield self.put(statement, place, operator, new, (name, *inner))
        for statement, place, is_made, inner in self.may_be_added_to():
            for name in self.numeric if is_made else ():
                for size in (f"len({name})", f"np.shape({name})[-1]"):
                    for sign, operator in (("/", "divided_size"), ("*", "times_size")):
                        new = ast.BinOp(place.node, _operator(sign), _parsed(size))
                        yield self.put(statement, place, operator, new, (name, *inner))

    def may_be_added_to(self):
        """(statement, place, whether it is worked out there, what it is called) of what another quantity may meet."""
        for statement, place in self.places():
            is_made = place.whole or isinstance(place.node, (ast.Call, ast.BinOp))
            if not place.callee and (is_made or _text(place.node) in self.scope):
                yield statement, place, is_made, () if place.whole else (self.said_of(place.node),)

    def wrapped(self) -> Iterator[Mutant]:
        for statement, place in self.places():
            if place.callee or isinstance(place.node, (ast.Constant, ast.Tuple, ast.Dict)):
                continue
            text = _text(place.node)
            names = () if place.whole else (self.said_of(place.node),)
            for kind, form in WRAPS.items():
                yield self.put(statement, place, f"wrap_{kind}", _parsed(form.format(text)), names)

    def places(self) -> Iterator[tuple[Any, "_Place"]]:
        """(statement, place) of all expressions."""
        for statement, _body, _n in self.everywhere:
            if not _is_docstring(statement):
                yield from ((statement, place) for place in _expressions(statement))

    def put(self, statement, place, operator, new, names):
        with place.having(new):
            text = ast.unparse(statement)
        target = self.target(statement)
        if place.key:
            target = place.key
        made = self.made(operator, statement, text, *names, target=target)
        return made


@dataclass
class _Place:
    """Where an expression stands. whole: it is all that its statement works out; callee: it is called; key: of the dict that it
    is a value of."""

    owner: Any
    name: str
    n: int | None
    whole: bool
    callee: bool
    key: str = ""

    @property
    def node(self):
        found = getattr(self.owner, self.name)
        return found if self.n is None else found[self.n]

    def having(self, new):
        return _Having(self, new)


@dataclass
class _Having:
    place: _Place
    new: Any

    def __enter__(self):
        self.old = self.place.node
        self._set(self.new)

    def __exit__(self, *_):
        self._set(self.old)

    def _set(self, node):
        if self.place.n is None:
            setattr(self.place.owner, self.place.name, node)
        else:
            getattr(self.place.owner, self.place.name)[self.place.n] = node


def _expressions(statement):
    """Every _Place of an expression that is read, in a statement, from the outside in; not within statements that it holds."""
    whole = {"value", "test", "iter"}

    def walk(owner, depth, key=""):
        for name, value in ast.iter_fields(owner):
            if name in ("body", "orelse", "targets", "target", "ctx", "op", "ops", "func") and isinstance(
                owner, (ast.stmt, ast.comprehension)
            ):
                continue
            for n, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
                if not isinstance(node, ast.AST) or isinstance(
                    node, (ast.stmt, ast.expr_context, ast.operator, ast.cmpop, ast.unaryop, ast.boolop)
                ):
                    continue
                within = key
                if isinstance(owner, ast.Dict) and name == "values" and isinstance(owner.keys[n], ast.Constant):
                    within = str(owner.keys[n].value)
                if (
                    isinstance(node, ast.expr)
                    and not isinstance(node, (ast.Slice, ast.Starred))
                    and not (isinstance(owner, ast.Dict) and name == "keys")
                ):
                    yield _Place(
                        owner,
                        name,
                        n,
                        depth == 0 and name in whole,
                        (isinstance(owner, ast.Call) and name == "func")
                        or (isinstance(node, ast.Name) and node.id in ("np", "self")),
                        within,
                    )
                yield from walk(node, depth + 1, within)

    yield from walk(statement, 0)


def _statements(function):
    """(statement, the body that it stands in, its number there) of all of a function."""

    def walk(body):
        for n, statement in enumerate(body):
            yield statement, body, n
            for inner in (getattr(statement, "body", None), getattr(statement, "orelse", None)):
                if isinstance(inner, list) and isinstance(statement, NESTED):
                    yield from walk(inner)

    yield from walk(function.body)


def _base(node):
    """The name that an assignment is to: of `x[i]` x, of `self.x` x."""
    while isinstance(node, ast.Subscript):
        if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
            return node.slice.value
        node = node.value
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _named_in(node):
    """The names in an expression, as far as there are few."""
    found = []
    for one in ast.walk(node):
        if isinstance(one, ast.Name) and one.id not in ("np", "self", "len", "float"):
            found.append(one.id)
        elif isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id == "self":
            found.append(one.attr)
    return tuple(dict.fromkeys(found))[:2]


@functools.lru_cache(maxsize=4096)
def _text(node):
    """A piece of a tree as Python writes it, which is asked for again and again: of one as it stands, never of one that is being
    changed."""
    return ast.unparse(node)


def _is_T(node):
    return isinstance(node, ast.Attribute) and node.attr == "T"


def _is_docstring(statement):
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _indented(text):
    return "\n".join("    " + line for line in text.split("\n"))


def _parsed(text):
    return ast.parse(text, mode="eval").body


def _operator(sign):
    return next(kind() for kind, written in BINARY.items() if written == sign)
