"""The checks of assignment 5, one function each. They look at what you wrote; the marks come from other tests."""

import numpy as np
from checking import (
    CheckFailed,
    Practice,
    check,
    check_close,
    check_finite,
    check_number,
    check_shape,
    check_written,
    note_if_changed,
    numerical_gradient,
    quiz,
    student,
)


def check_loss(name, got, want, hint="", suspects=None):
    """A loss: one number for the whole batch. Small constants inside a logarithm are allowed for."""
    check_number(name, got, want, hint, suspects, rtol=1e-4, atol=1e-6)


def both_signs(seed, *shape):
    """Numbers between 0.3 and 1.4 away from 0, of both signs."""
    rng = np.random.default_rng(seed)
    signs = np.where(np.arange(np.prod(shape)) % 2, -1.0, 1.0)
    return (rng.permutation(signs) * rng.uniform(0.3, 1.4, signs.size)).reshape(shape)


def check_backward(name, make, x, seed, hint=""):
    """dx of an element-by-element block against its numerical gradient, for two rounds with one block."""
    block = make()
    for turn in range(2):
        now = x if turn == 0 else np.roll(x, 1, axis=-1)
        dout = both_signs(seed + turn, *x.shape)
        given = now.copy()
        check_written(f"{name}.forward()", block.forward(given))
        note_if_changed(f"the x given to {name}.forward", now, given)
        given = dout.copy()
        dx = block.backward(given)
        note_if_changed(f"the dout given to {name}.backward", dout, given)
        want = numerical_gradient(lambda v, dout=dout: np.sum(dout * make().forward(v)), now)
        check_close(f"{name}: dx for an x of shape {x.shape}, round {turn + 1},", dx, want, hint)


X = np.array([[1.0, 2.0, -1.0], [0.0, 1.0, 1.0]])  # the example of section 6
W = np.array([[1.0, 2.0], [1.0, -1.0], [2.0, 1.0]])
B = np.array([1.0, 0.0])
DOUT = np.array([[2.0, -3.0], [1.0, 2.0]])


def example_affine():
    """The block of section 6 after its forward, which has to be right first."""
    affine = student.Affine(W.copy(), B.copy())
    out = affine.forward(X.copy())
    check_written("forward()", out)
    if np.shape(out) != (2, 2) or not np.allclose(out, [[2, -1], [4, 0]]):
        raise CheckFailed("forward() isn't right yet, and backward() builds on it.\nFirst get the check of forward to pass.")
    return affine


def affine_backward():
    """(dW, db, dx) of section 6."""
    affine = example_affine()
    dx = affine.backward(DOUT.copy())
    return affine.dW, affine.db, dx


def random_affine(seed, n=4, d=3, m=5):
    """A block, a batch and a dout, all sizes different."""
    weights, bias = both_signs(seed, d, m), both_signs(seed + 1, m)
    return student.Affine(weights.copy(), bias.copy()), weights, bias, both_signs(seed + 2, n, d), both_signs(seed + 3, n, m)


def nudged_affine(weights, bias, x, dout, which):
    """∂loss/∂which by nudging, for a loss that has ∂loss/∂out = dout."""
    start = {"W": weights, "b": bias, "x": x}

    def loss(values):
        now = {**start, which: values}
        return np.sum(dout * student.Affine(now["W"].copy(), now["b"].copy()).forward(now["x"].copy()))

    return numerical_gradient(loss, start[which])


POWERS = np.array([[3.0, 2.0, 5.0], [1.0, 99.0, 0.0001]])  # the samples of sections 7 to 9: e to their scores
LABELS = np.array([1, 1])


def true_loss(x, labels):
    """The mean cross-entropy of a batch by another road: the scores alone, never a probability."""
    return np.mean([np.logaddexp.reduce(row) - row[label] for row, label in zip(x, labels)])


def some_scores(seed, n=4, c=3):
    """Scores of both signs, and labels that differ."""
    return 1.3 * both_signs(seed, n, c), np.arange(1, n + 1) % c


