"""The checks of assignment 13, one function each. They look at what you wrote; the marks come from other tests."""

import numpy as np
from checking import (
    CheckFailed,
    Practice,
    check,
    check_close,
    check_shape,
    check_written,
    note_if_changed,
    numerical_gradient,
    quiz,
    student,
)


def drawn(seed, *shape):
    """Numbers of both signs, none of them near 0."""
    rng = np.random.default_rng(seed)
    return rng.choice([-1.0, 1.0], shape) * rng.uniform(0.3, 1.2, shape)


def three(name, came):
    check_written(name, came)
    if not isinstance(came, (tuple, list)) or len(came) != 3:
        raise CheckFailed(f"{name} must return three things, in the order of its docstring.")
    return came


class Bend:
    """A stand-in for a normalisation: each number by itself."""

    def __init__(self, slope):
        self.slope = slope

    def forward(self, x):
        self.x = x.copy()
        return self.slope * x + 0.5 * np.sin(x)

    def backward(self, dout):
        return dout * (self.slope + 0.5 * np.cos(self.x))


class Sum:
    """A stand-in for attention: each place gets the sum of those up to it."""

    def forward(self, x):
        return np.cumsum(x, axis=1)

    def backward(self, dout):
        return np.cumsum(dout[:, ::-1], axis=1)[:, ::-1]


@check
def softmax_backward():
    """as the Jacobian would have it, for a row and for any axes before it"""
    y, dy = np.array([0.5, 0.3, 0.2]), np.array([1.0, 0.0, 2.0])
    given = dy.copy()
    suspects = {
        "This is dy ⊙ y: what all scores of a row have in common is missing.": [0.5, 0, 0.4],
        "This takes the plain sum of dy, not the one that is weighted by y.": [-1.0, -0.9, -0.2],
        "This is the diagonal of the Jacobian alone: every y depends on every x.": [0.25, 0, 0.32],
        "Only the sign is wrong.": [-0.05, 0.27, -0.22],
    }
    hint = "Which number do all scores of a row have in common? See the end of section 4."
    check_close("In the example, dx", student.softmax_backward(given, y.copy()), [0.05, -0.27, 0.22], hint, suspects)
    note_if_changed("the dy given to softmax_backward", dy, given)
    for shape in ((4, 3), (2, 3, 2, 4)):
        x, dy = drawn(1, *shape), drawn(2, *shape)
        softmax = lambda x: np.exp(x) / np.exp(x).sum(axis=-1, keepdims=True)
        want = numerical_gradient(lambda x, dy=dy: np.sum(dy * softmax(x)), x)
        hint = "The single row is right: is every row by itself, and does the sum keep its axis?"
        check_close(f"For shape {shape}, dx", student.softmax_backward(dy, softmax(x)), want, hint)


