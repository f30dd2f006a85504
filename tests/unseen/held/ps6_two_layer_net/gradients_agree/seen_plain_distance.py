# mistake: The tolerance is held against the plain difference, so small gradients agree whatever they are, and large ones hardly ever.
# loses: relative error

def gradients_agree(analytic, numeric, tolerance=1e-5):
    a = np.array(analytic, dtype=float)
    b = np.array(numeric, dtype=float)
    if a.shape != b.shape or not np.all(np.isfinite(a)) or not np.all(np.isfinite(b)):
        return False
    return bool(np.all(np.abs(a - b) <= tolerance))