@check
def relu_layer():
    """a switch for each number, set forward, obeyed backward, off at 0"""
    x, dout = np.array([[2.0, -1.0], [4.0, 0.0]]), np.array([[0.5, 1.5], [-1.0, 2.0]])
    relu = student.Relu()
    given = x.copy()
    out = relu.forward(given)
    hint = "Positive numbers pass, the others become 0."
    check_close("In the example, out", out, [[2, 0], [4, 0]], hint, {"The switches are the wrong way round.": [0, -1, 0, 0]})
    note_if_changed("the x given to forward", x, given)

    given = dout.copy()
    dx = relu.backward(given)
    check_close(
        "In the example, dx",
        dx,
        [[0.5, 0], [-1, 0]],
        "dout passes where x was positive. Elsewhere dx is 0.",
        {
            "Everything passed: dout has to go through the switches.": [0.5, 1.5, -1, 2],
            "The switches are the wrong way round.": [0, 1.5, 0, 2],
            "The last x is exactly 0. There the switch is off.": [0.5, 0, -1, 2],
            "This looks at the sign of dout. The switch was set by x.": [0.5, 1.5, 0, 2],
            "Times x: the slope is 1 or 0, whatever the size of x.": [1, 0, -4, 0],
            "With -1 where x is negative: a switch that is off lets nothing through.": [0.5, -1.5, -1, -2],
        },
    )
    note_if_changed("the dout given to backward", dout, given)
    for shape in ((3, 4), (2, 3, 2, 2)):
        hint = "The example passes, this doesn't: is the mask that of the last x, number by number?"
        x = both_signs(1, *shape)
        out = student.Relu().forward(x.copy())
        for i in range(len(x)):
            alone = student.Relu().forward(x[i : i + 1].copy())
            check_close(f"out of sample {i}, which must be as for this sample alone,", out[i : i + 1], alone, hint)
        check_backward("Relu", student.Relu, x, 2, hint)


@check
def sigmoid_layer():
    """right at every x, and backward from the output"""
    x, dout = np.array([[np.log(3), -np.log(3)], [0.0, 0.0]]), np.array([[4.0, 4.0], [1.0, -2.0]])
    sigmoid = student.SigmoidLayer()
    given = x.copy()
    out = sigmoid.forward(given)
    suspects = {"This falls where it should rise: look at the sign in the exponent.": [0.25, 0.75, 0.5, 0.5]}
    check_close("In the example, the result of forward()", out, [[0.75, 0.25], [0.5, 0.5]], "1 / (1 + exp(-x))", suspects)
    note_if_changed("the x given to forward", x, given)
    check_close("In the example, self.out", sigmoid.out, [[0.75, 0.25], [0.5, 0.5]], "Keep the output: backward needs it.")

    given = dout.copy()
    dx = sigmoid.backward(given)
    check_close(
        "In the example, dx",
        dx,
        [[0.75, 0.75], [0.25, -0.5]],
        "dout, times out, times what is missing from out to 1.",
        {
            "This is the slope alone: dout is missing.": [0.1875, 0.1875, 0.25, 0.25],
            "Only the sign is wrong: it is 1 - out, not out - 1.": [-0.75, -0.75, -0.25, 0.5],
            "One of the two factors is missing: out is not there.": [1, 3, 0.5, -1],
            "One of the two factors is missing: 1 - out is not there.": [3, 1, 0.5, -1],
            "One factor stands there twice: 1 - out, squared.": [0.25, 2.25, 0.25, -0.5],
        },
    )
    note_if_changed("the dout given to backward", dout, given)
    for shape in ((3, 4), (2, 3, 2, 2)):
        check_backward("SigmoidLayer", student.SigmoidLayer, 2 * both_signs(3, *shape), 4, "The slope is that at the last x.")

    with np.errstate(all="ignore"):
        ends = student.SigmoidLayer().forward(np.array([[-1000.0, 1000.0]]))
    hint = "One of the exponentials is infinite. See the end of section 5."
    check_finite("For x = -1000 and 1000, the result of forward()", ends, hint)
    check_close("For x = -1000 and 1000, the result of forward()", ends, [[0, 1]], hint)


@check
def affine_forward():
    """x · W + b for one sample and for a batch"""
    out = student.Affine(W.copy(), B.copy()).forward(X.copy())
    check_close(
        "In the example, out",
        out,
        [[2, -1], [4, 0]],
        "x · W + b: each row of x meets each column of W.",
        {"The bias is missing.": [1, -1, 3, 0]},
    )
    for n in (1, 4):
        affine, weights, bias, x, _ = random_affine(10, n)
        out = affine.forward(x.copy())
        check_shape(f"For a batch of {n}, out", out, (n, 5), "N rows of x, M columns of W.")
        for i in range(n):  # sample by sample, neuron by neuron, in plain numbers
            for j in range(5):
                total = sum(float(x[i, k]) * float(weights[k, j]) for k in range(3)) + float(bias[j])
                check_close(f"For a batch of {n}, out of sample {i}, neuron {j},", out[i, j], total, "x · W + b")