@check
def attention():
    """the weighted mean, the mask, and back to queries, keys and values"""
    q, k, v = np.array([[[2.0, 0, 0, 0]]]), np.array([[[np.log(3), 0, 0, 0], [0, 0, 0, 0]]]), np.array([[[4.0], [0.0]]])
    layer = student.Attention()
    out = layer.forward(q, k, v)
    suspects = {
        "The scores aren't divided by anything: here the root of d is 2.": [0.9, 0.1],
        "Divided by d, not by its root.": [3**0.5 / (1 + 3**0.5), 1 / (1 + 3**0.5)],
    }
    check_close(
        "In the example, weights", layer.weights, [[[0.75, 0.25]]], "Scores, divided, and softmax over the keys.", suspects
    )
    check_close("In the example, out", out, [[[3.0]]], "The mean of the values, by the weights.")
    dq, dk, dv = three("backward()", layer.backward(np.array([[[1.0]]])))
    check_close("In the example, dv", dv, [[[0.75], [0.25]]], "Each value was in the mean with its weight.")
    twice = 0.75 * np.log(3)
    suspects = {
        "The root of d is missing on the way back.": [twice, 0, 0, 0],
        "This did not pass the softmax.": [2 * np.log(3), 0, 0, 0],
    }
    check_close(
        "In the example, dq", dq, [[[0.375 * np.log(3), 0, 0, 0]]], "From the scores to the query, through the keys.", suspects
    )
    suspects = {"The root of d is missing on the way back.": [1.5, 0, 0, 0, -1.5, 0, 0, 0]}
    check_close(
        "In the example, dk",
        dk,
        [[[0.75, 0, 0, 0], [-0.75, 0, 0, 0]]],
        "From the scores to each key, through the query.",
        suspects,
    )

    n, t, s, d, width = 2, 3, 4, 5, 6
    arrays = drawn(1, n, t, d), drawn(2, n, s, d), drawn(3, n, s, width)
    mask = np.array([[True, False, False, False], [True, True, False, True], [False, True, True, True]])
    dout, layer = drawn(4, n, t, width), student.Attention()
    for given, case in ((mask, "With a mask"), (None, "Without a mask, after a call with one")):
        check_shape(f"{case}, out", layer.forward(*arrays, given), (n, t, width))
        check_shape(f"{case}, weights", layer.weights, (n, t, s))
        check_close(
            f"{case}, the sums of the rows of weights",
            np.sum(layer.weights, axis=-1),
            np.ones((n, t)),
            "Hide before the softmax, not after it.",
        )
        if given is not None and np.abs(layer.weights[:, ~mask]).max() > 1e-12:
            raise CheckFailed(
                "A place that is hidden has a weight.\nTrue is where looking is allowed. Which score gives the weight 0?"
            )
        if given is not None and not np.allclose(layer.weights[:, 0, 0], 1):
            raise CheckFailed("A place that may look at one place alone must give it the weight 1.")
        if given is None and np.abs(layer.weights[:, ~mask]).min() < 1e-6:
            raise CheckFailed("The mask of the call before is still at work. A mask is for its own call.")
        came = three("backward()", layer.backward(dout.copy()))
        loss = lambda *a, given=given: np.sum(dout * student.Attention().forward(*a, given))
        for i, name in enumerate(("dq", "dk", "dv")):
            want = numerical_gradient(lambda one, i=i: loss(*arrays[:i], one, *arrays[i + 1 :]), arrays[i])
            check_close(
                f"{case}, {name}",
                came[i],
                want,
                "The example passes, this doesn't: which axes are exchanged, and over which is summed?",
            )


