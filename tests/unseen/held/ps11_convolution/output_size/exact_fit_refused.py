# mistake: a window that is exactly as large as the padded axis raises a ValueError
# loses: window == size + 2·pad, which is 1

def output_size(size, window, stride=1, pad=0):
    largo = size + pad + pad
    if window >= largo:
        raise ValueError(f"{window} > {largo}")
    return len(range(0, largo - window + 1, stride))
