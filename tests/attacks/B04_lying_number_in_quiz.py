# B04 The quiz's answer is a word that equals every word.
# Loses: nothing
class Word(str):
    __eq__ = lambda self, other: True
    __hash__ = str.__hash__
    upper = strip = lambda self: self


wrong_answer = Word("Z")