@check
def affine_dW():
    """as a numerical gradient has it"""
    dW, _, _ = affine_backward()
    check_close(
        "In the example, dW",
        dW,
        [[2, -3], [5, -4], [-1, 5]],
        "Entry (d, m) adds up, over the samples, input d times dout of neuron m.",
        {
            "Divided by N. The loss has done that already.": [1, -1.5, 2.5, -2, -0.5, 2.5],
            "Only the sign is wrong: this is the gradient, not the step.": [-2, 3, -5, 4, 1, -5],
        },
    )
    for n in (1, 4):
        affine, *case = random_affine(20, n)
        affine.forward(case[2].copy())
        affine.backward(case[3].copy())
        check_close(f"For a batch of {n}, dW", affine.dW, nudged_affine(*case, "W"), "Is it xᵀ · dout, with x as it came in?")


@check
def affine_db():
    """as a numerical gradient has it, in the shape of b"""
    _, db, _ = affine_backward()
    check_written("db", db)
    shapes = {
        (2, 2): "Not added up yet: b was copied to each row, so the rows come back together.",
        (1, 2): "The right count, but b is a plain vector: (1, M) would make b a table at the first step.",
        (): "Everything was added up. Each neuron has a bias of its own.",
        (3,): "That is as long as x is wide. b has one number per neuron.",
    }
    check_shape("In the example, db", db, (2,), shapes.get(np.shape(db), "It must have the shape of b."))
    check_close(
        "In the example, db",
        db,
        [3, -1],
        "Down the columns of dout, over the batch.",
        {
            "This is the mean. The loss has divided by N already: here it is the sum.": [1.5, -0.5],
            "Added up along the rows, over the neurons. Add up over the batch.": [-1, 3],
            "This is one sample's dout alone.": [2, -3],
        },
    )
    for n in (1, 4):
        affine, *case = random_affine(30, n)
        affine.forward(case[2].copy())
        affine.backward(case[3].copy())
        want = nudged_affine(*case, "b")
        check_close(f"For a batch of {n}, db", affine.db, want, "The sum of dout over the batch, of shape (M,).")


@check
def affine_dx():
    """as a numerical gradient has it"""
    _, _, dx = affine_backward()
    check_close(
        "In the example, dx",
        dx,
        [[-4, 5, 1], [5, -1, 4]],
        "Row by row: dout of this sample, collected over the neurons.",
        {"Divided by N. Each sample has its own row here, and the loss has divided already.": [-2, 2.5, 0.5, 2.5, -0.5, 2]},
    )
    for n, m in ((1, 5), (4, 5), (4, 3)):
        affine, *case = random_affine(40, n, m=m)
        affine.forward(case[2].copy())
        given = case[3].copy()
        dx = affine.backward(given)
        note_if_changed("the dout given to backward", case[3], given)
        hint = "With as many neurons as inputs a forgotten transpose fits, and gives wrong numbers." if m == 3 else ""
        check_close(f"For a batch of {n} and {m} neurons, dx", dx, nudged_affine(*case, "x"), hint or "dout · Wᵀ")


@check
def affine_tensor():
    """laid flat on the way forward, and dx in the shape of x"""
    for shape in ((2, 3, 1, 2), (3, 2, 2, 2)):
        d = int(np.prod(shape[1:]))
        affine, weights, bias, _, dout = random_affine(50, shape[0], d, 2)
        x = both_signs(55, *shape)
        out = affine.forward(x.copy())
        case = f"For x of shape {shape}, "
        check_shape(case + "out", out, (shape[0], 2), "Lay each sample flat first: (N, ...) becomes (N, D).")
        flat = student.Affine(weights, bias).forward(x.reshape(shape[0], d))
        check_close(case + "out", out, flat, "The numbers stay in their order: reshape, and no transpose.")
        dx = affine.backward(dout.copy())
        check_shape(case + "dx", dx, shape, "dx gets the shape that x had before it was laid flat.")
        check_close(case + "dx", dx, nudged_affine(weights, bias, x, dout, "x"), "Is dx right for a batch (N, D)?")
        check_close(case + "dW", affine.dW, nudged_affine(weights, bias, x, dout, "W"), "dW belongs to W: it stays (D, M).")


