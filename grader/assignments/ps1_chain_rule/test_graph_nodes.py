"""The four nodes. Of each two are alive at once, and each goes forward and back twice."""

import numpy as np
from scalars import assert_numbers, both_signs, drawn_until

from grader.testing import Failed, NotRun, Proxy, _, points, signed

TRIALS = 4


# Two nodes; in each round both go forward before either goes back.
PLAY = """
def forward_and_backward(cls, inputs, douts):
    nodes, results, gradients = (cls(), cls()), [], []
    for n in range(0, len(douts), 2):
        results += [node.forward(*given) for node, given in zip(nodes, inputs[n : n + 2])]
        gradients += [node.backward(dout) for node, dout in zip(nodes, douts[n : n + 2])]
    return results, gradients
"""


def played(student, name, inputs, douts):
    """What forward and backward of the student's nodes gave, trial by trial."""
    return student.bring(PLAY).forward_and_backward(getattr(student, name), inputs.tolist(), douts.tolist())


def probe(rng, n_inputs):
    draw = lambda: (signed(rng, TRIALS, n_inputs, high=2.0), signed(rng, TRIALS))
    return drawn_until(draw, lambda inputs, douts: all(both_signs(column, column * douts) for column in inputs.T))


def pairs(name, gradients):
    """The gradients for the two inputs, apart."""
    for got in gradients:
        if got is ...:
            raise NotRun(_("not run: {name}.backward is still to be written (`...`).").format(name=name))
        is_pair = isinstance(got, (tuple, list)) or (type(got) is np.ndarray and got.ndim == 1)
        if not is_pair or len(got) != 2:
            told = _("{n} of them").format(n=len(got)) if is_pair else "None" if got is None else _("one thing")
            if isinstance(got, Proxy):
                told = _("a {type_name}").format(type_name=got._type_name)
            raise Failed(
                _("{name}.backward returns {told}; it must return two gradients, one for each input.").format(
                    name=name, told=told
                ),
                _("return dx, dy"),
            )
    return [got[0] for got in gradients], [got[1] for got in gradients]


def check_two(student, rng, name, forward, backward, hint):
    inputs, douts = probe(rng, 2)
    results, gradients = played(student, name, inputs, douts)
    assert_numbers(_("The result of {name}.forward").format(name=name), results, forward(*inputs.T))
    dx, dy = pairs(name, gradients)
    want_dx, want_dy = backward(*inputs.T, douts)
    assert_numbers(_("The first gradient of {name}.backward").format(name=name), dx, want_dx, hint)
    assert_numbers(_("The second gradient of {name}.backward").format(name=name), dy, want_dy, hint)


def check_one(student, rng, name, forward, backward, hint):
    inputs, douts = probe(rng, 1)
    results, gradients = played(student, name, inputs, douts)
    assert_numbers(_("The result of {name}.forward").format(name=name), results, forward(inputs[:, 0]))
    assert_numbers(_("The result of {name}.backward").format(name=name), gradients, backward(inputs[:, 0], douts), hint)


@points(1)
def test_add(student, rng):
    """Add: x + y, and dout for both inputs."""
    check_two(
        student, rng, "Add", lambda x, y: x + y, lambda x, y, dout: (dout, dout), _("If x grows by 1, so does the sum; and y?")
    )


@points(1)
def test_multiply(student, rng):
    """Multiply: x · y, and dout times the other input."""
    hint = _("If x grows by 1, by how much does the product grow? Each node remembers its own two inputs.")
    check_two(student, rng, "Multiply", lambda x, y: x * y, lambda x, y, dout: (dout * y, dout * x), hint)


@points(1)
def test_exp(student, rng):
    """Exp: eˣ, and dout times eˣ."""
    check_one(student, rng, "Exp", np.exp, lambda x, dout: dout * np.exp(x), _("Which function is its own derivative?"))


@points(1)
def test_reciprocal(student, rng):
    """Reciprocal: 1/x, and −dout/x²."""
    hint = _("If x grows, 1/x gets smaller: what does that say about the sign?")
    check_one(student, rng, "Reciprocal", lambda x: 1 / x, lambda x, dout: -dout / x**2, hint)
