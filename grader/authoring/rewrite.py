"""The same solution in other words: what a cell does stays, what its values are called and how they are formed does not.

`rewritings` gives two other wordings of a cell, each made of several changes that go together:

    other names   what is returned gets a name first, `@` becomes np.matmul, the local names of a function change places
                  (what was dz is called dW, what was dW is called db), arrays of labels come in as float32
    fewer names   temporaries are inlined, the other locals of a method are kept as attributes, what NumPy makes stands in
                  Fortran order

Each change is made only where it can be seen in the text that nothing else changes; what is left out is counted:

    - nothing in a function that asks for its own names (locals, vars, eval, exec, dir);
    - parameters, attributes and what stands at top level keep their names, since others use them;
    - a value is inlined where everything between its line and its last use only reads, or binds what the value isn't made
      of. Code that is known to stop with an error keeps what it had in its hands by then: there, only second names go;
    - a local becomes an attribute where the function gives it a value before it does anything else with it, and in classes
      that take any attribute;
    - labels come in as float32, which holds whole numbers exactly, where nothing edits them in place, asks for their type, or
      takes them for something else: a logarithm of float32 is another one. In a training that is right, whose results have no
      exact value, all arrays do.
"""

import ast
import itertools
import re
from collections import Counter
from dataclasses import dataclass, field

from grader.authoring.scopes import COMPREHENSIONS, scopes

LABELS = frozenset(("t", "target", "labels", "t_train", "t_test"))
TRAININGS = frozenset(("train", "broken_train"))  # their other arrays too: what comes of it has no exact value

# differences of what is nearly the same, and labels that are handed on: nothing comes in otherwise
EXACT = frozenset(("numerical_gradient", "gradient_check", "split"))

LOOKS_AT_NAMES = frozenset(("locals", "vars", "eval", "exec", "dir", "globals", "_getframe", "currentframe", "stack"))

# Calls that read their arguments and change nothing.
READING_FUNCTIONS = frozenset(("len", "abs", "max", "min", "float", "int", "bool", "round", "range", "tuple"))
READING_METHODS = frozenset(
    (
        *("activation", "derivative", "reshape", "transpose", "ravel", "flatten", "squeeze", "copy", "astype", "item", "dot"),
        *("sum", "mean", "max", "min", "std", "var", "argmax", "argmin", "clip", "round", "any", "all", "prod", "cumsum"),
    )
)
WRITING_FUNCTIONS = frozenset(("copyto", "put", "place", "putmask", "fill_diagonal", "at", "shuffle", "put_along_axis", "seterr"))
WRITING_METHODS = frozenset(("sort", "fill", "shuffle", "put", "partition", "resize", "itemset", "setflags", "setfield"))

# NumPy's functions that always give something new.
MAKING = frozenset(
    (
        *("dot", "matmul", "outer", "multiply", "add", "subtract", "divide", "zeros", "zeros_like", "ones", "ones_like", "where"),
        *("exp", "log", "tanh", "logaddexp", "sqrt", "square", "abs", "sign", "heaviside", "maximum", "minimum", "clip"),
        *("sum", "mean"),
    )
)
CURVES = frozenset(("log", "exp", "clip", "tanh", "sqrt", "log1p", "log2", "log10", "logaddexp", "divide", "maximum", "minimum"))
LISTING = frozenset(("zip", "enumerate", "append"))

MOST_USES, MOST_NODES = 4, 40  # of a value that is inlined


@dataclass(frozen=True)
class Rewritten:
    """way: "other names" or "fewer names"; made: how often each change was made; left: how often it was not, by reason."""

    way: str
    code: str
    made: Counter[str] = field(compare=False)
    left: Counter[str] = field(compare=False)