@check
def affine_repeated():
    """every round from anew, every block for itself"""
    affine, weights, bias, x, dout = random_affine(60)
    for turn in range(3):
        now, back = x[turn:], dout[turn:]  # fewer samples each time
        check_written("forward()", affine.forward(now.copy()))
        dx = affine.backward(back.copy())
        fresh = student.Affine(weights.copy(), bias.copy())
        fresh.forward(now.copy())
        fresh_dx = fresh.backward(back.copy())
        for name, got in (("dW", fresh.dW), ("db", fresh.db), ("dx", fresh_dx)):
            check_written(name, got)
        hint = "A fresh block gives this. What is left over from the round before?"
        check_close(f"In round {turn + 1}, dW", affine.dW, fresh.dW, hint)
        check_close(f"In round {turn + 1}, db", affine.db, fresh.db, hint)
        check_close(f"In round {turn + 1}, dx", dx, fresh_dx, hint)
    check_close("W after three rounds", affine.W, weights, "backward stores gradients. The step is taken elsewhere.")
    check_close("b after three rounds", affine.b, bias, "backward stores gradients. The step is taken elsewhere.")

    one, weights, bias, x, dout = random_affine(70)
    other, _, _, x_other, _ = random_affine(80)
    one.forward(x.copy())
    other.forward(x_other)
    one.backward(dout.copy())
    check_close(
        "dW, with another block used in between,", one.dW, nudged_affine(weights, bias, x, dout, "W"), "Keep things in self."
    )


@check
def softmax():
    """one sample, a batch, and scores of ±1000"""

    def probabilities(name, x, y, hint=""):
        """Probabilities whose ratios are those of the powers: there is only one such y."""
        check_shape(name, y, x.shape, "As many probabilities as scores, in the same places.")
        check_finite(name, y, hint)
        check_close(name + ", added up for each sample,", np.sum(y, axis=-1), np.ones(x.shape[:-1]), hint)
        if np.any(np.array(y) < 0):
            raise CheckFailed(f"{name}: there is a negative number among the probabilities.")

    x = np.log([3.0, 2.0, 5.0])
    y = student.softmax(x.copy())
    suspects = {"These are the powers. They still have to be divided by their sum.": [3, 2, 5]}
    check_close("In the example, y", y, [0.3, 0.2, 0.5], "Powers of e, divided by their sum.", suspects)

    rows = "Each row is a sample: over which axis do you add up, and is the shape kept (keepdims)?"
    for shape in ((4, 3), (3, 3), (1, 4)):
        x = 1.4 * both_signs(5, *shape)
        given = x.copy()
        y = student.softmax(given)
        note_if_changed("the x given to softmax", x, given)
        name = f"For scores of shape {shape}, y"
        probabilities(name, x, y, rows)
        for i in range(shape[0]):
            check_close(f"{name}, row {i}, as for this sample alone:", y[i], student.softmax(x[i].copy()), rows)
            want = x[i] - x[i, 0]
            check_close(f"{name}, row {i}, logarithm of y / y[0],", np.log(y[i] / y[i, 0]), want, "It must be x - x[0].")

    with np.errstate(all="ignore"):
        hint = "Subtract from each row its own largest score first. Section 7 says why that is allowed."
        x = np.array([1000.0, 999.0, -1000.0])
        y = student.softmax(x.copy())
        probabilities("For the scores 1000, 999, -1000, y", x, y, hint)
        check_close("For the scores 1000, 999, -1000, y", np.array(y)[:2], [0.7310585786, 0.2689414214], hint)
        x = np.array([[1000.0, 0.0, -1000.0], [-1000.0, -1000.0, -1000.0]])
        probabilities("For a batch of huge scores, y", x, student.softmax(x.copy()), hint)


