"""Which operation on a line of code has operands that don't fit, by their shapes and from the line itself."""

import ast
import itertools
import math
import re
from dataclasses import dataclass

from grader.words import _

# Functions of NumPy that give an array of their arguments' shape, broadcast.
ELEMENTWISE = re.compile(
    "abs|absolute|add|arctan|array|asanyarray|asarray|clip|copy|cosh?|divide|exp|expm1|fabs|full_like|greater|heaviside|less|"
    "log|log1p|log2|log10|logical_not|maximum|minimum|multiply|nan_to_num|negative|ones_like|power|sign|sinh?|sqrt|square|"
    "subtract|tanh?|where|zeros_like"
)
PRODUCTS = ("dot", "matmul")
REDUCTIONS = ("sum", "mean", "max", "min", "std", "var", "prod", "argmax", "argmin")


@dataclass(frozen=True)
class Operation:
    """An operation whose operands don't fit.

    kind: "product", "elementwise" or "kept", where what is changed in place would have to become larger. operands: (code, shape)
    of the two, from the left; marked: for each the axes (-1 the columns, -2 the rows, …) that don't fit; target: what the
    result is assigned to, "return", or "" where it goes further; wanted: the shape that the result must have, where it is known."""

    kind: str
    operands: tuple
    marked: tuple
    target: str = ""
    wanted: tuple | None = None

    @property
    def shapes(self) -> tuple:
        """(what, its shape, the axes that don't fit) of the operands, and of the result that is wanted: None where its shape
        isn't known."""
        operands = tuple((code, shape, axes) for (code, shape), axes in zip(self.operands, self.marked, strict=True))
        if not self.target or self.kind != "product":
            return operands
        return (*operands, (self.target if self.wanted is None else result_label(self.target), self.wanted, ()))


class _Unfit(Exception):
    """Raised at the first operation that doesn't fit."""

    def __init__(self, node, kind, operands, marked):
        self.node, self.kind, self.operands, self.marked = node, kind, operands, marked


def find(statements: list[ast.AST], shapes: dict[str, tuple], message: str) -> Operation | None:
    """The operation that raised a ValueError with this message, if it is found on the line.

    statements: what is worked out there; shapes: of the arrays that names, as they are written, stand for."""
    for unknown, statement in itertools.product((None, ()), statements):  # at last, what has no shape may be a number
        try:
            _Line(shapes, message, unknown).work_out(statement)
        except _Unfit as unfit:
            target, wanted = _result(statement, unfit.node, shapes)
            return Operation(unfit.kind, unfit.operands, unfit.marked, target, wanted)
        except RecursionError:  # of an expression that nests too deeply
            pass
    return None


