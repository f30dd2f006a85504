# mistake: It looks for an error above the tolerance, and a comparison with NaN is False, so NaN counts as agreement.
# loses: NaN and infinity

def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    if a.shape != n.shape:
        return False
    with np.errstate(all="ignore"):
        scale = np.maximum(np.abs(a), np.abs(n))
        error = np.abs(a - n) / np.where(scale == 0, 1.0, scale)
        return not bool(np.any(error > tolerance))