def rewritings(code: str, *, stops: bool = False, exact: bool = False) -> list[Rewritten]:
    """The Rewrittens of a solution cell, as far as they differ from it. stops: whether it is known to stop with an error; exact:
    whether nothing may be rounded, since its very numbers tell what was done.

    A cell's pieces, cut by lines of `# %%`, stay pieces; lines of magics stay as they are."""
    found = []
    for way, changes in (("other names", _OTHER_NAMES), ("fewer names", _FEWER_NAMES)):
        made, left, names = Counter[str](), Counter[str](), set(re.findall(r"\w+", code))
        pieces = [_rewritten(piece, names, changes, (stops, exact), made, left) for piece in code.split("# %%\n")]
        if made:
            found.append(Rewritten(way, "# %%\n".join(pieces), made, left))
    return found


def _rewritten(piece, names, changes, known, made, left):
    """One piece with the changes made, as text. names: all that the cell's text mentions."""
    masked, magics = _masked(piece)
    try:
        tree = ast.parse(masked)
    except SyntaxError:
        left["is no plain Python"] += 1
        return piece
    before = sum(made.values())
    for change in changes:
        change(_Work(tree, known, names, made, left))
    if sum(made.values()) == before:
        return piece
    text = ast.unparse(ast.fix_missing_locations(tree))
    for mask, line in magics.items():
        text = re.sub(rf"^{mask}$", lambda _, line=line: line, text, flags=re.MULTILINE)
    return text + "\n"


def _masked(piece):
    """The piece with a name in place of each line that is a magic, and {name: line}."""
    lines, magics = piece.split("\n"), {}
    for n, line in enumerate(lines):
        if line.startswith(("%", "!")):
            magics[f"_magic_{n}_"] = line
            lines[n] = f"_magic_{n}_"
    return "\n".join(lines), magics


class _Work:
    """A tree to be changed, and what came of it."""

    def __init__(self, tree, known, names, made, left):
        self.tree, self.known, self.names, self.made, self.left = tree, known, names, made, left
        self.stops, self.exact = known
        self.scopes = list(scopes(tree).walk())

    def functions(self):
        """The Scope of each `def` whose names may be changed."""
        for scope in self.scopes:
            if isinstance(scope.node, ast.FunctionDef):
                if _identifiers(scope.node) & LOOKS_AT_NAMES:
                    self.left["asks for its own names"] += 1
                else:
                    yield scope

    def fresh(self, *words):
        """A name that stands nowhere yet."""
        for name in itertools.chain(words, (f"{words[-1]}_{n}" for n in itertools.count(2))):
            if name not in self.names:
                self.names.add(name)
                return name

    def numpy(self):
        """Whether `np` is NumPy throughout."""
        return not any("np" in scope.bound for scope in self.scopes if scope.is_function)


def _identifiers(node):
    return {held for part in ast.walk(node) for held in (getattr(part, "id", None), getattr(part, "attr", None)) if held}


# other names


def _name_results(work):
    """`return x + y` becomes `result = x + y; return result`."""
    for scope in work.functions():
        name = None
        for block in _blocks(scope.node):
            for n, statement in reversed(list(enumerate(block))):
                if isinstance(statement, ast.Return) and not isinstance(statement.value, (ast.Name, ast.Constant, type(None))):
                    name = name or work.fresh("result", "answer")
                    block[n : n + 1] = [_assign(name, statement.value), ast.Return(_name(name))]
                    work.made["results named"] += 1


def _matmul(work):
    """`a @ b` becomes `np.matmul(a, b)`, the same for any number of axes, as np.dot is not."""

    class Matmul(ast.NodeTransformer):
        def visit_BinOp(self, node):
            self.generic_visit(node)
            if not isinstance(node.op, ast.MatMult):
                return node
            work.made["@ as np.matmul"] += 1
            return ast.Call(ast.Attribute(_name("np"), "matmul", ast.Load()), [node.left, node.right], [])

    if work.numpy():
        Matmul().visit(work.tree)
    else:
        work.left["has an np of its own"] += 1


