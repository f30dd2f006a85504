# mistake: the analytic gradient is scaled to the numeric one's length before the comparison.
# loses: verdict, every_element
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    if a.shape != n.shape:
        return False
    if not (np.isfinite(a).all() and np.isfinite(n).all()):
        return False
    la, ln = np.linalg.norm(a), np.linalg.norm(n)
    if la > 0:
        a = a * (ln / la)
    big = np.maximum(np.abs(a), np.abs(n))
    return bool(np.all(np.abs(a - n) <= tolerance * big))
