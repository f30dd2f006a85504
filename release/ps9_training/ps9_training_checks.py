"""The checks of assignment 9, one function each. They look at what you wrote; the marks come from other tests."""

import math

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
    quiz,
    shown,
    student,
)

# -------------------------------------------------------------------------------------------------------- optimisers

GRADIENTS = ({"W": [[2.0, -1.0]], "b": [0.5]}, {"W": [[2.0, 3.0]], "b": [-1.0]}, {"W": [[-1.0, 1.0]], "b": [2.0]})


def begin():
    return {"W": np.array([[1.0, -2.0]]), "b": np.array([0.5])}


NOTHING_MOVED = (
    "update changed nothing in params: is it still to be written?\n"
    "If it is written: does it change the arrays themselves, or make new ones, which nobody holds? Section 3 shows both."
)


def walk(optimiser, gradients=GRADIENTS, params=None):
    """The parameters after each update, copies; the gradients come as fresh arrays."""
    params, found = params or begin(), []
    for grads in gradients:
        optimiser.update(params, {key: np.array(g) for key, g in grads.items()})
        for key, array in params.items():
            check_shape(f'params["{key}"] after update', array, np.shape(begin()[key]))
        found.append({key: np.array(p) for key, p in params.items()})
    if all(np.array_equal(found[0][key], p) for key, p in begin().items()):
        raise CheckFailed(NOTHING_MOVED)
    return found


def check_one_number(name, optimiser, gradients, wanted, hints):
    """The example of the lesson: p = 1, and a few gradients one after another."""
    params = {"p": np.array([1.0])}
    for n, (g, want) in enumerate(zip(gradients, wanted, strict=True)):
        optimiser.update(params, {"p": np.array([float(g)])})
        hint, suspects = hints[min(n, len(hints) - 1)]
        if n == 0 and params["p"][0] == 1.0:
            raise CheckFailed(NOTHING_MOVED)
        check_close(f"{name}: p after step {n + 1}", params["p"], [want], hint, suspects)


def check_changed_in_place(optimiser):
    params = begin()
    held = dict(params)
    walk(optimiser, GRADIENTS[:1], params)
    for key, array in held.items():
        if params[key] is not array or np.array_equal(array, begin()[key]):
            raise CheckFailed(
                f'After update, params["{key}"] is another array; the one that was there has not changed.\n'
                "Whoever holds it, a layer for example, sees no step. `p += step` changes the array, `p = p + step` makes a new one."
            )


def check_own_memory(make):
    """Keys in another order, and the memory of one key apart from that of another."""
    want = walk(make())
    turned = [dict(reversed(grads.items())) for grads in GRADIENTS]
    for n, (got, right) in enumerate(zip(walk(make(), turned), want, strict=True)):
        for key, p in right.items():
            hint = "Take grads[key] for params[key]: that grads has the same order is nowhere promised."
            check_close(f'With the keys of grads turned round, params["{key}"] after step {n + 1}', got[key], p, hint)
    alone, params = make(), {"W": begin()["W"]}
    for n, grads in enumerate(GRADIENTS):
        alone.update(params, {"W": np.array(grads["W"])})
        hint = "b has left something in the memory of W. Each key has an entry of its own."
        check_close(f'params["W"] after step {n + 1}, where there is no b', params["W"], want[n]["W"], hint)


def check_nothing_shared(make):
    want, one, other = walk(make()), make(), make()
    params, strangers = begin(), begin()
    for n, grads in enumerate(GRADIENTS):
        one.update(params, {key: np.array(g) for key, g in grads.items()})
        other.update(strangers, {key: -3 * np.array(g) for key, g in grads.items()})
        hint = "What is remembered belongs to one optimiser: it is made in __init__, and kept in self."
        check_close(f"Two optimisers take turns. The first one's W after step {n + 1}", params["W"], want[n]["W"], hint)
    params, same, again = begin(), {key: np.zeros_like(p) for key, p in begin().items()}, make()
    for n, grads in enumerate(GRADIENTS):
        for key, g in grads.items():
            same[key][...] = g
        again.update(params, same)
        hint = "Was the gradient array itself kept? The caller has filled it anew since then."
        check_close(f"With one dict of gradients, filled anew each time: W after step {n + 1}", params["W"], want[n]["W"], hint)


