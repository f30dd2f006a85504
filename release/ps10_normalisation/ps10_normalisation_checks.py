"""The checks of assignment 10, one function each. They look at what you wrote; the marks come from other tests."""

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

# the example of sections 5 and 6: four samples, two columns, without epsilon
X = np.array([[1.0, 5.0], [7.0, 5.0], [9.0, 1.0], [15.0, 1.0]])
GAMMA, BETA = np.array([2.0, 1.0]), np.array([1.0, 0.0])
DOUT = np.array([[1.0, 3.0], [0.0, 1.0], [-1.0, 0.0], [2.0, 0.0]])
OUT = [[-1.8, 1.0], [0.6, 1.0], [1.4, -1.0], [3.8, -1.0]]
DX = [[0.368, 0.5], [-0.176, -0.5], [-0.624, 0.0], [0.432, 0.0]]


def both_signs(seed, *shape):
    """Numbers between 0.3 and 1.4 away from 0, of both signs."""
    rng = np.random.default_rng(seed)
    signs = np.where(np.arange(np.prod(shape)) % 2, -1.0, 1.0)
    return (rng.permutation(signs) * rng.uniform(0.3, 1.4, signs.size)).reshape(shape)


# ------------------------------------------------------------------------------------------------------------ 4 · dropout


def trained(ratio, x, seed=0):
    """A layer after a forward in training, and what it gave."""
    layer = student.Dropout(ratio)
    out = layer.forward(x.copy(), train=True, rng=np.random.default_rng(seed))
    check_shape("forward()", out, x.shape, "It has the shape of x.")
    return layer, np.asarray(out, dtype=float)


@check
def dropout_scale():
    """what goes is 0, what stays is made larger"""
    for ratio, shape in ((0.5, (6, 8)), (0.2, (3, 5, 8))):
        x = both_signs(1, *shape)
        _, out = trained(ratio, x)
        kept = out != 0
        if kept.all() or not kept.any():
            much = "Nothing" if kept.all() else "Everything"
            raise CheckFailed(f"{much} is dropped with ratio {ratio}.\nDraw a number for each entry, and compare it with ratio.")
        suspects = {
            "These are left as they were. A share of 1 - ratio has to do the work of all.": x[kept],
            "Divided by ratio. Which share is left?": x[kept] / ratio,
            "Multiplied by 1 - ratio: they become smaller still.": x[kept] * (1 - ratio),
        }
        check_close(
            f"What stays with ratio {ratio}",
            out[kept],
            x[kept] / (1 - ratio),
            "Fewer are left: by how much must each of them grow?",
            suspects,
        )
    check_close("With ratio 0, out", trained(0.0, x)[1], x, "Nobody is dropped, so nothing has to be made up for.")


@check
def dropout_backward():
    """the same mask, the same factor"""
    for ratio, seed in ((0.5, 1), (0.5, 2), (0.75, 3)):
        x, dout = both_signs(seed, 5, 6), both_signs(seed + 10, 5, 6)
        layer, out = trained(ratio, x, seed)
        trained(ratio, x, seed + 50)  # another layer, with a mask of its own
        given = dout.copy()
        dx = layer.backward(given)
        check_shape("dx", dx, x.shape, "It has the shape of x.")
        note_if_changed("the dout given to backward", dout, given)
        if ((np.asarray(dx) == 0) != (out == 0)).any():
            raise CheckFailed(
                "dx is 0 in other places than out.\nWhat was dropped forward is dropped on the way back: keep the mask."
            )
        check_close("dx", dx, dout * out / x, "What did forward multiply each entry by?")


@check
def dropout_evaluation():
    """nothing is dropped, nothing scaled"""
    x, layer = both_signs(4, 4, 5), student.Dropout(0.4)
    for turn in ("before", "after"):
        suspects = {"Scaled. With inverted dropout the price was paid in training.": 0.6 * x}
        check_close(f"With train=False, {turn} training, out", layer.forward(x.copy(), train=False), x, "x as it is", suspects)
        check_written("forward()", layer.forward(x.copy(), train=True, rng=np.random.default_rng(1)))