def _rename(work):
    """The locals of each function change places; a single one, and those of comprehensions, get new names."""
    if _identifiers(work.tree) & LOOKS_AT_NAMES:
        return  # counted where it was first seen
    renamed = []
    for scope in work.scopes:
        if not scope.is_function:
            continue
        names = [n for n in scope.mentions if n in scope.bound - scope.parameters - scope.fixed and not n.startswith("__")]
        names = [n for n in names if not any(isinstance(m.node, ast.alias) for m in scope.mentions[n])]
        inner = set().union(*(s.bound for s in scope.walk() if s is not scope))
        swapped = [n for n in names if n not in inner and n != "_"]
        if len(swapped) < 2:
            swapped = []
        for name, other in zip(swapped, swapped[1:] + swapped[:1], strict=True):
            renamed.append((scope.mentions[name], other))
        for name in names:
            if name not in swapped:
                renamed.append((scope.mentions[name], work.fresh("value", "item", "other")))
    for mentions, other in renamed:
        for mention in mentions:
            mention.rename(other)
        work.made["locals renamed"] += 1


def _float32(work):
    """Arrays of labels come in as float32; in a training, all arrays."""
    edited, lines = _edited(work.tree), []
    asks = _identifiers(work.tree) & {"dtype", "issubdtype", "isinstance", "type", "kind"}
    for scope in work.functions():
        node, training = scope.node, scope.node.name in TRAININGS
        if node.name in EXACT:
            continue
        for name in [arg.arg for arg in node.args.args if arg.arg in LABELS or (training and arg.arg.startswith("x_"))]:
            aliases = _aliases(work.tree, name)
            if edited & aliases:
                work.left["may edit its labels in place"] += 1
            elif training and work.exact and name not in LABELS:
                work.left["is known by numbers that would be rounded"] += 1
            elif asks or (name in LABELS and _mistaken(work.tree, aliases)):
                work.left["takes its labels for something else"] += 1
            else:
                whole = "" if training and not work.exact else f" and np.array_equal({name}, np.rint({name}))"
                floats = f"getattr({name}, 'dtype', None) == np.float64{whole}"
                lines.append((node, f"{name} = {name}.astype(np.float32) if {floats} else {name}"))
    for node, text in lines:
        node.body.insert(_after_docstring(node), ast.parse(text).body[0])
        work.made["float32 in"] += 1


def _edited(tree):
    """Names and attributes that may be edited in place somewhere."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.AugAssign):
            found |= _roots(node.target)
        elif isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
            found |= _roots(node.value)
        elif isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called in WRITING_METHODS | WRITING_FUNCTIONS:
                found |= set().union(*map(_roots, [getattr(node.func, "value", node.func), *node.args]))
            found |= set().union(*(_roots(k.value) for k in node.keywords if k.arg == "out"))
    return found


def _mistaken(tree, labels):
    """Whether code computes a curve of its labels, or hands them on where what they belong to should stand: in first place."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and not isinstance(node.args[0], ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            takes_anything = name not in CURVES and (_reads_only(node, deep=False) or name in LISTING)
            if not takes_anything and labels & _may_be(node.args[0]):
                return True
    return False


def _roots(node):
    """What an expression like `self.t[0].T` is a part of: the name and the attributes in it."""
    if isinstance(node, ast.Name):
        return {node.id}
    if isinstance(node, ast.Attribute):
        return {f".{node.attr}"} | (set() if isinstance(node.value, ast.Name) else _roots(node.value))
    if isinstance(node, (ast.Tuple, ast.List)):
        return set().union(*map(_roots, node.elts))
    if isinstance(node, ast.Call):
        return set().union(*map(_roots, [*([node.func.value] if isinstance(node.func, ast.Attribute) else []), *node.args]))
    return _roots(node.value) if isinstance(node, (ast.Subscript, ast.Starred, ast.NamedExpr)) else set()


def _aliases(tree, name):
    """Names and attributes that may stand for the same array as the parameter `name`, anywhere."""
    found, size = {name}, 0
    while size < len(found):
        size = len(found)
        for node in ast.walk(tree):
            for target, value in _pairs(node):
                if found & _may_be(value):
                    found |= _roots(target)
    return found


