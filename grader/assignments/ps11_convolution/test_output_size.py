"""`output_size`: how many places a window has."""

import numpy as np

from grader.testing import Failed, _, assert_kind, points

FIT = (  # size, window, stride, pad
    (5, 3, 1, 0),
    (4, 3, 1, 1),
    (8, 2, 2, 0),
    (7, 3, 2, 0),
    (6, 4, 3, 0),  # the stride is larger than what is left, and one place there is
    (7, 3, 3, 0),  # a rest of 1 at the end
    (8, 3, 2, 0),
    (9, 2, 4, 0),  # most of another step is left over
    (28, 5, 3, 2),
    (5, 5, 1, 0),
    (5, 5, 4, 0),
    (3, 7, 1, 2),  # just fits, with its padding
    (10, 1, 4, 0),
    (2001, 55, 13, 9),
)
TOO_LARGE = ((3, 4, 1, 0), (3, 6, 1, 1), (2, 7, 2, 2), (1, 4, 3, 1), (4, 6, 1, 0))

ENDS = """
def ends(f, cases):
    "How each call ends."
    found = []
    for case in cases:
        try:
            f(*case)
            found.append("result")
        except ValueError:
            found.append("ValueError")
        except Exception:
            found.append("another")
    return found
"""


def expected(size, window, stride, pad):
    return len(range(0, size + 2 * pad - window + 1, stride))


@points(1)
def test_places(student):
    """The number of places, rounded down where the stride doesn't divide."""
    found, trouble = 0, None
    all_seen = [(case, student.watch(student.output_size, *case)) for case in FIT]  # more of them tell better what was done
    for case, seen in all_seen:
        if seen.error:  # where an error is due costs the other part
            trouble = trouble or seen.error
            continue
        check(seen.returned, *case)
        found += 1
    if found < 4:
        raise trouble or Failed(_("`output_size` can't be tried."))
    check(student.output_size(9, 4), 9, 4, 1, 0)
    check(student.output_size(9, 3, pad=1, stride=2), 9, 3, 2, 1)


def check(got, *case):
    size, window, stride, pad = case
    where = _("output_size({size}, {window}, stride={stride}, pad={pad})").format(
        size=size, window=window, stride=stride, pad=pad
    )
    assert_kind(where, got)
    if type(got) is not int or isinstance(got, bool):
        shape = np.shape(got)
        what = _("an array of shape {shape}").format(shape=shape) if shape else _("a number with a point")
        raise Failed(
            _("{where} is {what}; it must be a whole number.").format(where=where, what=what), _("`//` divides without a rest.")
        )
    if got != expected(*case):
        rest = (size + 2 * pad - window) % stride
        hint = (
            _("How far can the window's first place be pushed, and in steps of which size? The place at the start counts, too.")
            if not rest
            else _("Here the stride doesn't divide: the last numbers are not looked at, and no window stands over the edge.")
        )
        raise Failed(_("{where} has a wrong value.").format(where=where), hint)


@points(1)
def test_error(student):
    """A window that is larger than the padded axis is a ValueError, and nothing else is."""
    f = student.output_size
    assert_kind("output_size(5, 3)", f(5, 3))
    ends = student.bring(ENDS).ends(f, [*TOO_LARGE, *FIT])
    if not isinstance(ends, list) or len(ends) != len(TOO_LARGE) + len(FIT):
        raise Failed(_("`output_size` can't be tried."))
    for (size, window, stride, pad), end in zip((*TOO_LARGE, *FIT), ends, strict=True):
        fits = window <= size + 2 * pad
        case = {"size": size, "window": window, "stride": stride, "pad": pad}
        if fits and end != "result":
            raise Failed(
                _("A window of {window} on {size} numbers with a padding of {pad} and stride {stride} is an error.").format(
                    **case
                ),
                _("It fits, be it just once. Only a window that is larger than the axis with its padding doesn't."),
            )
        if not fits and end == "result":
            raise Failed(
                _("A window of {window} on {size} numbers with a padding of {pad} is no error.").format(**case),
                _("It doesn't fit even once. Whoever goes on with the result gets nonsense much later."),
            )
        if not fits and end != "ValueError":
            raise Failed(
                _("A window that is too large raises something else than a ValueError."),
                _("`raise ValueError(…)`, with a sentence."),
            )
