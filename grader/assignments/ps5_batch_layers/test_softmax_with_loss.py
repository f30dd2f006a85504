"""`SoftmaxWithLoss`: the loss, y − t for both forms of t, the one division by N, huge scores, and repetition.

It is tried with the submission's own softmax and cross_entropy_error first, and then with right ones in their place:
what was wrong there costs nothing here. The size of a gradient that is off by N alone is the affair of one part.
"""

import contextlib

import numpy as np

from grader.testing import Failed, NotPassed, NotRun, _, assert_gradient, assert_kind, close, is_array_like, points, ratio, signed

SIZES = ((3, 5), (4, 3), (4, 4), (1, 3))  # N, C; in the first, some classes are nobody's label
EXTREMES = ((1000.0, -1000.0, 0.0), (-1000.0, 1000.0, -1000.0), (500.0, -900.0, 1000.0), (-1000.0, -1040.0, -1080.0))
FORMS = ("one_hot", "labels")
IGNORES_DOUT = _(
    "`SoftmaxWithLoss.backward` doesn't use `dout`. Where the loss is a term of a larger one, its gradient is wrong."
)
TOLERANCE = 1e-4  # of the loss: a small constant inside the logarithm is allowed for

RIGHT_ONES = """
import numpy as np


def softmax(x):
    powers = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return powers / np.sum(powers, axis=-1, keepdims=True)


def cross_entropy_error(y, t):
    y, t = np.atleast_2d(y), np.asarray(t)
    if t.size == y.size:
        t = t.reshape(y.shape).argmax(axis=1)
    return -np.mean(np.log(y[np.arange(len(y)), t] + 1e-7))
"""

ROUNDS = """
import numpy as np


def rounds(layer, x, t, other_x, other_t):
    "The loss and dx for x and t, after other rounds, one of them with the same labels."
    layer.forward(x.copy(), t)
    layer.backward()
    layer.forward(other_x, other_t)
    layer.backward()
    loss = layer.forward(x.copy(), t)
    return loss, layer.backward()
"""


def softmax(x):
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def expected(x, labels):
    """loss, y and dx."""
    y = softmax(x)
    return float(-np.log(y[np.arange(len(x)), labels]).mean()), y, expected_dx(x, labels)


def expected_dx(x, labels):
    n, c = x.shape
    return (softmax(x) - np.eye(c)[labels]) / n


def probe(rng, n, c):
    """Scores, and labels that differ and are not simply the largest scores."""
    x = 1.2 * signed(rng, n, c)
    labels = rng.permutation((np.arange(n) + rng.integers(c)) % c)
    labels[0] = x[0].argmin()
    return x, labels


def huge(rng):
    """Huge scores, and labels for which all but one of the answers are very wrong."""
    x = np.array([rng.permutation(row) for row in EXTREMES])
    labels = np.array([row.argmin() for row in x])
    labels[1] = x[1].argmax()
    return x, labels


def as_form(form, labels, c, dtype=float):
    return np.eye(c, dtype=dtype)[labels] if form == "one_hot" else labels.copy()


@contextlib.contextmanager
def right_ones(student):
    """A right softmax and cross_entropy_error in place of the submission's."""
    own, brought = {}, student.bring(RIGHT_ONES)
    for name in ("softmax", "cross_entropy_error"):
        with contextlib.suppress(NotPassed):
            own[name] = getattr(student, name)
        student.put(name, getattr(brought, name))
    try:
        yield
    finally:
        with contextlib.suppress(NotPassed):
            for name, thing in own.items():
                student.put(name, thing)


def either_way(student, check):
    """check() passes with the submission's own functions, or with right ones."""
    try:
        check()
    except NotPassed as first:
        with right_ones(student):
            try:
                check()
            except NotPassed as second:
                raise (first if isinstance(second, NotRun) else second) from None


def forward(student, layer, x, t, advise=lambda sentence: None):
    seen = student.watch(layer.forward, x, t)
    for given, after in zip((x, t), seen.args, strict=False):
        if is_array_like(after, given) and (after != given).any():
            advise(_("`SoftmaxWithLoss.forward` changes an array that it was given. Whoever else needs it gets a wrong one."))
    if seen.error:
        raise seen.error
    return seen.returned


def gradient(student, x, labels, t, advise=lambda sentence: None):
    """dx. Where forward broke, or kept a wrong y, backward gets the right one."""
    layer = student.SoftmaxWithLoss()
    _loss, y, _dx = expected(x, labels)
    try:
        forward(student, layer, x, t, advise)
        kept = layer.y
    except NotPassed:
        kept = None
    if not (is_array_like(kept, y) and close(kept, y)):
        layer.y = y
        with contextlib.suppress(NotPassed):
            if layer.t is None or layer.t is ...:
                layer.t = t
    return layer.backward()