@check
def cross_entropy_error():
    """both forms of t, the mean, and finite at 0"""
    y = np.array([[0.3, 0.2, 0.5], [0.01, 0.99, 0.0]])
    first, second = -np.log(0.2), -np.log(0.99)
    one_hot = np.array([[0.0, 1.0, 0.0], [0.0, 1.0, 0.0]])
    for told, t in (("one-hot t", one_hot), ("labels", LABELS)):
        with np.errstate(all="ignore"):
            loss = student.cross_entropy_error(y[:1].copy(), t[:1].copy())
            suspects = {"Only the sign is wrong.": -first, "Divided by the number of classes.": first / 3}
            check_loss(f"With {told}, the loss of the first sample alone", loss, first, "It is -ln 0.2.", suspects)
            loss = student.cross_entropy_error(y.copy(), t.copy())
        check_finite(f"With {told}, the loss of the example", loss, "0 times the logarithm of 0 is NaN. Keep it away from 0.")
        hint = "Of each row only the probability of the right class counts. Then the mean over the batch."
        suspects = {
            "This is the sum over the batch: take the mean. Or y[:, t] took from each row all the columns in t.": first + second,
            "Divided by the number of classes. Divide by the number of samples.": (first + second) / 3,
            "Divided by all entries of y. Divide by the number of samples.": (first + second) / 6,
            "Only the sign is wrong.": -(first + second) / 2,
        }
        check_loss(f"With {told}, the loss of the example", loss, (first + second) / 2, hint, suspects)

    for n, c in ((4, 3), (3, 3), (5, 2)):
        _, labels = some_scores(6, n, c)
        y = np.random.default_rng(6).uniform(0.1, 0.9, (n, c))  # any numbers between 0 and 1 will do here
        for i in range(n):
            y[i, labels[i]] = np.exp(-(i + 1) / 4)  # so that sample i costs (i + 1) / 4
        want = (n + 1) / 8
        whole = np.eye(c, dtype=int)[labels]
        for told, t in (("one-hot t", np.eye(c)[labels]), ("one-hot t of whole numbers", whole), ("labels", labels)):
            given_y, given_t = y.copy(), t.copy()
            loss = student.cross_entropy_error(given_y, given_t)
            hint = "The mean of N numbers, one from each row: that of the row's own label."
            check_loss(f"With {told}, {n} sample{'s' * (n > 1)} and {c} classes, the loss", loss, want, hint)
            note_if_changed("the y given to cross_entropy_error", y, given_y)
            note_if_changed("the t given to cross_entropy_error", t, given_t)

    for told, t in (("one-hot t", one_hot), ("labels", LABELS)):
        with np.errstate(all="ignore"):
            loss = student.cross_entropy_error(np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]]), t)
        check_finite(f"With {told} and probability 0 for the right class, the loss", loss, "ln 0 is minus infinity.")
        if not loss > 1:
            raise CheckFailed(f"With {told}, probability 0 for the right class must cost a lot; it costs {loss:.3g}.")


@check
def softmax_with_loss_loss():
    """the cross-entropy of the softmax, for both forms of t"""
    x, labels = np.log(POWERS), LABELS
    for told, t in (("one-hot t", np.eye(3)[labels]), ("labels", labels)):
        layer = student.SoftmaxWithLoss()
        loss = layer.forward(x.copy(), t.copy())
        want = true_loss(x, labels)
        hint = "If a check of softmax or cross_entropy_error complains, look there first."
        check_loss(f"With {told}, the loss of the example", loss, want, hint, {"The sum, not the mean.": 2 * want})
        check_loss(f"With {told}, self.loss", layer.loss, want, "Keep the loss as well.")
        check_close(f"With {told}, self.y", np.round(layer.y, 2), [[0.3, 0.2, 0.5], [0.01, 0.99, 0]], "y is softmax(x).")
    for n, c in ((4, 3), (3, 3)):
        x, labels = some_scores(7, n, c)
        for told, t in (("one-hot t", np.eye(c)[labels]), ("labels", labels)):
            loss = student.SoftmaxWithLoss().forward(x.copy(), t)
            check_loss(f"With {told}, {n} sample{'s' * (n > 1)} and {c} classes, the loss", loss, true_loss(x, labels))


def check_dx(x, t, labels, told):
    layer = student.SoftmaxWithLoss()
    check_written("forward()", layer.forward(x.copy(), t.copy()))
    dx = layer.backward()
    want = numerical_gradient(lambda v: true_loss(v, labels), x)
    n, c = x.shape
    suspects = {
        "Divided by the number of classes. Divide by the number of samples.": want * n / c,
        "Only the sign is wrong: it is y - t.": -want,
        "Twice too large: nothing is squared here.": 2 * want,
    }
    for factor in (n, 1 / n):
        if n > 1 and np.shape(dx) == want.shape and np.allclose(dx, factor * want, rtol=1e-6, atol=1e-8):
            print("note: the numbers are right but for the division by N. The check of the mean looks at that.")
            return
    hint = "Row by row: the probabilities, less 1 at the right class, and all over N."
    suspects = {meaning: wrong.ravel() for meaning, wrong in suspects.items() if n != c or "classes" not in meaning}
    check_close(f"With {told}, {n} sample{'s' * (n > 1)} and {c} classes, dx", dx, want, hint, suspects)


