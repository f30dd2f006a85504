# mistake: the mean of the relative errors is compared with the tolerance, one wrong among many goes unnoticed
# loses: every_element
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    if a.shape != n.shape or not (np.isfinite(a).all() and np.isfinite(n).all()):
        return False
    top = np.maximum(np.abs(a), np.abs(n))
    rel = np.abs(a - n) / np.where(top == 0, 1, top)
    return bool(rel.mean() <= tolerance)
