# B05 A list that holds itself.
# Loses: da_prev
endless = []
endless.append(endless)
Layer.backward = lambda self, da, learning_rate, right=Layer.backward: (right(self, da, learning_rate), endless)[1]
