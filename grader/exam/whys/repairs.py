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
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from grader.exam.whys import operators
from grader.exam.whys.reading import Code, Node, value_of
from grader.words import _

MOST_LINE = 120  # characters of a line that is quoted around a piece
FEWEST, SMALL = 5, 8  # nodes of what is put for a value that is made otherwise; most of a piece that is tried early
INFIX = {"Lt": "<", "LtE": "<=", "Eq": "==", "NotEq": "!=", "Is": "is", "IsNot": "is not", "In": "in", "NotIn": "not in"}
INFIX |= {"And": "and", "Or": "or", "op:FloorDiv": "//", "op:Mod": "%", "op:BitAnd": "&", "op:BitOr": "|", "matmul": "@"}
CALLED = ("len", "range", "zip", "enumerate", "isinstance", "abs", "int", "bool")
LEAVING_OUT = (
    *("call_left_out", "dropped", "term_left_out", "factor_left_out", "bool_left_out", "index_left_out"),
    *("goes_on", "pairwise", "elementwise"),
)
MOVES = ("after_loop", "before_loop", "later", "in_loop")
WHOLE = (*MOVES, "dropped", "copied", "added_to", "replaced_by")  # of whole statements, whatever they work out
FIRST = (
    "kept",
    "carried",
    "default_once",
    "one_end",
    "row_made",
    "sums_multiplied",
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
    *("comparison", "other_function", "copied", "exchanged", "operands_exchanged", "replaced_by", "least", "op_", "negated"),
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


class _Any(frozenset):
    """Holds every name: nothing is said of what is changed."""

    def __contains__(self, _name: object) -> bool:
        return True


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
    fine = _fine_lines(tree, mine, rights) if mine else frozenset()
    for rank in sorted({*suspects.values()}):
        places = [one for one in _functions(tree) if suspects.get(one[0]) == rank]
        edits = [edit for place in places for edit in _edits(text, fine, *place)]
        values = (one for place in places if mine for one in _values(text, mine, rights, fine, *place[:2]))
        turns: tuple[Iterable[Repair], ...] = (
            _chosen(edits, FIRST, text),
            _chosen(edits, LEAVING_OUT, text),
            _in_order(one for place in places if mine for one in _aligned(text, mine, rights, fine, *place[:2])),
            _chosen(edits, TURNED, text),
            values,
            _chosen(edits, OTHERS, text),
        )
        for repair in itertools.chain(*turns):
            if repair.code not in seen:
                seen.add(repair.code)
                yield repair


def _in_order(aligned):
    """Those that are small, then the others, the least first: worked out when the first is wanted."""
    yield from (repair for _is_large, _size, repair in sorted(aligned, key=lambda one: one[:2]))


def _chosen(edits, wanted, text):
    """Those of some operators, in their order."""
    rank = lambda edit: next((n for n, one in enumerate(wanted) if edit[0].startswith(one)), len(wanted))
    lines = text.split("\n")
    for operator, function, change in sorted((one for one in edits if rank(one) < len(wanted)), key=rank):
        yield Repair(change().code(lines), function, operator)


def functions(text: str) -> list[str]:
    """The functions of code in `plain` form, those of classes as `Class.method`."""
    return [name for name, _node, _own in _functions(ast.parse(text))]


def _functions(tree):
    """(name, node, its class or None) of all functions."""
    for node, own in operators._functions(tree):
        yield (f"{own.name}.{node.name}" if own is not None else node.name), node, own


def _fine_lines(tree, mine, rights):
    """The numbers of the lines, from 0, that work out what a right solution does, too."""
    keys = {key for right in rights for one, key in _by_attributes(right) for key in (one.key, key)}
    read = {_span(one.source): {one.key, key} for one, key in _by_attributes(mine) if hasattr(one.source, "lineno")}
    made = (one for one in ast.walk(tree) if isinstance(one, (ast.Assign, ast.Return, ast.AugAssign)) and one.value is not None)
    return frozenset(
        one.lineno - 1 for one in made if keys & read.get(_span(one if isinstance(one, ast.AugAssign) else one.value), set())
    )


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


def _edits(text, fine, name, node, own):
    """(operator, function, what makes it a Mutant) for every operator wherever it can be in a function, where that is not what a
    right solution has, too."""
    function = _Function(node, own, _Any(), "", None)
    whole = [one for one in function.statements() if one.operator in WHOLE or one.edit[0] not in fine]
    needed = _needed(node)
    for one in (*whole, *_of_whole(function)):
        if one.operator in ("dropped", "added_to") and one.edit[0] in needed:
            continue
        yield one.operator, name, functools.partial(lambda mutant: mutant, one)
    for operator, change in _spelled(function):
        yield operator, name, change
    function.everywhere = [place for place in function.everywhere if place[0].lineno - 1 not in fine]
    for operator, change in itertools.chain(function.parts(), _more(function), function.replaced()):
        yield operator, name, change


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
    for statement, _body, _n in function.everywhere:
        if isinstance(statement, ast.If) and not statement.orelse:
            yield from _kept(function, statement)
        for inner in statement.body if isinstance(statement, (ast.For, ast.While)) else ():
            yield from _carried(function, statement, inner)
        if isinstance(statement, ast.Break):
            yield function.made("goes_on", statement, "continue")
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            target, value = ast.unparse(statement.targets[0]), statement.value
            for sign in "+-" if not isinstance(statement.targets[0], (ast.Tuple, ast.List)) else "":
                yield function.made("added_to", statement, f"{target} {sign}= {ast.unparse(value)}")
            if isinstance(value, (ast.Name, ast.Attribute)):
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


def _from_both_ends(call):
    """What is kept away from 0 and 1, where it is from one of these alone; "" for other calls."""
    name, ends = ast.unparse(call.func), [one.value for one in call.args[1:] if isinstance(one, ast.Constant)]
    if name in ("np.maximum", "np.minimum") and len(ends) == 1:
        return f"np.clip({ast.unparse(call.args[0])}, 1e-12, 1 - 1e-12)"
    if name == "np.clip" and len(call.args) == 3 and any(end in (0, 1) for end in ends):
        return f"np.clip({ast.unparse(call.args[0])}, 1e-12, 1 - 1e-12)"
    return ""


# Changes to what a right solution has.


def _aligned(text, mine, rights, fine, function, inside):
    """(whether it is large, size, Repair) of pieces in which an effect is unlike that of a right solution."""
    is_guarded = any(function in one.guarded for one in (mine, *rights))
    texts, given, locals_ = _texts(mine, function, inside), _given(inside, function), _locals(inside, fine)
    for effect, node in mine.effects.items():
        for right in rights if effect[0] == function else ():
            if (other := right.effects.get(effect)) is None or other.key == node.key:
                continue
            for kind, piece, old, new in _pairs(node, other):
                if not _is_in(old.source, inside) or isinstance(old.source, ast.If) or old.source.lineno - 1 in fine:
                    continue
                if not _is_within(piece.source, old.source):
                    kind, piece = "other", old
                made = _made(new, {key: one for key, one in texts.items() if key != old.key}, given, is_guarded)
                if (
                    made
                    and not locals_ & _names(old.source) - _names(ast.parse(made))
                    and (code := _with(text, old.source, made))
                ):
                    is_small = piece.size <= SMALL and new.size <= old.size + 2
                    yield not is_small, piece.size, Repair(code, function, "aligned", piece.source, kind)


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
        [(made, _names(ast.parse(made))) for one in nodes if (made := _made(one, texts, given, is_guarded, found))]
        for nodes in (theirs.values(), whole)
    )
    named = [one for one in ast.walk(inside) if isinstance(one, ast.Assign) and len(one.targets) == 1]
    returned = [one for one in ast.walk(inside) if isinstance(one, ast.Return) and one.value is not None]
    handed_back = {ast.unparse(_as_it_is(one.value)) for one in returned}
    wholes = {made for made, _names in results}
    for statement in (*named, *returned):
        is_handed_on = isinstance(statement, ast.Assign) and isinstance(_as_it_is(statement.value), ast.Name)
        if statement.lineno - 1 not in fine and not is_handed_on:
            lacking = locals_ & _names(statement.value)
            is_whole = isinstance(statement, ast.Return) or ast.unparse(statement.targets[0]) in handed_back
            for made, names in results if isinstance(statement, ast.Return) else pieces:
                if lacking <= names and (is_whole or made not in wholes):
                    yield Repair(_with(text, statement.value, made), function, "aligned", statement.value)


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


