# mistake: none: no fraction, all by np.all, gives a NumPy bool
# loses: nothing
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.asarray(analytic), np.asarray(numeric)
    if a.shape != n.shape:
        return False
    fine = np.isfinite(a) & np.isfinite(n)
    return np.all(fine) and np.all(np.abs(a - n) <= tolerance * np.maximum(np.abs(a), np.abs(n)))
