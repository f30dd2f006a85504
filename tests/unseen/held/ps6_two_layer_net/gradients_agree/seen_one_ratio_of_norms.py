# mistake: One relative error is taken of the whole arrays, by their norms, so a small wrong element hides behind large right ones.
# loses: single wrong elements

def gradients_agree(analytic, numeric, tolerance=1e-5):
    analytic, numeric = np.asarray(analytic), np.asarray(numeric)
    if analytic.shape != numeric.shape:
        return False
    if not (np.isfinite(analytic).all() and np.isfinite(numeric).all()):
        return False
    bottom = np.linalg.norm(analytic) + np.linalg.norm(numeric)
    if bottom == 0:
        return True
    return bool(np.linalg.norm(analytic - numeric) / bottom <= tolerance)