@check
def dropout():
    """a share of ratio, each entry on its own, anew each time, from the generator that is given"""
    ones = np.ones((60, 50))
    for ratio in (0.25, 0.7):
        share = np.mean(trained(ratio, ones)[1] == 0)
        if abs(share - ratio) > 0.06:
            hint = (
                "ratio is the share that goes."
                if abs(share - 1 + ratio) < 0.06
                else "Which share of evenly spread numbers lies below p?"
            )
            raise CheckFailed(f"With ratio {ratio} a share of {share:.2f} is dropped.\n{hint}")
    gone = trained(0.5, ones)[1] == 0
    if (gone == gone[0]).all() or (gone == gone[:, :1]).all():
        raise CheckFailed("Whole rows or columns are dropped at once.\nDraw as many numbers as x has entries.")
    if (gone != (trained(0.5, ones)[1] == 0)).any():
        raise CheckFailed("Two generators with the same seed drop different entries.\nDraw from rng, and from nothing else.")
    layer, rng = student.Dropout(0.5), np.random.default_rng(7)
    for told, more in (("the same generator", {"rng": rng}), ("no generator", {})):
        one, other = (np.asarray(layer.forward(ones.copy(), **more)) for _ in range(2))
        if np.array_equal(one == 0, other == 0):
            raise CheckFailed(f"Two forwards with {told} drop the same entries.\nDraw anew in each forward.")


# ------------------------------------------------------------------------------------------------- 5 to 7 · normalisation


def rounds(kind, shapes, axis):
    """(what it is, layer, x, dout, gamma, beta) for the example and for random tables."""
    if kind == "BatchNorm":
        yield "In the example, ", student.BatchNorm(GAMMA.copy(), BETA.copy(), epsilon=0.0), X, DOUT, GAMMA, BETA, 0.0
    for shape in shapes:
        d = shape[-1]
        gamma, beta, x, dout = both_signs(20, d), both_signs(21, d), both_signs(22, *shape) + 2, both_signs(23, *shape)
        layer = getattr(student, kind)(gamma.copy(), beta.copy(), epsilon=0.01)
        yield f"For x of shape {shape}, ", layer, x, dout, gamma, beta, 0.01


def wanted_out(x, gamma, beta, epsilon, axis):
    """Normalised line by line, in plain numbers."""
    lines = np.moveaxis(x, axis, -1)
    x_hat = np.empty(lines.shape)
    for place in np.ndindex(lines.shape[:-1]):
        numbers = [float(number) for number in lines[place]]
        mean = sum(numbers) / len(numbers)
        var = sum((number - mean) ** 2 for number in numbers) / len(numbers)
        x_hat[place] = [(number - mean) / (var + epsilon) ** 0.5 for number in numbers]
    return gamma * np.moveaxis(x_hat, -1, axis) + beta


def check_forward(kind, shapes, axis):
    for case, layer, x, _, gamma, beta, epsilon in rounds(kind, shapes, axis):
        given = x.copy()
        out = layer.forward(given)
        want = wanted_out(x, gamma, beta, epsilon, axis)
        n = x.shape[axis]
        unbiased = want if n < 2 else gamma * (want - beta) / gamma * np.sqrt((n - 1) / n) + beta
        suspects = {
            "beta is missing.": want - beta,
            "gamma is missing.": (want - beta) / gamma + beta,
            "The variance is divided by one less than there are numbers. Here it is that of exactly these.": unbiased,
            "Normalised along the other axis.": wanted_out(x, gamma, beta, epsilon, -1 if axis == 0 else 0),
        }
        check_close(case + "out", out, want, "Normalise, then scale by gamma, then shift by beta.", suspects)
        note_if_changed("the x given to forward", x, given)


def went_back(kind, shapes, axis):
    """(what it is, layer after backward, dx, and what all of it should be by nudging)."""
    for case, layer, x, dout, gamma, beta, epsilon in rounds(kind, shapes, axis):
        out = layer.forward(x.copy())
        if np.shape(out) != x.shape or not np.allclose(out, wanted_out(x, gamma, beta, epsilon, axis)):
            raise CheckFailed("forward() isn't right yet, and backward() builds on it.\nFirst get the check of forward to pass.")
        given = dout.copy()
        dx = layer.backward(given)
        note_if_changed("the dout given to backward", dout, given)

        def loss(x=x, gamma=gamma, beta=beta, dout=dout, epsilon=epsilon):
            return np.sum(dout * wanted_out(x, gamma, beta, epsilon, axis))

        yield (
            case,
            layer,
            dx,
            lambda name, start, loss=loss: numerical_gradient(lambda v: loss(**{name: v}), start),
            x,
            dout,
            gamma,
            beta,
        )


