"""Which operation on a line doesn't fit: told from NumPy's own exception, the line, and the shapes that names stand for."""

import ast

import numpy as np
import pytest

from grader.exam import operations


def found(line, **shapes):
    """The Operation that is found for what NumPy really raises on this line, with arrays of these shapes. `self_` stands for `self.`."""
    arrays = {name.replace("self_", "self."): shape for name, shape in shapes.items()}
    holder = type("Holder", (), {})()
    names = {"np": np, "self": holder, "rate": 0.1}
    for name, shape in arrays.items():
        if name.startswith("self."):
            setattr(holder, name.removeprefix("self."), np.ones(shape))
        else:
            names[name] = np.ones(shape)
    source = f"def f():\n    {line}" if line.startswith("return") else line
    with pytest.raises(ValueError) as raised:
        exec(source + ("\nf()" if line.startswith("return") else ""), names)
    statement = ast.parse(source).body[0]
    statements = statement.body if isinstance(statement, ast.FunctionDef) else [statement]
    return operations.find(statements, arrays, str(raised.value)), arrays


@pytest.mark.parametrize(
    ("line", "shapes", "kind", "operands", "marked"),
    [
        ("d = a @ b", {"a": (2, 1), "b": (3, 1)}, "product", ["a", "b"], [(-1,), (-2,)]),
        ("d = np.dot(a, b)", {"a": (2, 3), "b": (2, 3)}, "product", ["a", "b"], [(-1,), (-2,)]),
        ("d = a.dot(b)", {"a": (2, 3), "b": (2,)}, "product", ["a", "b"], [(-1,), (-1,)]),
        ("d = np.matmul(a.T, b)", {"a": (2, 3), "b": (3, 2)}, "product", ["a.T", "b"], [(-1,), (-2,)]),
        ("d = a @ b @ c + e", {"a": (2, 3), "b": (3, 4), "c": (3, 4), "e": (2, 4)}, "product", ["a @ b", "c"], [(-1,), (-2,)]),
        ("d = e + a @ b", {"a": (2, 3), "b": (4, 3), "e": (2, 4)}, "product", ["a", "b"], [(-1,), (-2,)]),
        ("d = np.exp(a) @ (b * 2)", {"a": (2, 3), "b": (2, 3)}, "product", ["np.exp(a)", "b * 2"], [(-1,), (-2,)]),
        ("d = self.W @ a.reshape(-1, 1)", {"self_W": (2, 3), "a": (2,)}, "product", ["self.W", "a.reshape(-1, 1)"], [(-1,), (-2,)]),
        ("d = a @ b.sum(axis=0)", {"a": (2, 3), "b": (4, 2)}, "product", ["a", "b.sum(axis=0)"], [(-1,), (-1,)]),
        ("d = a + b", {"a": (2, 3), "b": (3, 2)}, "elementwise", ["a", "b"], [(-2, -1), (-2, -1)]),
        ("d = a - rate * b.T", {"a": (2, 3), "b": (2, 3)}, "elementwise", ["a", "rate * b.T"], [(-2, -1), (-2, -1)]),
        ("d = np.maximum(a, b)", {"a": (4, 3), "b": (4,)}, "elementwise", ["a", "b"], [(-1,), (-1,)]),
        ("a -= rate * b", {"a": (2, 1), "b": (2, 2)}, "kept", ["a", "what it would become"], [(-1,), (-1,)]),
        ("a += b", {"a": (3,), "b": (2, 3)}, "kept", ["a", "what it would become"], [(), (-2,)]),
        ("return a @ b", {"a": (2, 3), "b": (2, 3)}, "product", ["a", "b"], [(-1,), (-2,)]),
        ("d = 2.0 @ a", {"a": (2, 3)}, "product", ["2.0", "a"], [(), ()]),
        ("d = np.zeros((9, 9)) * (a @ b)", {"a": (2, 3), "b": (2, 3)}, "product", ["a", "b"], [(-1,), (-2,)]),
    ],
)  # fmt: skip
def test_the_operation_is_found_with_the_axes_that_clash(line, shapes, kind, operands, marked):
    """The innermost that doesn't fit, its operands as they are written."""
    operation, _arrays = found(line, **shapes)
    assert operation.kind == kind
    assert [code for code, _shape in operation.operands] == operands
    assert [tuple(sorted(axes)) for axes in operation.marked] == marked


@pytest.mark.parametrize(
    ("line", "shapes", "wanted"),
    [
        ("d_weights = dz @ self.inputs", {"dz": (2, 1), "self_inputs": (3, 1), "self_weights": (2, 3)}, ("d_weights", (2, 3))),
        ("self.dW = self.x @ dout", {"self_x": (4, 3), "dout": (4, 2), "self_W": (3, 2)}, ("self.dW", (3, 2))),
        ("dx = -(dout @ W)", {"dout": (4, 2), "W": (3, 2), "x": (4, 3)}, ("dx", (4, 3))),
        ("W -= rate * (x @ dout)", {"x": (4, 3), "dout": (4, 2), "W": (3, 2)}, ("W", (3, 2))),
        ("return dout @ W", {"dout": (4, 2), "W": (3, 2)}, ("return", None)),
        ("out = x @ W", {"x": (4, 3), "W": (2, 3)}, ("out", None)),
        ("out = np.sum(x @ W)", {"x": (4, 3), "W": (2, 3)}, ("", None)),
    ],
)
def test_the_shape_of_the_result_is_known_where_it_is_the_gradient_of_something(line, shapes, wanted):
    """Or where it changes something in place; of what is returned, and of other names, it is for others to say."""
    operation, _arrays = found(line, **shapes)
    assert (operation.target, operation.wanted) == wanted


def test_sizes_that_must_agree_are_named():
    """With the columns and rows that they are sizes of, and the shape that must come of it."""
    assert operations.sentence(*found("d_W = dz @ x", dz=(2, 1), x=(3, 1), W=(2, 3))) == (
        " There `dz` has shape (2, 1), `x` has shape (3, 1). In a product the columns of the first (1) must be as many as the "
        "rows of the second (3). `d_W` must have the shape of `W`, (2, 3)."
    )
    assert "the columns of the first (3) must be as many as the entries of the second (2)" in operations.sentence(
        *found("d = a @ b", a=(4, 3), b=(2,))
    )
    assert "sizes must be the same, or one of them 1: here 3 and 2 meet." in operations.sentence(
        *found("d = a * b", a=(2, 3), b=(2,))
    )


@pytest.mark.parametrize(
    ("line", "shapes"),
    [
        ("d = int('x') + len(a @ b)", {"a": (2, 3), "b": (3, 2)}),
        ("d = np.concatenate([a, b])", {"a": (2, 3), "b": (3, 2)}),
        ("d = [x @ b for x in (a, a)]", {"a": (2, 3), "b": (2, 3)}),
    ],
)
def test_what_cannot_be_told_is_not_made_up(line, shapes):
    """No operation where none fits what NumPy says."""
    assert found(line, **shapes)[0] is None


@pytest.mark.parametrize("text", ["a" + ".b" * 900, "a" + " + a" * 400, "a" + "[0]" * 400, "-" * 300 + "a"])
def test_an_expression_of_any_depth_is_survived(text):
    """Quickly, and with nothing to say."""
    assert operations.find(ast.parse(text).body, {"a": (2, 3)}, "shapes (2,3) and (4,5) not aligned") is None
