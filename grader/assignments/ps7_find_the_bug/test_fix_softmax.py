"""`BrokenSoftmaxWithLoss`: large scores, a confident mistake, and whole-number labels."""

import numpy as np

from grader.testing import Failed, _, assert_gradient, assert_kind, close, is_array_like, points, signed

SIZES = ((4, 3), (3, 3), (5, 6), (1, 4))  # N, C: one square, one of a single sample
ROUNDS = 2
NEAR = 1e-5  # a constant inside the logarithm, such as 1e-7, moves an ordinary loss by less


def softmax(x):
    powers = np.exp(x - x.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def one_hot(labels, C):
    return np.eye(C)[labels]


LABELS = one_hot(np.array([0, 1, 1, 0]), 3)  # of the large scores


def batches(rng):
    """Scores and labels of each size: no two neighbours' labels alike, the last class among them in every other batch."""
    for N, C in SIZES:
        for without in range(ROUNDS if N > 1 else 1):
            labels = (np.arange(N) + rng.integers(C)) % (C - without)
            yield 1.2 * signed(rng, N, C), labels


def own_y(layer, y):
    """The student's y, which a part of its own is about, or y where theirs can't be used."""
    own = layer.y
    return own if is_array_like(own, y) and (own > 0).all() else y


def exact_loss(y, labels):
    return float(-np.mean(np.log(y[np.arange(len(y)), labels])))


def check_loss(case, got, wants, N):
    """`got` is one of `wants`: the right loss, or the one that the student's own y has."""
    want = wants[0]
    assert_kind(_("{case}, the loss").format(case=case), got)
    if np.shape(got) != ():
        raise Failed(_("{case}, the loss has shape {shape}; it must be one number.").format(case=case, shape=np.shape(got)))
    got = float(got)
    if not np.isfinite(got):
        raise Failed(_("{case}, the loss is {what}.").format(case=case, what="NaN" if np.isnan(got) else _("infinite")))
    if all(abs(got - w) > NEAR * max(1.0, abs(w)) for w in wants):
        if N > 1 and abs(got / want - N) < 1e-3:
            raise Failed(
                _("{case}, the loss is N = {n} times too big.").format(case=case, n=N), _("It is the mean over the batch.")
            )
        if N > 1 and abs(got / want * N - 1) < 1e-3:
            raise Failed(_("{case}, the loss is N = {n} times too small.").format(case=case, n=N), _("Was the mean taken twice?"))
        raise Failed(
            _("{case}, the loss has a wrong value.").format(case=case),
            _("From each row of y one number counts: that of this row's own label."),
        )


def large_scores(rng):
    """What kind of scores they are, and the scores, for which the labels are LABELS."""
    yield _("small scores"), signed(rng, 4, 3)
    yield _("scores around 1000"), 1000 + signed(rng, 4, 3)
    yield _("scores around -1000"), -1000 + signed(rng, 4, 3)
    yield _("rows of scores far apart"), np.array([[1000.0], [-1000.0], [0.0], [500.0]]) + signed(rng, 4, 3)
    spread = np.array([[1000.0, 0.0, -1000.0], [0.0, 0.0, 1.0], [-1000.0, -1001.0, -999.0], [2.0, -1.0, 0.5]])
    yield _("scores from -1000 to 1000 in one row"), spread


def is_nearly(y, want):
    """To clip y is allowed."""
    return is_array_like(y, want) and np.abs(y - want).max() < 1e-6


def confident(rng):
    """Scores, one-hot labels, and the share of confident mistakes."""
    labels = one_hot(np.array([0, 2, 1, 0]), 3)
    for wrong in (np.arange(4) == 2, np.arange(4) >= 0):  # one sample is confidently wrong, and all are
        x = signed(rng, 4, 3)
        x[wrong] = np.where(labels[wrong] > 0, -1000.0, x[wrong])
        yield x, labels, wrong.mean()


def of_confident(share):
    """Between what numbers a loss must lie: it is 1000 for each mistake, to within what the other scores add."""
    return 5.0 * share, 1000.0 * share + 20.0


@points(1)
def test_large_scores(student, rng):
    """y is right for scores of ±1000, too."""
    for name, x in large_scores(rng):
        layer = student.BrokenSoftmaxWithLoss()
        layer.forward(x, LABELS)
        y, want = layer.y, softmax(x)
        case = _("For {name}, y").format(name=name)
        if is_nearly(y, want):
            continue
        assert_gradient(case, y, want, _("The same number may be added to all scores of a row, and y stays as it is."))


@points(1)
def test_confident(student, rng):
    """the loss of a confident mistake is large and finite."""
    for x, t, share in confident(rng):
        low, high = of_confident(share)
        layer = student.BrokenSoftmaxWithLoss()
        loss = layer.forward(x, t)
        for name, got in ((_("the loss"), loss), (_("the attribute `loss`"), layer.loss)):
            assert_kind(_("For a confident mistake, {name}").format(name=name), got)
            if np.shape(got) != ():
                raise Failed(
                    _("For a confident mistake, {name} has shape {shape}; it must be one number.").format(
                        name=name, shape=np.shape(got)
                    )
                )
            if not np.isfinite(got):
                raise Failed(
                    _("For a confident mistake, the loss is {what}.").format(what="NaN" if np.isnan(got) else _("infinite")),
                    _("There y is exactly 0 at the label. Which function of y can't take that?"),
                )
            if not low < got < high:
                small = got <= low
                raise Failed(
                    _("For a confident mistake, the loss is finite, but much too {what}.").format(
                        what=_("small") if small else _("large")
                    ),
                    _("The surer the network was of a wrong answer, the larger the loss must be.")
                    if small
                    else _("Somewhere a number took the place of infinity that is nearly as large."),
                )


@points(1)
def test_labels_loss(student, rng):
    """the loss is right for whole-number labels, and stays right for one-hot ones."""
    for x, labels in batches(rng):
        N, C = x.shape
        y = softmax(x)
        layer = student.BrokenSoftmaxWithLoss()
        for name, t in (("whole-number", labels), ("one-hot", one_hot(labels, C))):
            loss = layer.forward(x, t)
            case = _("With {name} labels, N = {n}, C = {c}").format(name=name, n=N, c=C)
            wants = exact_loss(y, labels), exact_loss(own_y(layer, y), labels)
            check_loss(case, loss, wants, N)
            check_loss(case + _(", in the attribute `loss`"), layer.loss, wants, N)


@points(1)
def test_labels_gradient(student, rng, advise):
    """the gradient is right for whole-number labels, and stays right for one-hot ones."""
    for x, labels in batches(rng):
        N, C = x.shape
        y = softmax(x)
        layer = student.BrokenSoftmaxWithLoss()
        for name, t in (("whole-number", labels), ("one-hot", one_hot(labels, C))):
            case = _("With {name} labels, N = {n}, C = {c}, ").format(name=name, n=N, c=C)
            seen = student.watch(layer.forward, x, t)
            if seen.error:  # the loss is a part of its own
                layer.y, layer.t = y, t
            own = own_y(layer, y)
            if len(seen.args) == 2 and not (unchanged(seen.args[0], x) and unchanged(seen.args[1], t)):
                advise(_("`forward` changes its arguments. Whoever else needs them gets wrong ones."))
            for dout in (None, -0.7):  # None: as plain as it is called in training
                dx = layer.backward() if dout is None else layer.backward(dout)
                wants = [(one - one_hot(labels, C)) / N for one in (y, own)]
                if dout == -0.7 and fits(dx, wants):
                    advise(_("`backward` of BrokenSoftmaxWithLoss ignores `dout`; it should be multiplied by it."))
                    continue
                wants = [(1.0 if dout is None else dout) * want for want in wants]
                if fits(dx, wants):
                    continue
                if is_array_like(dx, y):
                    check_rows(case, dx, wants[0])
                hint = _("y, less one at each row's own label, over N. Is y still what forward made of it?")
                assert_gradient(case + "dx", dx, wants[0], hint)


def fits(got, wants):
    return any(is_array_like(got, want) and close(got, want) for want in wants)


def unchanged(after, before):
    return is_array_like(after, before) and close(after, before)


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
