"""`Flatten`: each sample as a row, and back."""

import pytest

from grader.testing import NotPassed, _, assert_gradient, points, signed

SHAPES = ((2, 3, 4, 5), (3, 3, 3, 3), (7, 2, 3), (1, 2, 1, 2, 1, 3), (5, 4), (3, 3))
LATEST = (2, 3, 3, 2)
ORDER = _("Row by row, as the numbers lie: the batch stays, and nothing is turned over.")
BACK = _("Which shape did x have when it came in last?")


def attempt(take):
    """What take() gives, or the NotPassed that it raises."""
    try:
        return take()
    except NotPassed as error:
        return error


@pytest.fixture(scope="module")
def rounds(student, rng):
    """(x, out, dout, dx) for each of the SHAPES, with one layer; another one goes forward in between."""
    layer, neighbour, found = student.Flatten(), student.Flatten(), []
    for shape in SHAPES:
        x = signed(rng, *shape)
        dout = signed(rng, shape[0], x[0].size)
        out = attempt(lambda x=x: layer.forward(x))
        attempt(lambda x=x: neighbour.forward(x[None]))
        found.append((x, out, dout, attempt(lambda dout=dout: layer.backward(dout))))
    return found


@pytest.fixture(scope="module")
def again(student, rng):
    """[(dout, dx)] of two backward passes after two forward ones, of which the latest counts."""
    layer, found = student.Flatten(), []
    for shape in ((3, 4, 2), LATEST):
        attempt(lambda shape=shape: layer.forward(signed(rng, *shape)))
    for _time in range(2):
        dout = signed(rng, LATEST[0], 18)
        found.append((dout, attempt(lambda dout=dout: layer.backward(dout))))
    return found


def check(got, want, name, shape, hint):
    if isinstance(got, NotPassed):
        raise got
    assert_gradient(name + _(" for x of shape {shape}").format(shape=shape), got, want, hint)


@points(1)
def test_forward(rounds):
    """forward gives (N, D), row-major; what is flat already stays as it is."""
    for x, out, _dout, _dx in rounds:
        check(out, x.reshape(len(x), -1), "out", x.shape, ORDER)


@points(1)
def test_backward(rounds, again):
    """backward gives dout the shape of the latest x, as often as it is called."""
    for x, _out, dout, dx in rounds:
        check(dx, dout.reshape(x.shape), "dx", x.shape, BACK)
    for dout, dx in again:
        check(dx, dout.reshape(LATEST), _("dx of one backward after the other"), LATEST, BACK)