def check_default(plain, explicit, text):
    for n, (got, want) in enumerate(zip(walk(plain()), walk(explicit()), strict=True)):
        check_close(f"Made without hyperparameters: W after step {n + 1}", got["W"], want["W"], f"They should be {text}.")


def check_never_moved(optimiser):
    params = begin()
    for n in range(2):
        optimiser.update(params, {"W": np.array([[0.0, 2.0]]), "b": np.array([0.0])})
        for key, array in params.items():
            check_finite(
                f'With gradients of 0, params["{key}"] after step {n + 1}', array, "0 is divided by 0: where does epsilon stand?"
            )
    check_close("A parameter whose gradient is always 0", params["b"], [0.5], "It should stay where it is.")
    if params["W"][0, 1] == -2.0:
        raise CheckFailed(NOTHING_MOVED)


@check
def momentum_first():
    """the first step is the plain one"""
    hint = "v begins at zero: the first step is −learning_rate · g."
    suspects = {"Uphill: the step goes against the gradient.": 1.2, "The learning rate is missing.": -1.0}
    check_one_number("In the example", student.Momentum(0.1, 0.9), [2], [0.8], [(hint, suspects)])


@check
def momentum_later():
    """what is left of the last step is added"""
    first = ("First get the check above to pass.", {})
    suspects = {"This is a plain step: nothing is left of the last one.": 0.6, "v was multiplied by the learning rate.": 0.78}
    later = ("v is momentum · v − learning_rate · g, and p gets v added.", suspects)
    check_one_number("In the example", student.Momentum(0.1, 0.9), [2, 2, -1], [0.8, 0.42, 0.178], [first, later, ("", {})])


@check
def momentum_in_place():
    """the arrays themselves change"""
    check_changed_in_place(student.Momentum(0.1, 0.9))


@check
def momentum_keys():
    """a memory for each key, whatever the order"""
    check_own_memory(lambda: student.Momentum(0.1, 0.9))


@check
def momentum_apart():
    """two optimisers share nothing, nor do they with the caller"""
    check_nothing_shared(lambda: student.Momentum(0.1, 0.9))


@check
def momentum_defaults():
    """learning_rate 0.01, momentum 0.9"""
    check_default(lambda: student.Momentum(), lambda: student.Momentum(0.01, 0.9), "0.01 and 0.9")


@check
def rmsprop_first():
    """the gradient is divided by its root mean square"""
    hint = "h is (1 − decay) · g² = 2 at first, and the step −0.1 · 2 / √2."
    suspects = {"The root of h is missing.": 0.9, "The factor 1 − decay is missing.": 0.9, "Uphill.": 1.1414213562}
    check_one_number("In the example", student.RMSProp(0.1, 0.5, 1e-12), [2], [1 - 0.2 / math.sqrt(2)], [(hint, suspects)])
    hint = "epsilon is added to the root, and not to h."
    check_one_number("With epsilon 1", student.RMSProp(0.1, 0.5, 1.0), [2], [1 - 0.2 / (math.sqrt(2) + 1)], [(hint, {})])


@check
def rmsprop_later():
    """h goes on as a running mean"""
    first = 1 - 0.2 / math.sqrt(2)
    hint = "h is 0.5 · 2 + 0.5 · 1 = 1.5 in the second step."
    suspects = {"The squares were added up, without forgetting.": first + 0.1 / math.sqrt(2.5)}
    hints = [("First get the check above to pass.", {}), (hint, suspects)]
    check_one_number("In the example", student.RMSProp(0.1, 0.5, 1e-12), [2, -1], [first, first + 0.1 / math.sqrt(1.5)], hints)


@check
def rmsprop_zeros():
    """a gradient of 0 moves nothing and gives no NaN"""
    check_never_moved(student.RMSProp(0.1))


@check
def rmsprop_in_place():
    """the arrays themselves change"""
    check_changed_in_place(student.RMSProp(0.1, 0.5))


@check
def rmsprop_keys():
    """a memory for each key, whatever the order"""
    check_own_memory(lambda: student.RMSProp(0.1, 0.5))


@check
def rmsprop_apart():
    """two optimisers share nothing, nor do they with the caller"""
    check_nothing_shared(lambda: student.RMSProp(0.1, 0.5))


