# mistake: the correlation of both is compared with 1.
# loses: verdict, every_element
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    if a.shape != n.shape:
        return False
    if not (np.isfinite(a).all() and np.isfinite(n).all()):
        return False
    a, n = a.ravel(), n.ravel()
    if np.array_equal(a, n):
        return True
    if a.size < 2 or a.std() == 0 or n.std() == 0:
        return False
    return bool(1 - np.corrcoef(a, n)[0, 1] <= tolerance)
