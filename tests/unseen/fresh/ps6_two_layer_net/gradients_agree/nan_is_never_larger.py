# mistake: looks for an error larger than tolerance and nothing else; NaN never is, so NaN is accepted
# loses: gradients_agree: NaN
def gradients_agree(analytic, numeric, tolerance=1e-5):
    if analytic.shape != numeric.shape:
        return False
    for a, n in zip(analytic.flat, numeric.flat):
        if a == n == 0:
            continue
        error = abs(a - n) / max(abs(a), abs(n))
        if error > tolerance:
            return False
    return True
