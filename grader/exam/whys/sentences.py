"""What is said of a mutant: what there is in it, never what belongs there instead, and never a number."""

from grader.exam.whys.operators import Mutant
from grader.words import _

LOOPS = {
    "loop_reversed": _("`{f}` goes through everything in the opposite order."),
    "loop_without_first": _("`{f}` leaves out the first of what it goes through."),
    "loop_without_last": _("`{f}` leaves out the last of what it goes through."),
    "loop_once": _("`{f}` does for the first one alone what it has to do for each."),
    "loop_last_only": _("`{f}` does for the last one alone what it has to do for each."),
    "loop_twice": _("`{f}` goes through everything twice."),
    "before_loop": _("In `{f}`, what is done with {q} is done once, at the beginning, and not in each round."),
    "after_loop": _("In `{f}`, what is done with {q} is done once, at the end, and not in each round."),
    "in_loop": _("In `{f}`, what is done with {q} is done anew in each round."),
}
ARGUMENTS: dict[str, str | tuple[str, ...]] = {
    "first_sample": (_("`{f}` works with the first row of {n} alone, and of {m}."), _("`{f}` works with the first row of {n} alone.")),
    "last_sample": (_("`{f}` works with the last row of {n} alone, and of {m}."), _("`{f}` works with the last row of {n} alone.")),
    "argument_backwards": _("`{f}` takes {n} in the opposite order from what goes with it."),
    "argument_negative": _("`{f}` works with {n} of the opposite sign."),
    "argument_abs": _("`{f}` works with the absolute value of {n}."),
    "argument_double": _("`{f}` works with twice {n}."),
    "argument_mean": _("`{f}` works with the mean of {n} in place of each entry."),
    "argument_one": (_("`{f}` does the same whatever {n} is: as if all of it were 1."), _("`{f}` does the same whatever comes in: as if all of it were 1.")),
    "argument_zero": (_("`{f}` does the same whatever {n} is: as if all of it were 0."), _("`{f}` does the same whatever comes in: as if all of it were 0.")),
    "argument_rounded": _("`{f}` works with {n} rounded to whole numbers."),
    "given_ignored": _("The {n} that `{f}` is given has no effect."),
    "arguments_taken": _("`{f}` takes {n} for {m}, and {m} for {n}."),
}  # fmt: skip
STATEMENTS = {
    "dropped": _("`{f}` does what it would do without {s}."),
    "twice": _("`{f}` does what it would do if {s} were there twice."),
    "returns_nothing": _("`{f}` returns nothing."),
    "later": _("In `{f}`, {q} is worked out only after {n}, from what that has left."),
    "replaced_by": _("In `{f}`, {q} holds only what came last: what was there before is replaced."),
    "reversed_step": _("In `{f}`, the old {q} is taken from what is to change it, and not the other way round."),
    "added_up": _("In `{f}`, {q} adds up from one call to the next."),
    "averaged": _("In `{f}`, {q} is the mean of what this call makes and what the call before it left."),
    "first_call": _("In `{f}`, {q} stays what the first call has made it."),
    "local": _("What `{f}` makes for {q} isn't kept."),
    "negated": _("`{f}` has two cases the wrong way round."),
    "always": _("`{f}` does the same in every case, as if there were one alone."),
    "same_in_both": _("In `{f}`, {q} is made in the same way in two cases that differ."),
    "never": _("`{f}` does the same in every case, as if one of them never came."),
}
PARTS: dict[str, str | tuple[str, ...]] = {
    "sign": _("In `{f}`, the sign of what goes into {q} is turned."),
    "factor_left_out": (_("In `{f}`, {n} is no factor in {q}."), _("In `{f}`, a factor is missing in {q}.")),
    "term_left_out": (_("In `{f}`, {n} is not added to {q}, nor taken from it."), _("In `{f}`, a term is missing in {q}.")),
    "op_Add": (_("In `{f}`, {n} and {m} are added in {q}."), _("In `{f}`, two things are added in {q} that must meet in another way.")),
    "op_Sub": (_("In `{f}`, {m} is taken from {n} in {q}."), _("In `{f}`, one thing is taken from another in {q}, where they must meet in another way.")),
    "op_Mult": (_("In `{f}`, {n} and {m} are multiplied entry by entry in {q}."), _("In `{f}`, two things are multiplied entry by entry in {q} that must meet in another way.")),
    "op_Div": (_("In `{f}`, {n} is divided by {m} in {q}."), _("In `{f}`, one thing is divided by another in {q}, where they must meet in another way.")),
    "op_MatMult": (_("In `{f}`, {q} holds a matrix product of {n} and {m}."), _("In `{f}`, {q} holds a matrix product of two things that must meet in another way.")),
    "factors_crossed": (_("In `{f}`, {n} and {m} have each other's factor in {q}."), _("In `{f}`, two terms of {q} have each other's factor.")),
    "operands_exchanged": (_("In `{f}`, {n} and {m} stand the other way round in {q}."), _("In `{f}`, the two sides of an operation in {q} stand the other way round.")),
    "inside": (_("In `{f}`, {n} goes into `{n1}` together with its argument for {q}, and not with what comes out of it."), _("In `{f}`, something goes into a function for {q} that must meet what comes out of it.")),
    "outside": (_("In `{f}`, {n} meets what comes out of `{n1}` for {q}, and not what goes in."), _("In `{f}`, something meets what comes out of a function for {q}, and not what goes in.")),
    "turned": (_("In `{f}`, {n} lies the wrong way in {q}: rows for columns."), _("In `{f}`, something in {q} lies the wrong way: rows for columns.")),
    "constant": _("In `{f}`, {q} is made with a wrong constant."),
    "comparison": (_("In `{f}`, {n} and {m} are compared in another way for {q}."), _("In `{f}`, a comparison for {q} lets the wrong cases through.")),
    "call_left_out": (_("In `{f}`, {q} is what it would be without `{n0}`."), _("In `{f}`, {q} does without one of the functions that belong there.")),
    "other_function": (_("In `{f}`, {q} is what `{n0}` would make."), _("In `{f}`, {q} is made with another function than belongs there.")),
    "arguments_exchanged": (_("In `{f}`, two of the arguments that `{n0}` gets for {q} are exchanged."), _("In `{f}`, two arguments are exchanged for {q}.")),
    "no_axis": (_("In `{f}`, everything at once is brought together in {q}, as by `{n0}` without an axis."), _("In `{f}`, everything at once is brought together in {q}.")),
    "axis": (_("In `{f}`, {q} is what `{n0}` over axis {n1} would make."), _("In `{f}`, another axis is run over in {q}.")),
    "keepdims": (_("In `{f}`, {q} has one axis too many or too few where numbers were brought together along one, as by `{n0}`."), _("In `{f}`, {q} has one axis too many or too few.")),
    "index_left_out": (_("In `{f}`, all of {n} is taken in {q}, not a part of it."), _("In `{f}`, all of something is taken in {q}, where a part of it is meant.")),
    "index": (_("In `{f}`, other entries of {n} are taken in {q}."), _("In `{f}`, other entries than it must be are taken in {q}.")),
    "index_exchanged": _("In `{f}`, the two indices in {q} are exchanged."),
    "exchanged": (_("In `{f}`, {n} and {m} are exchanged in {q}."), _("In `{f}`, two things are exchanged in {q}.")),
    "both_first": _("In `{f}`, {q} has its first in both places."),
    "both_second": _("In `{f}`, {q} has its second in both places."),
    "name": (_("In `{f}`, {q} is made with {n}, which doesn't belong there."), _("In `{f}`, {q} is made with something that doesn't belong there.")),
    "name_for_all": (_("In `{f}`, {q} holds {n} itself, where something else must be worked out."), _("In `{f}`, {q} holds something as it is, where something else must be worked out.")),
    "times": (_("In `{f}`, {m} is multiplied by {n} on the way to {q}."), _("In `{f}`, {q} is multiplied by {n}."), _("In `{f}`, {q} has a factor too many.")),
    "divided": (_("In `{f}`, {m} is divided by {n} on the way to {q}."), _("In `{f}`, {q} is divided by {n}."), _("In `{f}`, {q} is divided once too often.")),
    "plus": (_("In `{f}`, {n} is added to {m} on the way to {q}."), _("In `{f}`, {n} is added to {q}."), _("In `{f}`, {q} has a term too many.")),
    "minus": (_("In `{f}`, {n} is taken from {m} on the way to {q}."), _("In `{f}`, {n} is taken from {q}."), _("In `{f}`, {q} has a term too many.")),
    "times_size": (_("In `{f}`, {m} is multiplied by a size of {n} on the way to {q}."), _("In `{f}`, {q} is multiplied by a size of {n}."), _("In `{f}`, {q} is multiplied by a size.")),
    "divided_size": (_("In `{f}`, {m} is divided by a size of {n} on the way to {q}."), _("In `{f}`, {q} is divided by a size of {n}."), _("In `{f}`, {q} is divided by a size.")),
}  # fmt: skip
WRAPS = {
    "abs": _("the absolute value of {n}"),
    "square": _("the square of {n}"),
    "root": _("the root of {n}"),
    "sign": _("the sign alone of {n}"),
    "log": _("the logarithm of {n}"),
    "exp": _("the exponential of {n}"),
    "negative": _("{n} with its sign turned"),
    "reciprocal": _("one over {n}"),
    "complement": _("one less {n}"),
    "less_one": _("{n} less one"),
    "double": _("twice {n}"),
    "half": _("half of {n}"),
    "sum": _("the sum of all of {n}"),
    "mean": _("the mean of all of {n}"),
    "largest": _("the largest of {n} alone"),
    "sum_rows": _("{n} summed over its first axis"),
    "sum_columns": _("{n} summed over its last axis"),
    "mean_rows": _("the mean of {n} over its first axis"),
    "mean_columns": _("the mean of {n} over its last axis"),
    "over_samples": _("{n} divided by its number of rows"),
    "over_columns": _("{n} divided by its number of columns"),
    "over_size": _("{n} divided by its number of entries"),
    "normalised": _("{n} divided by its sum"),
    "unit": _("{n} divided by its length"),
    "positive": _("{n} with what is negative set to 0"),
    "clipped": _("{n} cut off at 1 and −1"),
    "rounded": _("{n} rounded to whole numbers"),
    "transposed": _("{n} transposed"),
    "flat": _("{n} laid flat"),
    "one_axis_more": _("{n} with an axis more"),
    "centred": _("{n} less its mean"),
    "backwards": _("{n} in the opposite order"),
    "cumulated": _("{n} added up row by row"),
    "squashed": _("tanh of {n}"),
    "first_row": _("the first row alone of {n}"),
    "last_row": _("the last row alone of {n}"),
}
ADDED = ("times", "divided", "plus", "minus", "times_size", "divided_size")


