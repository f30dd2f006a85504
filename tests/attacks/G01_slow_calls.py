# G01 Every call takes almost as long as it may.
# Loses: nothing
def slow(function):
    def call(*args):
        time.sleep(0.1)
        return function(*args)

    return call


Layer.forward, Layer.backward = slow(Layer.forward), slow(Layer.backward)
