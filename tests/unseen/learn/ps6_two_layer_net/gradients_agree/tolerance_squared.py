# mistake: the squared relative error is compared with the tolerance, which lets through errors of its root.
# loses: verdict, every_element
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    if a.shape != n.shape or not (np.isfinite(a).all() and np.isfinite(n).all()):
        return False
    top = np.square(a - n)
    bottom = np.square(a) + np.square(n)
    rel = np.where(bottom > 0, top / np.where(bottom > 0, bottom, 1), 0)
    return bool(np.all(rel <= tolerance))