def factor(got, want):
    """How many times too large a gradient is, or None where that can't be said."""
    return ratio(got, want) if is_array_like(got, want) else None


def off_by_n(got, want):
    """True where nothing but the division by N can be wrong: it is missing, done twice, or by the number of classes."""
    n, c = want.shape
    k = factor(got, want)
    return k is not None and any(abs(k - allowed) < 1e-6 for allowed in (1, n, n / c, 1 / n, 1 / c))


def asked(play, x, labels, t, form):
    """The loss and dx of a fresh layer, of scores that are not huge, and what is wanted of them."""
    layer, (loss, y, dx) = play.SoftmaxWithLoss(), expected(x, labels)
    returned = layer.forward(x, t)
    for got in (returned, layer.loss):
        play.wants(got, lambda got: type(got) is float and abs(got - loss) <= TOLERANCE * loss, "loss")
    play.wants(layer.y, y, "loss")
    gradient = layer.backward()
    play.wants(gradient, lambda got: is_array_like(got, dx) and (close(got, dx) or off_by_n(got, dx)), form)
    return returned, gradient


@points(1)
def test_loss(student, rng, advise):
    """forward returns the mean loss, and keeps it as `loss` and the probabilities as `y`."""

    def check():
        for n, c in SIZES:
            for form in FORMS:
                x, labels = probe(rng, n, c)
                loss, y, _dx = expected(x, labels)
                layer = student.SoftmaxWithLoss()
                told = _("labels") if form == "labels" else _("one-hot t")
                for name, got in (
                    (_("the loss"), forward(student, layer, x, as_form(form, labels, c), advise)),
                    ("self.loss", layer.loss),
                ):
                    assert_kind(name, got)
                    if np.shape(got) != ():
                        raise Failed(
                            _("With {told}, {name} has shape {shape}; it must be one number.").format(
                                told=told, name=name, shape=np.shape(got)
                            )
                        )
                    if not abs(float(got) - loss) <= TOLERANCE * loss:
                        much = n if abs(float(got) - n * loss) <= TOLERANCE * n * loss and n > 1 else None
                        what = _("it is the sum over the batch, not the mean") if much else _("it has a wrong value")
                        raise Failed(
                            _("With {told}, {name} is not right: {what}.").format(told=told, name=name, what=what),
                            _("The cross-entropy of softmax(x) and t."),
                        )
                assert_gradient("self.y", layer.y, y, _("y holds the probabilities; backward needs them."))

    either_way(student, check)


@points(1)
def test_one_hot(student, rng, advise):
    """With one-hot t, backward gives y − t (over N)."""
    either_way(student, lambda: check_gradient(student, rng, "one_hot", advise))
    ignores_dout(student, rng, advise)


@points(1)
def test_labels(student, rng, advise):
    """With labels, backward takes 1 from y at the right class alone (over N)."""
    either_way(student, lambda: check_gradient(student, rng, "labels", advise))


def check_gradient(student, rng, form, advise):
    for n, c in SIZES:
        for dtype in (float, int):
            x, labels = probe(rng, n, c)
            want = expected_dx(x, labels)
            dx = gradient(student, x, labels, as_form(form, labels, c, dtype), advise)
            if not off_by_n(dx, want):
                told = _("labels of shape (N,)") if form == "labels" else _("one-hot t")
                hint = _("Row by row: the probabilities, with 1 taken from that of the right class.")
                assert_gradient(_("dx for {told} and a batch of {n}").format(told=told, n=n), dx, want, hint)


def ignores_dout(student, rng, advise):
    """Advice alone: a loss layer is the last one, and dout nearly always 1."""
    x, labels = probe(rng, 4, 3)
    try:
        layer = student.SoftmaxWithLoss()
        layer.forward(x, np.eye(3)[labels])
        plain = layer.backward()
        layer.forward(x, np.eye(3)[labels])
        scaled = layer.backward(-2.5)
        if is_array_like(plain, x) and is_array_like(scaled, x) and close(scaled, -2.5 * plain):
            return
    except NotPassed:
        pass
    advise(IGNORES_DOUT)


@points(1)
def test_mean(student, rng):
    """backward divides by N, the number of samples, once."""

    def check():
        tried = []
        for n, c in SIZES[:2]:
            for form in FORMS:  # both are asked, even if the first is wrong: whether it is one of them alone tells why
                x, labels = probe(rng, n, c)
                t = as_form(form, labels, c)
                try:
                    dx = gradient(student, x, labels, t)
                    twice = gradient(student, np.vstack((x, x)), np.hstack((labels, labels)), np.concatenate((t, t)))
                except NotPassed as error:
                    dx = twice = error
                tried.append((dx, twice, x, labels))
        check_mean(tried)

    either_way(student, check)


