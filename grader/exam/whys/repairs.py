"""Single changes to a student's own code, to be tried: with the right one, what was lost is passed.

Only such a change shows that a piece is the mistake, and not merely written otherwise. The changed code is run behind the walls, and
never shown: what is quoted is the student's own piece, as it stands.
"""

import ast
import difflib
import functools
import hashlib
import itertools
import re
import textwrap
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from grader.exam.whys import operators
from grader.exam.whys.lines import is_negative, negative
from grader.exam.whys.reading import UNORDERED, Code, Node, canonical, value_of
from grader.words import _

MOST_LINE = 120  # characters of a line that is quoted around a piece
KEPT = "given_"  # begins the name of what came in, where the student's name for it is bound anew
MOST_LINES = 3  # that are put under a condition together
MOST_PIECES, SHORT = 3, 6  # pieces that are changed together; characters of one that says nothing without its line
FEWEST, SMALL = 5, 8  # nodes of what is put for a value that is made otherwise; most of a piece that is tried early
INFIX = {"Lt": "<", "LtE": "<=", "Eq": "==", "NotEq": "!=", "Is": "is", "IsNot": "is not", "In": "in", "NotIn": "not in"}
INFIX |= {"And": "and", "Or": "or", "op:FloorDiv": "//", "op:Mod": "%", "op:BitAnd": "&", "op:BitOr": "|", "matmul": "@"}
CALLED = ("len", "range", "zip", "enumerate", "isinstance", "abs", "int", "bool")
LEAVING_OUT = (
    *("call_left_out", "dropped", "term_left_out", "factor_left_out", "bool_left_out", "index_left_out"),
    *("goes_on", "pairwise", "elementwise"),
)
MOVES = ("after_loop", "before_loop", "later", "in_loop", "in_condition")
DRAWING = ("permutation(", "shuffle(", "choice(", "integers(", "normal(", "random(")
WHOLE = (*MOVES, "dropped", "copied", "added_to", "replaced_by")  # of whole statements, whatever they work out
FIRST = (
    "kept",
    "carried",
    "default_once",
    "one_end",
    "row_made",
    "sums_multiplied",
    "one_short",
    "not_turned_back",
    "overwritten",
)  # whose words say more than what others' would
TURNED = (
    "turned",
    "arguments_exchanged",
    "always",
    "never",
    "axis",
    "no_axis",
    "keepdims",
    *MOVES,
    "sign",
    "shared",
    "added_to",
    "tiny",
)
OTHERS = (
    *(
        "comparison",
        "other_function",
        "copied",
        "in_place",
        "exchanged",
        "operands_exchanged",
        "replaced_by",
        "least",
        "op_",
        "negated",
    ),
    *("name", "index", "loop_", "constant"),
)
AS_IT_IS = ("np.asarray", "np.array", "np.asanyarray", "np.copy", "np.float64", "float", "astype", "copy")
NO_SIZES = ("self", "rng", "epochs", "learning_rate", "lr", "rate", "eta")  # arguments that have none


@dataclass(frozen=True)
class Repair:
    """A change. code: the cell with it; function: where; operator: which; piece: of the student's tree, where it is known already,
    which is of a kind: "other", or "more" or "less" than belongs there."""

    code: str
    function: str
    operator: str
    piece: Any = None
    kind: str = "other"


@dataclass(frozen=True)
class Texts:
    """How a student writes what there is. of: {key of a Node: in the student's words}; wholes: those of them that may stand in a
    product, or a sum, of more, the largest first."""

    of: dict[bytes, str]
    wholes: tuple[Node, ...] = ()

    def without(self, key: bytes) -> "Texts":
        return Texts({one: text for one, text in self.of.items() if one != key}, tuple(n for n in self.wholes if n.key != key))


def plain(code: str) -> str:
    """A student's code, one line a statement; "" where it can't be read."""
    try:
        return operators.plain(code)
    except (SyntaxError, ValueError, RecursionError):
        return ""


def of(text: str, mine: Code | None, rights: Collection[Code], suspects: Mapping[str, int]) -> Iterator[Repair]:
    """Repairs of code in `plain` form, the likeliest first: something left out, small pieces that a right solution has otherwise,
    larger ones, then everything else.

    mine: the same as it is read; suspects: {function: its rank}, the lower the likelier; others are left as they are."""
    tree, seen = ast.parse(text), {text}
    fine, own = (_fine_lines(tree, mine, rights), _own_lines(tree, rights)) if mine else (frozenset(), frozenset())
    for rank in sorted({*suspects.values()}):
        places = [one for one in _functions(tree) if suspects.get(one[0]) == rank]
        of_fine = functools.partial(_of_fine, places, fine | own)
        edits = functools.partial(_edits_of, places, fine | own)
        values = (one for place in places if mine for one in _values(text, mine, rights, fine, *place[:2]))
        aligned = functools.cache(functools.partial(_sorted, text, mine, rights, fine, places))
        turns: tuple[Iterable[Repair], ...] = (
            _chosen(edits, FIRST, text),
            _chosen(of_fine, FIRST, text),
            _chosen(lambda wanted: filter(_draws, (*edits(wanted), *of_fine(wanted))), ("in_loop",), text),
            _chosen(edits, LEAVING_OUT, text),
            _sized(aligned, False),
            (one for place in places if mine for one in _together(text, mine, rights, fine, *place[:2], of_all=False)),
            _sized(aligned, True),
            (one for place in places for one in _everywhere(text, *place[:2])),
            _chosen(edits, TURNED, text),
            _chosen(of_fine, (*LEAVING_OUT, *TURNED), text),
            (one for place in places if mine for one in _together(text, mine, rights, fine, *place[:2], of_all=True)),
            values,
            _chosen(edits, OTHERS, text),
            _chosen(of_fine, OTHERS, text),
        )
        for repair in itertools.chain(*turns):
            if repair.code not in seen:
                seen.add(repair.code)
                if repair.operator != "aligned" or _is_another(repair.code, text):
                    yield repair


def _is_another(code, text):
    """Whether code can be read, and is unlike another one in more than brackets: the lines in which they differ by themselves, where
    these can be read so."""
    one, other = code.split("\n"), text.split("\n")
    first = _alike_lines(one, other)
    last = _alike_lines(one[first:][::-1], other[first:][::-1])
    parts = [textwrap.dedent("\n".join(lines[first : len(lines) - last])) for lines in (one, other)]
    for mine, its in (parts, (code, text)):
        try:
            return not _same(ast.parse(mine), ast.parse(its))
        except SyntaxError:
            continue
    return False


def _alike_lines(one, other):
    """How many lines are the same at the beginning of both."""
    return next((n for n, (mine, its) in enumerate(zip(one, other, strict=False)) if mine != its), min(len(one), len(other)))


