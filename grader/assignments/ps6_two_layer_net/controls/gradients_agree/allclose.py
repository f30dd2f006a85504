def gradients_agree(analytic, numeric, tolerance=1e-5):
    same_shape = analytic.shape == numeric.shape
    return same_shape and np.isfinite(analytic + numeric).all() and np.allclose(analytic, numeric, rtol=tolerance, atol=0)