def _pairs(node):
    """(target, what it is given) of an assignment or a loop, item by item where both are written as items."""
    if isinstance(node, ast.Assign):
        pairs = [(target, node.value) for target in node.targets]
    elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)):
        pairs = [(node.target, node.value)] if node.value else []
    elif isinstance(node, (ast.For, ast.comprehension)):
        pairs, items = [(node.target, node.iter)], node.iter
        if isinstance(items, ast.Call) and getattr(items.func, "id", "") == "zip":
            pairs = [(node.target, ast.Tuple(items.args, ast.Load()))]
    else:
        return
    for target, value in pairs:
        both = isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts)
        yield from zip(target.elts, value.elts, strict=True) if both else [(target, value)]


def _may_be(node):
    """Names and attributes whose array, or a view of it, an expression may be."""
    if isinstance(node, ast.IfExp):
        return _may_be(node.body) | _may_be(node.orelse)
    if isinstance(node, ast.BoolOp):
        return set().union(*map(_may_be, node.values))
    if isinstance(node, (ast.Tuple, ast.List)):
        return set().union(*map(_may_be, node.elts))
    if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("copy", "astype", "flatten", "dot", *MAKING):
        return set()
    return _roots(node)


# fewer names


def _inline(work):
    """A value that has a name for a few lines is written where it is used."""
    if not work.numpy():
        work.left["has an np of its own"] += 1
        return
    while _inline_one(work):
        work.made["temporaries inlined"] += 1


def _inline_one(work):
    for scope in _Work(work.tree, work.known, work.names, work.made, Counter()).functions():
        loads = {}
        for name in scope.bound - scope.parameters - scope.fixed:
            mentions = scope.mentions.get(name, ())
            if all(m.plain and m.scope is scope for m in mentions) and sum(m.binds for m in mentions) == 1:
                loads[name] = [m.node for m in mentions if not m.binds]
        for block in _blocks(scope.node):
            for n, statement in enumerate(block):
                uses = loads.get(_only_target(statement))
                if uses and (last := _last_line(statement.value, uses, block[n + 1 :], work.stops)):
                    put = _Put(uses, statement.value)
                    block[n + 1 : n + 1 + last] = [put.visit(line) for line in block[n + 1 : n + 1 + last]]
                    del block[n]
                    return True
    return False


def _only_target(statement):
    """The name that a line gives a value, where it does nothing else."""
    targets = statement.targets if isinstance(statement, ast.Assign) else ()
    return targets[0].id if len(targets) == 1 and isinstance(targets[0], ast.Name) else None


def _last_line(value, uses, lines, stops):
    """How many of the `lines` that follow use `value`, if it can be written there instead, else 0."""
    used = [n for n, line in enumerate(lines) for node in ast.walk(line) if any(node is use for use in uses)]
    if len(used) != len(uses) or len(uses) > MOST_USES or sum(1 for _ in ast.walk(value)) > MOST_NODES:
        return 0
    between, last = lines[: used[-1]], lines[used[-1]]
    if not all(isinstance(line, (ast.Assign, ast.AugAssign, ast.Return, ast.Expr)) for line in (*between, last)):
        return 0
    plain = isinstance(value, (ast.Name, ast.Constant))
    if stops and not plain:
        return 0
    if len(uses) == 1 and used == [0] and _begins_with(last, uses[0]):
        return 1  # nothing at all happens in between
    if not _reads_only(value):
        return 0
    if not all(isinstance(line, ast.Assign) and _reads_only(line.value) for line in between):
        return 0
    if any(_binds(line) & _made_of(value) or _stores_into(line) for line in between):
        return 0
    if isinstance(last, ast.Assign) and _stores_into(last) and not plain and len(uses) > 1:
        return 0
    impure = [node for node in ast.walk(last) if isinstance(node, ast.Call) and not _reads_only(node, deep=False)]
    if any(not any(node is uses[0] for node in ast.walk(call)) for call in impure) or (impure and len(uses) > 1):
        return 0
    if len(impure) > 1:
        return 0
    if len(uses) > 1 and not plain and any(_kept(line, uses) for line in (*between, last)):
        return 0  # two names for one object would become two objects
    return used[-1] + 1


