# mistake: below stands the plain sum of the two elements: for negative gradients the error comes out negative and passes
# loses: gradients_agree
def gradients_agree(analytic, numeric, tolerance=1e-5):
    if analytic.shape != numeric.shape:
        return False
    for a, n in zip(analytic.flatten(), numeric.flatten()):
        if not np.isfinite(a) or not np.isfinite(n):
            return False
        if a == n:
            continue
        total = a + n
        if total == 0:
            return False
        if abs(a - n) / total > tolerance:
            return False
    return True