class _Line:
    """Works out shapes as Python would work out values: a shape is a tuple, or None where it isn't known.

    unknown: the shape of names that are not among `shapes`."""

    def __init__(self, shapes, message, unknown):
        self.shapes, self.message, self.unknown = shapes, message, unknown

    def work_out(self, node):
        if isinstance(node, ast.AugAssign):
            target, value = self.shape(node.target), self.shape(node.value)
            if isinstance(node.op, ast.MatMult):
                self.product(node, (node.target, target), (node.value, value))
            else:
                self.kept(node, target, self.elementwise(node, (node.target, target), (node.value, value)))
        elif isinstance(node, (ast.Assign, ast.AnnAssign, ast.Return, ast.Expr)):
            if node.value is not None:
                self.shape(node.value)
        else:
            self.shape(node)

    def shape(self, node):
        """The shape of what an expression gives. Raises _Unfit."""
        known = self.shapes.get(_code(node)) if isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)) else None
        if known is not None:
            return known
        if isinstance(node, ast.Constant):
            return () if isinstance(node.value, (int, float)) else None
        if isinstance(node, ast.UnaryOp):
            return self.shape(node.operand)
        if isinstance(node, ast.BinOp):
            left, right = (node.left, self.shape(node.left)), (node.right, self.shape(node.right))
            return self.product(node, left, right) if isinstance(node.op, ast.MatMult) else self.elementwise(node, left, right)
        if isinstance(node, ast.Compare) and len(node.comparators) == 1:
            other = node.comparators[0]
            return self.elementwise(node, (node.left, self.shape(node.left)), (other, self.shape(other)))
        if isinstance(node, ast.Attribute) and node.attr == "T":
            inner = self.shape(node.value)
            return None if inner is None else inner[::-1]
        if isinstance(node, ast.Call):
            return self.call(node)
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr) and not isinstance(node, (ast.Lambda, ast.ListComp, ast.GeneratorExp, ast.IfExp)):
                self.shape(child)
        return self.unknown if isinstance(node, (ast.Name, ast.Attribute)) else None

    def call(self, node):
        of_numpy = isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") in ("np", "numpy")
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        values = ([] if of_numpy or not name else [node.func.value]) + node.args
        known = [(value, self.shape(value)) for value in values]
        for keyword in node.keywords:
            self.shape(keyword.value)
        if not name or not known:
            return None
        if name in PRODUCTS and len(known) == 2:
            return self.product(node, *known)
        if name == "outer" and len(known) == 2:
            sizes = [None if shape is None else math.prod(shape) for _value, shape in known]
            return None if None in sizes else tuple(sizes)
        first = known[0][1]
        if name == "transpose" and len(known) == 1:
            return None if first is None else first[::-1]
        if name in REDUCTIONS and len(known) == 1 and first is not None:
            return _reduced(first, {keyword.arg: getattr(keyword.value, "value", None) for keyword in node.keywords})
        if (of_numpy and ELEMENTWISE.fullmatch(name)) or name == "copy":
            shape = known[0]
            for other in known[1:]:
                shape = (node, self.elementwise(node, shape, other))
            return shape[1]
        if name in ("ravel", "flatten") and len(known) == 1:
            return None if first is None else (math.prod(first),)
        if name == "reshape" and first is not None:
            return _reshaped(first, node.args[1:] if of_numpy else node.args)
        return None

    def product(self, node, left, right):
        first, second = left[1], right[1]
        if first is None or second is None:
            return None
        if not first or not second:
            if self.agrees(first, second):
                raise _Unfit(node, "product", self.operands(left, right), ((), ()))
            return None
        inner = -2 if len(second) > 1 else -1
        if first[-1] != second[inner]:
            if self.agrees(first, second, first[-1], second[inner]):
                raise _Unfit(node, "product", self.operands(left, right), ((-1,), (inner,)))
            return None
        before = _broadcast(first[:-2], second[:-2])
        if before is None:
            return None
        return (*before, *first[-2:-1], *(second[-1:] if len(second) > 1 else ()))

    def elementwise(self, node, left, right):
        first, second = left[1], right[1]
        if first is None or second is None:
            return None
        together = _broadcast(first, second)
        if together is None and self.agrees(first, second):
            axes = range(-1, -min(len(first), len(second)) - 1, -1)
            marked = tuple(a for a in axes if first[a] != second[a] and 1 not in (first[a], second[a]))
            raise _Unfit(node, "elementwise", self.operands(left, right), (marked, marked))
        return together

    def kept(self, node, target, together):
        if target is None or together is None or target == together:
            return
        if self.agrees(target, together):
            pairs = range(-1, -max(len(target), len(together)) - 1, -1)
            marked = tuple(a for a in pairs if a < -len(target) or target[a] != together[a])
            operands = ((_code(node.target), target), (_("what it would become"), together))
            raise _Unfit(node, "kept", operands, (tuple(a for a in marked if a >= -len(target)), marked))

    def operands(self, *pairs):
        return tuple((_code(node), shape) for node, shape in pairs)

    def agrees(self, *shapes):
        """Whether NumPy speaks of these shapes, or of these sizes that are no others' on the line."""
        message = self.message
        in_message = [tuple(map(int, re.findall(r"\d+", shape))) for shape in re.findall(r"\(([\d, ]*)\)", message)]
        if sizes := re.search(r"size (\d+) is different from (\d+)", message):
            return set(shapes[2:]) == set(map(int, sizes.groups()))
        if "does not have enough dimensions" in message:
            return () in shapes
        return all(shape in in_message for shape in shapes[:2])


def _result(statement, node, shapes):
    """(what the operation `node` gives its result to, as it is written; the shape that it must have, or None)."""
    if not _keeps_shape(getattr(statement, "value", None), node):
        return "", None
    if isinstance(statement, ast.Return):
        return "return", None
    if isinstance(statement, ast.AugAssign):
        target = _code(statement.target)
        return target, shapes.get(target)
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1 and not isinstance(statement.targets[0], ast.Tuple):
        target = _code(statement.targets[0])
        return target, shapes.get(gradient_of(target, shapes))
    return "", None


def _keeps_shape(node, inner):
    """Whether an expression has the shape of one that stands in it: nothing is done to that but entry by entry."""
    if node is inner:
        return True
    if isinstance(node, ast.UnaryOp):
        return _keeps_shape(node.operand, inner)
    if isinstance(node, ast.BinOp) and not isinstance(node.op, ast.MatMult):
        return _keeps_shape(node.left, inner) or _keeps_shape(node.right, inner)
    return False


