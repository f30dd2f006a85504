"""What a student's code does, read and not run.

A function becomes what it returns, stores and calls, each an expression of what came in: locals, helpers and attributes that other
methods store are put in, and other ways to write the same are made one.
"""

import ast
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from grader.notebook.definitions import tree

TINY = 1e-6  # positive numbers up to it are guards against a logarithm of 0 and the like
DEPTH = 5  # of helpers in helpers
UNORDERED = ("sum", "mul", "calls", "np.maximum", "np.minimum", "np.fmax")  # what is of the same in any order
MOST_NODES, MOST_LEVELS = 3_000, 60
SCALARS = ("learning_rate",)
_words = lambda text: frozenset(text.split())
AS_IT_IS = _words("asarray array float64 float32 asfortranarray ascontiguousarray float copy astype item list tuple asanyarray")
METHODS = _words("sum mean max min reshape transpose ravel flatten clip round any all prod std var argmax argmin squeeze cumsum")
PURE = _words("len range abs min max sum round int bool zip enumerate reversed sorted isinstance str print divmod pow")
WITHOUT_EFFECT = ("method:derivative", "method:shape")
OPERATORS = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/", "true_divide": "/", "matmul": "@", "dot": "@", "power": "**"}  # fmt: skip
PLAIN = (ast.Assign, ast.AnnAssign, ast.Expr, ast.Import, ast.ImportFrom, ast.Pass)  # beside functions and classes
FLIPPED = {"Gt": "Lt", "GtE": "LtE"}


class Opaque(Exception):
    """Code that is not read."""


class Node:
    """A canonical expression. op: what it is; kids: what of; source: the student's code that it was read from."""

    __slots__ = ("key", "kids", "levels", "op", "size", "source")
    key: bytes
    kids: tuple["Node", ...]
    levels: int
    size: int

    def __init__(self, op: str, kids: Iterable["Node"] = (), source: ast.AST | None = None):
        self.op, self.kids, self.source = op, tuple(kids), source
        self.size = 1 + sum(kid.size for kid in self.kids)
        self.levels = 1 + max((kid.levels for kid in self.kids), default=0)
        if self.size > MOST_NODES or self.levels > MOST_LEVELS:
            raise Opaque
        text = op.encode() + b"(" + b"".join(kid.key for kid in self.kids)
        self.key = hashlib.blake2b(text, digest_size=8).digest()

    def read_from(self, source: ast.AST | None) -> "Node":
        """The same, read from somewhere else."""
        made = Node.__new__(Node)
        made.op, made.kids, made.source, made.key = self.op, self.kids, source, self.key
        made.size, made.levels = self.size, self.levels
        return made

    def walk(self) -> Iterator["Node"]:
        """Yield every Node in it, each once, however often it is used."""
        seen, left = set(), [self]
        while left:
            node = left.pop()
            if id(node) not in seen:
                seen.add(id(node))
                yield node
                left += reversed(node.kids)


@dataclass(frozen=True, eq=False)
class Code:
    """What a cell does. effects: {(function, what of it): Node}: what is "return", "self.x", "calls", "changes", of what others hold, or "default 0"; inner: {function: others of the cell that it
    calls}; guarded: functions in
    which something tiny keeps clear of 0; converting: in which something is made an array, or a float; unread: that can't be read;
    locals: {(function, name): Node} of what its own names hold at its end; started: effects of constructors on attributes that other
    functions change, too."""

    effects: dict[tuple[str, str], Node]
    inner: dict[str, frozenset[str]]
    guarded: frozenset[str]
    converting: frozenset[str]
    unread: frozenset[str]
    locals: dict[tuple[str, str], Node]
    started: dict[tuple[str, str], Node]


def read(text: str, contract: frozenset[str]) -> Code | None:
    """What a cell does, as far as it can be read; None where it is no plain Python. contract: the names of functions that every
    solution has; others are helpers."""
    try:
        return _Cell(ast.parse(text), contract).code()
    except (Opaque, SyntaxError, ValueError, RecursionError):
        return None


def contract_of(text: str) -> frozenset[str]:
    """The names of the functions of a cell."""
    return frozenset(node.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef))


def helpers(text: str, own: str) -> str:
    """The functions, classes and constants of another cell that a cell of a student's own mentions, or one of them does."""
    parsed = tree(text)
    words = _free(tree(own))
    kept: list[ast.stmt] = []
    while parsed and (more := [node for node in parsed.body if node not in kept and _is_mentioned(node, words)]):
        kept += more
        words.update(*map(_free, more))
    return "\n".join(ast.unparse(node) for node in parsed.body if node in kept) if parsed else ""


