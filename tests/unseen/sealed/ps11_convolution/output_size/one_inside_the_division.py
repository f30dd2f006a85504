# mistake: the 1 is added before the division by the stride, (size + 2·pad - window + 1) // stride
# loses: output_size for strides above 1
def output_size(size, window, stride=1, pad=0):
    if window > size + 2 * pad:
        raise ValueError("window larger than the input")
    return (size + 2 * pad - window + 1) // stride