@check
def softmax_with_loss_one_hot():
    """y − t over N, row by row"""
    layer = student.SoftmaxWithLoss()
    check_written("forward()", layer.forward(np.log([[3.0, 2.0, 5.0]]), np.array([[0.0, 1.0, 0.0]])))
    suspects = {
        "This is ∂loss/∂y. It has yet to go back through softmax.": [0, -5, 0],
        "This is y: t has to be subtracted.": [0.3, 0.2, 0.5],
        "Only the sign is wrong: it is y - t.": [-0.3, 0.8, -0.5],
    }
    dx = layer.backward()
    check_close("For the first sample alone, dx", dx, [[0.3, -0.8, 0.5]], "y - t", suspects)
    for n, c in ((1, 4), (4, 3), (3, 3)):
        x, labels = some_scores(8, n, c)
        check_dx(x, np.eye(c)[labels], labels, "one-hot t")


@check
def softmax_with_loss_labels():
    """1 taken away at the right class of each row, and nowhere else"""
    for n, c in ((1, 4), (4, 3), (3, 3)):
        x, labels = some_scores(9, n, c)
        check_dx(x, labels, labels, "labels")


@check
def softmax_with_loss():
    """the mean over the batch, scores of ±1000, and labels that can be used again"""
    x, labels = some_scores(11)
    for told, t in (("one-hot t", np.eye(3)[labels]), ("labels", labels)):
        once, twice = student.SoftmaxWithLoss(), student.SoftmaxWithLoss()
        check_written("forward()", once.forward(x.copy(), t.copy()))
        twice.forward(np.vstack((x, x)), np.concatenate((t, t)))
        dx, dx_twice = once.backward(), twice.backward()
        check_written("backward()", dx)
        hint = "Every sample twice: each of them should count half as much. Divide by N, the number of samples."
        check_close(f"With {told} and every sample twice, dx", np.array(dx_twice)[:4], np.array(dx) / 2, hint)

    x = np.array([[1000.0, -1000.0, 0.0], [-1000.0, -1000.0, 1000.0]])
    for told, t in (("one-hot t", np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])), ("labels", np.array([1, 0]))):
        layer = student.SoftmaxWithLoss()
        with np.errstate(all="ignore"):
            loss = layer.forward(x.copy(), t)
            dx = layer.backward()
        hint = "exp(1000) or ln 0: if the checks of softmax and cross_entropy_error pass, use these two here."
        check_finite(f"With {told} and scores of ±1000, the loss", loss, hint)
        check_close(f"With {told} and scores of ±1000, dx", dx, [[0.5, -0.5, 0], [-0.5, 0, 0.5]], hint)

    x, labels = some_scores(12)
    for t in (np.eye(3)[labels], labels):
        layer, before = student.SoftmaxWithLoss(), t.copy()
        layer.forward(x.copy(), t)
        dx = np.array(layer.backward())
        if not np.array_equal(t, before):
            raise CheckFailed("The caller's t was changed. Next time round, these labels are needed again.\nWork on a copy.")
        layer.forward(2 * x[:2], t[:2])
        layer.backward()
        layer.forward(x.copy(), t)
        check_close("dx, in a later round with the same batch,", layer.backward(), dx, "What is left over from before?")
        layer.forward(x.copy(), t)
        if not np.allclose(layer.backward(2.5), 2.5 * dx):
            print("note: backward doesn't pass dout on as a factor. That costs nothing while dout is 1.")


