# mistake: `for a, n in zip(analytic, numeric)` compares row by row by the rows' norms, one wrong entry of a row is lost in a large row
# loses: every_element
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.atleast_1d(np.asarray(analytic, float)), np.atleast_1d(np.asarray(numeric, float))
    if np.shape(analytic) != np.shape(numeric) or not np.isfinite(a).all() or not np.isfinite(n).all():
        return False
    return all(np.linalg.norm(p - q) <= tolerance * max(np.linalg.norm(p), np.linalg.norm(q)) for p, q in zip(a, n))
