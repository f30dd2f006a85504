"""`BrokenSoftmaxWithLoss`: large scores, a confident mistake, and whole-number labels."""

import numpy as np

from grader.testing import Failed, NotPassed, _, assert_gradient, assert_kind, close, is_array_like, is_value, points, signed

SIZES = ((4, 3), (3, 3), (5, 6), (1, 4))  # N, C: one square, one of a single sample
NEAR = 1e-5  # a constant inside the logarithm, such as 1e-7, moves an ordinary loss by less


def softmax(x):
    powers = np.exp(x - x.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def one_hot(labels, C):
    return np.eye(C)[labels]


def forms(labels, C):
    """What labels may be given as. One-hot ones may be whole numbers, too: it's the axes that tell the forms apart."""
    return (("whole-number", labels), ("one-hot", np.eye(C, dtype=int if C > 4 else float)[labels]))


LABELS = one_hot(np.array([0, 1, 1, 0]), 3)  # of the large scores


def batches(rng):
    """Scores and labels of each size: no two neighbours' labels alike, the last class among them in every other batch."""
    for N, C in SIZES:
        for without in range(2 if N > 1 else 1):
            labels = (np.arange(N) + rng.integers(C)) % (C - without)
            yield 1.2 * signed(rng, N, C), labels


def exact_loss(y, labels):
    return float(-np.mean(np.log(y[np.arange(len(y)), labels])))


def attempt(take):
    """What take() gives, or None where it raises."""
    try:
        return take()
    except NotPassed:
        return None


def is_nearly(y, want):
    """To clip y is allowed."""
    return is_array_like(y, want) and np.abs(y - want).max() < 1e-6


def y_is_to_blame(student, x, t):
    """Whether forward keeps no y, or a wrong one: one that doesn't even depend on x is none that others could build on."""
    layer, both = student.BrokenSoftmaxWithLoss(), np.vstack((x, -x))
    attempt(lambda: layer.forward(both, np.concatenate((t, t))))
    y = attempt(lambda: layer.y)
    if not is_array_like(y, both):
        return True
    return not is_nearly(y, softmax(both)) and not is_value(y[: len(x)], y[len(x) :])


def number(case, got):
    """A loss as a float."""
    assert_kind(_("{case}, the loss").format(case=case), got)
    if np.shape(got) != ():
        raise Failed(_("{case}, the loss has shape {shape}; it must be one number.").format(case=case, shape=np.shape(got)))
    if not np.isfinite(got):
        what = "NaN" if np.isnan(got) else _("infinite")
        hint = _("Which function of y can't take a y that is exactly 0?")
        raise Failed(_("{case}, the loss is {what}.").format(case=case, what=what), hint)
    return float(got)


def large_scores(rng):
    """What kind of scores they are, and the scores, for which the labels are LABELS."""
    yield _("small scores"), signed(rng, 4, 3)
    spread = np.array([[1000.0, 0.0, -1000.0], [0.0, 0.0, 1.0], [-1000.0, -1001.0, -999.0], [2.0, -1.0, 0.5]])
    yield _("scores from -1000 to 1000 in one row"), spread
    yield _("scores around 1000"), 1000 + signed(rng, 4, 3)
    yield _("scores around -1000"), -1000 + signed(rng, 4, 3)
    yield _("rows of scores far apart"), np.array([[1000.0], [-1000.0], [0.0], [500.0]]) + signed(rng, 4, 3)


@points(1)
def test_large_scores(student, rng):
    """y is right for scores of ±1000, too."""
    for name, x in large_scores(rng):
        layer = student.BrokenSoftmaxWithLoss()
        seen = student.watch(layer.forward, x, LABELS)
        y = attempt(lambda layer=layer: layer.y)
        if seen.error and not is_nearly(y, softmax(x)):
            raise seen.error
        if not is_nearly(y, softmax(x)):
            hint = _("The same number may be added to all scores of a row, and y stays as it is.")
            assert_gradient(_("For {name}, y").format(name=name), layer.y, softmax(x), hint)


@points(1)
def test_confident(student, rng):
    """the loss of a confident mistake is large and finite."""
    x, labels = signed(rng, 4, 3), np.array([0, 2, 1, 0])
    t = one_hot(labels, 3)
    third = np.arange(4)[:, None] == 2
    for places, share in ((t * third > 0, 0.25), (t > 0, 1.0), (t == 0, 0.0)):  # one mistake, nothing else, none
        layer = student.BrokenSoftmaxWithLoss()
        returned = layer.forward(np.where(places, -1000.0, x), t)
        loss = layer.loss if returned is None else returned  # a missing return costs another part
        loss = number(_("For a confident mistake") if share else _("For confident and right answers"), loss)
        if not share and abs(loss) > 0.05:
            raise Failed(_("For confident and right answers, the loss is not 0."))
        if share and loss <= 5.0 * share:
            raise Failed(
                _("For a confident mistake, the loss is finite, but much too small."),
                _("The surer the network was of a wrong answer, the larger the loss must be."),
            )
        if share and loss >= 1000.0 * share + 20.0:  # 1000 for each mistake, to within what the other scores add
            raise Failed(
                _("For a confident mistake, the loss is finite, but much too large."),
                _("Somewhere a number took the place of infinity that is nearly as large."),
            )


@points(1)
def test_labels_loss(student, rng):
    """the loss is right for whole-number labels, and stays right for one-hot ones."""
    for x, labels in batches(rng):
        N, C = x.shape
        layer = student.BrokenSoftmaxWithLoss()
        for form, t in forms(labels, C):
            returned = layer.forward(x, t)
            case = _("With {name} labels, N = {n}, C = {c}").format(name=form, n=N, c=C)
            check_loss(student, case, returned, layer, x, labels, t)
            check_loss(student, case + _(", in the attribute `loss`"), layer.loss, layer, x, labels, t)


def check_loss(student, case, got, layer, x, labels, t):
    """A loss is right, or it is that of a y which is wrong, as another part tells."""
    got, want, N = number(case, got), exact_loss(softmax(x), labels), len(x)
    if is_near(got, want) or (is_loss_of(attempt(lambda: layer.y), got, x, labels) and y_is_to_blame(student, x, t)):
        return
    if N > 1 and abs(got / want - N) < 1e-3:
        hint = _("It is the mean over the batch.")
        raise Failed(_("{case}, the loss is N = {n} times too big.").format(case=case, n=N), hint)
    if N > 1 and abs(got / want * N - 1) < 1e-3:
        raise Failed(_("{case}, the loss is N = {n} times too small.").format(case=case, n=N), _("Was the mean taken twice?"))
    hint = _("From each row of y one number counts: that of this row's own label.")
    raise Failed(_("{case}, the loss has a wrong value.").format(case=case), hint)


def is_loss_of(y, got, x, labels):
    """Whether a loss is right for probabilities y."""
    probabilities = is_array_like(y, x) and (y > 0).all() and close(y.sum(axis=1), np.ones(len(y)))
    return probabilities and is_near(got, exact_loss(y, labels))


def is_near(got, want):
    return abs(got - want) <= NEAR * max(1.0, abs(want))


@points(1)
def test_labels_gradient(student, rng, advise):
    """the gradient is right for whole-number labels, and stays right for one-hot ones."""
    layer, neighbour = student.BrokenSoftmaxWithLoss(), student.BrokenSoftmaxWithLoss()
    for x, labels in batches(rng):
        N, C = x.shape
        for form, t in forms(labels, C):
            case = _("With {name} labels, N = {n}, C = {c}, ").format(name=form, n=N, c=C)
            seen = student.watch(layer.forward, x, t)
            if len(seen.args) == 2 and not (is_value(seen.args[0], x) and is_value(seen.args[1], t)):
                advise(_("`forward` changes its arguments. Whoever else needs them gets wrong ones."))
            attempt(lambda x=x, t=t: neighbour.forward(-x, t))
            try:
                check_gradient(layer, case, softmax(x), labels, advise)
            except NotPassed:
                if not y_is_to_blame(student, x, t):
                    raise
                y = np.abs(x) / np.abs(x).sum(axis=1, keepdims=True)
                layer.y = y  # backward gets some probabilities in place of what is missing or wrong
                if isinstance(attempt(lambda: layer.t), (type(None), type(...))):
                    layer.t = t
                check_gradient(layer, case, y, labels, advise)


def check_gradient(layer, case, y, labels, advise):
    """dx is right for y, as often as it is asked for, and multiplied by `dout`, which it may take no notice of."""
    N, C = y.shape
    right = (y - one_hot(labels, C)) / N
    for dout in (None, -0.7, 0.0):  # None: as plain as it is called in training
        dx = layer.backward() if dout is None else layer.backward(dout)
        want = right if dout is None else dout * right
        if dout is not None and is_value(dx, right):
            advise(_("`backward` of BrokenSoftmaxWithLoss ignores `dout`; it should be multiplied by it."))
        elif not is_value(dx, want):
            if is_array_like(dx, y):
                check_rows(case, dx, want)
            hint = _("y, less one at each row's own label, over N. Is y still what forward made of it?")
            assert_gradient(case + "dx", dx, want, hint)


def check_rows(case, dx, want):
    """A gradient of softmax adds up to 0 in each row: a symptom worth naming."""
    sums = np.abs(dx.sum(axis=1))
    if (sums > 1e-6).any() and not close(np.sort(dx, axis=None), np.sort(want, axis=None)):
        raise Failed(
            _("{case}dx has the right shape, but {n} of its {rows} rows don't add up to 0.").format(
                case=case, n=int((sums > 1e-6).sum()), rows=len(sums)
            ),
            _(
                "Raise all scores of a row by the same amount: the loss stays. So each row of dx adds up to 0. "
                "How many numbers of a row are to be changed, and in which rows were they?"
            ),
        )