@check
def identity_with_loss():
    """half the squares, and y − t over N"""
    x, t = np.array([[1.0, 2.0], [0.0, -1.0]]), np.array([[0.0, 4.0], [0.0, 0.0]])
    layer = student.IdentityWithLoss()
    loss = layer.forward(x.copy(), t.copy())
    suspects = {
        "Twice too large: is the ½ missing, or the division by N? (Here, with N = 2, both would do it.)": 3,
        "This is the sum of squares: ½ and 1/N are missing.": 6,
        "Divided by the number of all entries. N is the number of samples.": 0.75,
    }
    check_loss("In the example, the loss", loss, 1.5, "Half the squares, added up, over N.", suspects)
    x1, t1 = both_signs(13, 4, 3), both_signs(14, 4, 3)
    check_loss(
        "For 4 samples with 3 numbers each, the loss",
        student.IdentityWithLoss().forward(x1.copy(), t1.copy()),
        np.linalg.norm(x1 - t1) ** 2 / 8,
        "Half the squares, added up over everything, divided by the number of samples.",
    )
    dx = layer.backward()
    suspects = {
        "This is not divided by N.": [1, -2, 0, -1],
        "Only the sign is wrong: it is y - t.": [-0.5, 1, 0, 0.5],
        "Divided by the number of all entries. N is the number of samples.": [0.25, -0.5, 0, -0.25],
    }
    check_close("In the example, dx", dx, [[0.5, -1], [0, -0.5]], "(y - t) / N", suspects)
    for shape in ((1, 3), (4, 3), (5, 1)):
        x, t = both_signs(15, *shape), both_signs(16, *shape)
        layer, given_x, given_t = student.IdentityWithLoss(), x.copy(), t.copy()
        layer.forward(given_x, given_t)
        dx = layer.backward()
        if not np.array_equal(t, given_t):
            raise CheckFailed("The caller's t was changed. Next time round, these targets are needed again.\nWork on a copy.")
        note_if_changed("the x given to forward", x, given_x)
        want = numerical_gradient(lambda v, t=t: student.IdentityWithLoss().forward(v, t), x)
        check_close(f"For x of shape {shape}, dx", dx, want, "(y - t) / N, and N is the number of samples.")


@check
def from_columns():
    """the same layer, and its gradients"""
    columns, biases = np.array([[1.0, 1.0, 2.0], [2.0, -1.0, 1.0]]), np.array([[1.0], [0.0]])
    cases = ((student.affine_from_layer, "W", "b", columns, biases), (student.rows_from_columns, "dW", "db", columns, biases))
    for function, name, vector, first, second in cases:
        pair = function(first, second)
        check_written(function.__name__, pair)
        if not isinstance(pair, (tuple, list)) or len(pair) != 2:
            raise CheckFailed(f"{function.__name__} must return two things: {name} and {vector}.")
        where = f"{function.__name__}: {name}"
        suspects = {"The shape is right, but the numbers were only poured into it. Transpose.": [1, 1, 2, 2, -1, 1]}
        check_close(where, pair[0], [[1, 2], [1, -1], [2, 1]], "Each neuron was a row and becomes a column.", suspects)
        check_close(f"{function.__name__}: {vector}", pair[1], [1, 0], "A plain vector, one number per neuron.")

    for m, d in ((4, 3), (1, 2), (3, 3)):
        weights, biases, a, dz = both_signs(17, m, d), both_signs(18, m, 1), both_signs(19, d, 1), both_signs(20, m, 1)
        W_rows, b_rows = student.affine_from_layer(weights, biases)
        check_shape(f"For {m} neurons, b", b_rows, (m,), "One number per neuron, also if there is only one neuron.")
        z = weights @ a + biases
        check_close(f"For {m} neurons and {d} inputs, out", a.T @ W_rows + b_rows, z.T, "Both layers must give the same.")
        dW_rows, db_rows = student.rows_from_columns(dz @ a.T, dz)
        check_close(f"For {m} neurons and {d} inputs, dW", dW_rows, a @ dz.T, "It is turned as W is.")
        check_shape(f"For {m} neurons, db", db_rows, (m,), "It has the shape of b.")


quiz_ps5 = quiz("answer_ps5")


def practice(seed=1):
    """The Affine block of section 6, and the softmax with loss of section 9 on top of other numbers."""
    rng = np.random.default_rng(seed)
    x, W, b, dout = (rng.integers(-2, 3, shape) for shape in ((2, 3), (3, 2), (2,), (2, 2)))
    powers, label = rng.permutation([1.0, 2.0, 5.0, 3.0, 4.0])[:3], int(rng.integers(3))
    y = powers / powers.sum()
    given = {"x": x, "W": W, "b": b, "dout": dout, "scores": np.log(powers).round(4), "e to the scores": powers, "label": label}
    steps = {"out": x @ W + b, "dW": x.T @ dout, "db": dout.sum(axis=0), "dx": dout @ W.T, "y": y, "loss": -np.log(y[label])}
    return Practice(given, {**steps, "dscores": y - np.eye(3)[label]})
