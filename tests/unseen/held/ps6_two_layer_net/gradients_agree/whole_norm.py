# mistake: the relative error is that of the whole arrays' norms, in which a small wrong element is lost
# loses: element by element

def gradients_agree(analytic, numeric, tolerance=1e-5):
    if analytic.shape != numeric.shape:
        return False
    if not (np.isfinite(analytic).all() and np.isfinite(numeric).all()):
        return False
    difference = np.linalg.norm(analytic - numeric)
    size = np.linalg.norm(analytic) + np.linalg.norm(numeric)
    return bool(np.all(difference <= tolerance * size))