def check_mean(tried):
    """tried: [(dx, dx of the same batch twice, x, labels)], a NotPassed in place of what could not be had."""
    alike, trouble, wrong = 0, None, None
    for dx, twice, x, labels in tried:
        if isinstance(dx, NotPassed):
            trouble = trouble or dx
            continue
        if not is_array_like(dx, x) or not is_array_like(twice, np.vstack((x, x))):
            trouble = trouble or (NotRun(_("not run: dx is still to be written (`...`).")) if dx is ... else None)
            continue
        share, k = ratio(twice[: len(x)], dx), factor(dx, expected_dx(x, labels))
        if share is None:
            continue  # wrong in another way, which its own part tells
        alike += 1
        other_factor = k is None or any(abs(abs(k) - own) < 1e-6 for own in (1, 2, 0.5)) or not off_by_n(k * x, x)
        if abs(share - 0.5) > 1e-6 or not other_factor:
            wrong = wrong or Failed(
                _("dx is not divided by the number of samples, once."),
                _("Where every sample is there twice, each counts half as much. The loss is a mean: and its gradient?"),
            )
    if wrong:
        raise wrong
    if not alike:
        raise trouble or Failed(_("backward gives no gradient of the shape of x."))


@points(1)
def test_big(student, rng):
    """Scores of ±1000, for wrong answers too, give a finite loss and a finite gradient."""

    def check():
        tried, trouble = 0, None
        for form in FORMS:
            x, labels = huge(rng)
            t = as_form(form, labels, 3)
            try:
                mild_layer = student.SoftmaxWithLoss()
                forward(student, mild_layer, x / 20, t)
                own = mild_layer.backward()
            except NotPassed as error:
                trouble = trouble or error
                continue  # doesn't work for this form at all
            if not is_array_like(own, x):
                trouble = trouble or (NotRun(_("not run: dx is still to be written (`...`).")) if own is ... else None)
                continue
            tried += 1
            layer = student.SoftmaxWithLoss()
            loss = forward(student, layer, x, t)
            assert_kind(_("the loss"), loss)
            if np.shape(loss) != () or not np.isfinite(loss):
                with contextlib.suppress(NotPassed):
                    assert_kind("self.y", layer.y)  # not judged: its rows tell in which of them it overflows
                raise Failed(_("With scores of ±1000 the loss is infinite or NaN."), TOO_BIG)
            check_big(own, layer.backward(), x, labels)
        if not tried:
            raise trouble or Failed(_("backward gives no gradient of the shape of x."))

    either_way(student, check)


TOO_BIG = _("Neither exp(1000) nor log(0) may be taken. What does softmax subtract, and what keeps the logarithm off 0?")


def check_big(own, dx, x, labels):
    """dx of the huge scores x, beside `own`, that of scores a twentieth as large."""
    assert_kind("dx", dx)
    if not is_array_like(dx, x):
        raise Failed(_("With scores of ±1000, dx is no array of finite numbers of the right shape."), TOO_BIG)
    want = expected_dx(x, labels)
    k = factor(own, expected_dx(x / 20, labels))
    if k is not None and not (np.abs(dx - k * want) <= 1e-6 * abs(k)).all():
        raise Failed(_("With scores of ±1000, dx is finite, but its values are wrong."), TOO_BIG)


@points(1)
def test_repeated(student, rng):
    """A second round with the same labels gives the same again."""

    def check():
        tried, trouble = 0, None
        there = student.bring(ROUNDS)
        for form in FORMS:
            x, labels = probe(rng, 4, 3)
            other_x, other_labels = probe(rng, 3, 5)
            t, other_t = as_form(form, labels, 3), as_form(form, other_labels, 5)
            try:
                fresh = student.SoftmaxWithLoss()
                loss = forward(student, fresh, x, t)
                dx = fresh.backward()
            except NotPassed as error:
                trouble = trouble or error
                continue
            if not is_array_like(dx, x):
                trouble = trouble or (NotRun(_("not run: dx is still to be written (`...`).")) if dx is ... else None)
                continue
            tried += 1
            check_repeated(loss, dx, there.rounds(student.SoftmaxWithLoss(), x, t, other_x, other_t), x)
        if not tried:
            raise trouble or Failed(_("backward gives no gradient of the shape of x."))

    either_way(student, check)


def check_repeated(loss, dx, later, x):
    """later: the loss and dx of x after other rounds."""
    left_over = _("Something is left over from the round before, or the caller's t was changed: read t, but leave it as it is.")
    if not (isinstance(later, tuple) and is_array_like(later[1], x) and close(later[1], dx)):
        raise Failed(_("The same scores and labels give another dx after a few rounds."), left_over)
    same = isinstance(later[0], float) and isinstance(loss, float) and abs(later[0] - loss) <= 1e-9 * abs(loss)
    if isinstance(loss, float) and np.isfinite(loss) and not same:
        raise Failed(_("The same scores and labels give another loss after a few rounds."), left_over)
