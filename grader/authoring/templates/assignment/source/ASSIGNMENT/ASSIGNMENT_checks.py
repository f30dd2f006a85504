"""The checks of this notebook, one function each. They look at what you wrote; the marks come from other tests."""

import numpy as np
from checking import check, check_close, student

X, DOUT = np.array([[1.0, -2.0]]), np.array([[0.5, 1.0]])


def ready():
    """A Scale by 3 that has just received X."""
    layer = student.Scale(3.0)
    layer.x = X.copy()
    return layer


@check
def scale_forward():
    """factor times x"""
    out = student.Scale(3.0).forward(X.copy())
    check_close("forward()", out, [[3, -6]], "Every entry of x is multiplied by the factor.")


@check
def scale_dx():
    """the message to the layer before"""
    dx = ready().backward(DOUT.copy())
    check_close("dx", dx, [[1.5, 3]], "x reaches out through the factor.", {"This is dout itself.": [0.5, 1.0]})


@check
def scale_d_factor():
    """one number for the one factor"""
    layer = ready()
    layer.backward(DOUT.copy())
    check_close("d_factor", layer.d_factor, -1.5, "One number: what all entries of out make of it, added up.")