def _draws(edit):
    """Whether what is taken into a loop draws something, which then is drawn in every turn."""
    lines = edit[2]().edit[2].split("\n") if edit[0] == "in_loop" else []
    return any(name in line for name in DRAWING for line in (*lines[1:2], *lines[-1:]))


def _edits_of(places, fine, wanted):
    """Those of some operators, and others: those that are many, and that none of these are, are not looked for."""
    kinds = ["whole"] if {*wanted} <= {*FIRST, *MOVES} else ["whole", "parts", *(["replaced"] if wanted == OTHERS else [])]
    return [edit for place in places for kind in kinds for edit in _edits(fine, kind, *place)]


def _of_fine(places, fine, _wanted):
    whole = (edit for place in places for line, edit in _of_statements(*place) if line in fine)
    return [edit for edit in whole if edit[0] in (*WHOLE, *FIRST, "copied", "in_place", "goes_on")]


def _sorted(text, mine, rights, fine, places):
    found = (one for place in places if mine for one in _aligned(text, mine, rights, fine, *place[:2]))
    return sorted(found, key=lambda one: one[:2])


def _sized(aligned, large):
    """Those that are small, or large, the least first: worked out when the first is wanted."""
    yield from (repair for is_large, _size, repair in aligned() if is_large == large)


def _chosen(edits, wanted, text):
    """Those of some operators, in their order: worked out when the first is wanted."""
    lines, rank = text.split("\n"), lambda edit: _rank(edit[0], wanted)
    for operator, function, change in sorted((one for one in edits(wanted) if rank(one) < len(wanted)), key=rank):
        yield Repair(change().code(lines), function, operator)


@functools.cache
def _rank(operator, wanted):
    """Which of some operators it is: how many there are, where it is none."""
    return next((n for n, one in enumerate(wanted) if operator.startswith(one)), len(wanted))


def functions(text: str) -> list[str]:
    """The functions of code in `plain` form, those of classes as `Class.method`."""
    return [name for name, _node, _own in _functions(ast.parse(text))]


def _functions(tree):
    """(name, node, its class or None) of all functions."""
    for node, own in operators._functions(tree):
        yield (f"{own.name}.{node.name}" if own is not None else node.name), node, own


def _fine_lines(tree, mine, rights):
    """The numbers of the lines, from 0, that work out what a right solution does, too."""
    theirs = [both for right in rights for both in _by_attributes(right)]
    keys = {key for one, key in theirs for key in (one.key, key)} | {negative(one).key for one, _key in theirs if one.op == "mul"}
    read = {_span(one.source): {one.key, key} for one, key in _by_attributes(mine) if hasattr(one.source, "lineno")}
    made = (one for one in ast.walk(tree) if isinstance(one, (ast.Assign, ast.Return, ast.AugAssign)) and one.value is not None)
    unlike = _unlike_lines(mine, rights)
    return frozenset(
        one.lineno - 1
        for one in made
        if one.lineno - 1 not in unlike and keys & read.get(_span(one if isinstance(one, ast.AugAssign) else one.value), set())
    )


def _own_lines(tree, rights):
    """The numbers of the lines that store what no right solution stores."""
    theirs = {what for right in rights for kept in (right.effects, right.started) for _function, what in kept}
    made = (one for one in ast.walk(tree) if isinstance(one, ast.Assign) and len(one.targets) == 1)
    stored = ((one, ast.unparse(one.targets[0])) for one in made if isinstance(one.targets[0], ast.Attribute))
    return frozenset(one.lineno - 1 for one, what in stored if what.startswith("self.") and what not in theirs)


def _unlike_lines(mine, rights):
    """The numbers of the lines that work out what is another effect's in a right solution, or a part of one."""
    found = set()
    for effect, node in mine.effects.items():
        theirs = {right.effects[effect].key for right in rights if effect in right.effects}
        if theirs and node.key not in theirs and hasattr(node.source, "lineno"):
            found.add(node.source.lineno - 1)
    return found


@functools.lru_cache(maxsize=100)
def _by_attributes(code):
    """(Node, its key with what attributes hold called by their names) of all that is worked out."""
    held = {node.key: what for (_owner, what), node in code.effects.items() if what.startswith("self.") and node.kids}
    short: dict[bytes, bytes] = {}

    def key(node):
        if node.key not in short:
            kids = [held[kid.key].encode() if kid.key in held else key(kid) for kid in node.kids]
            short[node.key] = node.op.encode() + b"(" + b" ".join(kids) + b")"
            if len(short[node.key]) > 64:
                short[node.key] = hashlib.blake2b(short[node.key], digest_size=16).digest()
        return short[node.key]

    return [(one, key(one)) for node in code.effects.values() for one in node.walk()]


def _span(node):
    return node.lineno, node.col_offset, node.end_lineno, node.end_col_offset


# Changes by an operator.


class _Function(operators._Function):
    """Operators of which only those that are tried are worked out: `put` gives (operator, what works it out)."""

    def put(self, statement, place, operator, new, names):
        return operator, lambda: super(_Function, self).put(statement, place, operator, new, names)

    def said(self, name):
        return name  # nothing is said of it

    def named_in(self, node):
        return ()


@functools.lru_cache(maxsize=20)
def _function(node, own):
    return _Function(node, own, (), "", None)


@functools.lru_cache(maxsize=20)
def _of_statements(name, node, own):
    """[(number of the line, (operator, function, what makes it a Mutant))] for every operator of whole statements."""
    function, needed = _function(node, own), _needed(node)
    made = (*function.statements(), *_of_whole(function))
    made = [one for one in made if one.operator not in ("dropped", "added_to") or one.edit[0] not in needed]
    return [(one.edit[0], (one.operator, name, functools.partial(lambda mutant: mutant, one))) for one in made]


@functools.lru_cache(maxsize=60)
def _edits(fine, kind, name, node, own):
    """The same for operators of a kind wherever they can be in a function, where that is not what a right solution has, too."""
    function = _function(node, own)
    if kind == "whole":
        whole = [edit for line, edit in _of_statements(name, node, own) if line not in fine]
        return [*whole, *((operator, name, change) for operator, change in _spelled(function))]
    everywhere = function.everywhere
    function.everywhere = [place for place in everywhere if place[0].lineno - 1 not in fine]
    made = [*function.parts(), *_more(function)] if kind == "parts" else [*function.replaced()]
    function.everywhere = everywhere
    return [(operator, name, change) for operator, change in made]


def _needed(function):
    """The numbers of the lines, from 0, that alone give a name its value: without them nothing runs."""
    given = {one.arg for one in ast.walk(function.args) if isinstance(one, ast.arg)}
    stored = Counter(one.id for one in ast.walk(function) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store))
    return frozenset(
        one.lineno - 1
        for one in ast.walk(function)
        if isinstance(one, ast.Assign)
        and all(isinstance(t, ast.Name) and stored[t.id] == 1 and t.id not in given for t in one.targets)
    )