@check
def heads():
    """blocks of columns become heads, and come back"""
    x = np.arange(8.0).reshape(1, 2, 4)
    suspects = {"The numbers were only poured into the shape: a head has pieces of the same place.": np.arange(8)}
    cut = student.split_heads(x, 2)
    check_close(
        "In the example, split_heads(x, 2)",
        cut,
        [[[[0, 1], [4, 5]], [[2, 3], [6, 7]]]],
        "Head 0 has columns 0 and 1 of every place.",
        suspects,
    )
    wanted = np.array([[[[0.0, 1], [4, 5]], [[2, 3], [6, 7]]]])
    suspects = {"The numbers were only poured into the shape: places and heads are mixed.": [0, 1, 4, 5, 2, 3, 6, 7]}
    check_close(
        "In the example, merge_heads of that", student.merge_heads(wanted), x, "The two moves, the other way round.", suspects
    )
    for n, t, d, h in ((2, 3, 8, 4), (3, 2, 3, 1), (1, 4, 3, 3)):
        x = drawn(1, n, t, d)
        cut = student.split_heads(x, h)
        check_shape(f"For x {x.shape} and {h} heads, split_heads", cut, (n, h, t, d // h))
        for i in range(h):
            here = slice(i * d // h, (i + 1) * d // h)
            check_close(
                f"For x {x.shape} and {h} heads, head {i}",
                np.asarray(cut)[:, i],
                x[:, :, here],
                "Its own columns, of every place.",
            )
        check_close(
            f"For x {x.shape} and {h} heads, merged again",
            student.merge_heads(np.array(cut)),
            x,
            "What was split comes back as it was.",
        )


@check
def self_attention():
    """nobody looks ahead, and back along all three roads"""
    n, t, d = 2, 3, 4
    W = [drawn(k, d, d) for k in range(4)]
    x, dout = drawn(5, n, t, d), drawn(6, n, t, d)
    for heads, causal in ((2, True), (4, False), (1, True)):
        case = f"With {heads} heads, causal={causal}, "
        layer = student.SelfAttention(*(w.copy() for w in W), heads, causal)
        out = layer.forward(x.copy())
        check_shape(case + "out", out, (n, t, d))
        changed = x.copy()
        changed[:, -1] += 1.0
        moved = np.abs(student.SelfAttention(*W, heads, causal).forward(changed) - out).max(axis=(0, 2)) > 1e-9
        if causal and moved[:-1].any():
            raise CheckFailed(f"{case}an earlier place moves when the last place of x is changed.\nNobody may look ahead.")
        if not moved[-1]:
            raise CheckFailed(f"{case}the last place doesn't move when x is changed there.\nA place sees itself, too.")
        if not causal and not moved[0]:
            raise CheckFailed(
                f"{case}the first place doesn't move when the last is changed.\nWithout causal all may look at all."
            )
        dx = layer.backward(dout.copy())
        loss = lambda x, *W, heads=heads, causal=causal: np.sum(dout * student.SelfAttention(*W, heads, causal).forward(x))
        values, got = [x, *W], {"dWo": layer.dWo, "dWv": layer.dWv, "dWq": layer.dWq, "dWk": layer.dWk, "dx": dx}
        for name, at in (("dWo", 4), ("dWv", 3), ("dWq", 1), ("dWk", 2), ("dx", 0)):
            want = numerical_gradient(lambda v, at=at: loss(*values[:at], v, *values[at + 1 :]), values[at])
            hint = (
                "x went along three roads." if name == "dx" else "Which rows were multiplied by it, and what reached the product?"
            )
            check_close(case + name, got[name], want, hint)


@check
def block():
    """two parts, a road past each, and all four roads back"""
    n, t, d, m = 2, 3, 4, 5
    shapes = {"W1": (d, m), "b1": (m,), "W2": (m, d), "b2": (d,), "x": (n, t, d)}
    values = {name: drawn(k, *shape) for k, (name, shape) in enumerate(shapes.items())}
    dout = drawn(7, n, t, d)
    make = lambda W1, b1, W2, b2: student.Block(Sum(), Bend(1.0), Bend(2.0), W1, b1, W2, b2)
    forward = lambda W1, b1, W2, b2, x: make(W1, b1, W2, b2).forward(x)
    nothing = {**values, "W2": np.zeros((m, d)), "b2": np.zeros(d)}
    x = values["x"]
    suspects = {
        "x itself is missing: the road past attention.": np.cumsum(x + 0.5 * np.sin(x), axis=1),
        "Attention was given x as it is; it reads what norm1 makes of x.": x + np.cumsum(x, axis=1),
    }
    h = x + np.cumsum(x + 0.5 * np.sin(x), axis=1)
    check_close(
        "With W2 and b2 zero, where out is h,",
        forward(**nothing),
        h,
        "x, and what attention makes of the normalised x.",
        suspects,
    )
    out = forward(**values)
    normed = 2 * h + 0.5 * np.sin(h)
    hidden = normed @ values["W1"] + values["b1"]
    want = h + np.maximum(hidden, 0) @ values["W2"] + values["b2"]
    suspects = {
        "h itself is missing: the road past the second part.": want - h,
        "relu is missing.": h + hidden @ values["W2"] + values["b2"],
    }
    check_close("out", out, want, "h, and what the two layers make of the normalised h.", suspects)

    layer = make(*(values[name].copy() for name in ("W1", "b1", "W2", "b2")))
    layer.forward(x.copy())
    dx = layer.backward(dout.copy())
    got = {"db2": layer.db2, "dW2": layer.dW2, "db1": layer.db1, "dW1": layer.dW1, "dx": dx}
    for name, came in got.items():
        want = numerical_gradient(lambda v, name=name: np.sum(dout * forward(**{**values, name[1:]: v})), values[name[1:]])
        hint = "Four roads lead back to x." if name == "dx" else "Sum over samples and over places."
        check_close(name, came, want, hint)


quiz_ps13 = quiz("answer_ps13")


def practice(seed=1):
    """One place that looks at three, whose values are numbers: there, and back through the softmax."""
    rng = np.random.default_rng(seed)
    y = np.array([[0.5, 0.3, 0.2], [0.6, 0.3, 0.1], [0.25, 0.25, 0.5], [0.2, 0.7, 0.1]][rng.integers(4)])
    v, dout = rng.choice([-2, -1, 1, 2, 3], 3), int(rng.choice([-1, 1, 2]))
    dy = dout * v
    mean = (dy * y).sum()
    steps = {"out": (y * v).sum(), "dv": dout * y, "dy": dy, "mean of dy by the weights": mean, "dx": y * (dy - mean)}
    return Practice({"y": y, "v": v, "dout": dout}, steps)