@check
def rmsprop_defaults():
    """learning_rate 0.01, decay 0.99, epsilon 1e-8"""
    check_default(lambda: student.RMSProp(), lambda: student.RMSProp(0.01, 0.99, 1e-8), "0.01, 0.99 and 1e-8")


@check
def adam_first():
    """the first step has the size of the learning rate"""
    hint = "m̂ is 2 and v̂ is 4: the step is −0.1 · 2 / 2."
    suspects = {
        "Without the corrections m is 1 and v is 2: both are too small at first.": 1 - 0.1 / math.sqrt(2),
        "m is corrected, v is not.": 1 - 0.2 / math.sqrt(2),
        "v is corrected, m is not.": 0.95,
        "Uphill: the step goes against the gradient.": 1.1,
    }
    check_one_number("In the example", student.Adam(0.1, 0.5, 0.5, 1e-12), [2], [0.9], [(hint, suspects)])


@check
def adam_later():
    """t counts the updates, the running means go on"""
    later = "In the second step m is 0, so p stays; in the third m̂ is 1/7 and v̂ is 11/7, for gradients 2, −1, 1."
    third = 0.9 - 0.1 * (0.25 + 0.5 * 0.5 * 0 + 0.25) / 0.875 / math.sqrt(1.25 / 0.875)
    hints = [("First get the check above to pass.", {}), (later, {})]
    check_one_number("In the example", student.Adam(0.1, 0.5, 0.5, 1e-12), [2, -1, 1], [0.9, 0.9, third], hints)


@check
def adam_zeros():
    """a gradient of 0 moves nothing and gives no NaN"""
    check_never_moved(student.Adam(0.1))


@check
def adam_in_place():
    """the arrays themselves change"""
    check_changed_in_place(student.Adam(0.1))


@check
def adam_keys():
    """a memory for each key, whatever the order, and one t for all"""
    check_own_memory(lambda: student.Adam(0.1, 0.5, 0.7))


@check
def adam_apart():
    """two optimisers share nothing, nor do they with the caller"""
    check_nothing_shared(lambda: student.Adam(0.1, 0.5, 0.7))


@check
def adam_defaults():
    """learning_rate 0.001, beta1 0.9, beta2 0.999, epsilon 1e-8"""
    check_default(lambda: student.Adam(), lambda: student.Adam(0.001, 0.9, 0.999, 1e-8), "0.001, 0.9, 0.999 and 1e-8")


# ------------------------------------------------------------------------------------------------------------ starts


def weights_of(name, n_inputs, n_outputs, seed=0):
    found = getattr(student, name)(n_inputs, n_outputs, np.random.default_rng(seed))
    check_finite(f"{name}({n_inputs}, {n_outputs}, rng)", found)
    return np.array(found, dtype=float)


def check_spread(name, factor):
    for n in (50, 200):
        found, want = weights_of(name, n, 100), math.sqrt(factor / n)
        hint = f"It should be √({factor} / n_inputs)."
        if abs(found.std() / want - 1) > 0.06:
            raise CheckFailed(
                f"{name}({n}, 100, rng): the standard deviation is {found.std():.4f}, and should be near {want:.4f}.\n{hint}"
            )
        if abs(found.mean()) > 0.1 * want:
            raise CheckFailed(f"{name}({n}, 100, rng): the mean is {found.mean():.4f}, and should be near 0.")
        if np.abs(found).max() < 2.2 * want:
            raise CheckFailed(f"{name}({n}, 100, rng): no number lies far out. A normal distribution is wanted: rng.normal.")


@check
def initial_weights_shape():
    """an array (n_inputs, n_outputs)"""
    for name in ["xavier", "he"]:
        check_shape(
            f"{name}(5, 3, rng)", getattr(student, name)(5, 3, np.random.default_rng(0)), (5, 3), "Inputs first, as W in rows."
        )


@check
def initial_weights_xavier():
    """normal, with standard deviation √(1 / n_inputs)"""
    check_spread("xavier", 1)


@check
def initial_weights_he():
    """normal, with standard deviation √(2 / n_inputs)"""
    check_spread("he", 2)


