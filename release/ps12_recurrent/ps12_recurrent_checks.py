"""The checks of assignment 12, one function each. They look at what you wrote; the marks come from other tests."""

import numpy as np
from checking import (
    CheckFailed,
    Practice,
    check,
    check_close,
    check_number,
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


def both(name, pair, n=2):
    """What came is a pair, or three things."""
    check_written(name, pair)
    if not isinstance(pair, (tuple, list)) or len(pair) != n:
        raise CheckFailed(f"{name} must return {n} things, in the order of its docstring.")
    return pair


@check
def embedding():
    """rows by their ids there, and everything that reached a row added up back"""
    W, ids = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.array([[2, 0, 2]])
    layer = student.Embedding(W.copy())
    out = layer.forward(ids.copy())
    check_close(
        "In the example, the result of forward()",
        out,
        [[[5, 6], [1, 2], [5, 6]]],
        "A row of W for every id, in the order of ids.",
    )
    layer.backward(np.array([[[1.0, 0.0], [5.0, 5.0], [2.0, -1.0]]]))
    suspects = {
        "Row 2 was used twice, and only the last time counts. See the trap in section 4.": [[5, 5], [0, 0], [2, -1]],
        "Row 2 was used twice, and only the first time counts.": [[5, 5], [0, 0], [1, 0]],
        "Divided by how often a row was used: they add up.": [[5, 5], [0, 0], [1.5, -0.5]],
    }
    check_close(
        "In the example, dW",
        layer.dW,
        [[5, 5], [0, 0], [3, -1]],
        "What reached a place goes to the row that was picked there.",
        suspects,
    )

    ids, dout = np.array([[4, 1, 1, 0], [1, 4, 4, 2]]), drawn(1, 2, 4, 3)
    W = drawn(2, 5, 3)
    layer = student.Embedding(W.copy())
    check_shape("For ids (2, 4) and W (5, 3), the result of forward()", layer.forward(ids), (2, 4, 3))
    want = numerical_gradient(lambda W: np.sum(dout * student.Embedding(W).forward(ids)), W)
    for turn in ("the first", "a second"):
        layer.backward(dout.copy())
        check_close(f"After {turn} backward, dW", layer.dW, want, "Is every place counted, and does dW begin at 0 each time?")


def step_of_the_example():
    step = student.RNNStep(np.array([[1.0]]), np.array([[0.5]]), np.array([np.log(3) - 1.1]))
    return step, np.array([[0.8]]), np.array([[0.6]])


@check
def rnn_step():
    """the new state, and the five gradients that are made of dz"""
    step, x, h_prev = step_of_the_example()
    suspects = {
        "This is z: the tanh is missing.": np.log(3),
        "The bias is missing.": np.tanh(1.1),
        "The old state is missing.": np.tanh(np.log(3) - 0.3),
    }
    check_close("In the example, h", step.forward(x, h_prev), [[0.8]], "Two products, a bias, and tanh.", suspects)
    dx, dh_prev = both("backward()", step.backward(np.array([[2.0]])))
    slope = {"This is made of dh: the slope of tanh is missing.": 2.0, "The slope is 1 − h²; h isn't squared here.": 0.4}
    check_close("In the example, db", step.db, [0.72], "db is dz here: there is one sample.", slope)
    check_close(
        "In the example, dWx", step.dWx, [[0.576]], "x times dz.", {"This is made of dh: the slope of tanh is missing.": 1.6}
    )
    wrong = {"This is made of h, the state that went out.": 0.576, "This is made of dh: the slope of tanh is missing.": 1.2}
    check_close("In the example, dWh", step.dWh, [[0.432]], "The old state times dz.", wrong)
    check_close("In the example, dx", dx, [[0.72]], "dz through Wx.", {"This went through Wh.": 0.36, "This is made of dh.": 2.0})
    check_close(
        "In the example, dh_prev", dh_prev, [[0.36]], "dz through Wh.", {"This is dz itself.": 0.72, "This is made of dh.": 1.0}
    )

    Wx, Wh, b, x, h_prev, dh = (drawn(k, *shape) for k, shape in enumerate([(4, 3), (3, 3), (3,), (2, 4), (2, 3), (2, 3)]))
    step = student.RNNStep(Wx.copy(), Wh.copy(), b.copy())
    check_shape("For x (2, 4) and H = 3, h", step.forward(x.copy(), h_prev.copy()), (2, 3))
    given = dh.copy()
    dx, dh_prev = both("backward()", step.backward(given))
    note_if_changed("the dh given to backward", dh, given)
    loss = lambda Wx, Wh, b, x, h_prev: np.sum(dh * student.RNNStep(Wx, Wh, b).forward(x, h_prev))
    values = {"Wx": Wx, "Wh": Wh, "b": b, "x": x, "h_prev": h_prev}
    got = {"Wx": step.dWx, "Wh": step.dWh, "b": step.db, "x": dx, "h_prev": dh_prev}
    hint = "The example passes, this doesn't: is a factor turned over, or in the other place?"
    for name, value in values.items():
        want = numerical_gradient(lambda v, name=name: loss(**{**values, name: v}), value)
        suspects = (
            {"Turned over: over which index of Wh does the sum run?": step_turned(step, dh, Wh)} if name == "h_prev" else {}
        )
        check_close(f"For two samples and H = 3, d{name}", got[name], want, hint, suspects)


def step_turned(step, dh, Wh):
    """What dh_prev is where Wh wasn't turned over."""
    h = np.tanh(drawn(3, 2, 4) @ drawn(0, 4, 3) + drawn(4, 2, 3) @ Wh + drawn(2, 3))
    return dh * (1 - h**2) @ Wh


@check
def rnn():
    """every state there, and back through time, with the weights' shares added up"""
    layer = student.RNN(np.array([[1.0]]), np.array([[0.5]]), np.zeros(1))
    xs = np.array([[[np.log(2)], [np.log(3) - 0.3]]])
    hs = layer.forward(xs.copy())
    check_close(
        "In the example, hs", hs, [[[0.6], [0.8]]], "The first step begins with zeros, the second with the first one's state."
    )
    dxs = layer.backward(np.array([[[1.0], [2.0]]]))
    suspects = {
        "What came back from step 2 is missing in step 1.": [0.64, 0.72],
        "The order is that of the walk back, not that of time.": [0.72, 0.8704],
    }
    check_close(
        "In the example, dxs",
        dxs,
        [[[0.8704], [0.72]]],
        "Each step gets what comes from outside, and what comes from the next step.",
        suspects,
    )
    one = {
        "This is the first step's share alone.": 0.8704,
        "This is the last step's share alone.": 0.72,
        "This is a mean.": 0.7952,
    }
    check_close("In the example, db", layer.db, [1.5904], "Both steps used the same b.", one)
    check_close("In the example, dWh", layer.dWh, [[0.432]], "Each step's share is the state that it received, times its dz.")
    x1, x2 = np.log(2), np.log(3) - 0.3
    check_close("In the example, dWx", layer.dWx, [[x1 * 0.8704 + x2 * 0.72]], "Both steps used the same Wx.")
    check_close(
        "In the example, dh0", layer.dh0, [[0.4352]], "What the first step hands back.", {"This is the first dz.": 0.8704}
    )

    Wx, Wh, b = drawn(1, 3, 4), 0.6 * drawn(2, 4, 4), drawn(3, 4)
    layer = student.RNN(Wx.copy(), Wh.copy(), b.copy())
    for n, t, begun in ((2, 4, True), (3, 2, False), (2, 1, False)):
        xs, h0, dhs = drawn(4, n, t, 3), drawn(5, n, 4) * begun, drawn(6, n, t, 4)
        case = f"For {n} sequences of {t}, {'with h0' if begun else 'without h0'}, "
        start = [h0.copy()] if begun else []
        check_shape(case + "hs", layer.forward(xs.copy(), *start), (n, t, 4))
        dxs = layer.backward(dhs.copy())
        values = {"Wx": Wx, "Wh": Wh, "b": b, "xs": xs, "h0": h0}
        got = {"xs": dxs, "h0": layer.dh0, "Wx": layer.dWx, "Wh": layer.dWh, "b": layer.db}
        loss = lambda Wx, Wh, b, xs, h0, dhs=dhs: np.sum(dhs * student.RNN(Wx, Wh, b).forward(xs, h0))
        for name in got:
            want = numerical_gradient(lambda v, name=name: loss(**{**values, name: v}), values[name])
            check_close(
                case + f"d{name}",
                got[name],
                want,
                "Is the walk from the end, are shares added up, and begins all of it anew at each call?",
            )


@check
def clip_by_norm():
    """one norm for all, the arrays themselves scaled, small ones left alone"""
    grads = {"W": np.array([[30.0, 0.0]]), "b": np.array([-40.0])}
    held = dict(grads)
    norm = student.clip_by_norm(grads, 5.0)
    suspects = {
        "This is the norm from after the scaling.": 5.0,
        "The root is missing.": 2500.0,
        "The norms of the arrays were added.": 70.0,
    }
    check_number("In the example, what it returns", norm, 50.0, "The root of the sum of all squares, from before.", suspects)
    check_close(
        "In the example, grads['W']",
        grads["W"],
        [[3, 0]],
        "All are scaled by the same factor.",
        {"Scaled by its own norm.": [5, 0]},
    )
    check_close(
        "In the example, grads['b']", grads["b"], [-4], "All are scaled by the same factor.", {"Scaled by its own norm.": [-5]}
    )
    for name, array in held.items():
        if not np.allclose(array, grads[name]):
            raise CheckFailed(
                f"grads[{name!r}] is a new array now; the one that the caller holds is as it was.\nChange the array itself."
            )
    for max_norm in (5.001, 100.0):
        before = {name: array.copy() for name, array in grads.items()}
        student.clip_by_norm(grads, max_norm)
        for name, array in before.items():
            check_close(
                f"With max_norm = {max_norm:g} and a norm of 5, grads[{name!r}]",
                grads[name],
                array,
                "Nothing is to be done there.",
            )
    zeros = {"W": np.zeros((2, 2))}
    check_number("For zeros, what it returns", student.clip_by_norm(zeros, 1.0), 0.0, "Nothing is divided there.", atol=1.1e-6)
    check_close("Zeros, afterwards,", zeros["W"], np.zeros((2, 2)), "0 / 0 is NaN.")


@check
def lstm_step():
    """h and c there, and back through the cell and all four gates"""
    b = np.log([3.0, 2.0, 1.0, 3.0])
    step = student.LSTMStep(np.zeros((1, 4)), np.zeros((1, 4)), b)
    c_prev = np.array([[(np.log(2) - 0.3) / 0.75]])
    h, c = both("forward()", step.forward(np.array([[2.0]]), np.array([[-1.0]]), c_prev))
    order = "Are the blocks forget, candidate, input, output? Which of them is a tanh?"
    check_close("In the example, c", c, [[np.log(2)]], order)
    check_close(
        "In the example, h",
        h,
        [[0.45]],
        "The output gate, and the cell's tanh.",
        {"The cell's tanh is missing.": 0.75 * np.log(2)},
    )
    dx, dh_prev, dc_prev = both("backward()", step.backward(np.array([[1.0]]), np.array([[0.5]])), 3)
    all_ways = {"What reaches c through h is missing.": 0.375, "dc is missing.": 0.36, "The forget gate is missing.": 0.98}
    check_close("In the example, dc_prev", dc_prev, [[0.735]], "What reaches the cell in all, through the forget gate.", all_ways)
    check_shape("In the example, db", step.db, (4,))
    gates = (("forget gate", 0.98 * c_prev[0, 0] * 0.1875), ("candidate", 0.3136), ("input gate", 0.147), ("output gate", 0.1125))
    for k, (name, want) in enumerate(gates):
        suspects = {"The slope of its curve is missing.": [want / s for s in (0.1875, 0.64, 0.25, 0.1875)][k]}
        if name == "output gate":
            suspects["This is made of what reaches the cell. The output gate stands behind it."] = 0.98 * 0.1125
        hint = "What reached it, times the factor that it was multiplied by, times its slope."
        check_close(f"In the example, db of the {name}", step.db[k], want, hint, suspects)
    check_close("In the example, dx", dx, [[0]], "All weights are 0 there.")
    check_close("In the example, dh_prev", dh_prev, [[0]], "All weights are 0 there.")

    shapes = {"Wx": (3, 8), "Wh": (2, 8), "b": (8,), "x": (4, 3), "h_prev": (4, 2), "c_prev": (4, 2)}
    values = {name: 0.7 * drawn(k, *shape) for k, (name, shape) in enumerate(shapes.items())}
    dh, dc = drawn(7, 4, 2), drawn(8, 4, 2)

    def loss(Wx, Wh, b, x, h_prev, c_prev):
        h, c = student.LSTMStep(Wx, Wh, b).forward(x, h_prev, c_prev)
        return np.sum(dh * h) + np.sum(dc * c)

    step = student.LSTMStep(*(values[name].copy() for name in ("Wx", "Wh", "b")))
    h, c = both("forward()", step.forward(*(values[name].copy() for name in ("x", "h_prev", "c_prev"))))
    check_shape("For 4 samples and H = 2, h", h, (4, 2))
    check_shape("For 4 samples and H = 2, c", c, (4, 2))
    dx, dh_prev, dc_prev = both("backward()", step.backward(dh.copy(), dc.copy()), 3)
    got = {"c_prev": dc_prev, "b": step.db, "Wx": step.dWx, "Wh": step.dWh, "x": dx, "h_prev": dh_prev}
    for name in got:
        want = numerical_gradient(lambda v, name=name: loss(**{**values, name: v}), values[name])
        check_close(
            f"For 4 samples and H = 2, d{name}",
            got[name],
            want,
            "The example passes, this doesn't: look at shapes, order and factors turned over.",
        )


@check
def time_softmax_with_loss():
    """the mean over the places that count, and nothing at the others"""
    xs, ts = np.array([[[0.0, np.log(3)], [5.0, 5.0]]]), np.array([[1, -1]])
    layer = student.TimeSoftmaxWithLoss()
    near = {"rtol": 1e-4}
    suspects = {
        "Divided by the number of all places.": -np.log(0.75) / 2,
        "The place with −1 was counted, as if the last symbol were right there.": (-np.log(0.75) + np.log(2)) / 2,
        "The place with −1 was added.": -np.log(0.75) + np.log(2),
        "Its sign is wrong.": np.log(0.75),
    }
    check_number(
        "In the example, the loss", layer.forward(xs.copy(), ts.copy()), -np.log(0.75), "Place 1 alone counts.", suspects, **near
    )
    suspects = {
        "Divided by the number of all places.": [[0.125, -0.125], [0, 0]],
        "The place with −1 has a gradient; the loss doesn't depend on it.": [[0.25, -0.25], [0.5, -0.5]],
        "At the place with −1 the probabilities are left; the loss doesn't depend on them.": [[0.25, -0.25], [0.5, 0.5]],
        "Only the sign is wrong.": [[-0.25, 0.25], [0, 0]],
    }
    check_close(
        "In the example, dxs",
        layer.backward(),
        [[[0.25, -0.25], [0, 0]]],
        "The error, where the place counts; 0 elsewhere.",
        suspects,
    )

    ts = np.array([[3, -1, -1], [0, 2, 3]])
    xs, given = drawn(1, 2, 3, 4), ts.copy()
    layer.forward(xs.copy(), given)
    want = numerical_gradient(lambda xs: student.TimeSoftmaxWithLoss().forward(xs, ts.copy()), xs)
    for turn in ("the first", "a second"):
        check_close(
            f"For two sequences, after {turn} backward, dxs",
            layer.backward(),
            want,
            "By how many places is divided, in the whole batch?",
        )
    if not np.array_equal(given, ts):
        raise CheckFailed("The caller's ts was changed. The next round needs these labels again.\nWork on a copy.")
    whole = np.array([[3, 1, 0], [0, 2, 3]])
    y = np.exp(xs) / np.exp(xs).sum(axis=2, keepdims=True)
    want = -np.mean([np.log(y[n, t, whole[n, t]]) for n in range(2) for t in range(3)])
    check_number("Where all six places count, the loss", layer.forward(xs.copy(), whole), want, "The mean of six losses.", **near)


quiz_ps12 = quiz("answer_ps12")


def practice(seed=1):
    """The two steps of section 6 with other numbers, all sizes 1: the states are given, the way back is yours."""
    rng = np.random.default_rng(seed)
    h, (Wx, Wh) = rng.choice([-0.8, -0.6, 0.0, 0.6, 0.8], 2), rng.choice([-1.0, 0.5, 1.0, 2.0], 2)
    dhs = rng.choice([-2.0, -1.0, 1.0, 2.0], 2)
    x = np.array([np.arctanh(h[0]), np.arctanh(h[1]) - Wh * h[0]]) / Wx
    dz2 = dhs[1] * (1 - h[1] ** 2)
    dz1 = (dhs[0] + dz2 * Wh) * (1 - h[0] ** 2)
    given = {"Wx": Wx, "Wh": Wh, "b": 0, "h0": 0, "x": x.round(4), "h": h, "dhs": dhs}
    steps = {"dz of step 2": dz2, "back to step 1": dz2 * Wh, "dz of step 1": dz1, "dh0": dz1 * Wh, "dxs": [dz1 * Wx, dz2 * Wx]}
    return Practice(given, {**steps, "db": dz1 + dz2, "dWh": h[0] * dz2, "dWx": x[0] * dz1 + x[1] * dz2})