def _begins_with(line, use):
    """Whether the first thing that a line evaluates is `use`."""
    if isinstance(line, ast.AugAssign):
        return False
    node = line.value
    while node is not use:
        if isinstance(node, ast.BinOp):
            node = node.left
        elif isinstance(node, ast.UnaryOp):
            node = node.operand
        elif isinstance(node, (ast.Attribute, ast.Subscript)):
            node = node.value
        elif isinstance(node, ast.Tuple) and node.elts:
            node = node.elts[0]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_np(node.func.value) and node.args:
            node = node.args[0]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            node = node.func.value
        else:
            return False
    return True


def _reads_only(node, deep=True):
    """Whether evaluating an expression changes nothing, as far as its text shows."""
    for part in ast.walk(node) if deep else (node,):
        if isinstance(part, ast.Call):
            called = part.func
            if any(k.arg in ("out", None) for k in part.keywords):
                return False
            if isinstance(called, ast.Name) and called.id in READING_FUNCTIONS:
                continue
            if not isinstance(called, ast.Attribute):
                return False
            if _is_np(called.value) and called.attr not in WRITING_FUNCTIONS:
                continue
            if called.attr not in READING_METHODS:
                return False
        elif isinstance(part, (ast.Lambda, ast.NamedExpr, ast.Await, ast.Yield, ast.YieldFrom, *COMPREHENSIONS)):
            return False
    return True


def _is_np(node):
    return isinstance(node, ast.Name) and node.id == "np"


def _made_of(value):
    """Names and attributes that an expression is made of."""
    found = set()
    for node in ast.walk(value):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(f".{node.attr}")
    return found


def _binds(line):
    return set().union(*map(_roots, line.targets))


def _stores_into(line):
    """Whether an assignment writes into an array, a list or a dict."""
    return any(isinstance(node, ast.Subscript) for target in line.targets for node in ast.walk(target))


def _kept(line, uses):
    """Whether a line keeps or hands on one of `uses` as it is."""
    holders = []
    for node in ast.walk(line):
        if isinstance(node, (ast.Assign, ast.Return, ast.AugAssign, ast.keyword, ast.Starred, ast.Expr, ast.DictComp)):
            holders.append(node.value)
        elif isinstance(node, (ast.Tuple, ast.List, ast.Set)):
            holders += node.elts
        elif isinstance(node, ast.Dict):
            holders += node.values
        elif isinstance(node, ast.IfExp):
            holders += [node.body, node.orelse]
        elif isinstance(node, ast.BoolOp):
            holders += node.values
    return any(holder is use for holder in holders for use in uses)


class _Put(ast.NodeTransformer):
    """Writes a value in place of some names."""

    def __init__(self, uses, value):
        self._uses, self._text = uses, ast.unparse(value)

    def visit_Name(self, node):
        if any(node is use for use in self._uses):
            return ast.parse(self._text, mode="eval").body
        return node


def _keep_as_attributes(work):
    """The locals of a method become attributes of its object."""
    classes = {node.name: node for node in ast.walk(work.tree) if isinstance(node, ast.ClassDef)}
    methods = {id(line): node for node in classes.values() for line in node.body if isinstance(line, ast.FunctionDef)}
    closed = set()
    for scope in list(work.functions()):
        node, owner = scope.node, methods.get(id(scope.node))
        if owner is None or not node.args.args or node.decorator_list:
            continue
        if not _takes_attributes(owner, classes):
            closed.add(owner.name)
            continue
        me = node.args.args[0].arg
        if any(m.binds and m.plain for m in scope.mentions.get(me, ())) or _calls_itself(node):
            continue
        for name in sorted(scope.bound - scope.parameters - scope.fixed):
            mentions = scope.mentions.get(name, ())
            if not mentions or not all(m.plain for m in mentions) or not _given_first(node, name, mentions):
                continue
            if any(me in s.bound for m in mentions for s in _up_to(m.scope, scope)):
                continue
            attribute = work.fresh("kept", "found", "held")
            put = _PutAttribute([m.node for m in mentions], me, attribute)
            node.body = [put.visit(line) for line in node.body]
            work.made["locals kept as attributes"] += 1
    if closed:
        work.left["has classes that don't take any attribute"] += len(closed)


