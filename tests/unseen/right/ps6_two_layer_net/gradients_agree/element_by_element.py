# mistake: none: a Python loop with math.isclose, rel_tol is relative to the larger one, abs_tol 0
# loses: nothing
import math


def gradients_agree(analytic, numeric, tolerance=1e-5):
    if np.shape(analytic) != np.shape(numeric):
        return False
    paare = zip(np.ravel(analytic).tolist(), np.ravel(numeric).tolist())
    return all(math.isfinite(a) and math.isfinite(n) and math.isclose(a, n, rel_tol=tolerance) for a, n in paare)
