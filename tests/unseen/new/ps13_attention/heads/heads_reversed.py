# mistake: the heads stand in reverse order.
# loses: split
def split_heads(x, h):
    N, T, D = x.shape
    return x.reshape(N, T, h, D // h)[:, :, ::-1].transpose(0, 2, 1, 3)


def merge_heads(x):
    N, h, T, derivative_values = x.shape
    return x.transpose(0, 2, 1, 3).reshape(N, T, h * derivative_values)