@check
def initial_weights_rng():
    """the same seed gives the same weights, another one others"""
    for name in ["xavier", "he"]:
        one, again, other = (weights_of(name, 3, 4, seed) for seed in (1, 1, 2))
        check_close(f"{name} with the same seed once more", again, one, "All draws come from rng, none from np.random.")
        if np.array_equal(one, other):
            raise CheckFailed(f"{name} gives the same numbers for another seed. All draws come from rng.")


# ---------------------------------------------------------------------------------------------------- split, standardise


def cut(n, fractions, seed=0):
    """The parts of n samples whose rows are (i, 10 · i), with i as label: lists of row numbers and of labels."""
    x, t = np.arange(n)[:, None] * np.array([1.0, 10.0]), np.arange(n)
    found = student.split(x, t, fractions, np.random.default_rng(seed))
    check_written("split()", found)
    if not isinstance(found, (list, tuple)) or len(found) != len(fractions):
        raise CheckFailed(
            f"split must return a list of {len(fractions)} pairs (x, t), one for each fraction; it gave\n  {shown(found)}"
        )
    rows = []
    for number, part in enumerate(found):
        if not isinstance(part, (list, tuple)) or len(part) != 2:
            raise CheckFailed(f"Part {number} should be a pair (x, t), but is\n  {shown(part)}")
        check_shape(f"The x of part {number}", part[0], (len(part[1]), 2), "As many rows as labels, all columns.")
        rows.append(([int(i) for i in part[0][:, 0]], [int(label) for label in part[1]]))
    return rows


@check
def split_sizes():
    """each part has its fraction, to rounding"""
    for n, fractions in ((10, (0.6, 0.2, 0.2)), (11, (0.5, 0.5)), (7, (1 / 3, 1 / 3, 1 / 3))):
        sizes = [len(rows) for rows, _labels in cut(n, fractions)]
        if sum(sizes) != n or any(abs(size - f * n) >= len(fractions) for size, f in zip(sizes, fractions, strict=True)):
            told = ", ".join(f"{f:.2g}" for f in fractions)
            raise CheckFailed(f"{n} samples with the fractions {told} were split into {sizes}. Nobody may be lost in rounding.")


@check
def split_disjoint():
    """everybody is in one part, and in one only"""
    found = sorted(row for rows, _labels in cut(11, (0.6, 0.2, 0.2)) for row in rows)
    if found != list(range(11)):
        raise CheckFailed(f"Of 11 rows, 0 to 10, the parts together have\n  {found}\nEach has to be there once.")


@check
def split_together():
    """rows keep their labels"""
    for number, (rows, labels) in enumerate(cut(11, (0.6, 0.4))):
        if rows != labels:
            raise CheckFailed(
                f"Row i has label i. Part {number} has the rows\n  {rows}\nand the labels\n  {labels}\nOne order for both."
            )


@check
def split_shuffled():
    """rng decides who goes where"""
    one, again, other = (cut(20, (0.5, 0.5), seed) for seed in (1, 1, 2))
    if sorted(one[0][0]) == list(range(10)):
        raise CheckFailed("The first part holds the first rows. Shuffle first, then cut.")
    if one != again:
        raise CheckFailed("The same seed gives other parts the second time. All draws come from rng.")
    if sorted(one[0][0]) == sorted(other[0][0]):
        raise CheckFailed("Another seed gives the same parts. The order has to come from rng.")


@check
def split_unchanged():
    """x and t are as before"""
    x, t = np.arange(12.0).reshape(6, 2), np.arange(6)
    check_written("split()", student.split(x, t, (0.5, 0.5), np.random.default_rng(0)))
    hint = "They belong to the caller. rng.permutation(n) gives an order and changes nothing."
    check_close("x after split", x, np.arange(12.0).reshape(6, 2), hint)
    check_close("t after split", t, np.arange(6), hint)


COLUMNS = np.array([[1.0, 40.0], [3.0, 40.5], [5.0, 39.5], [7.0, 40.0]])
OTHERS = np.array([[9.0, 41.0], [4.0, 38.0]])


def fitted_on(x):
    fitted = student.Standardiser()
    fitted.fit(x.copy())
    return fitted


@check
def standardise_mean():
    """one for each column"""
    suspects = {"One mean for everything? Each column has its own: axis=0.": [22, 22]}
    check_close("mean", fitted_on(COLUMNS).mean, [4, 40], "Over the rows: axis=0.", suspects)


