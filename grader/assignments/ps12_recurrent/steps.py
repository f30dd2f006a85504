"""What the hidden tests of the recurrent steps share.

All gradients of z = x · Wx + h_prev · Wh + b are made of dz. So dz is judged once: where a submission's is wrong, and most of
its gradients are made of it, each is judged by whether it is made of that one.
"""

from dataclasses import dataclass

import numpy as np

from grader.testing import Failed, _, check_value, is_array_like, is_value

HINTS = {
    "dx": _("Each number of x went into every number of z, through which weights?"),
    "dh_prev": _("Each number of h_prev went into every number of z, through which weights?"),
    "dWx": _("Which number did this weight multiply? Every sample used it."),
    "dWh": _("Which number did this weight multiply? Every sample used it."),
    "db": _("b was added to every row. What does that make of its gradient, and of its shape?"),
}
GRADIENTS = tuple(HINTS)


def gradients_of(dz, x, h_prev, Wx, Wh):
    """All that is made of dz."""
    return {"dx": dz @ Wx.T, "dh_prev": dz @ Wh.T, "dWx": x.T @ dz, "dWh": h_prev.T @ dz, "db": dz.sum(axis=0)}


@dataclass(frozen=True)
class Step:
    """One step there and back: what went in, what came, and the dz that are right, for the right forward and for the own."""

    x: np.ndarray
    h_prev: np.ndarray
    Wx: np.ndarray
    Wh: np.ndarray
    came: dict
    right: list

    def made_of(self, dz):
        return gradients_of(dz, self.x, self.h_prev, self.Wx, self.Wh)

    def own_dz(self):
        """A wrong dz that at least three of the gradients are made of, where none is made of a right one; else None."""
        if self.shows_dz():
            return None
        solved = {
            "dx": lambda got: np.linalg.lstsq(self.Wx, got.T, rcond=None)[0].T,
            "dh_prev": lambda got: np.linalg.lstsq(self.Wh, got.T, rcond=None)[0].T,
            "dWx": lambda got: np.linalg.lstsq(self.x.T, got, rcond=None)[0],
            "dWh": lambda got: np.linalg.lstsq(self.h_prev.T, got, rcond=None)[0],
        }
        shapes = self.made_of(self.right[0])
        for name, solve in solved.items():
            if is_array_like(self.came[name], shapes[name]):
                dz = solve(np.asarray(self.came[name], dtype=float))
                made = self.made_of(dz)
                if dz.any() and sum(is_value(self.came[one], made[one]) for one in GRADIENTS) >= 3:
                    return dz
        return None

    def alternatives(self):
        """Every dz that a gradient may be made of."""
        own = self.own_dz()
        return [*self.right, *([] if own is None else [own])]

    def shows(self, name, dzs):
        return any(is_value(self.came[name], self.made_of(dz)[name]) for dz in dzs)

    def check(self, name):
        if not self.shows(name, self.alternatives()):
            check_value(name, self.came[name], self.made_of(self.right[0])[name], HINTS[name], {_("N"): len(self.x)})
            raise Failed(_("{name} goes with no dz that the others are made of.").format(name=name), HINTS[name])

    def shows_dz(self):
        return any(self.shows(name, self.right) for name in GRADIENTS)

    def is_sound(self):
        """Whether any gradient is made as it should be."""
        return any(self.shows(name, self.alternatives()) for name in GRADIENTS)
