"""`decay_loss` and `decay_gradients`: over weights alone, told by a "W" at the beginning of their keys."""

import numpy as np
import pytest

from grader.testing import (
    Failed,
    NotPassed,
    NotRun,
    _,
    assert_gradient,
    assert_kind,
    is_array_like,
    is_value,
    listed,
    points,
    signed,
)

SHAPES = {
    "b1": (2,),
    "W1": (3, 2),
    "gamma": (4,),
    "W2": (2, 4),
    "w3": (2, 2),
    "g2": (2, 2),
    "bW": (3,),
    "Wx": (3,),
    "W": (2, 1, 3, 2),
}
WEIGHTS = [key for key in SHAPES if key.startswith("W")]
STRENGTH = 0.3

THERE = """
import numpy as np


def shared(function, params, strength):
    before = {key: value.copy() for key, value in params.items()}
    found = function(params, strength)
    same = all(np.array_equal(params[key], before[key]) for key in before) and list(params) == list(before)
    arrays = [value for value in found.values() if isinstance(value, np.ndarray)]
    return found, same, any(np.shares_memory(one, other) for one in arrays for other in params.values())


def unharmed(function, params, strength):
    before = {key: value.copy() for key, value in params.items()}
    found = function(params, strength)
    return found, all(np.array_equal(params[key], before[key]) for key in before) and list(params) == list(before)
"""


@pytest.fixture(scope="module")
def params(rng):
    return {key: signed(rng, *shape) for key, shape in SHAPES.items()}


def gradients(student, params, strength=STRENGTH):
    """What decay_gradients gives, a dict."""
    return a_dict(student.decay_gradients(params, strength))


def a_dict(got):
    if got is ...:
        raise NotRun(_("not run: {name} is still to be written (`...`).").format(name="decay_gradients"))
    if not isinstance(got, dict):
        raise Failed(_("decay_gradients must return a dict; it gave {kind}.").format(kind=type(got).__name__))
    return got


@points(1)
def test_loss(student, params):
    """decay_loss is ½ · strength · the sum of the squares of all weights."""
    for strength in (STRENGTH, 2.0, 0.0):
        want = 0.5 * strength * sum((params[key] ** 2).sum() for key in WEIGHTS)
        got = student.decay_loss(params, strength)
        assert_kind(_("The result of decay_loss"), got)
        if np.shape(got) != ():
            raise Failed(_("decay_loss must return one number; it gave an array of shape {shape}.").format(shape=np.shape(got)))
        if not is_value(float(got), want):
            raise Failed(_("decay_loss is wrong: {how}.").format(how=how(float(got), params, strength, want)), KEYS)
    got = student.decay_loss({"b1": params["b1"]}, STRENGTH)
    assert_kind(_("The result of decay_loss"), got)
    if np.shape(got) != () or float(got) != 0.0:
        raise Failed(_('decay_loss is not 0 where no key begins with "W".'), _("A sum of nothing is 0."))


KEYS = _('Only keys that begin with a capital "W" count.')


def how(got, params, strength, want):
    squares = {key: (value**2).sum() for key, value in params.items()}
    ways = {
        _("it is twice as large as it should be"): 2 * want,
        _("it counts all parameters"): 0.5 * strength * sum(squares.values()),
        _('it counts keys with a small "w" as well'): 0.5 * strength * sum(s for key, s in squares.items() if key[0] in "wW"),
        _('it counts keys with a "W" anywhere'): 0.5 * strength * sum(s for key, s in squares.items() if "W" in key),
    }
    return next((words for words, value in ways.items() if is_value(got, value)), _("it has a wrong value"))


@points(1)
def test_weights(student, params):
    """The gradient of each weight is strength · W."""
    got, still = gradients(student, params), gradients(student, params, 0.0)
    for key in WEIGHTS:
        if key not in got:
            raise Failed(_("decay_gradients has no entry for {key}.").format(key=key), _("A dict with every key of params."))
        if is_array_like(still.get(key), params[key]) and still[key].any():
            hint = _("0 is a number like any other, though `or` takes it for nothing.")
            raise Failed(_("With a strength of 0 a weight has a gradient."), hint)
        assert_gradient(
            _("The gradient of a weight"),
            got[key],
            STRENGTH * params[key],
            _("The slope of ½ · strength · W², number by number."),
        )


@points(1)
def test_others(student, params):
    """All other keys are there, with zeros of the shapes of their parameters."""
    got = gradients(student, params)
    if set(got) != set(params):
        sentence = _("decay_gradients has entries for {keys}; it must have one for every key of params.")
        raise Failed(sentence.format(keys=listed(got)), _("Whoever adds it to other gradients needs every key."))
    for key in params:
        if key not in WEIGHTS:
            name = _("The gradient of what is no weight")
            assert_gradient(name, got[key], np.zeros(SHAPES[key]), KEYS)
    if set(gradients(student, params, 0.0)) != set(params):
        sentence = _("For a strength of 0, decay_gradients has no entry for every key.")
        raise Failed(sentence, _("Whoever adds it to other gradients needs every key."))
    if not any(is_array_like(got[key], params[key]) and np.any(got[key]) for key in WEIGHTS):
        raise Failed(_("decay_gradients gives zeros for everything."))


@points(1)
def test_fresh(student, params):
    """The gradients are new arrays, and params is left as it was."""
    there = student.bring(THERE)
    found = there.shared(student.decay_gradients, params, STRENGTH)
    if not isinstance(found, tuple) or len(found) != 3:
        raise Failed(_("The process of your code doesn't answer as it should any more: it was tampered with."))
    got, same, shares = found
    if not any(is_array_like(value, params[key]) and np.any(value) for key, value in a_dict(got).items() if key in params):
        raise Failed(_("decay_gradients gives no gradients."))
    if same is not True:
        raise Failed(_("decay_gradients changes params."), _("It only measures. The step is taken by the optimiser."))
    if shares is not False:
        raise Failed(
            _("A gradient is the array of a parameter itself."), _("Whoever adds to the gradient would change the parameter.")
        )
    try:
        loss = there.unharmed(student.decay_loss, params, STRENGTH)
    except NotPassed:
        return  # marked by itself
    if isinstance(loss, tuple) and loss[1:] != (True,):
        raise Failed(_("decay_loss changes params."), _("It only measures."))
