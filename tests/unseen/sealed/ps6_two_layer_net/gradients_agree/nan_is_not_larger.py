# mistake: asks whether any error is larger than the tolerance: NaN never is, so NaN agrees with everything
# loses: gradients_agree
def gradients_agree(analytic, numeric, tolerance=1e-5):
    if np.shape(analytic) != np.shape(numeric):
        return False
    if np.isinf(analytic).any() or np.isinf(numeric).any():
        return False
    big = np.maximum(np.abs(analytic), np.abs(numeric))
    err = np.abs(analytic - numeric)
    too_far = err > tolerance * big
    return not bool(too_far.any())