def check_parameter(kind, shapes, axis, name):
    for case, layer, _, nudged, x, _, gamma, beta in went_back(kind, shapes, axis):
        got, start = getattr(layer, f"d{name}"), gamma if name == "gamma" else beta
        want, places = nudged(name, start), x.size // x.shape[-1]
        shapes_ = {
            x.shape: "Not added up yet: all rows share it.",
            (1, x.shape[-1]): "The numbers are there, but it is a plain vector.",
        }
        check_written(f"d{name}", got)
        check_shape(case + f"d{name}", got, start.shape, shapes_.get(np.shape(got), f"It has the shape of {name}."))
        suspects = {"This is a mean. The loss has divided already: here it is the sum.": want / places}
        what = "dout times x_hat" if name == "gamma" else "dout"
        check_close(case + f"d{name}", got, want, f"{what}, collected from everything that shares {name}.", suspects)


def check_dx(kind, shapes, axis):
    for case, _, dx, nudged, x, *_ in went_back(kind, shapes, axis):
        want = nudged("x", x)
        check_shape(case + "dx", dx, x.shape, "It has the shape of x.")
        line = "Do its numbers add up to 0 along the axis that was normalised? If not, look at the path through the mean."
        check_close(case + "dx", dx, want, line)


def check_rounds(kind, shapes):
    """Two layers that take turns, each with a second backward: as new ones each time."""
    d = shapes[0][-1]
    make = lambda: getattr(student, kind)(both_signs(30, d), both_signs(31, d))
    layer, other = make(), make()
    for turn, shape in enumerate(shapes):
        x, dout = both_signs(32 + turn, *shape), both_signs(42 + turn, *shape)
        fresh = make()
        results = []
        for one, before in ((layer, other), (fresh, None)):
            check_written("forward()", one.forward(x.copy()))
            if before is not None:
                before.forward(2 * dout - x)
                one.backward(-dout)
            results.append((one.backward(dout.copy()), one.dgamma, one.dbeta))
        for name, got, want in zip(("dx", "dgamma", "dbeta"), *results, strict=True):
            check_written(name, want)
            hint = "A new layer gives this. What is left over from before, or shared with another layer?"
            check_close(f"In round {turn + 1}, {name}", got, want, hint)


TABLES = ((5, 3), (4, 4))
PLACES = ((5, 3), (4, 4), (2, 3, 4))


@check
def batch_norm_forward():
    """each column with mean 0 and variance 1, scaled and shifted"""
    check_forward("BatchNorm", TABLES, 0)
    constant = student.BatchNorm(GAMMA, BETA).forward(np.ones((4, 2)))
    check_close("For columns that are constant, out", constant, np.ones((4, 1)) * BETA, "epsilon stands inside the root.")


@check
def batch_norm_running():
    """a part `momentum` of what it was, the rest from the batch"""
    layer = student.BatchNorm(GAMMA.copy(), BETA.copy(), momentum=0.8)
    mean, var = np.zeros(2), np.ones(2)
    for turn, x in enumerate((X, -X[:3], X + 2)):
        check_written("forward()", layer.forward(x.copy()))
        old = mean, var
        mean, var = 0.8 * mean + 0.2 * x.mean(axis=0), 0.8 * var + 0.2 * x.var(axis=0)
        for name, got, want, before in (
            ("running_mean", layer.running_mean, mean, old[0]),
            ("running_var", layer.running_var, var, old[1]),
        ):
            suspects = {
                "momentum and 1 - momentum are exchanged.": 0.2 * before + 0.8 * (want - 0.8 * before) / 0.2,
                "It did not move.": before,
            }
            check_close(
                f"After {turn + 1} batches, {name}",
                got,
                want,
                "Most of it stays as it was, a part comes from the batch.",
                suspects,
            )


@check
def batch_norm_evaluation():
    """the running values normalise, and stay as they are"""
    layer = student.BatchNorm(GAMMA.copy(), BETA.copy(), epsilon=0.0)
    layer.running_mean, layer.running_var = np.array([3.0, -1.0]), np.array([4.0, 16.0])
    out = layer.forward(X.copy(), train=False)
    want = GAMMA * (X - [3, -1]) / [2, 4] + BETA
    check_close(
        "With train=False, out",
        out,
        want,
        "running_mean and running_var in the places of the batch's.",
        {"These are the batch's own mean and variance.": OUT},
    )
    check_close("running_mean afterwards", layer.running_mean, [3, -1], "To look must change nothing.")
    check_close("running_var afterwards", layer.running_var, [4, 16], "To look must change nothing.")
    check_close(
        "For one sample alone, out", layer.forward(X[:1].copy(), train=False), want[:1], "It doesn't depend on its neighbours."
    )


@check
def batch_norm_dgamma():
    """one number for each column, as a numerical gradient has it"""
    check_parameter("BatchNorm", TABLES, 0, "gamma")


@check
def batch_norm_dbeta():
    """one number for each column, as a numerical gradient has it"""
    check_parameter("BatchNorm", TABLES, 0, "beta")