def said(mutant: Mutant) -> str:
    """What a mutant is, a sentence."""
    names = list(mutant.names)
    words = {
        "f": mutant.function,
        "q": _quantity(mutant.target, mutant.function),
        "s": _step(mutant.target),
        "n": _named(names[0]) if names else "",
        "m": _named(names[1]) if len(names) > 1 else "",
        "n0": names[0] if names else "",
        "n1": names[1] if len(names) > 1 else "",
    }
    if len(names) > 1 and not names[1] and "{m}" in str(PARTS.get(mutant.operator, "")) and mutant.operator in ADDED:
        words["m"] = _("a part of what makes {q}").format(**words)
    if mutant.operator.startswith("wrap_"):
        inner = _(WRAPS[mutant.operator[5:]]).format(n=words["n"] or (words["q"] if not names else _("a part of what makes it")))
        if not names:
            return _("In `{f}`, {q} is {what}.").format(
                **words, what=_(WRAPS[mutant.operator[5:]]).format(n=_("what it must be"))
            )
        return _("In `{f}`, {q} is made with {what}.").format(**words, what=inner)
    forms: dict[str, str | tuple[str, ...]] = {**LOOPS, **ARGUMENTS, **STATEMENTS, **PARTS}
    form = forms[mutant.operator]
    if isinstance(form, tuple):
        form = next(
            (one for one in form if all(words[name] or f"{{{name}}}" not in one for name in ("n", "m", "n0", "n1"))), form[-1]
        )
    return _(form).format(**words)


def identity(mutant: Mutant) -> str:
    """What two students have in common who made the same mistake, in whatever words."""
    names = ",".join(filter(None, mutant.names))
    return f"{mutant.operator}:{mutant.function}.{mutant.target or '?'}" + (f":{names}" if names else "")


def _quantity(target, function):
    if target == "return":
        return _("what it returns")
    if target.endswith("("):
        return _("what `{function}` is given").format(function=target[:-1])
    return f"`{target}`" if target and target != "self" else _("a value on the way")


def _named(name):
    return _step(name) if name.endswith("(") else f"`{name}`" if name else ""


def _step(target):
    if target.endswith("("):
        return _("the call of `{function}`").format(function=target[:-1])
    return _("the line that makes {what}").format(what=f"`{target}`" if target else _("a value on the way"))
