# G05 Text without end in every call.
# Loses: nothing
Layer.forward = lambda self, inputs, right=Layer.forward: (print("x" * 10**7), right(self, inputs))[1]