def _of_whole(function):
    """What a student may need, of statements, and no mistake in right code would be."""
    yield from _defaults(function)
    conditions = {ast.unparse(one.test): one for one, _body, _n in function.everywhere if isinstance(one, ast.If)}
    for statement, body, n in function.everywhere:
        if isinstance(statement, ast.If) and not statement.orelse:
            yield from _kept(function, statement)
        if n + 1 < len(body) and (both := _at_once(statement, body[n + 1])):
            lines = statement.lineno - 1, body[n + 1].end_lineno
            made = function.made("overwritten", statement, both, target="")
            yield replace(made, edit=(*lines, made.edit[2]))
        if n + 1 < len(body) and isinstance(statement, ast.Expr) and ast.unparse(statement).endswith(".reverse()"):
            both = f"{ast.unparse(body[n + 1])}\n{ast.unparse(statement)}"
            yield function.made("not_turned_back", body[n + 1], both, target="")
        for inner in statement.body if isinstance(statement, (ast.For, ast.While)) else ():
            yield from _carried(function, statement, inner)
        for test, one in conditions.items() if isinstance(statement, (ast.Assign, ast.AugAssign)) else ():
            for last in body[n : n + MOST_LINES] if body is not one.body and statement.lineno > one.lineno else ():
                if not isinstance(last, (ast.Assign, ast.AugAssign)):
                    break
                inner = "\n".join(f"    {ast.unparse(its)}" for its in body[n : body.index(last) + 1])
                made = function.made("in_condition", statement, f"if {test}:\n{inner}")
                yield replace(made, edit=(made.edit[0], last.end_lineno, made.edit[2]))
        if isinstance(statement, ast.Break):
            yield function.made("goes_on", statement, "continue")
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            target, value = ast.unparse(statement.targets[0]), statement.value
            for sign in "+-" if not isinstance(statement.targets[0], (ast.Tuple, ast.List)) else "":
                yield function.made("added_to", statement, f"{target} {sign}= {ast.unparse(value)}")
            if isinstance(statement.targets[0], ast.Subscript) and not isinstance(value, ast.Constant):
                yield function.made("in_place", statement, f"{target}[...] = {ast.unparse(value)}")
            if isinstance(value, (ast.Name, ast.Attribute, ast.Subscript)):
                yield function.made("copied", statement, f"{target} = {ast.unparse(value)}.copy()")


def _defaults(function):
    """What is worked out once, when a function is defined, and then is the same in every call."""
    arguments, first = function.node.args, function.node.body[0]
    for one, default in zip(arguments.args[len(arguments.args) - len(arguments.defaults) :], arguments.defaults, strict=True):
        if isinstance(default, (ast.Call, ast.List, ast.Dict)) and default.lineno == default.end_lineno < first.lineno:
            changed = ast.parse(ast.unparse(function.node)).body[0]
            name, made = one.arg, ast.unparse(default)
            changed.args.defaults[arguments.defaults.index(default)] = ast.Constant(None)
            changed.body.insert(0, ast.parse(f"if {name} is None:\n    {name} = {made}").body[0])
            yield function.made("default_once", function.node, changed, target="")


def _at_once(one, other):
    """Two lines that are made from what was there before both, where the second reads what the first has made; "" otherwise."""
    if not all(isinstance(line, ast.Assign) and len(line.targets) == 1 for line in (one, other)):
        return ""
    first, second = ast.unparse(one.targets[0]), ast.unparse(other.targets[0])
    read = [{ast.unparse(node) for node in ast.walk(line.value)} for line in (one, other)]
    if first not in read[1] or not first.startswith("self.") or first == second:
        return ""
    return f"{first}, {second} = ({ast.unparse(one.value)}, {ast.unparse(other.value)})"


def _kept(function, statement):
    """What was made in an earlier call, and is made anew only on a condition."""
    body = statement.body
    places = [target for one in body if isinstance(one, ast.Assign) for target in one.targets]
    if any(ast.unparse(place).startswith("self.") for place in places):
        yield function.made("kept", statement, ast.If(ast.Constant(True), body, []), target="")
    elif len(body) == 1 and isinstance(body[0], ast.Return) and ast.unparse(body[0]).startswith("return self."):
        yield function.made("kept", statement, ast.If(ast.Constant(False), body, []), target="")


def _carried(function, loop, statement):
    """What a call in a loop gives, and its next turn is not given."""
    if not isinstance(statement, (ast.Assign, ast.Expr)) or not isinstance(statement.value, ast.Call):
        return
    stored = {one.id for one in ast.walk(loop) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
    for argument in statement.value.args:
        if isinstance(argument, ast.Name) and argument.id not in {*stored, *NO_SIZES}:
            targets = [*getattr(statement, "targets", ()), ast.Name(argument.id, ast.Store())]
            yield function.made("carried", statement, ast.Assign(targets, statement.value, lineno=0), target="")


def _spelled(function):
    """Of expressions that may read like right ones, and give something else."""
    for statement, place in function.places():
        node = place.node
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and (inner := _summed(node)):
            yield function.put(statement, place, "sums_multiplied", inner, ())
        elif isinstance(node, ast.Call) and (column := _of_row(node)):
            yield function.put(statement, place, "row_made", operators._parsed(column), ())
        elif isinstance(node, ast.Call) and (kept := _from_both_ends(node)):
            yield function.put(statement, place, "one_end", operators._parsed(kept), ())
        elif isinstance(node, (ast.Call, ast.Subscript)) and (longer := _of_all(node)):
            yield function.put(statement, place, "one_short", operators._parsed(longer), ())


def _more(function):
    """The same as `_of_whole`, of expressions."""
    for statement, place in function.places():
        node = place.node
        if isinstance(node, ast.BoolOp) and len(node.values) == 2:
            for one in node.values:
                yield function.put(statement, place, "bool_left_out", one, ())
        elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
            yield function.put(statement, place, "least", operators._parsed("-np.inf"), ())
            if 0 < abs(node.value) < 0.5:
                yield function.put(statement, place, "tiny", operators._parsed("1e-07"), ())
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".insert") and len(node.args) == 2:
            appended = ast.Call(ast.Attribute(node.func.value, "append", ast.Load()), node.args[1:], [])
            yield function.put(statement, place, "other_function", appended, ())
        elif _is_turned_after(node):
            turned = ast.Call(ast.Attribute(node.func.value.args[0], node.func.attr, ast.Load()), node.args, [])
            yield function.put(statement, place, "turned", ast.Call(node.func.value.func, [turned], node.func.value.keywords), ())
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("np.dot", "np.matmul") and len(node.args) == 2:
            yield function.put(statement, place, "elementwise", ast.BinOp(node.args[0], ast.Mult(), node.args[1]), ())
        elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Tuple) and len(node.slice.elts) == 2:
            of_them = ast.unparse(node.value)
            for one in (ast.unparse(one) for one in node.slice.elts if isinstance(one, ast.Name)):
                yield function.put(
                    statement, place, "pairwise", operators._parsed(f"({of_them})[np.arange(len({one})), {one}]"), ()
                )
        is_made = place.whole and place.name == "value" and not isinstance(statement, ast.Expr)
        if is_made and isinstance(node, (ast.Name, ast.Attribute, ast.BinOp, ast.Call)):
            yield function.put(statement, place, "sign", ast.UnaryOp(ast.USub(), node), ())
            for name in [one for one in function.node.args.args[-2:] if one.arg not in NO_SIZES]:
                yield function.put(statement, place, "shared", operators._parsed(f"({ast.unparse(node)}) / len({name.arg})"), ())