def _texts(mine, function, inside):
    """{key: how the student writes it} of all that is worked out in a function, and of what attributes hold."""
    held = ((owner, what, node) for (owner, what), node in mine.effects.items() if what.startswith("self."))
    found = {node.key: what for owner, what, node in held if node.kids or (node.op.startswith("given:") and owner != function)}
    for (owner, _what), node in mine.effects.items():
        for one in node.walk() if owner == function else ():
            if isinstance(one.source, ast.expr) and _is_in(one.source, inside):
                found[one.key] = ast.unparse(one.source)
    return found


def _given(node, name):
    """{what an argument is read as: its name} of a function."""
    arguments = [one.arg for one in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
    arguments = arguments[1:] if "." in name else arguments
    return {f"{name}:{n}": one for n, one in enumerate(arguments)} | {f"{name}:{one}": one for one in arguments}


def _locals(function, fine):
    """The names that a function makes something wrong of, but for those of loops: a piece without one that stood there may be right
    itself, and what the name stands for wrong."""
    statements = (node for node in ast.walk(function) if isinstance(node, (ast.Assign, ast.AugAssign)))
    made = [
        target
        for node in statements
        if node.lineno - 1 not in fine and not isinstance(node.value, ast.Constant)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    ]
    return {n.id for target in made for n in ast.walk(target) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


def _names(node):
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def _is_in(source, function):
    return hasattr(source, "lineno") and function.lineno < source.lineno <= function.end_lineno


def _is_within(source, other):
    if not hasattr(source, "lineno"):
        return False
    first, last = (other.lineno, other.col_offset), (other.end_lineno, other.end_col_offset)
    return first <= (source.lineno, source.col_offset) and (source.end_lineno, source.end_col_offset) <= last


def _pairs(mine: Node, right: Node) -> Iterator[tuple[str, Node, Node, Node]]:
    """(kind, the piece, what is replaced, by what) wherever two expressions may be made the same, the least first."""
    if mine.op == right.op and mine.op in ("sum", "mul", "calls"):
        rest, other = _left_over(mine.kids, right.kids), _left_over(right.kids, mine.kids)
        if len(rest) == 1 and not other:
            yield "more", rest[0], mine, right
            return
        if not rest:
            yield "less", mine, mine, right
            return
        if len(rest) == len(other) == 1:
            yield from _pairs(rest[0], other[0])
    elif mine.op == right.op and len(mine.kids) == len(right.kids):
        for one, other in zip(mine.kids, right.kids, strict=True):
            if one.key != other.key:
                yield from _pairs(one, other)
    yield "other", mine, mine, right


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


def written(node: Node, texts: Mapping[bytes, str], given: Mapping[str, str], known: dict[bytes, str] | None = None) -> str:
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
        known[node.key] = f"({texts[node.key]})" if node.key in texts else _newly_written(node, texts, given, known)
    return known[node.key]


def _newly_written(node, texts, given, known):
    op, _colon, name = node.op.partition(":")
    if (value := value_of(node)) is not None:
        return f"({int(value) if value == int(value) else value!r})" if abs(value) < 1e15 else ""
    if op == "given":
        return given.get(name, "")  # what another function was given stands for nothing here
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


# Words.


def told(repair: Repair, text: str) -> tuple[str, str]:
    """(what is wrong with a piece of code in `plain` form, a sentence; what two students have in common who need the same)."""
    tree = ast.parse(text)
    kind, node, statement = repair.kind, repair.piece, None
    if repair.operator in MOVES:
        changed = difflib.ndiff(text.split("\n"), repair.code.split("\n"))
        kind, piece = "moved", next(one[2:].strip() for one in changed if one.startswith("- "))
        line = piece
    else:
        if node is None or kind == "other":  # of a piece that is replaced, what is another one there
            node, new, statement = _parting(tree, ast.parse(repair.code), None)
            kind, node = (repair.operator, _whole(tree, node, repair)) if repair.operator in FIRST else _kind(node, new)
        around = [one for one in ast.walk(tree) if isinstance(one, ast.stmt) and _is_within(node, one)]
        statement = statement or (around[-1] if around else node)
        piece, line = (ast.unparse(one).split("\n")[0].removesuffix(":") for one in (node, statement))
    identity = f"{kind}:{repair.function}:{_likeness(piece)}"
    if line in (f"if {piece}", piece) or kind == "default_once":
        line = piece
    elif line == f"return {piece}" or line.endswith(f"= {piece}"):
        piece = line = line if kind == "other" else piece
    code = f"`{piece}`"
    if line != piece and piece in line and len(line) <= MOST_LINE:
        code = _("{code} in {line}").format(code=code, line=f"`{line}`")
    if kind == "other" and isinstance(statement, ast.Return):
        ifs = [one for one in ast.walk(tree) if isinstance(one, ast.If) and statement in one.body]
        code = _("{code} under {line}").format(code=code, line=f"`if {ast.unparse(ifs[0].test)}`") if ifs else code
    if kind == "other" and (lines := _made_with(tree, node, repair.function)):
        code = _("{code} with {lines}").format(code=code, lines=_(", ").join(f"`{one}`" for one in lines))
    owner, _dot, method = repair.function.rpartition(".")
    function = owner if method in ("__call__", "__init__") and owner else method
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
        "one_end": _("In `{f}`, {code} keeps away from one end only."),
        "row_made": _("In `{f}`, {code} makes a row."),
        "sums_multiplied": _("In `{f}`, {code} multiplies whole sums."),
        "other": _("In `{f}`, your code parts from right code at {code}."),
    }
    return forms[kind].format(f=function, code=code), identity


def _whole(tree, node, repair):
    """What a change of the first operators is about, of what is another one there."""
    if repair.operator == "default_once":
        new = next(one for name, one, _own in _functions(ast.parse(repair.code)) if name == repair.function)
        both = zip(node.args.defaults, new.args.defaults, strict=True)
        return next(one for one, other in both if not _same(one, other))
    calls = [one for one in ast.walk(tree) if isinstance(one, ast.Call) and _is_within(node, one)]
    return calls[-1] if repair.operator == "one_end" and calls else node


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
    return ast.dump(one) == ast.dump(other) if isinstance(one, ast.AST) and isinstance(other, ast.AST) else one == other
