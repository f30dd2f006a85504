"""`affine_from_layer` and `rows_from_columns`: the same layer, and its gradients, on a sheet of paper turned."""

from grader.testing import Failed, NotRun, _, assert_gradient, points, signed

HINTS = (_("A neuron was a row and becomes a column."), _("In rows this is a plain vector, one number per neuron."))
SIZES = ((3, 2), (2, 5), (4, 4), (1, 3), (3, 1))  # n_neurons, n_inputs


def pairs(function, rng):
    """(what was given, what came back) for each size."""
    for n_neurons, n_inputs in SIZES:
        given = signed(rng, n_neurons, n_inputs), signed(rng, n_neurons, 1)
        got = function(*given)
        if got is ... or got is None:
            gives = "`...`" if got is ... else "None"
            raise NotRun(
                _("not run: `{name}` gives {gives}: it is still to be written.").format(name=function._name, gives=gives)
            )
        if not isinstance(got, (tuple, list)) or len(got) != 2:
            raise Failed(_("`{name}` must return two arrays, with a comma between them.").format(name=function._name))
        yield given, got


def check(function, rng, place, name):
    for given, got in pairs(function, rng):
        want = given[0].T if place == 0 else given[1].ravel()
        assert_gradient(name, got[place], want, HINTS[place])


@points(0.5)
def test_W(student, rng):
    """affine_from_layer: W has a neuron in each column."""
    check(student.affine_from_layer, rng, 0, "W")


@points(0.5)
def test_b(student, rng):
    """affine_from_layer: b is a plain vector."""
    check(student.affine_from_layer, rng, 1, "b")


@points(0.5)
def test_dW(student, rng):
    """rows_from_columns: dW has the shape of W."""
    check(student.rows_from_columns, rng, 0, "dW")


@points(0.5)
def test_db(student, rng):
    """rows_from_columns: db has the shape of b."""
    check(student.rows_from_columns, rng, 1, "db")