def sentence(operation: Operation, shapes: dict[str, tuple]) -> str:
    """What doesn't fit and which sizes must agree, with a space before it."""
    (first, one), (second, other) = operation.operands
    if operation.kind == "kept":
        return _(" `{name}` has shape {shape} and keeps it; what is to be put there has shape {other}.").format(
            name=first, shape=one, other=other
        )
    text = _(" There {shapes}.").format(shapes=listed(tuple(one for one in operation.operands if one[1]) or operation.operands))
    if operation.kind == "elementwise":
        pairs = _(", ").join(_("{n} and {m}").format(n=one[axis], m=other[axis]) for axis in sorted(operation.marked[0]))
        return text + _(" Counted from the last, sizes must be the same, or one of them 1: here {pairs} meet.").format(
            pairs=pairs
        )
    if not one or not other:
        return text + _(" A product takes arrays; `{name}` is none.").format(name=second if one else first)
    text += _(" In a product the {columns} of the first ({n}) must be as many as the {rows} of the second ({m}).").format(
        columns=_("columns") if len(one) > 1 else _("entries"),
        n=one[-1],
        rows=_("rows") if len(other) > 1 else _("entries"),
        m=other[-2 if len(other) > 1 else -1],
    )
    return text + (wanted(operation.target, operation.wanted, shapes) if operation.wanted is not None else "")


def result_label(target: str) -> str:
    """What stands beside the picture of the shape that a result must have."""
    return _("the result, wanted") if target == "return" else _("{target}, wanted").format(target=target)


def wanted(target: str, shape: tuple, shapes: dict[str, tuple] | None = None) -> str:
    """Which shape the result of an operation must have, with a space before it."""
    if target == "return":
        return _(" What is returned must have shape {shape}.").format(shape=shape)
    if target in (shapes or {}):
        return _(" What it gives must have the shape of `{target}`, {shape}.").format(target=target, shape=shape)
    other = gradient_of(target, shapes or {})
    if other:
        return _(" `{target}` must have the shape of `{other}`, {shape}.").format(target=target, other=other, shape=shape)
    return _(" `{target}` must have shape {shape}.").format(target=target, shape=shape)


def listed(shapes: tuple) -> str:
    return _(", ").join(_("`{name}` has shape {shape}").format(name=name, shape=shape) for name, shape, *_axes in shapes)


def gradient_of(target: str, shapes: dict[str, tuple]) -> str:
    """What `target` is the gradient of, by its name: `weights` of d_weights, `self.W` of `self.dW`; "" for none that is here."""
    name = re.sub(r"^.*\[['\"](\w+)['\"]\]$", r"\1", target).rpartition(".")[2]
    for prefix in ("d_", "grad_", "delta_", "d"):
        if name.startswith(prefix) and len(name) > len(prefix):
            wanted = name.removeprefix(prefix)
            for other in (f"self.{wanted}", wanted, f"self.params[{wanted!r}]", f"params[{wanted!r}]"):
                if other in shapes:
                    return other
    return ""


def _broadcast(one, other):
    """The shape of two arrays together, or None where they don't fit."""
    length = max(len(one), len(other))
    pairs = zip((1,) * (length - len(one)) + one, (1,) * (length - len(other)) + other, strict=True)
    sizes = [a if b == 1 else b if a in (1, b) else None for a, b in pairs]
    return None if None in sizes else tuple(sizes)


def _reduced(shape, options):
    axis, keep = options.get("axis"), options.get("keepdims") is True
    if "axis" not in options:
        return (1,) * len(shape) if keep else ()
    if type(axis) is not int or not -len(shape) <= axis < len(shape):
        return None
    axis %= len(shape)
    return shape[:axis] + ((1,) if keep else ()) + shape[axis + 1 :]


def _reshaped(shape, arguments):
    if len(arguments) == 1 and isinstance(arguments[0], ast.Tuple):
        arguments = arguments[0].elts
    try:
        sizes = [ast.literal_eval(one) for one in arguments]
    except (ValueError, SyntaxError):
        return None
    if not sizes or any(type(n) is not int or n < -1 for n in sizes) or sizes.count(-1) > 1:
        return None
    total, others = math.prod(shape), math.prod(n for n in sizes if n != -1)
    if -1 in sizes and others and total % others == 0:
        sizes[sizes.index(-1)] = total // others
    return tuple(sizes) if math.prod(sizes) == total else None


def _code(node):
    """An expression as it is written, in one line."""
    text = ast.unparse(node)
    return text if len(text) <= 60 else text[:59] + "…"
