# mistake: the angle between the two gradients is looked at, so a gradient of the wrong length agrees.
# loses: verdict, every_element
def gradients_agree(analytic, numeric, tolerance=1e-5):
    a, n = np.asarray(analytic, float), np.asarray(numeric, float)
    if a.shape != n.shape or not (np.isfinite(a).all() and np.isfinite(n).all()):
        return False
    a, n = a.ravel(), n.ravel()
    if not a.any() and not n.any():
        return True
    cos = a @ n / (np.linalg.norm(a) * np.linalg.norm(n) + 1e-300)
    return bool(1 - cos <= tolerance)