def _summed(product):
    """The sum of products, of a product of sums; None of anything else."""
    both = (product.left, product.right)
    if not all(isinstance(one, ast.Call) and ast.unparse(one.func) == "np.sum" and one.args for one in both):
        return None
    left, right = both
    return ast.Call(left.func, [ast.BinOp(left.args[0], ast.Mult(), right.args[0]), *left.args[1:]], left.keywords)


def _of_row(call):
    """A column in place of the row that a call makes of what has one axis; "" for other calls."""
    name = ast.unparse(call.func)
    if name == "np.atleast_2d" and len(call.args) == 1:
        what = ast.unparse(call.args[0])
        return f"(np.reshape({what}, (-1, 1)) if np.ndim({what}) < 2 else np.asarray({what}))"
    sizes = [ast.unparse(one) for one in call.args[name == "np.reshape" :]]
    if name.endswith(".reshape") and sizes in (["1", "-1"], ["(1, -1)"]):
        what = ast.unparse(call.args[0] if name == "np.reshape" else call.func.value)
        return f"np.reshape({what}, (-1, 1))"
    return ""


def _of_all(node):
    """All that a range, or a slice, runs over but for one at an end; "" of anything else."""
    if isinstance(node, ast.Subscript):
        ends = ast.unparse(node.slice)
        return {"1:": "({})[:]", ":-1": "({})[:]", "-1:0:-1": "({})[::-1]", ":0:-1": "({})[::-1]"}.get(ends, "").format(
            ast.unparse(node.value)
        )
    if ast.unparse(node.func) != "range" or not node.args:
        return ""
    ends = [ast.unparse(one) for one in node.args]
    if len(ends) == 3:
        return f"range({ends[0]}, -1, -1)" if ends[1:] == ["0", "-1"] else ""
    last = ends[-1].removesuffix(" - 1")
    return f"range({last})" if ends[0] == "1" or last != ends[-1] else ""


def _from_both_ends(call):
    """What is kept away from 0 and 1, where it is from one of these alone; "" for other calls."""
    name, ends = ast.unparse(call.func), [one.value for one in call.args[1:] if isinstance(one, ast.Constant)]
    is_near = all(end < 1e-3 or end > 1 - 1e-3 for end in ends if type(end) in (int, float))
    if name in ("np.maximum", "np.minimum") and len(call.args) == 2 and is_near:
        return f"np.clip({ast.unparse(call.args[0])}, 1e-12, 1 - 1e-12)"
    if name == "np.clip" and len(call.args) == 3 and any(end in (0, 1) for end in ends):
        return f"np.clip({ast.unparse(call.args[0])}, 1e-12, 1 - 1e-12)"
    return ""


def _is_turned_after(node):
    """Whether what a function gives has its axes exchanged, which might have been done before."""
    if (
        not isinstance(node, ast.Call)
        or not isinstance(node.func, ast.Attribute)
        or node.func.attr not in ("swapaxes", "transpose")
    ):
        return False
    return isinstance(node.func.value, ast.Call) and isinstance(node.func.value.func, ast.Name) and len(node.func.value.args) == 1


# Changes to what a right solution has.


def _aligned(text, mine, rights, fine, function, inside):
    """(whether it is large, size, Repair) of pieces in which an effect is unlike that of a right solution."""
    is_guarded = any(function in one.guarded for one in (mine, *rights))
    texts, given, locals_ = _texts(mine, function, inside), _given(inside, function), _locals(inside, fine)
    wrongly_held = {what for (_owner, what), n in mine.effects.items() if _is_unlike_all(what, n, rights)}
    for node, other in _unlike_effects(mine, rights, function):
        for kind, piece, old, new in _pairs(node, other):
            line = getattr(old.source, "lineno", 0) - 1
            if not _is_in(old.source, inside) or isinstance(old.source, ast.If):
                continue
            if not _is_within(piece.source, old.source):
                kind, piece = "other", old
            made = _made(new, texts.without(old.key), given, is_guarded)
            for use in _uses(mine, function, inside, old) if made else ():
                if ast.unparse(use) in locals_ | wrongly_held:
                    continue
                yield False, 1, Repair(_keeping(_with(text, use, made), inside), function, "aligned", use)
            if line in fine and not _is_used_once(inside, line):
                continue
            if made and not locals_ & _names(old.source) - _names(ast.parse(made)) and (code := _with(text, old.source, made)):
                is_small = piece.size <= SMALL and new.size <= old.size + 2 and line not in fine
                yield not is_small, piece.size, Repair(_keeping(code, inside), function, "aligned", piece.source, kind)


def _unlike_effects(mine, rights, function, one=None):
    """(what a function does, what one of the right solutions does there, or each) for all that is unlike them all, also of what it
    makes at the beginning."""
    for kept in ("effects", "started"):
        for effect, node in getattr(mine, kept).items():
            others = {n: its for n, right in enumerate(rights) if (its := getattr(right, kept).get(effect)) is not None}
            if effect[0] == function and all(its.key != node.key for its in others.values()):
                yield from ((node, its) for n, its in others.items() if one is None or rights[n] is one)


def _is_unlike_all(what, node, rights):
    """Whether right solutions hold something under that name, and each of them something else."""
    theirs = [its.key for right in rights for (_owner, other), its in right.effects.items() if other == what]
    return bool(theirs) and node.key not in theirs


def _uses(mine, function, inside, node):
    """Where a function reads what is worked out elsewhere: the names, and attributes, that hold it."""
    names = {name for (owner, name), held in mine.locals.items() if owner == function and held.key == node.key}
    names |= {what for (_owner, what), held in mine.effects.items() if what.startswith("self.") and held.key == node.key}
    return [one for one, text in _reads(inside) if text in names] if names else []


@functools.lru_cache(maxsize=20)
def _reads(function):
    """[(a name or attribute that a function reads, it as text)]."""
    names = (one for one in ast.walk(function) if isinstance(one, (ast.Name, ast.Attribute)))
    return [(one, ast.unparse(one)) for one in names if isinstance(one.ctx, ast.Load)]