def _free(node):
    """The names in some code that it gives no value to itself."""
    inner = list(ast.walk(node)) if node else []
    made = {n.arg for n in inner if isinstance(n, ast.arg)}
    made |= {n.id for n in inner if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    return {n.id for n in inner if isinstance(n, ast.Name)} - made


def _is_mentioned(node, words):
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return node.name in words
    return isinstance(node, ast.Assign) and set(_bound(node)) <= words


def functions_of(text: str) -> frozenset[str]:
    """The functions of a cell, those of classes as `Class.method`."""
    return frozenset(_Cell(ast.parse(text), frozenset()).functions)


def _bound(statement):
    """What an assignment gives a value to, as text."""
    targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
    return [ast.unparse(target) for target in targets if target is not None]


class _Cell:
    """The functions of a cell, read one by one."""

    def __init__(self, parsed, contract):
        self.contract = contract
        self.functions, self.constants = {}, {}
        classes = {node.name for node in parsed.body if isinstance(node, ast.ClassDef)}
        for node in parsed.body:
            if isinstance(node, ast.FunctionDef):
                self.functions[node.name] = node
            elif isinstance(node, ast.ClassDef):
                for inner in node.body:
                    if isinstance(inner, ast.FunctionDef):
                        self.functions[f"{node.name}.{inner.name}"] = inner
                        if any(ast.unparse(one) != "staticmethod" for one in inner.decorator_list):
                            raise Opaque  # an attribute may be anything then
                    elif not isinstance(inner, PLAIN) or any(f"{node.name}.{name}" in self.functions for name in _bound(inner)):
                        raise Opaque
            elif isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
                self.constants[node.targets[0].id] = node.value
            if not isinstance(node, (*PLAIN, ast.FunctionDef, ast.ClassDef)) or any(
                name in self.functions or name in classes or not name.isidentifier() for name in _bound(node)
            ):
                raise Opaque  # what it defines may be something else in the end
        self.guarded, self.converting = set(), set()

    def code(self):
        effects, unread, locals_ = {}, set(), {}
        for name, node in self.functions.items():
            try:
                reading = _Reading(self, name, node)
                effects |= {(name, what): found for what, found in reading.effects().items()}
                locals_ |= {(name, what): found for what, found in reading.env.items() if found.kids}
            except (Opaque, RecursionError):
                unread.add(name)
        made = {}
        for (name, what), node in effects.items():
            try:
                made[name, what] = self._put_in(node, name, effects)
            except (Opaque, RecursionError):
                unread.add(name)
        for (name, what), node in list(locals_.items()):
            try:
                locals_[name, what] = self._put_in(node, name, effects)
            except (Opaque, RecursionError):
                del locals_[name, what]
        inner: dict[str, set[str]] = {}
        for (name, _what), node in effects.items():
            inner.setdefault(name, set()).update(self._called(name, node))
        set_later = {what for name, what in made if not name.endswith(".__init__")}
        started = {effect: node for effect, node in made.items() if effect[0].endswith(".__init__") and effect[1] in set_later}
        made = {effect: node for effect, node in made.items() if effect not in started}
        calls = {name: frozenset(others) for name, others in inner.items()}
        return Code(made, calls, frozenset(self.guarded), frozenset(self.converting), frozenset(unread), locals_, started)

    def _called(self, name, node):
        """The other functions of the cell that an effect of a function depends on."""
        owner = name.rpartition(".")[0]
        for one in node.walk():
            if one.op == "call" and one.kids[0].op == "self":
                yield f"{owner}.__call__"
            elif one.op.startswith("own:"):
                yield f"{owner}.{one.op[4:]}"
            elif one.op.startswith("name:") and one.op[5:] in self.functions:
                yield one.op[5:]

    def _put_in(self, node, name, effects):
        """With what other methods of the class store in place of each attribute."""
        owner, _dot, _method = name.rpartition(".")
        stands: dict[str, Node] = {}
        others_set = lambda attribute: {other for (other, what) in effects if what == f"self.{attribute}"}

        def of(attribute):
            if attribute not in stands:
                made = {
                    other: found
                    for (other, what), found in effects.items()
                    if what == f"self.{attribute}" and other != name and other.rpartition(".")[0] == owner
                }
                started = made.pop(f"{owner}.__init__", None)
                made = {} if (name, f"self.{attribute}") in effects else made
                made = {o: n for o, n in made.items() if all(k.op != f"attribute:{attribute}" for k in n.walk())}
                stands[attribute] = Node(f"attribute:{attribute}")  # and stays so where it is made of itself
                if len(made) == 1:
                    (stands[attribute],) = map(filled, made.values())
                elif (others_set(attribute) <= {f"{owner}.__init__"}) and started is not None:
                    stands[attribute] = started.read_from(None)
            return stands[attribute]

        def filled(one):
            if one.op.startswith("attribute:"):
                found = of(one.op.partition(":")[2])
                return found if found.source is not None else found.read_from(one.source)
            kids = [filled(kid) for kid in one.kids]
            return one if all(a is b for a, b in zip(kids, one.kids, strict=True)) else canonical(one.op, kids, one.source)

        return filled(node)


def canonical(op: str, kids: Iterable[Node], source: ast.AST | None = None) -> Node:
    """A Node, in the one way in which all that is the same is written."""
    if op == "sum":
        return _sum(kids, source)
    if op == "mul":
        return _mul([(kid, 1) for kid in kids], source)
    return Node(op, sorted(kids, key=lambda kid: kid.key) if op in UNORDERED and op != "calls" else kids, source)


def _number(value, source=None):
    return Node(f"number:{float(value)!r}", (), source)


def value_of(node: Node) -> float | None:
    """The number that a Node is, None where it is none."""
    return float(node.op[7:]) if node.op.startswith("number:") else None


def _coefficient(node):
    """(number, the rest) of a term."""
    value = value_of(node)
    if value is not None:
        return value, None
    if node.op == "mul" and (first := value_of(node.kids[0])) is not None:
        rest = node.kids[1:]
        return first, rest[0] if len(rest) == 1 else Node("mul", rest, node.source)
    return 1.0, node


def _sum(terms, source=None):
    flat = [inner for term in terms for inner in (term.kids if term.op == "sum" else (term,))]
    number, found = 0.0, {}
    for term in flat:
        factor, rest = _coefficient(term)
        if rest is None:
            number += factor
        else:
            before = found.get(rest.key, (0.0, rest, term))
            found[rest.key] = before[0] + factor, rest, before[2]
    kids = [
        term if factor == _coefficient(term)[0] else _mul([(_number(factor), 1), (rest, 1)], term.source)
        for factor, rest, term in found.values()
        if factor
    ]
    if number or not kids:
        kids.append(
            next((t.read_from(t.source) for t in flat if value_of(t) == number and t.source is not None), _number(number))
        )
    if len(kids) == 1:
        return kids[0] if source is None else kids[0].read_from(source)
    return Node("sum", sorted(kids, key=lambda kid: kid.key), source)


def _mul(factors, source=None):
    """factors: [(node, exponent)]."""
    number, found = 1.0, {}
    todo = [(node, exponent, node.source) for node, exponent in factors]
    while todo:
        node, exponent, read_from = todo.pop(0)
        value = value_of(node)
        if value is not None and (value or exponent > 0):
            number *= value**exponent
        elif node.op == "mul":
            todo = [(kid, exponent, kid.source if exponent in (1, -1) else read_from) for kid in node.kids] + todo
        elif node.op == "pow" and (power := value_of(node.kids[1])) is not None and power == int(power):
            base = node.kids[0]
            todo.insert(0, (base, exponent * int(power), base.source if abs(power) == 1 else node.source or read_from))
        else:
            before = found.get(node.key, (node, 0, read_from))
            found[node.key] = before[0], before[1] + exponent, before[2] if not before[1] else source
    kids = [
        node if exponent == 1 else Node("pow", (node, _number(exponent)), read_from or node.source)
        for node, exponent, read_from in found.values()
        if exponent
    ]
    if number == 0.0:
        return _number(0.0, source)
    if number == -1.0 and len(kids) == 1 and kids[0].op == "sum":
        return _sum([_mul([(_number(-1.0), 1), (kid, 1)], kid.source) for kid in kids[0].kids], source)
    kids.sort(key=lambda kid: kid.key)
    if number != 1.0 or not kids:
        kids.insert(0, _number(number))
    if len(kids) == 1:
        return kids[0] if source is None else kids[0].read_from(source)
    return Node("mul", kids, source)


def _power(base, exponent, source):
    value = value_of(exponent)
    if value is not None and value == int(value) and abs(value) <= 16:
        return _mul([(base, int(value))], source)
    return Node("pow", (base, exponent), source)


def _index(of, at, source):
    """of[at]."""
    value = value_of(at)
    if of.op == "tuple" and value is not None and value == int(value) and -len(of.kids) <= value < len(of.kids):
        return of.kids[int(value)]
    if of.op == "shape" and value == 0:
        return _length(of.kids[0], source)
    if at.op == "index" and at.kids[0].key == of.key:
        return Node("item", (of,), source)
    if at.op == "index" and at.kids[0].op == "reversed" and at.kids[0].kids[0].key == of.key:
        return Node("item", at.kids, source)
    if at.op == "slice" and [kid.op for kid in at.kids] == ["none", "none", "number:-1.0"]:
        return _reversed(of, source)
    return Node("at", (of, at), source)


def _length(of, source=None):
    """len(of)."""
    while of.op in ("each", "reversed"):
        of = of.kids[0]
    if of.op == "call" and of.kids[0].op == "method:permutation" and len(of.kids) == 2 and of.kids[1].op in ("len", "at"):
        return of.kids[1]
    return Node("len", (of,), source)


def _reversed(of, source=None):
    if of.op == "reversed":
        return of.kids[0]
    if of.op == "zip":
        return Node("zip", [_reversed(kid) for kid in of.kids], source)
    if of.op == "range" and len(of.kids) == 1 and of.kids[0].op == "len":
        return Node("numbers", (Node("reversed", of.kids[0].kids),), source)
    return Node("reversed", (of,), source)


def _over(iterated):
    """(what a loop goes over, the item that it has)."""
    if iterated.op == "zip" and iterated.kids:
        first, *others = iterated.kids
        over, item = _over(first)
        return over, Node("tuple", (item, *(_index(other, Node("index", (over,)), None) for other in others)))
    if iterated.op == "enumerate":
        over, item = _over(iterated.kids[0])
        return over, Node("tuple", (Node("index", (over,)), item))
    if iterated.op == "range" and len(iterated.kids) == 1 and iterated.kids[0].op == "len":
        over = iterated.kids[0].kids[0]
        return over, Node("index", (over,))
    if iterated.op == "numbers":
        return iterated.kids[0], Node("index", iterated.kids)
    return iterated, Node("item", (iterated,))


class _Reading:
    """One function."""

    def __init__(self, cell, name, node, env=None, depth=0, outer=None):
        self.cell, self.name, self.node, self.depth = cell, name, node, depth
        self.outer = outer or self  # whose attributes and calls it shares
        self.within: dict[str, ast.FunctionDef] = dict(outer.within) if outer else {}  # functions that are defined in it
        self.env = {}
        if outer is None:
            self.attributes, self.calls, self.changes = {}, [], []
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            if "." in name:
                self.env[arguments[0].arg] = Node("self")
                arguments = arguments[1:]
            self.shared = {one.arg for one in arguments}
            for n, one in enumerate(arguments):
                scalar = one.arg if one.arg in SCALARS else n
                self.env[one.arg] = Node(f"given:{name}:{scalar}")
        else:
            self.env, self.shared = env, set()
        if node.args.vararg or node.args.kwarg or (outer is None and node.decorator_list):
            raise Opaque

    def effects(self):
        returned = self.body(self.node.body)
        found = {f"self.{name}": node for name, node in self.attributes.items()}
        if returned is not None and returned.op == "tuple":
            found |= {f"return[{n}]": kid for n, kid in enumerate(returned.kids)}
        elif returned is not None:
            found["return"] = returned
        if self.calls:
            found["calls"] = Node("calls", self.calls)
        for n, default in enumerate(reversed(self.node.args.defaults)):
            found[f"default {n}"] = self.expr(default)
        if self.changes:
            found["changes"] = Node("changes", self.changes, self.changes[0].source)
        return found

    # Statements.

    def body(self, statements):
        """What is returned, None where nothing is."""
        for n, statement in enumerate(statements):
            kind = type(statement).__name__
            if kind == "Return":
                return self.expr(statement.value) if statement.value is not None else Node("none")
            if kind == "Raise":
                return Node("raise")
            if kind == "If":
                returned = self.condition(statement, statements[n + 1 :])
                if returned is not None:
                    return returned[0]
                continue
            if kind == "With":
                returned = self.body(statement.body)
                if returned is not None:
                    return returned
                continue
            getattr(self, f"do_{kind}", self.unread)(statement)
        return None

    def unread(self, _statement):
        raise Opaque

    def do_Pass(self, statement):
        pass

    do_Assert = do_Import = do_ImportFrom = do_Pass

    def do_Break(self, statement):
        self.outer.calls.append(Node(type(statement).__name__, (), statement))

    do_Continue = do_Break

    def do_Assign(self, statement):
        value = self.expr(statement.value)
        for target in statement.targets:
            self.bind(target, value, statement)

    def do_AnnAssign(self, statement):
        if statement.value is not None:
            self.bind(statement.target, self.expr(statement.value), statement)

    def do_AugAssign(self, statement):
        old = self.expr(_loaded(statement.target))
        value = self.binary(statement.op, old, self.expr(statement.value), statement)
        if isinstance(statement.target, ast.Name) and statement.target.id in self.shared:
            self.outer.changes.append(value)
        self.bind(statement.target, value, statement)

    def do_Expr(self, statement):
        node = statement.value
        if isinstance(node, ast.Constant):
            return
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "append":
            held, item = self.expr(node.func.value), self.expr(node.args[0])
            new = Node("tuple", (*held.kids, item)) if held.op == "tuple" else Node("append", (held, item), statement)
            self.bind(node.func.value, new, statement)
            return
        self.expr(node)

    def do_For(self, statement):
        if statement.orelse or any(isinstance(inner, ast.Return) for inner in ast.walk(statement)):
            raise Opaque
        if isinstance(statement, ast.For):
            over, item = _over(self.expr(statement.iter))
        else:
            over = item = Node("while")
        stored = list(dict.fromkeys(_stored(statement.body)))
        inits = {}
        for name in stored:
            init = self.held(name)
            if init is not None:
                inits[name] = init, Node(f"so far {len(inits)}")
                self.hold(name, inits[name][1])
        if isinstance(statement, ast.For):
            self.bind(statement.target, item, None)
        else:
            over = Node("while", (self.expr(statement.test),), statement.test)
        outside, self.outer.calls = self.outer.calls, []
        self.body(statement.body)
        inside, self.outer.calls = self.outer.calls, outside
        ends = {name: self.held(name) for name in stored}
        for name, now in ends.items():
            if now is None:
                continue
            keys = {node.key for node in now.walk()}
            others = [
                one for other, (init, at) in inits.items() if other != name and at.key in keys for one in (init, ends[other])
            ]
            self.hold(
                name,
                _folded(over, *inits[name], now, others) if name in inits else Node("last", (over, now, *others), now.source),
            )
        if inside:
            self.outer.calls.append(Node("loop", (over, Node("calls", inside)), statement))

    do_While = do_For

    def do_FunctionDef(self, statement):
        self.within[statement.name] = statement
        self.env.pop(statement.name, None)

    def condition(self, statement, rest):
        """(what is returned,) where a branch returns, None where neither does."""
        test = self.expr(statement.test)
        returns = any(isinstance(inner, (ast.Return, ast.Raise)) for part in (statement.body, statement.orelse) for inner in part)
        env, attributes, calls = dict(self.env), dict(self.outer.attributes), self.outer.calls
        ends = []
        for branch in (statement.body, statement.orelse):
            self.env, self.outer.attributes, self.outer.calls = dict(env), dict(attributes), []
            returned = self.body([*branch, *rest] if returns else branch)
            ends.append((returned, self.env, self.outer.attributes, self.outer.calls))
        (one, env1, attributes1, calls1), (other, env2, attributes2, calls2) = ends
        merge = lambda a, b: {
            name: (a[name] if a[name].key == b[name].key else _choice(test, a[name], b[name], statement)) if name in a and name in b
            else a.get(name) or b.get(name)
            for name in {**a, **b}
        }  # fmt: skip
        for name in attributes1.keys() ^ attributes2.keys():  # what was there before stays
            for attributes_of in (attributes1, attributes2):
                attributes_of.setdefault(name, Node(f"attribute:{name}"))
        self.env, self.outer.attributes, self.outer.calls = merge(env1, env2), merge(attributes1, attributes2), calls
        if calls1 or calls2:
            both = (test, Node("calls", calls1), Node("calls", calls2))
            self.outer.calls.extend(
                calls1 if [c.key for c in calls1] == [c.key for c in calls2] else [Node("if", both, statement.test)]
            )
        if not returns:
            return None
        none = Node("none")
        if (one or none).op == "raise":
            return (other,)
        if (other or none).op == "raise":
            return (one,)
        return (_choice(test, one or none, other or none, statement),)

    # Names.

    def held(self, name):
        if name.startswith("self."):
            return self.outer.attributes.get(name[5:]) or Node(f"attribute:{name[5:]}")
        return self.env.get(name)

    def hold(self, name, node):
        if name.startswith("self."):
            self.outer.attributes[name[5:]] = node
        else:
            self.env[name] = node

    def bind(self, target, value, statement):
        if isinstance(target, ast.Name):
            self.env[target.id] = value
            if isinstance(statement, ast.Assign):
                (self.shared.add if self.is_shared(statement.value) else self.shared.discard)(target.id)
            if value.source is not None and value.kids and isinstance(statement, ast.Assign) and value.source is statement.value:
                value.source.named = target.id
        elif isinstance(target, (ast.Tuple, ast.List)):
            for n, one in enumerate(target.elts):
                if isinstance(one, ast.Starred):
                    raise Opaque
                self.bind(one, _index(value, _number(n), None), statement)
        elif isinstance(target, ast.Attribute) and self.is_self(target.value):
            self.outer.attributes[target.attr] = value
        elif isinstance(target, ast.Attribute):
            held = self.expr(_loaded(target.value))
            self.outer.calls.append(Node(f"set:{target.attr}", (held, value), statement))
        elif isinstance(target, ast.Subscript):
            whole, at = isinstance(target.slice, (ast.Slice,)) and ast.unparse(target.slice) == ":", self.expr(target.slice)
            if whole or ast.unparse(target.slice) == "...":
                self.bind(target.value, value, statement)
            else:
                held = self.expr(_loaded(target.value))
                stored = Node("stored", (held, at, value), statement)
                if isinstance(target.value, ast.Name) and target.value.id in self.shared:
                    self.outer.changes.append(stored)
                self.bind(target.value, stored, None)
        else:
            raise Opaque

    def is_shared(self, node):
        """Whether a value may be one that others hold, too, and not a new one."""
        if isinstance(node, ast.Name):
            return node.id in self.shared
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            of = node.func.value if name in ("reshape", "ravel") else node.args[0] if node.args else None
            return name in ("asarray", "asanyarray", "reshape", "ravel") and of is not None and self.is_shared(of)
        if isinstance(node, ast.Attribute):
            return self.is_self(node.value) or (node.attr == "T" and self.is_shared(node.value))
        return (
            isinstance(node, ast.Subscript) and isinstance(node.slice, (ast.Slice, ast.Constant)) and self.is_shared(node.value)
        )

    def is_self(self, node):
        return isinstance(node, ast.Name) and node.id in self.env and self.env[node.id].op == "self"

    # Expressions.

    def expr(self, node) -> Node:
        made = getattr(self, f"of_{type(node).__name__}", self.unread)(node)
        return made if made.source is not None else made.read_from(node)

    def of_Name(self, node):
        if node.id in self.env:
            node.bound = self.env[node.id]
            return node.bound
        if node.id in self.cell.constants and self.depth < DEPTH:
            return _Reading(self.cell, self.name, self.outer.node, {}, self.depth + 1, self.outer).expr(
                self.cell.constants[node.id]
            )
        return Node(f"name:{node.id}", (), node)

    def of_Constant(self, node):
        if isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
            return _number(node.value, node)
        return Node("none" if node.value is None else f"value:{node.value!r}", (), node)

    def of_Attribute(self, node):
        if self.is_self(node.value):
            return self.outer.attributes.get(node.attr) or Node(f"attribute:{node.attr}", (), node)
        if isinstance(node.value, ast.Name) and node.value.id in ("np", "numpy", "math") and node.value.id not in self.env:
            return Node(f"np.{node.attr}", (), node)
        held = self.expr(node.value)
        if node.attr == "T":
            return held.kids[0] if held.op == "T" else Node("T", (held,), node)
        return Node(node.attr if node.attr in ("shape", "size") else f"get:{node.attr}", (held,), node)

    def of_UnaryOp(self, node):
        held = self.expr(node.operand)
        if isinstance(node.op, ast.USub):
            return _mul([(_number(-1.0), 1), (held, 1)], node)
        return held if isinstance(node.op, ast.UAdd) else Node("not", (held,), node)

    def of_BinOp(self, node):
        return self.binary(node.op, self.expr(node.left), self.expr(node.right), node)

    def binary(self, op, left, right, source):
        kind = type(op).__name__
        if kind in ("Add", "Sub"):
            kept = [one for one in (left, right) if not self.is_tiny(one)]
            if len(kept) == 1 and kind == "Add":
                return kept[0]
            if len(kept) == 1 and kept[0] is left:
                return left
            return _sum([left, right if kind == "Add" else _mul([(_number(-1.0), 1), (right, 1)], right.source)], source)
        if kind in ("Mult", "Div"):
            return _mul([(left, 1), (right, 1 if kind == "Mult" else -1)], source)
        if kind == "Pow":
            return _power(left, right, source)
        if kind == "MatMult":
            return _product(left, right, source)
        return Node(f"op:{kind}", (left, right), source)

    def is_tiny(self, node):
        value = value_of(node)
        if value is not None and 0 < value <= TINY:
            self.cell.guarded.add(self.outer.name)
            return True
        return False

    def of_BoolOp(self, node):
        return Node(type(node.op).__name__, sorted(map(self.expr, node.values), key=lambda kid: kid.key), node)

    def of_Compare(self, node):
        if len(node.ops) > 1:
            raise Opaque
        kind, left, right = type(node.ops[0]).__name__, self.expr(node.left), self.expr(node.comparators[0])
        if kind in FLIPPED:
            kind, left, right = FLIPPED[kind], right, left
        return Node(kind, (left, right), node)

    def of_IfExp(self, node):
        return _choice(self.expr(node.test), self.expr(node.body), self.expr(node.orelse), node)

    def of_Tuple(self, node):
        return Node("tuple", map(self.expr, node.elts), node)

    of_List = of_Tuple

    def of_Starred(self, node):
        return Node("*", (self.expr(node.value),), node)

    def of_Dict(self, node):
        if not all(isinstance(key, ast.Constant) for key in node.keys):
            raise Opaque
        pairs = sorted(zip(node.keys, node.values, strict=True), key=lambda pair: repr(pair[0].value))
        return Node("dict", [Node(f"key:{key.value!r}", (self.expr(value),), value) for key, value in pairs], node)

    def of_Slice(self, node):
        ends = (node.lower, node.upper, node.step)
        return Node("slice", [Node("none") if end is None else self.expr(end) for end in ends], node)

    def of_Subscript(self, node):
        return _index(self.expr(node.value), self.expr(node.slice), node)

    def of_JoinedStr(self, node):
        return Node("text", (), node)

    def of_Lambda(self, node):
        kept = dict(self.env)
        for n, one in enumerate(node.args.args):
            self.env[one.arg] = Node(f"argument:{n}")
        made = self.expr(node.body)
        self.env = kept
        return Node("lambda", (made,), node)

    def of_ListComp(self, node):
        kept, overs, tests = dict(self.env), [], []
        outside, self.outer.calls = self.outer.calls, []
        for generator in node.generators:
            over, item = _over(self.expr(generator.iter))
            self.bind(generator.target, item, None)
            overs.append(over)
            tests += map(self.expr, generator.ifs)
        made = self.expr(node.elt)
        inside, self.outer.calls = self.outer.calls, outside
        self.env = kept
        for test in tests:
            made = _choice(test, made, Node("left out"), node)
        if inside:
            self.outer.calls.append(Node("loop", (overs[0], Node("calls", inside)), node))
        for over in reversed(overs):
            made = Node("each", (over, made), node)
        return made

    of_GeneratorExp = of_SetComp = of_ListComp

    def of_DictComp(self, node):
        if len(node.generators) > 1 or node.generators[0].ifs:
            raise Opaque
        kept = dict(self.env)
        outside, self.outer.calls = self.outer.calls, []
        over, item = _over(self.expr(node.generators[0].iter))
        self.bind(node.generators[0].target, item, None)
        key, value = self.expr(node.key), self.expr(node.value)
        inside, self.outer.calls = self.outer.calls, outside
        self.env = kept
        if inside:
            self.outer.calls.append(Node("loop", (over, Node("calls", inside)), node))
        return Node("dict of", (over, key, value), node)

    def of_Call(self, node):
        if any(keyword.arg is None for keyword in node.keywords):
            raise Opaque
        called = node.func
        name = called.id if isinstance(called, ast.Name) and called.id not in self.env else ""
        if (
            isinstance(called, ast.Attribute)
            and isinstance(called.value, ast.Name)
            and called.value.id in ("np", "numpy", "math")
        ):
            return self.function(called.attr, [self.expr(one) for one in node.args], node)
        if ast.unparse(called).startswith(("np.linalg.", "numpy.linalg.")):
            return self.function(f"linalg.{called.attr}", [self.expr(one) for one in node.args], node)
        if name in ("abs", "sum", "float", "list", "tuple", "round", "pow"):
            return self.function(name, [self.expr(one) for one in node.args], node)
        if name == "super" or name in ("exec", "eval", "getattr", "setattr", "locals", "vars", "globals"):
            raise Opaque
        arguments = [self.expr(one) for one in node.args]
        if name == "reversed":
            return _reversed(arguments[0], node)
        if name == "range" and _is_downward(arguments):
            return Node("numbers", (Node("reversed", arguments[0].kids[_which_len(arguments[0])].kids),), node)
        if name == "len" and len(arguments) == 1:
            return _length(arguments[0], node)
        if name in PURE:
            kids = [*arguments, *(Node(f"with:{k.arg}", (self.expr(k.value),)) for k in node.keywords if k.arg != "strict")]
            return Node(name, kids, node)
        if isinstance(called, ast.Attribute) and not self.is_self(called.value):
            held = self.expr(called.value)
            if called.attr in METHODS or called.attr in ("dot", "copy", "astype", "item") or called.attr in ("conj", "view"):
                return self.function(called.attr, [held, *([] if called.attr in ("astype",) else arguments)], node)
            return self.call(Node(f"method:{called.attr}", (held,)), arguments, node)
        helper = ""
        if name in self.within and self.depth < DEPTH and not node.keywords:
            return self.put_in(name, arguments, node, self.env)
        if name in self.cell.functions:
            helper = name
        elif isinstance(called, ast.Attribute) and self.is_self(called.value):
            owner = self.outer.name.rpartition(".")[0]
            helper = f"{owner}.{called.attr}"
        if helper in self.cell.functions and self.depth < DEPTH and not node.keywords and self.is_helper(helper):
            return self.put_in(helper, arguments, node)
        if isinstance(called, ast.Attribute) and self.is_self(called.value):
            if (
                called.attr in self.outer.attributes
                or f"{self.outer.name.rpartition('.')[0]}.{called.attr}" not in self.cell.functions
            ):
                return self.call(self.expr(called), arguments, node)
            return self.call(Node(f"own:{called.attr}"), arguments, node)
        return self.call(self.expr(called), arguments, node)

    def is_helper(self, name):
        return name.rpartition(".")[2] not in self.cell.contract

    def put_in(self, helper, arguments, node, env=None):
        """What a function of the student's own gives, which no right solution needs to have. env: what it sees around it."""
        inner = self.cell.functions[helper] if env is None else self.within[helper]
        names = [one.arg for one in inner.args.args]
        env = dict(env or {})
        if "." in helper and not any(isinstance(d, ast.Name) and d.id == "staticmethod" for d in inner.decorator_list):
            env[names[0]] = Node("self")
            names = names[1:]
        if len(arguments) > len(names):
            raise Opaque
        defaults = dict(zip(reversed(names), reversed(inner.args.defaults), strict=False))
        for n, one in enumerate(names):
            if n < len(arguments):
                env[one] = arguments[n]
            elif one in defaults:
                env[one] = self.expr(defaults[one])
            else:
                raise Opaque
        reading = _Reading(self.cell, helper, inner, env, self.depth + 1, self.outer)
        returned = reading.body(inner.body) or Node("none")
        if returned.source is not None:
            returned.source.of_helper = True
        return returned

    def call(self, called, arguments, node):
        given = [Node(f"with:{k.arg}", (self.expr(k.value),)) for k in node.keywords]
        if called.op == "method:backward" and not given and [value_of(one) for one in arguments] == [1.0]:
            arguments = []  # as it is called where nothing comes after
        made = Node("call", (called, *arguments, *given), node)
        if called.op.startswith(("method:", "own:")) and called.op not in WITHOUT_EFFECT:
            self.outer.calls.append(made)
        return made

    def function(self, name, arguments, node):
        """One of NumPy's, or a method of an array."""
        given = {k.arg: self.expr(k.value) for k in node.keywords if k.arg not in ("dtype", "strict")}
        if "out" in given:
            raise Opaque
        if name in AS_IT_IS and arguments:
            self.cell.converting.add(self.outer.name)
            is_new = arguments[0].source is None or name in ("tuple", "list")  # of which something else can't be made
            return arguments[0].read_from(node) if is_new else arguments[0]
        if name in OPERATORS and len(arguments) == 2 and not given:
            op = {"+": ast.Add, "-": ast.Sub, "*": ast.Mult, "/": ast.Div, "@": ast.MatMult, "**": ast.Pow}[OPERATORS[name]]()
            return self.binary(op, *arguments, node)
        if name == "pow" and len(arguments) == 2:
            return _power(*arguments, node)
        if name in ("square", "sqrt", "reciprocal") and len(arguments) == 1:
            return _power(arguments[0], _number({"square": 2, "sqrt": 0.5, "reciprocal": -1}[name]), node)
        if name == "negative":
            return _mul([(_number(-1.0), 1), (arguments[0], 1)], node)
        if name == "transpose" and len(arguments) == 1 and not given:
            return Node("T", arguments, node)
        if name == "where" and len(arguments) == 3:
            return _choice(*arguments, node)
        if name == "clip" and len(arguments) == 3 and self.is_tiny(arguments[1]):
            return arguments[0]
        if name in ("maximum", "minimum", "fmax"):
            if any(map(self.is_tiny, arguments)):
                return next(one for one in arguments if not self.is_tiny(one))
            arguments = sorted(arguments, key=lambda kid: kid.key)
        if name in ("sum", "mean", "max", "min", "prod", "std", "var") and len(arguments) == 2:
            given["axis"] = arguments.pop()
        if name in ("sum", "mean") and len(arguments) == 1 and arguments[0].op == "each" and not given:
            over, each = arguments[0].kids
            total = _total(over, each, node)
            return total if name == "sum" else _mul([(total, 1), (_length(over), -1)], node)
        if name in ("sum", "mean") and not given and len(arguments) == 1:
            factor, rest = _coefficient(arguments[0])
            if rest is not None and factor != 1.0:
                return _mul([(_number(factor), 1), (Node(f"np.{name}", (rest,), node), 1)], node)
        if name == "size" and len(arguments) == 1:
            return Node("size", arguments, node)
        if name == "shape":
            return Node("shape", arguments, node)
        if name == "absolute":
            name = "abs"
        kids = [*arguments, *(Node(f"with:{key}", (given[key],)) for key in sorted(given))]
        return Node(f"np.{name}", kids, node)


def _choice(test, one, other, source):
    if test.op == "not":
        test, one, other = test.kids[0], other, one
    return one if one.key == other.key else Node("if", (test, one, other), source)


def _product(left, right, source):
    """A matrix product; numbers go before it."""
    numbers, sides = [], []
    for side in (left, right):
        kids = side.kids if side.op == "mul" else (side,)
        plain = [kid for kid in kids if value_of(kid) is not None or kid.op.rpartition(":")[2] in SCALARS]
        rest = [kid for kid in kids if kid not in plain]
        if plain and rest:
            numbers += plain
            sides.append(rest[0] if len(rest) == 1 else Node("mul", rest, side.source))
        else:
            sides.append(side)
    made = Node("matmul", sides, source)
    return _mul([(one, 1) for one in (*numbers, made)], source) if numbers else made


def _total(over, each, source):
    factor, rest = _coefficient(each)
    total = Node("total", (over, rest if rest is not None else _number(1.0)), source)
    return total if factor == 1.0 else _mul([(_number(factor), 1), (total, 1)], source)


def _folded(over, init, so_far, now, others):
    """What a name stands for after a loop."""
    if now.key == so_far.key:
        return init
    if not others and now.op == "sum" and sum(kid.key == so_far.key for kid in now.kids) == 1:
        rest = [kid for kid in now.kids if kid.key != so_far.key]
        if not any(node.key == so_far.key for kid in rest for node in kid.walk()):
            total = _total(over, rest[0] if len(rest) == 1 else Node("sum", rest, now.source), now.source)
            return _sum([init, total], now.source)
    is_list = now.op == "append" and now.kids[0].key == so_far.key and init.op == "tuple" and not init.kids
    if is_list and not others and not any(node.key == so_far.key for node in now.kids[1].walk()):
        return Node("each", (over, now.kids[1]), now.source)
    return Node("folded", (over, init, now, *others), now.source)


def _which_len(node):
    return next((n for n, kid in enumerate(node.kids) if kid.op == "len"), 0)


def _is_downward(arguments):
    """Of range(len(x) - 1, -1, -1)."""
    if len(arguments) != 3 or [a.op for a in arguments[1:]] != ["number:-1.0", "number:-1.0"]:
        return False
    first = arguments[0]
    return first.op == "sum" and sorted(kid.op for kid in first.kids) == ["len", "number:-1.0"]


def _loaded(target):
    """A target, to be read."""
    made = ast.parse(ast.unparse(target), mode="eval").body
    return ast.copy_location(made, target)


def _stored(statements):
    """The names and attributes that some statements bind, or change."""
    for statement in statements:
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id
            elif isinstance(node, (ast.Attribute, ast.Subscript)) and isinstance(node.ctx, ast.Store):
                base = node
                while isinstance(base, ast.Subscript):
                    base = base.value
                if isinstance(base, ast.Attribute) and isinstance(base.value, ast.Name) and base.value.id == "self":
                    yield f"self.{base.attr}"
                elif isinstance(base, ast.Name):
                    yield base.id
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "append":
                if isinstance(node.func.value, ast.Name):
                    yield node.func.value.id
                elif isinstance(node.func.value, ast.Attribute):
                    yield ast.unparse(node.func.value)
