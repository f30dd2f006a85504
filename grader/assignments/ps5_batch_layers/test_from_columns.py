"""`affine_from_layer` and `rows_from_columns`: the same layer, and its gradients, on a sheet of paper turned."""

from grader.testing import Failed, _, assert_gradient, assert_kind, points, signed

HINTS = (_("A neuron was a row and becomes a column."), _("In rows this is a plain vector, one number per neuron."))
SIZES = ((3, 2), (2, 40), (4, 4), (1, 3), (40, 1))  # n_neurons, n_inputs


def check(student, function, rng, place, name):
    """What the function gives in that place is right, for all SIZES."""
    for n_neurons, n_inputs in SIZES:
        matrix, column = signed(rng, n_neurons, n_inputs), signed(rng, n_neurons, 1)
        want = (matrix.T, column.ravel())[place]
        seen = student.watch(function, matrix, column)
        if seen.error:
            raise seen.error
        got = seen.returned
        if got is None and place and seen.holds(want):
            continue  # a missing return costs one part, the first
        if got is ... or got is None:
            assert_kind(_("the result of `{name}`").format(name=function._name), got)
        if not isinstance(got, (tuple, list)) or len(got) != 2:
            raise Failed(_("`{name}` must return two arrays, with a comma between them.").format(name=function._name))
        assert_gradient(name, got[place], want, HINTS[place])


@points(0.5)
def test_W(student, rng):
    """affine_from_layer: W has a neuron in each column."""
    check(student, student.affine_from_layer, rng, 0, "W")


@points(0.5)
def test_b(student, rng):
    """affine_from_layer: b is a plain vector."""
    check(student, student.affine_from_layer, rng, 1, "b")


@points(0.5)
def test_dW(student, rng):
    """rows_from_columns: dW has the shape of W."""
    check(student, student.rows_from_columns, rng, 0, "dW")


@points(0.5)
def test_db(student, rng):
    """rows_from_columns: db has the shape of b."""
    check(student, student.rows_from_columns, rng, 1, "db")