@check
def standardise_std():
    """one for each column, divided by N"""
    suspects = {
        "Divided by N − 1. Here it is N.": np.std(COLUMNS, axis=0, ddof=1),
        "This is the variance: its root is missing.": [5, 0.125],
    }
    check_close("std", fitted_on(COLUMNS).std, [math.sqrt(5), math.sqrt(0.125)], "The root of the mean square.", suspects)


@check
def standardise_transform():
    """mean 0 and standard deviation 1"""
    got = fitted_on(COLUMNS).transform(COLUMNS.copy())
    check_shape("transform()", got, (4, 2))
    first = [-3 / math.sqrt(5), -1 / math.sqrt(5), 1 / math.sqrt(5), 3 / math.sqrt(5)]
    check_close("In the example, the first column", np.array(got)[:, 0], first, "Less the mean, then divided by std.")
    check_close("The means of the columns", np.mean(got, axis=0), [0, 0])
    check_close("The standard deviations of the columns", np.std(got, axis=0), [1, 1])


@check
def standardise_others():
    """other data by what fit has measured"""
    got = fitted_on(COLUMNS).transform(OTHERS.copy())
    hint = "By the mean and std of the data of fit. transform measures nothing."
    check_close("For other data, the first column", np.array(got)[:, 0], [math.sqrt(5), 0], hint)
    check_shape("For a single row, transform()", fitted_on(COLUMNS).transform(OTHERS[:1].copy()), (1, 2))


@check
def standardise_constant():
    """a constant column becomes 0"""
    x = COLUMNS.copy()
    x[:, 1] = 3.0
    got = fitted_on(x).transform(x.copy())
    check_finite("With a constant column, transform()", got, "Its std is 0, and 0 / 0 is NaN. By what can it be divided?")
    check_close("The constant column", np.array(got)[:, 1], [0, 0, 0, 0])


# ------------------------------------------------------------------------------------------- weight decay, early stopping

PARAMS = {"W1": [[1.0, -2.0]], "b1": [3.0, 4.0], "W2": [[0.5]], "bW": [7.0]}


def decayed(strength=0.1):
    found = student.decay_gradients({key: np.array(p) for key, p in PARAMS.items()}, strength)
    check_written("decay_gradients()", found)
    if not isinstance(found, dict):
        raise CheckFailed(f"decay_gradients must return a dict, but gave\n  {shown(found)}")
    return found


@check
def weight_decay_loss():
    """half the strength times the squares of all weights"""
    suspects = {
        "Twice as large: the ½ is missing.": 0.525,
        "Biases count, too. Only keys that begin with W do.": 0.5 * 0.1 * (5.25 + 25 + 49),
        "bW counts, too: it has a W, but doesn't begin with it.": 0.5 * 0.1 * (5.25 + 49),
    }
    got = student.decay_loss({key: np.array(p) for key, p in PARAMS.items()}, 0.1)
    check_number("For W1 = (1, −2), W2 = (0.5), strength 0.1: decay_loss", got, 0.2625, "½ · 0.1 · (1 + 4 + 0.25)", suspects)


@check
def weight_decay_weights():
    """strength times W"""
    found = decayed()
    for key, want in (("W1", [[0.1, -0.2]]), ("W2", [[0.05]])):
        suspects = {"Twice as large: the ½ takes the 2 of the square away.": 2 * np.array(want)}
        check_close(f"The gradient of {key}", found.get(key), want, "strength · W, number by number.", suspects)


@check
def weight_decay_others():
    """every key is there, with zeros where nothing decays"""
    found = decayed()
    if set(found) != set(PARAMS):
        raise CheckFailed(f"decay_gradients has the keys {sorted(map(str, found))}; it should have {sorted(PARAMS)}.")
    for key, want in (("b1", [0, 0]), ("bW", [0])):
        check_close(f"The gradient of {key}", found[key], want, "Zeros of the parameter's shape: it doesn't begin with W.")
    check_written("The gradient of W1", found["W1"])


@check
def weight_decay_fresh():
    """new arrays, and params as before"""
    params = {key: np.array(p) for key, p in PARAMS.items()}
    found = student.decay_gradients(params, 1.0)
    check_written("decay_gradients()", found)
    for key, want in PARAMS.items():
        check_close(f"params[{key!r}] after decay_gradients", params[key], want, "It only measures.")
        check_written(f"The gradient of {key}", found.get(key))
        if np.shares_memory(found[key], params[key]):
            raise CheckFailed(f"The gradient of {key} is the parameter's own array. Whoever adds to it changes the parameter.")


