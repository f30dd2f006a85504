from typing import NamedTuple


class Rows(NamedTuple):
    W: np.ndarray
    b: np.ndarray


def affine_from_layer(weights, biases):
    return Rows(weights.T, biases[:, 0])


def rows_from_columns(dW, db):
    return Rows(*(np.squeeze(np.asfortranarray(a.T), axis=tuple(range(2 - n))) for a, n in ((dW, 2), (db, 1))))