@check
def batch_norm_dx():
    """all three paths, as a numerical gradient has it"""
    for case, _, dx, _, *_ in went_back("BatchNorm", (), 0):
        direct, without_var = GAMMA * DOUT / [5, 2], (GAMMA * DOUT - (GAMMA * DOUT).mean(axis=0)) / [5, 2]
        suspects = {
            "This is the direct path alone.": direct,
            "The path through the variance is missing.": without_var,
            "The path through the mean is missing.": np.array(DX) - without_var + direct,
            "gamma is missing on the way back.": np.array(DX) / GAMMA,
            "Divided by N once more.": np.array(DX) / 4,
        }
        check_shape(case + "dx", dx, (4, 2), "It has the shape of x.")
        check_close(case + "dx", dx, DX, "The one line of section 6.", suspects)
    check_dx("BatchNorm", TABLES, 0)


@check
def batch_norm():
    """running values from the start; every round from anew, every layer for itself"""
    layer = student.BatchNorm(np.ones(3), np.zeros(3))
    check_close("running_mean at the start", layer.running_mean, [0, 0, 0], "Zeros, one for each column.")
    check_close("running_var at the start", layer.running_var, [1, 1, 1], "Ones: as if nothing had to be normalised yet.")
    check_rounds("BatchNorm", ((5, 3), (5, 3), (4, 3)))


@check
def layer_norm_forward():
    """each place by itself"""
    check_forward("LayerNorm", PLACES, -1)


@check
def layer_norm_dx():
    """all three paths, along the row"""
    check_dx("LayerNorm", PLACES, -1)


@check
def layer_norm():
    """dgamma and dbeta over all places; every round from anew"""
    check_parameter("LayerNorm", PLACES, -1, "gamma")
    check_parameter("LayerNorm", PLACES, -1, "beta")
    check_rounds("LayerNorm", ((5, 3), (4, 2, 3), (4, 3)))


# --------------------------------------------------------------------------------------------------- 8 and 9 · logarithms

POWERS = np.array([[3.0, 2.0, 5.0], [1.0, 99.0, 0.0001]])  # e to the scores
HUGE = np.array([[1000.0, 999.0, -1000.0], [-1000.0, -1000.0, -1001.0], [-1000.0, 1000.0, 0.0]])


def total(x):
    """ln Σ exp of each row, two at a time."""
    return np.array([np.logaddexp.reduce(row) for row in x])


def unchanged(name, x):
    """What a function gives for x, which it must leave alone."""
    given = x.copy()
    result = getattr(student, name)(given)
    if not np.array_equal(given, x):
        raise CheckFailed(f"{name} changed the x that it was given.\nSomebody else needs it: make a new array.")
    return result


@check
def log_sum_exp():
    """one number for each row, exact at ±1000, and x left alone"""
    x = np.log(POWERS)
    suspects = {
        "The largest score was taken out, but not put back.": np.log(POWERS.sum(axis=1)) - x.max(axis=1),
        "The logarithm is missing.": POWERS.sum(axis=1),
    }
    check_close(
        "log_sum_exp of (ln 3, ln 2, ln 5) and another row",
        unchanged("log_sum_exp", x),
        np.log(POWERS.sum(axis=1)),
        "Read the name from right to left.",
        suspects,
    )
    for name in ("log_sum_exp", "log_softmax"):
        got = unchanged(name, HUGE)
        want = total(HUGE) if name == "log_sum_exp" else HUGE - total(HUGE)[:, None]
        check_shape(f"{name} of scores of ±1000", got, want.shape)
        if not np.isfinite(got).all():
            raise CheckFailed(f"{name} of scores of ±1000 holds NaN or infinity.\nTake the largest score of each row out first.")
        check_close(f"{name} of scores of ±1000", got, want, "Exact: nothing clipped, nothing added.")
        if np.abs(got - want).max() > 1e-9:
            raise CheckFailed(f"{name} of scores of ±1000 is a little off.\nNothing has to be added inside the logarithm.")


@check
def log_sum_exp_log_softmax():
    """x less the log-sum-exp of its row"""
    for x in (np.log(POWERS), both_signs(50, 4, 4), both_signs(51, 3, 5)):
        want = x - total(x)[:, None]
        suspects = {"These are the probabilities themselves.": np.exp(want), "Only the sign is wrong.": -want}
        hint = "Each row less its own number: a column (N, 1) is laid along the rows, a vector (N,) is not."
        check_close(f"log_softmax for x of shape {x.shape}", unchanged("log_softmax", x), want, hint, suspects)


def true_bce(z, t):
    return np.mean(np.logaddexp(0, z) - t * z)


