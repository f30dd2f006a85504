# mistake: the exponentials are those of the absolute scores.
# loses: single, batch, big
def softmax(x):
    groesstes = np.abs(x)
    groesstes = groesstes - groesstes.max(axis=-1, keepdims=True)
    hoch = np.exp(groesstes)
    return hoch / hoch.sum(axis=-1, keepdims=True)
