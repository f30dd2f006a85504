"""The four nodes. Two of a kind live at once; each goes forward twice, and each time back twice."""

import numpy as np
from scalars import assert_numbers, both_signs, drawn_until, pair

from grader.testing import _, points, signed

FAR = 1e3
HIGH = np.array([[[30.0], [32.0]]])  # for Exp: one round of two nodes


def probe(rng, n_inputs):
    """Inputs (round, node, input) and what comes back (round, once and again, node): no lost sign goes unseen."""
    draw = lambda: (signed(rng, 2, 2, n_inputs, high=2.0), signed(rng, 2, 2, 2))
    no_sign_lost = lambda inputs, douts: all(both_signs(each, each * douts[:, 0]) for each in np.moveaxis(inputs, -1, 0))
    inputs, douts = drawn_until(draw, no_sign_lost)
    douts[1, 0, 0] *= FAR
    return inputs, douts


def played(student, name, inputs, douts):
    """What came of each forward, and of each backward."""
    nodes = [getattr(student, name)() for _node in range(2)]
    results, gradients = [], []
    for numbers, once_and_again in zip(inputs.tolist(), douts.tolist(), strict=True):
        results += [node.forward(*given) for node, given in zip(nodes, numbers, strict=True)]
        gradients += [
            node.backward(dout) for dout_of_each in once_and_again for node, dout in zip(nodes, dout_of_each, strict=True)
        ]
    return results, gradients


def check(student, name, inputs, douts, forward, backward, hint):
    """forward and backward: the right ones, of all inputs at once; backward gives one gradient for each input."""
    results, gradients = played(student, name, inputs, douts)
    n_inputs = inputs.shape[-1]
    assert_numbers(_("The result of {name}.forward").format(name=name), results, forward(*inputs.reshape(-1, n_inputs).T))
    want = backward(*np.repeat(inputs, 2, axis=0).reshape(-1, n_inputs).T, douts.ravel())
    if n_inputs == 1:
        assert_numbers(_("The result of {name}.backward").format(name=name), gradients, want, hint)
        return
    dx, dy = zip(*(pair(f"{name}.backward", got, "return dx, dy") for got in gradients), strict=True)
    assert_numbers(_("The first gradient of {name}.backward").format(name=name), dx, want[0], hint)
    assert_numbers(_("The second gradient of {name}.backward").format(name=name), dy, want[1], hint)


def probe_with_zeros(rng):
    inputs, douts = probe(rng, 2)
    inputs[0, 0, 0] = inputs[1, 1, 1] = 0.0
    inputs[0, 1] *= FAR
    return inputs, douts


@points(1)
def test_add(student, rng):
    """Add: x + y, and dout for both inputs."""
    hint = _("If x grows by 1, so does the sum; and y?")
    check(student, "Add", *probe_with_zeros(rng), lambda x, y: x + y, lambda x, y, dout: (dout, dout), hint)


@points(1)
def test_multiply(student, rng):
    """Multiply: x · y, and dout times the other input."""
    hint = _("If x grows by 1, by how much does the product grow? Each node remembers its own two inputs.")
    check(student, "Multiply", *probe_with_zeros(rng), lambda x, y: x * y, lambda x, y, dout: (dout * y, dout * x), hint)


@points(1)
def test_exp(student, rng):
    """Exp: eˣ, and dout times eˣ."""
    inputs, douts = probe(rng, 1)
    inputs[0, 0, 0], inputs[1, 1, 0] = 0.0, 5.0
    for x in (inputs, HIGH):
        check(
            student,
            "Exp",
            x,
            douts[: len(x)],
            np.exp,
            lambda x, dout: dout * np.exp(x),
            _("Which function is its own derivative?"),
        )


@points(1)
def test_reciprocal(student, rng):
    """Reciprocal: 1/x, and −dout/x²."""
    hint = _("If x grows, 1/x gets smaller: what does that say about the sign?")
    inputs, douts = probe(rng, 1)
    inputs[1, :, 0] = 0.05, -0.05
    check(student, "Reciprocal", inputs, douts, lambda x: 1 / x, lambda x, dout: -dout / x**2, hint)
