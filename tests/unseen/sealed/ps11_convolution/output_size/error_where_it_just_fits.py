# mistake: a window exactly as large as the padded axis raises the error, too, in place of giving 1
# loses: output_size for window == size + 2·pad
def output_size(size, window, stride=1, pad=0):
    frei = size + 2 * pad - window
    if frei <= 0:
        raise ValueError("Fenster zu gross")
    return frei // stride + 1