def _is_used_once(function, line):
    """Whether what a line makes is a local name that is read in one place alone."""
    made = next((one for one in ast.walk(function) if isinstance(one, ast.Assign) and one.lineno - 1 == line), None)
    if made is None or len(made.targets) != 1 or not isinstance(made.targets[0], ast.Name):
        return False
    names = [one for one in ast.walk(function) if isinstance(one, ast.Name) and one.id == made.targets[0].id]
    return len(names) == 2


def _apart(mine, right):
    """[(piece, what a right solution has there)] of the least pieces in which two expressions differ; None where they can't be laid
    side by side."""
    if mine.op == right.op and mine.op in UNORDERED:
        rest, other = _left_over(mine.kids, right.kids), _left_over(right.kids, mine.kids)
        if len(rest) == len(other):
            pairs = []
            for one in rest:
                if any(is_negative(one, its) for its in other):
                    return [(mine, right)]
                its = min(other, key=lambda kid: (kid.op != one.op, abs(kid.size - one.size)))
                other.remove(its)
                pairs.append((one, its))
            if len(rest) < len(mine.kids) or all(one.op == its.op for one, its in pairs):
                return [found for one, its in pairs for found in _apart(one, its)]
    elif mine.op == right.op and len(mine.kids) == len(right.kids) and mine.kids:
        pairs = [(one, its) for one, its in zip(mine.kids, right.kids, strict=True) if one.key != its.key]
        if all(hasattr(one.source, "lineno") or one.kids for one, _its in pairs):
            return [found for one, its in pairs for found in _apart(one, its)]
    return [(mine, right)]


def _together(text, mine, rights, fine, function, inside, *, of_all):
    """A Repair of what is wrong in a function, each thing by itself or all of them, with two pieces or more changed together."""
    texts, given = _texts(mine, function, inside), _given(inside, function)
    found = []
    for right in rights:
        unlike = [*_unlike_effects(mine, rights, function, right)]
        apart = [_apart(node, other) for node, other in unlike]
        whole = [node for (node, _other), pairs in zip(unlike, apart, strict=True) for old, _new in pairs[:1] if node is old]
        if any(node.size > SMALL for node in whole):
            continue  # it is made otherwise, and may be right
        for pairs in [[*itertools.chain(*apart)]] if of_all else apart:
            changes = {_span(old.source): (old, new) for old, new in pairs if _is_in(old.source, inside)}
            pieces = [old.source for old, _new in changes.values()]
            if not 1 <= len(pieces) <= MOST_PIECES or any(not isinstance(one, ast.expr) for one in pieces):
                continue
            if not any(_is_within(one, its) for one, its in itertools.permutations(pieces, 2)):
                found.append((sum(old.size for old, _new in changes.values()), [*changes.values()]))
    for _size, changes in sorted(found, key=lambda one: one[0]):
        made = [(old.source, written(new, texts.without(old.key), given)) for old, new in changes]
        if len(made) == 1 and made[0][1]:  # it may be right, and read in one place too many
            for use in _uses(mine, function, inside, changes[0][0]):
                yield Repair(_keeping(_with(text, use, made[0][1]), inside), function, "aligned", use)
            if not _locals(inside, fine) & _names(made[0][0]) - _names(ast.parse(made[0][1])):
                yield Repair(_keeping(_with(text, *made[0]), inside), function, "aligned", made[0][0])
        elif all(new for _old, new in made) and len({(old.op, new.op) for old, new in changes}) == 1:
            code = text  # one slip, made in several places; of unlike pieces one may be right and only be made up for
            for old, new in sorted(made, key=lambda one: _span(one[0]), reverse=True):  # those before stay where they are
                code = _with(code, old, new)
            yield Repair(
                _keeping(code, inside), function, "aligned", tuple(sorted((old for old, _new in made), key=_span)), "several"
            )


def _everywhere(text, function, inside):
    """A Repair for what something is looked up by, wherever it is, and another name of the loop that it is in."""
    loops = [one for one in ast.walk(inside) if isinstance(one, (ast.For, ast.comprehension))]
    names = {one.id for loop in loops for one in ast.walk(loop.target) if isinstance(one, ast.Name)}
    keys = [one.slice for one in ast.walk(inside) if isinstance(one, ast.Subscript)]
    looked_up = [
        one for one in ast.walk(inside) if isinstance(one, ast.Call) and one.args and isinstance(one.func, ast.Attribute)
    ]
    keys += [one.args[0] for one in looked_up if one.func.attr in ("get", "setdefault", "pop")]
    by_text: dict[str, list[ast.expr]] = {}
    for key in keys:
        if isinstance(key, (ast.Name, ast.Attribute, ast.Call)):
            by_text.setdefault(ast.unparse(key), []).append(key)
    for old, found in by_text.items():
        for name in sorted(names - {old}) if len(found) > 1 else ():
            code = text
            for one in sorted(found, key=_span, reverse=True):
                code = _with(code, one, name)
            yield Repair(code, function, "everywhere", min(found, key=_span), "everywhere")


def _made(node, texts, given, is_guarded, known=None):
    """The same as `written`, clear of a logarithm of 0 where a function is to be."""
    made = written(node, texts, given, known)
    return made.replace("np.log(", "(lambda number: np.log(number + 1e-07))(") if is_guarded else made


def _values(text, mine, rights, fine, function, inside):
    """A Repair for whatever a right solution works out in a function in place of what a name is made with there, or what a
    branch returns, the first line first."""
    is_guarded = any(function in one.guarded for one in (mine, *rights))
    texts, given, locals_ = _texts(mine, function, inside), _given(inside, function), _locals(inside, fine)
    effects = [(what, node) for right in rights for (owner, what), node in right.effects.items() if owner == function]
    whole = [node for what, node in effects if what == "return"]
    found: dict[bytes, str] = {}
    theirs = {one.key: one for _what, node in effects for one in node.walk() if one.size >= FEWEST}
    pieces, results = (
        [made for one in nodes if (made := _made(one, texts, given, is_guarded, found))] for nodes in (theirs.values(), whole)
    )
    named = [one for one in ast.walk(inside) if isinstance(one, ast.Assign) and len(one.targets) == 1]
    returned = [one for one in ast.walk(inside) if isinstance(one, ast.Return) and one.value is not None]
    handed_back = {ast.unparse(_as_it_is(one.value)) for one in returned}
    names_in = functools.cache(lambda made: _names(ast.parse(made)))
    for statement in (*named, *returned):
        is_handed_on = isinstance(statement, ast.Assign) and (
            isinstance(_as_it_is(statement.value), (ast.Name, ast.Constant)) or ast.unparse(statement.value) == "[]"
        )
        if statement.lineno - 1 not in fine and not is_handed_on:
            lacking = locals_ & _names(statement.value)
            is_whole = isinstance(statement, ast.Return) or ast.unparse(statement.targets[0]) in handed_back
            for made in results if isinstance(statement, ast.Return) else pieces:
                if (not lacking or lacking <= names_in(made)) and (is_whole or made not in results):
                    yield Repair(_keeping(_with(text, statement.value, made), inside), function, "aligned", statement.value)


