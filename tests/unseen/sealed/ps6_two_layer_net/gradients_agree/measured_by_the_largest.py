# mistake: every error is divided by the largest gradient of the whole array, so small elements may be quite wrong
# loses: gradients_agree
def gradients_agree(analytic, numeric, tolerance=1e-5):
    """Whether two gradients are the same, as far as a numerical one can tell."""
    if analytic.shape != numeric.shape:
        return False
    both = np.concatenate([analytic.ravel(), numeric.ravel()])
    if not np.all(np.isfinite(both)):
        return False
    largest = np.max(np.abs(both))
    if largest == 0:
        return True
    return bool(np.max(np.abs(analytic - numeric)) / largest <= tolerance)