def _takes_attributes(owner, classes):
    """Whether any attribute can be set on a class's objects, and stays where it is put."""
    if owner.decorator_list or owner.keywords:
        return False
    for line in owner.body:
        if isinstance(line, ast.FunctionDef) and line.name in ("__setattr__", "__getattr__", "__getattribute__", "__eq__"):
            return False
        if isinstance(line, ast.Assign) and any(getattr(t, "id", "") == "__slots__" for t in line.targets):
            return False
    others = {name: node for name, node in classes.items() if node is not owner}
    return all(
        isinstance(base, ast.Name) and (base.id == "object" or (base.id in others and _takes_attributes(others[base.id], others)))
        for base in owner.bases
    )


def _calls_itself(node):
    """Whether a function is a generator, or one that calls a function of its own name."""
    parts = list(ast.walk(node))
    called = {getattr(p.func, "attr", getattr(p.func, "id", "")) for p in parts if isinstance(p, ast.Call)}
    return node.name in called or any(isinstance(p, (ast.Yield, ast.YieldFrom, ast.Await)) for p in parts)


def _given_first(node, name, mentions):
    """Whether a line of the function itself gives `name` its value before anything else mentions it."""
    if not all(isinstance(m.node.ctx, (ast.Load, ast.Store)) for m in mentions):
        return False
    for line in node.body:
        parts = [part for part in ast.walk(line) if any(part is m.node for m in mentions)]
        if parts:
            targets = line.targets if isinstance(line, ast.Assign) else []
            stores = [leaf for t in targets for leaf in ast.walk(t) if isinstance(leaf, ast.Name) and leaf.id == name]
            walrus = [p for part in ast.walk(node) if isinstance(part, ast.NamedExpr) for p in (part.target,)]
            return len(parts) == len(stores) and not any(w is m.node for w in walrus for m in mentions)
    return False


def _up_to(scope, end):
    while scope is not end:
        yield scope
        scope = scope.parent


class _PutAttribute(ast.NodeTransformer):
    def __init__(self, names, me, attribute):
        self._names, self._me, self._attribute = names, me, attribute

    def visit_Name(self, node):
        if any(node is name for name in self._names):
            return ast.Attribute(_name(self._me), self._attribute, node.ctx)
        return node

    def visit_AnnAssign(self, node):
        self.generic_visit(node)
        node.simple = int(isinstance(node.target, ast.Name))
        return node


def _fortran(work):
    """What NumPy makes stands in Fortran order: `(a @ b).copy(order="F")`."""

    class Fortran(ast.NodeTransformer):
        def visit_BinOp(self, node):
            self.generic_visit(node)
            return in_order(node) if isinstance(node.op, ast.MatMult) else node

        def visit_Call(self, node):
            self.generic_visit(node)
            called = node.func
            makes = isinstance(called, ast.Attribute) and _is_np(called.value) and called.attr in MAKING
            return in_order(node) if makes and not any(k.arg in ("out", None) for k in node.keywords) else node

    def in_order(node):
        work.made["Fortran order"] += 1
        return ast.Call(ast.Attribute(node, "copy", ast.Load()), [], [ast.keyword("order", ast.Constant("F"))])

    if work.numpy():
        Fortran().visit(work.tree)


# trees


def _blocks(function):
    """The lists of statements in a function, those of functions within it left out."""
    todo = [function]
    while todo:
        node = todo.pop()
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                yield block
        todo += [
            child
            for child in ast.iter_child_nodes(node)
            if isinstance(child, (ast.stmt, ast.ExceptHandler, ast.match_case))
            and not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        ]


def _after_docstring(function):
    return int(ast.get_docstring(function, clean=False) is not None)


def _name(name):
    return ast.Name(name, ast.Load())


def _assign(name, value):
    return ast.Assign([ast.Name(name, ast.Store())], value, lineno=0)


_OTHER_NAMES = (_name_results, _matmul, _rename, _float32)
_FEWER_NAMES = (_inline, _keep_as_attributes, _fortran)