def stops(patience, losses):
    """What each call says."""
    stopping, params = student.EarlyStopping(patience), {"W": np.zeros(2)}
    said = [stopping.step(loss, params) for loss in losses]
    if any(one is ... for one in said):
        raise CheckFailed("step is still to be written.")
    return [bool(one) for one in said]


def check_stops(name, patience, losses, want, hint):
    got = stops(patience, losses)
    if want != got:
        words = lambda said: ", ".join("yes" if one else "no" for one in said)
        numbers = ", ".join(f"{loss:g}" for loss in losses)
        raise CheckFailed(
            f"{name}: patience {patience}, losses {numbers}. Stop?\n  {words(got)}\nand should be\n  {words(want)}\n{hint}"
        )


@check
def early_stopping_when():
    """True at the patience-th call in a row without improvement"""
    hint = "The count begins after the best call, and says True when it reaches patience."
    check_stops("Rising losses", 2, [1, 2, 3], [False, False, True], hint)
    check_stops("Rising losses", 1, [2, 1, 3], [False, False, True], hint)


@check
def early_stopping_strict():
    """as small as the best is no improvement"""
    check_stops("Losses that stay", 2, [1, 1, 1], [False, False, True], "Smaller than the best is an improvement, equal is none.")


@check
def early_stopping_in_a_row():
    """an improvement sets the count back"""
    want = [False] * 5 + [True]
    check_stops(
        "The example", 2, [0.9, 0.7, 0.8, 0.6, 0.6, 0.65], want, "In a row; and compare with the best loss, not with the last."
    )


@check
def early_stopping_best():
    """the best loss, and copies of its parameters"""
    stopping, params = student.EarlyStopping(5), {"W": np.zeros(2)}
    for n, loss in enumerate((3.0, 1.0, 2.0), start=1):
        params["W"] += 1.0
        check_written(f"step() in call {n}", 0 if (said := stopping.step(loss, params)) is None else said)
    check_number("After losses 3, 1, 2: best_loss", stopping.best_loss, 1)
    check_written("best_params", stopping.best_params)
    if not isinstance(stopping.best_params, dict) or "W" not in stopping.best_params:
        raise CheckFailed(f"best_params must be a dict with the keys of params, but is\n  {shown(stopping.best_params)}")
    suspects = {"These are those of the last call: the arrays went on changing. Copy the arrays, not only the dict.": [3, 3]}
    check_close(
        'best_params["W"], which was (1, 1), (2, 2), (3, 3)', stopping.best_params["W"], [2, 2], "Those of call 2.", suspects
    )


quiz_ps9 = quiz("answer_ps9")


def practice(seed=1):
    """One number, three gradients, and what momentum, RMSProp and Adam make of them, three numbers each."""
    rng = np.random.default_rng(seed)
    start, rate = float(rng.integers(-3, 4)), float(rng.choice([0.1, 0.2, 0.5]))
    g = rng.choice([-3.0, -2.0, -1.0, 1.0, 2.0, 3.0], 3)
    half = 0.5 ** np.arange(1, 4)
    velocity, mean, square = (np.zeros(3) for _ in range(3))
    for n in range(3):
        velocity[n] = 0.9 * velocity[n - 1] * (n > 0) - rate * g[n]
        mean[n] = 0.5 * mean[n - 1] * (n > 0) + 0.5 * g[n]
        square[n] = 0.5 * square[n - 1] * (n > 0) + 0.5 * g[n] ** 2
    m_hat, v_hat = mean / (1 - half), square / (1 - half)
    steps = {"Momentum: v": velocity, "Momentum: p": start + np.cumsum(velocity)}
    steps |= {"RMSProp: h": square, "RMSProp: p": start - np.cumsum(rate * g / np.sqrt(square))}
    steps |= {"Adam: m": mean, "Adam: v": square, "Adam: m_hat": m_hat, "Adam: v_hat": v_hat}
    steps["Adam: p"] = start - np.cumsum(rate * m_hat / np.sqrt(v_hat))
    return Practice({"p": start, "learning_rate": rate, "g": g}, steps)