@check
def bce_with_logits_loss():
    """the mean over all entries"""
    z, t = np.log([3.0, 1 / 3]), np.array([1.0, 1.0])
    suspects = {"This is the sum.": 2 * true_bce(z, t), "This is for the answer no.": true_bce(z, 1 - t)}
    check_number(
        "In the example, the loss",
        student.BCEWithLogits().forward(z, t),
        true_bce(z, t),
        "The mean over both entries: section 9 works it out.",
        suspects,
        1e-4,
    )
    for shape in ((4,), (4, 1), (3, 5)):
        z, t = both_signs(60, *shape), np.abs(both_signs(61, *shape)) / 1.5
        suspects = {
            "This is the sum.": z.size * true_bce(z, t),
            "Divided by N. Here each entry is a question.": z.size / len(z) * true_bce(z, t),
        }
        loss = student.BCEWithLogits().forward(z.copy(), t.copy())
        check_number(f"For z of shape {shape}, the loss", loss, true_bce(z, t), "The mean over all entries", suspects, 1e-4)


@check
def bce_with_logits_backward():
    """probability minus answer, over the number of entries"""
    layer = student.BCEWithLogits()
    layer.forward(np.log([3.0, 1 / 3]), np.array([1.0, 1.0]))
    suspects = {"Not divided.": [-0.25, -0.75], "Only the sign is wrong.": [0.125, 0.375]}
    check_close("In the example, dz", layer.backward(), [-0.125, -0.375], "Section 9 works it out.", suspects)
    for shape in ((4,), (4, 1), (3, 5)):
        z, t = both_signs(62, *shape), np.abs(both_signs(63, *shape)) / 1.5
        given = t.copy()
        layer.forward(z.copy(), given)
        layer.backward()
        dz = layer.backward()
        if not np.array_equal(t, given):
            raise CheckFailed("The caller's t was changed. The next round needs it again: work on a copy.")
        want = numerical_gradient(lambda v, t=t: true_bce(v, t), z)
        check_close(f"For z of shape {shape}, dz", dz, want, "Probability and answer, and what the loss is a mean over.")
        twice = layer.backward(2.0)
        check_written("dz", twice)
        if not np.allclose(twice, 2 * np.asarray(dz)):
            print("note: backward doesn't use dout. Where the loss is one term of several, dz is wrong.")


@check
def bce_with_logits():
    """exact at ±1000, loss and gradient"""
    z, t = np.array([[1000.0, -1000.0], [1000.0, -1000.0]]), np.array([[1.0, 0.0], [0.0, 0.25]])
    layer = student.BCEWithLogits()
    loss = layer.forward(z, t)
    check_shape("The loss", loss, ())
    if not np.isfinite(loss):
        raise CheckFailed(
            "With scores of ±1000 the loss is infinite or NaN.\nStay in logarithms: section 9 takes the larger score out."
        )
    check_number(
        "With scores of ±1000, the loss",
        loss,
        312.5,
        "Of four answers one is wrong and one doubtful; being wrong at z = 1000 costs 1000.",
        rtol=1e-9,
    )
    check_close("With scores of ±1000, dz", layer.backward(), [[0, 0], [0.25, -0.0625]], "The sigmoid itself must not overflow.")


quiz_ps10 = quiz("answer_ps10")


# ------------------------------------------------------------------------------------------------------------- for paper


def practice(seed=1):
    """One column of a batch of four, normalised by hand, there and back; no epsilon."""
    rng = np.random.default_rng(seed)
    distances = rng.permutation([[-7, -1, 1, 7], [-5, -5, 5, 5], [-1, -1, 1, 1], [-7, 1, -1, 7]][rng.integers(4)]).astype(float)
    mean, gamma, beta = float(rng.integers(-3, 10)), float(rng.integers(1, 4)), float(rng.integers(-2, 3))
    dout, std = rng.integers(-3, 4, 4).astype(float), np.sqrt(np.mean(distances**2))
    x_hat, dx_hat = distances / std, gamma * dout
    steps = {"mean": mean, "variance": std**2, "std": std, "x_hat": x_hat, "out": gamma * x_hat + beta}
    steps |= {"dgamma": dout @ x_hat, "dbeta": dout.sum(), "dx_hat": dx_hat}
    steps |= {"mean of dx_hat": dx_hat.mean(), "mean of dx_hat · x_hat": np.mean(dx_hat * x_hat)}
    steps["dx"] = (dx_hat - dx_hat.mean() - x_hat * np.mean(dx_hat * x_hat)) / std
    return Practice({"x": mean + distances, "gamma": gamma, "beta": beta, "dout": dout}, steps)
