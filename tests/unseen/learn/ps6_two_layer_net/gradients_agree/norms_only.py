# mistake: the lengths of the two gradients are compared, not their elements.
# loses: verdict, every_element
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a = np.asarray(analytic, dtype=float)
    n = np.asarray(numeric, dtype=float)
    if a.shape != n.shape:
        return False
    if not np.all(np.isfinite(a)) or not np.all(np.isfinite(n)):
        return False
    la, ln = np.linalg.norm(a), np.linalg.norm(n)
    if la == ln:
        return True
    return bool(abs(la - ln) / max(la, ln) <= tolerance)