def _as_it_is(node):
    """An expression without what makes an array, or a copy, of it: what comes of another number in it, comes of what follows."""
    while isinstance(node, ast.Call):
        name = ast.unparse(node.func)
        if name in AS_IT_IS and node.args:
            node = node.args[0]
        elif isinstance(node.func, ast.Attribute) and node.func.attr in AS_IT_IS:
            node = node.func.value
        else:
            break
    return node


@functools.lru_cache(maxsize=20)
def _texts(mine, function, inside):
    """How the student writes all that is worked out in a function, and what attributes hold."""
    held = ((owner, what, node) for (owner, what), node in mine.effects.items() if what.startswith("self."))
    found = {node.key: what for owner, what, node in held if node.kids or (node.op.startswith("given:") and owner != function)}
    for (owner, _what), node in mine.effects.items():
        for one in node.walk() if owner == function else ():
            if isinstance(one.source, ast.expr) and _is_in(one.source, inside) and not _is_turned(one):
                if one.op.startswith("given:") and ast.unparse(one.source) in _rebound(inside):
                    continue
                found[one.key] = ast.unparse(one.source)
    found |= {node.key: name for (owner, name), node in mine.locals.items() if owner == function}
    nodes = {node.key: node for node in (*mine.effects.values(), *mine.locals.values()) if node.op in ("mul", "sum")}
    wholes = sorted((node for key, node in nodes.items() if key in found), key=lambda node: -node.size)
    return Texts(found, tuple(wholes))


def _is_turned(node):
    """Whether a term or a factor was read from what is taken away there, or divided by, and so isn't what stands there."""
    if node.op == "mul" and (value_of(node.kids[0]) or 1.0) < 0:
        return not isinstance(node.source, ast.UnaryOp)
    if node.op == "pow" and (value_of(node.kids[1]) or 1.0) < 0:
        return not isinstance(node.source, ast.BinOp) or not isinstance(node.source.op, (ast.Div, ast.Pow))
    return False


