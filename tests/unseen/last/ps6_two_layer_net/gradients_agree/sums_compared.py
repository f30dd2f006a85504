# mistake: the sums of both are compared.
# loses: verdict, every_element
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    if a.shape != n.shape:
        return False
    if not (np.isfinite(a).all() and np.isfinite(n).all()):
        return False
    s, r = a.sum(), n.sum()
    if s == r:
        return True
    return bool(abs(s - r) <= tolerance * max(abs(s), abs(r)))
