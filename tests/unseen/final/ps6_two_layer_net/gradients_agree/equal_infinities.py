# mistake: np.array_equal(a, n) at the start says True for equal infinities on both sides
# loses: shapes_and_infinities
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.asarray(analytic), np.asarray(numeric)
    if a.shape != n.shape:
        return False
    if np.array_equal(a, n):
        return True
    if not (np.isfinite(a).all() and np.isfinite(n).all()):
        return False
    return bool(np.all(np.abs(a - n) <= tolerance * np.maximum(np.abs(a), np.abs(n))))