def _given(node, name):
    """{what an argument is read as: its name} of a function; another name for one that is bound anew there."""
    arguments = [one.arg for one in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
    arguments = [KEPT + one if one in _rebound(node) else one for one in (arguments[1:] if "." in name else arguments)]
    return {f"{name}:{n}": one for n, one in enumerate(arguments)} | {
        f"{name}:{one.removeprefix(KEPT)}": one for one in arguments
    }


@functools.lru_cache(maxsize=20)
def _rebound(function):
    """The names that a function binds."""
    return {one.id for one in ast.walk(function) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}


def _keeping(code, function):
    """Code in which a changed function keeps the arguments that it binds anew and that it needs as they came."""
    if KEPT not in code:
        return code
    kept = [one.arg for one in function.args.args if re.search(rf"\b{KEPT}{one.arg}\b", code)]
    lines, first = code.split("\n"), function.body[0]
    more = [f"{' ' * first.col_offset}{KEPT}{name} = {name}" for name in kept]
    return "\n".join([*lines[: first.lineno - 1], *more, *lines[first.lineno - 1 :]])


@functools.lru_cache(maxsize=20)
def _locals(function, fine):
    """The names, and attributes, that a function makes something wrong of, but for those of loops: a piece without one that stood
    there may be right itself, and what the name stands for wrong."""
    statements = (node for node in ast.walk(function) if isinstance(node, (ast.Assign, ast.AugAssign)))
    made = [
        target
        for node in statements
        if node.lineno - 1 not in fine and not isinstance(node.value, ast.Constant)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    ]
    return {ast.unparse(n) for target in made for n in ast.walk(target) if isinstance(getattr(n, "ctx", None), ast.Store)}


def _names(node):
    found = [one for one in ast.walk(node) if isinstance(one, (ast.Name, ast.Attribute))]
    return {one.id if isinstance(one, ast.Name) else ast.unparse(one) for one in found}


def _is_in(source, function):
    if not hasattr(source, "lineno"):
        return False
    return function.lineno < source.lineno <= function.end_lineno or source in function.args.defaults


def _is_within(source, other):
    if not hasattr(source, "lineno"):
        return False
    first, last = (other.lineno, other.col_offset), (other.end_lineno, other.end_col_offset)
    return first <= (source.lineno, source.col_offset) and (source.end_lineno, source.end_col_offset) <= last


def _pairs(mine: Node, right: Node) -> Iterator[tuple[str, Node, Node, Node]]:
    """(kind, the piece, what is replaced, by what) wherever two expressions may be made the same, the least first."""
    if mine.op == right.op and mine.op in UNORDERED:
        rest, other = _left_over(mine.kids, right.kids), _left_over(right.kids, mine.kids)
        if len(rest) == 1 and not other:
            yield "more", rest[0], mine, right
            return
        if not rest:
            yield "less", mine, mine, right
            return
        if len(rest) == len(other) == 1 and not is_negative(rest[0], other[0]):
            yield from _pairs(rest[0], other[0])
    elif _is_worked_out(right) and mine.key in [kid.key for kid in right.kids]:
        yield "less", mine, mine, right
        return
    elif _is_worked_out(mine) and right.key in [kid.key for kid in mine.kids]:
        rest = [kid for kid in mine.kids if kid.key != right.key]
        is_more = len(rest) == 1 and mine.op in ("sum", "mul")
        yield ("more", rest[0], mine, right) if is_more else ("call", mine, mine, right)
        return
    elif mine.op == right.op and len(mine.kids) == len(right.kids):
        for one, other in zip(mine.kids, right.kids, strict=True):
            if one.key != other.key:
                yield from _pairs(one, other)
    yield "other", mine, mine, right


def _is_worked_out(node):
    """Whether it is an operation, or a function, of numbers."""
    return node.op in ("sum", "mul", "abs") or node.op.startswith("np.")


def _left_over(kids, others):
    left, rest = [kid.key for kid in others], []
    for kid in kids:
        if kid.key in left:
            left.remove(kid.key)
        else:
            rest.append(kid)
    return rest


def _with(text, source, new):
    """The code with a piece of it replaced, "" where that can't be."""
    if isinstance(source, ast.AugAssign):
        new = f"{ast.unparse(source.target)} = {new}"
    elif not isinstance(source, ast.expr):
        return ""
    lines = [line.encode() for line in text.split("\n")]
    first, last = source.lineno - 1, source.end_lineno - 1
    before, after = lines[first][: source.col_offset], lines[last][source.end_col_offset :]
    new = f"({new})" if isinstance(source, ast.expr) else new
    lines[first : last + 1] = [before + new.encode() + after]
    return b"\n".join(lines).decode()


def written(node: Node, texts: Texts, given: Mapping[str, str], known: dict[bytes, str] | None = None) -> str:
    """An expression as Python, with what stands in `texts` as it is there; "" where it can't be written. known: {key of a Node: it,
    written already, with the same texts}."""
    made = _written(node, texts, given, {} if known is None else known)
    try:
        ast.parse(made, mode="eval")
    except SyntaxError:
        return ""
    return made


def _written(node, texts, given, known):
    if node.key not in known:
        known[node.key] = f"({texts.of[node.key]})" if node.key in texts.of else _newly_written(node, texts, given, known)
    return known[node.key]


def _newly_written(node, texts, given, known):
    op, _colon, name = node.op.partition(":")
    if (value := value_of(node)) is not None:
        return f"({int(value) if value == int(value) else value!r})" if abs(value) < 1e15 else ""
    if op == "given":
        return given.get(name, "")  # what another function was given stands for nothing here
    for whole in texts.wholes:
        if whole.op == op and whole.size < node.size and (rest := _rest(node, whole)) is not None:
            both = f"({texts.of[whole.key]})", _written(rest, texts, given, known)
            if both[1]:
                return f"({(' + ' if op == 'sum' else ' * ').join(both)})"
    kids = [_written(kid, texts, given, known) for kid in node.kids if not kid.op.startswith("with:")]
    named = [(kid.op[5:], _written(kid.kids[0], texts, given, known)) for kid in node.kids if kid.op.startswith("with:")]
    if not all(kids) or not all(text for _name, text in named):
        return ""
    arguments = [*kids, *(f"{key}={text}" for key, text in named)]
    if op in ("name", "value"):
        return name
    if op in ("none", "self"):
        return {"none": "None", "self": "self"}[op]
    if op in ("attribute", "own"):
        return f"self.{name}"
    if op in ("method", "get"):
        return f"({kids[0]}).{name}"
    if op == "sum":
        return f"({' + '.join(kids)})"
    if op == "mul":
        return f"({' * '.join(kids)})"
    if op == "pow":
        return f"(1 / {kids[0]})" if value_of(node.kids[1]) == -1 else f"({kids[0]} ** {kids[1]})"
    if node.op in INFIX and len(kids) >= 2:
        return f"({f' {INFIX[node.op]} '.join(kids)})"
    if op == "if":
        test, one, other = kids
        return f"(np.where({test}, {one}, {other}) if np.ndim({test}) else ({one} if {test} else {other}))"
    if op == "call":
        return f"{kids[0]}({', '.join(arguments[1:])})"
    if op == "slice":
        return ":".join("" if kid == "None" else kid for kid in kids)
    if op == "at":
        return f"({kids[0]})[{kids[1].removeprefix('(').removesuffix(')') if node.kids[1].op == 'tuple' else kids[1]}]"
    if op == "tuple":
        return f"({', '.join(kids)},)" if kids else "()"
    if op == "T":
        return f"({kids[0]}).T"
    if op == "not":
        return f"(not {kids[0]})"
    if op in ("shape", "size"):
        return f"np.{op}({kids[0]})"
    if op.startswith("np.") or op in CALLED:
        return f"{op}({', '.join(arguments)})" if arguments else op
    return ""


def _rest(node, whole):
    """What a product, or a sum, is of beside another one that is a part of it; None where it is no part of it."""
    if node.op == "sum":
        rest = _left_over(node.kids, whole.kids)
        return canonical("sum", rest) if rest and len(rest) == len(node.kids) - len(whole.kids) else None
    mine, its = _exponents(node), _exponents(whole)
    for key, (_base, exponent) in its.items():
        _same, of_it = mine.get(key, (None, 0.0))
        if of_it * exponent <= 0 or abs(of_it) < abs(exponent):
            return None
    left = [(base, exponent - its.get(key, (base, 0.0))[1]) for key, (base, exponent) in mine.items()]
    powers = [base if power == 1 else Node("pow", (base, Node(f"number:{power!r}"))) for base, power in left if power]
    return canonical("mul", powers) if powers else None


def _exponents(product):
    """{key of a base: (it, its exponent)} of a product; a number is a base, too."""
    found = {}
    for kid in product.kids:
        power = value_of(kid.kids[1]) if kid.op == "pow" else None
        base, exponent = (kid, 1.0) if power is None else (kid.kids[0], power)
        found[base.key] = base, exponent
    return found


# Words.


def described(repair: Repair, text: str) -> tuple[str, str]:
    """(what is wrong with a piece of code in `plain` form, a sentence; what two students have in common who need the same)."""
    tree = ast.parse(text)
    kind, node, statement = repair.kind, repair.piece, None
    owner, _dot, method = repair.function.rpartition(".")
    function = owner if method in ("__call__", "__init__") and owner else method
    if kind == "several":
        pieces = [*dict.fromkeys(_readable(tree, one) for one in node)]
        identity = f"{kind}:{repair.function}:{_likeness('; '.join(pieces))}"
        code = _(" and at ").join(f"`{piece}`" for piece in pieces)
        return _("In `{f}`, your code parts from right code in several places: at {code}.").format(
            f=function, code=code
        ), identity
    if repair.operator in MOVES:
        changed = difflib.ndiff(text.split("\n"), repair.code.split("\n"))
        kind, piece = "moved", next(one[2:].strip() for one in changed if one.startswith("- "))
        line = piece
    else:
        if node is None or (
            kind == "other" and KEPT not in repair.code
        ):  # of a piece that is replaced, what is another one there
            node, new, statement = _parting(tree, ast.parse(repair.code), None)
            kind, node = (repair.operator, _whole(tree, node, repair)) if repair.operator in FIRST else _kind(node, new)
        statement = statement or _statement_of(tree, node)
        piece, line = (ast.unparse(one).split("\n")[0].removesuffix(":") for one in (node, statement))
    identity = f"{kind}:{repair.function}:{_likeness(piece)}"
    if line in (f"if {piece}", piece) or kind == "default_once":
        line = piece
    elif line == f"return {piece}" or line.endswith(f"= {piece}"):
        piece = line = line if kind == "other" else piece
    code = _which(node, tree).format(code=f"`{piece}`") if isinstance(node, ast.AST) else f"`{piece}`"
    if line != piece and piece in line and len(line) <= MOST_LINE:
        code = _("{code} in {line}").format(code=code, line=f"`{line}`")
    if kind == "other" and isinstance(statement, ast.Return):
        ifs = [one for one in ast.walk(tree) if isinstance(one, ast.If) and statement in one.body]
        code = _("{code} under {line}").format(code=code, line=f"`if {ast.unparse(ifs[0].test)}`") if ifs else code
    if kind == "other" and (lines := _made_with(tree, node, repair.function)):
        code = _("{code} with {lines}").format(code=code, lines=_(", ").join(f"`{one}`" for one in lines))
    forms = {
        "more": _("In `{f}`, {code} doesn't belong there."),
        "less": _("In `{f}`, something is missing in {code}."),
        "call": _("In `{f}`, {code} does more than belongs there."),
        "moved": _("In `{f}`, {code} stands in the wrong place."),
        "kept": _("In `{f}`, what an earlier call made is kept and used again: see {code}."),
        "carried": _("In `{f}`, the loop doesn't hand on what {code} gives: every turn is given the same."),
        "default_once": _(
            "In `{f}`, the default {code} is made once, when the function is defined: every call gets that same one."
        ),
        "one_short": _("In `{f}`, {code} leaves one out."),
        "not_turned_back": _("In `{f}`, after {code} the list stays turned round."),
        "overwritten": _("In `{f}`, {code} overwrites what the next line needs."),
        "one_end": _("In `{f}`, {code} keeps away from one end only."),
        "row_made": _("In `{f}`, {code} makes a row."),
        "sums_multiplied": _("In `{f}`, {code} multiplies whole sums."),
        "everywhere": _("In `{f}`, your code parts from right code at {code}, and wherever else `{piece}` stands there."),
        "other": _("In `{f}`, your code parts from right code at {code}."),
    }
    return forms[kind].format(f=function, code=code, piece=piece), identity


def _readable(tree, node):
    """A piece with as much around it as it takes to say something."""
    around = (one for one in ast.walk(tree) if isinstance(one, ast.expr) and _is_within(node, one))
    enough = [text for one in around if len(text := ast.unparse(one)) > SHORT]
    return min(enough, key=len) if enough else _line_of(tree, node)


def _which(node, tree):
    """Which of the like pieces in its line one is, a form of words; plain where it is the only one, or one of many."""
    line = _around(tree, node)
    alike = [one for one in ast.walk(line) if _same(one, node) and not isinstance(one, ast.Constant)] if line is not None else []
    alike.sort(key=_span)
    place = next((n for n, one in enumerate(alike) if _span(one) == _span(node)), 0)
    return (_("the first {code}"), _("the second {code}"))[place] if len(alike) == 2 else "{code}"


def _around(tree, node):
    """The statement that a piece stands in, None where it is one itself."""
    return next((one for one in reversed([*ast.walk(tree)]) if isinstance(one, operators.SIMPLE) and _is_within(node, one)), None)


def _line_of(tree, node):
    """The line of code that a piece stands in."""
    return ast.unparse(_statement_of(tree, node)).split("\n")[0].removesuffix(":")


def _statement_of(tree, node):
    """The statement that a piece stands in, or itself."""
    around = [one for one in ast.walk(tree) if isinstance(one, ast.stmt) and _is_within(node, one)]
    return around[-1] if around else node


def _whole(tree, node, repair):
    """What a change of the first operators is about, of what is another one there."""
    if repair.operator == "default_once":
        new = next(one for name, one, _own in _functions(ast.parse(repair.code)) if name == repair.function)
        both = zip(node.args.defaults, new.args.defaults, strict=True)
        return next(one for one, other in both if not _same(one, other))
    if repair.operator == "overwritten":
        old = difflib.ndiff(ast.unparse(tree).split("\n"), repair.code.split("\n"))
        line = next(one[2:].strip() for one in old if one.startswith("- "))
        return next(one for one in ast.walk(tree) if isinstance(one, ast.Assign) and ast.unparse(one) == line)
    if repair.operator == "not_turned_back":
        new = difflib.ndiff(ast.unparse(tree).split("\n"), repair.code.split("\n"))
        line = next(one[2:].strip() for one in new if one.startswith("+ "))
        return next(one for one in ast.walk(tree) if isinstance(one, ast.Expr) and ast.unparse(one) == line)
    kind = (ast.Call, ast.Subscript) if repair.operator == "one_short" else ast.Call
    calls = [one for one in ast.walk(tree) if isinstance(one, kind) and _is_within(node, one)]
    return calls[-1] if repair.operator in ("one_end", "one_short") and calls else node


def _made_with(tree, node, function):
    """The lines in which a piece gets what its names hold, where they are few and each name gets it once."""
    place = next(one for name, one, _own in _functions(tree) if name == function)
    stored = Counter(one.id for one in ast.walk(place) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store))
    lines = [
        ast.unparse(one)
        for one in ast.walk(place)
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name) and one.lineno < node.lineno
        if stored[one.targets[0].id] == 1 and one.targets[0].id in _names(node)
        if isinstance(node, ast.Name) or isinstance(one.value, ast.Constant)
    ]
    return lines if len(lines) == 1 and len(lines[0]) <= MOST_LINE else []


