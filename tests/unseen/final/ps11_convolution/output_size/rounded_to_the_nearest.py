# mistake: The quotient by stride is rounded to the nearest whole number, where it is rounded down.
# loses: places
def output_size(size, window, stride=1, pad=0):
    padded = size + 2 * pad
    if window > padded:
        raise ValueError(f"window {window} is larger than {padded}")
    return round((padded - window) / stride) + 1