def _likeness(piece):
    """What a piece has in common with one in which other names stand."""
    found: dict[str, str] = {}
    named = re.sub(r"(?<![\w.])[A-Za-z_]\w*(?![\w(])", lambda name: found.setdefault(name[0], f"n{len(found)}"), piece)
    return hashlib.blake2b(named.encode(), digest_size=8).hexdigest()


def _kind(old, new):
    """(what kind of change it is, the piece that it is about)."""
    same = lambda *others: any(ast.dump(new) == ast.dump(one) for one in others)
    if isinstance(old, ast.BinOp) and same(old.left, old.right):
        return "more", old.right if same(old.left) else old.left
    if isinstance(new, ast.Pass) or isinstance(old, ast.Expr):
        return "more", old
    if isinstance(old, ast.Call) and same(*old.args, getattr(old.func, "value", old.func)):
        return "call", old
    is_less = (
        isinstance(old, ast.expr)
        and not isinstance(new, ast.Attribute)
        and any(ast.dump(old) == ast.dump(node) for node in ast.walk(new))
    )
    return ("less" if is_less else "other"), old


def _parting(old, new, statement):
    """(the least piece of a tree that another one has otherwise, what stands there, the statement that it is in)."""
    statement = old if isinstance(old, ast.stmt) else statement
    differ = []
    for name, mine in ast.iter_fields(old) if type(old) is type(new) else ():
        other = getattr(new, name)
        if isinstance(mine, list) and len(mine) == len(other):
            differ += [pair for pair in zip(mine, other, strict=True) if not _same(*pair)]
        elif not _same(mine, other):
            differ.append((mine, other) if name != "slice" else (None, None))  # an index is nothing without what it is of
    inner = (ast.expr, ast.stmt) if statement is not None else ast.stmt
    if differ and isinstance(differ[0][0], inner) and (len(differ) == 1 or isinstance(differ[0][0], ast.stmt)):
        return _parting(*differ[0], statement)
    return old, new, statement


def _same(one, other):
    """Whether two trees, or lists of trees, are the same, wherever they stand."""
    if type(one) is not type(other):
        return False
    if isinstance(one, ast.AST):
        return all(_same(getattr(one, name, None), getattr(other, name, None)) for name in one._fields)
    return len(one) == len(other) and all(map(_same, one, other)) if isinstance(one, list) else one == other
