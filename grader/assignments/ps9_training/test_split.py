"""`split`: how many, that nothing is lost or doubled, that rows keep their labels, that it is shuffled by `rng`."""

import numpy as np
import pytest

from grader.testing import Failed, NotPassed, NotRun, _, assert_kind, attempt, is_value, points, tells

MANY = 60, (0.4, 0.3, 0.3)  # so many samples that no chance keeps them together
CASES = ((23, (0.6, 0.2, 0.2)), (20, (0.75, 0.25)), (25, (1 / 3, 1 / 3, 1 / 3)), (30, (0.1, 0.2, 0.3, 0.2, 0.2)))

THERE = """
import numpy as np


def generator(seed):
    return np.random.default_rng(seed)


def unharmed(split, x, t, fractions, rng):
    before = x.copy(), t.copy()
    found = split(x, t, fractions, rng)
    return found, np.array_equal(x, before[0]) and np.array_equal(t, before[1])
"""


def drawn(rng, n, wide=False):
    """x, whose rows all differ, and labels that say which row is which: (N,) whole numbers, or (N, 2)."""
    x = rng.permutation(np.arange(3.0 * n)).reshape(n, 3) / 7
    labels = rng.permutation(n) + 100
    return x, np.stack((labels, -labels), axis=1).astype(float) if wide else labels


def pairs(got, fractions):
    """[(x, t)], as many as fractions, arrays of as many rows each. Raises Failed."""
    if got is ...:
        raise NotRun(_("not run: {name} is still to be written (`...`).").format(name="split"))
    if not isinstance(got, (list, tuple)) or len(got) != len(fractions):
        sentence = _("split must return as many pairs (x, t) as there are fractions.")
        seen = None
        if isinstance(got, (list, tuple)) and all(isinstance(pair, (list, tuple)) and len(pair) == 2 for pair in got):
            seen = (
                _("split gives {n} pairs for {total} fractions.").format(n=len(got), total=len(fractions)),
                "other_number_of_parts",
            )
        raise Failed(sentence, _("A list of pairs, not one flat row of arrays."), cause=seen)
    for pair in got:
        if not isinstance(pair, (list, tuple)) or len(pair) != 2:
            raise Failed(_("split must return pairs: an x and a t for each fraction."))
        for name, array in zip("xt", pair, strict=True):
            assert_kind(_("{name} of a part").format(name=name), array)
        if any(np.ndim(array) == 0 for array in pair) or len(pair[0]) != len(pair[1]):
            raise Failed(_("In a part, x and t don't have the same number of rows."))
    return [(np.asarray(x, dtype=float), np.asarray(t, dtype=float)) for x, t in got]


@pytest.fixture(scope="module")
def there(student):
    return student.bring(THERE)


def parts(student, there, x, t, fractions, seed):
    return pairs(student.split(x, t, list(fractions), there.generator(seed)), fractions)


def places(rows, x):
    """Where each of some rows stands in x; -1 where it is none of them."""
    if rows.ndim != x.ndim or rows.shape[1:] != x.shape[1:]:
        raise Failed(_("The rows of a part have another shape than those of x."))
    at = {tuple(np.round(row, 9).ravel()): n for n, row in enumerate(np.asarray(x, dtype=float))}
    return [at.get(tuple(np.round(row, 9).ravel()), -1) for row in rows]


def labels_of(t):
    """One number for each row of t."""
    return t if t.ndim == 1 else t[:, 0]


def came(asked):
    """The parts that were given. Raises the NotPassed in their place."""
    if isinstance(asked, NotPassed):
        raise asked
    return asked


@pytest.fixture(scope="module")
def tried(student, there, rng):
    """For each of CASES (n, fractions, x, t, its parts, or the NotPassed in their place): asked once, for whatever looks at them."""
    found = []
    for n, fractions in CASES:
        x, t = drawn(rng, n)
        asked = attempt(lambda x=x, t=t, fractions=fractions: parts(student, there, x, t, fractions, int(rng.integers(1 << 30))))
        found.append((n, fractions, x, t, asked))
    return found


@points(1)
def test_sizes(tried):
    """Each part has its fraction of the samples, to rounding, and together they have all."""
    for n, fractions, _x, _t, asked in tried:
        found = came(asked)
        sizes = [len(part) for part, _t in found]
        sentence = _("{n} samples are split into parts of {sizes}.").format(n=n, sizes=", ".join(map(str, sizes)))
        if sum(sizes) != n:
            hint = _("Rounding must lose no sample and count none twice: the last part takes what is left.")
            raise Failed(sentence, hint, cause=seen_of_sizes(sizes, n, fractions))
        if any(abs(size - fraction * n) >= len(fractions) for size, fraction in zip(sizes, fractions, strict=True)):
            hint = _("The fractions say which share of the samples each part gets, in this order.")
            raise Failed(sentence, hint, cause=seen_of_sizes(sizes, n, fractions))


@tells
def seen_of_sizes(sizes, n, fractions):
    """How the parts got their sizes: (a sentence, what it is known by), or None."""
    shares = np.array(fractions) * n
    if sum(sizes) < n and sizes == np.floor(shares + 1e-9).astype(int).tolist():
        return _("Every part is rounded down, and what is left belongs to nobody."), "parts_rounded_down"
    if sizes == np.ceil(shares - 1e-9).astype(int).tolist():
        return _("Every part is rounded up."), "parts_rounded_up"
    if sizes == np.round(shares).astype(int).tolist():
        return _("Every part is rounded by itself."), "parts_rounded"
    ends = np.round(np.cumsum(shares)).astype(int)
    wanted = np.diff(ends, prepend=0)
    if [size - want for size, want in zip(sizes, wanted.tolist(), strict=True)] == [0, *(-1 for _size in sizes[1:])]:
        return _("Between two parts one sample is left out: it belongs to neither."), "one_lost_at_each_cut"
    if [want - size for size, want in zip(sizes, wanted.tolist(), strict=True)] == [*(1 for _size in sizes[1:]), 0]:
        return _("Every part but the last ends one sample early, and that one belongs to nobody."), "one_lost_at_each_end"
    if sizes == np.diff(np.sort(np.round(shares[:-1]).astype(int)), prepend=0, append=n).tolist():
        return _("The rows are cut at each fraction by itself, whatever parts there are before it."), "cut_at_the_fractions"
    if set(sizes) == {n}:
        return _("Every part has all samples."), "parts_of_everything"
    if max(sizes) - min(sizes) <= 1 and np.ptp(shares) > 1:
        return _("All parts have the same size, whatever the fractions say."), "equal_parts"
    if all(abs(size - share) < len(sizes) for size, share in zip(sizes, shares[::-1], strict=True)):
        return _("The fractions are taken in the opposite order."), "fractions_turned_round"
    if all(abs(size - share) < len(sizes) for size, share in zip(sizes, np.cumsum(shares), strict=True)):
        return _("Every part begins with the first sample again, and ends where it should."), "parts_from_the_beginning"
    return None


@points(1)
def test_disjoint(tried):
    """Every sample is in one part, and in one only."""
    for n, fractions, x, _t, asked in tried[:3]:
        found = came(asked)
        at = [place for part, _t in found for place in places(part, x)]
        if -1 in at:
            raise Failed(_("A part holds a row that was not in x."))
        if len(set(at)) < len(at):
            seen = seen_of_samples([places(part, x) for part, _t in found])
            raise Failed(_("A sample is there more than once."), _("Whoever was trained on must not be tested on."), cause=seen)
        if len(at) < n - len(fractions) or len(at) < 2:
            raise Failed(_("Samples are missing."))


@tells
def seen_of_samples(parts):
    """How it comes that a sample is there more than once: (a sentence, what it is known by), or None."""
    if any(len(set(part)) < len(part) for part in parts):
        return _("A sample may be drawn again that was drawn already."), "drawn_again"
    if len({part[0] for part in parts if part}) == 1:
        return _("Every part begins with the same sample."), "parts_begin_alike"
    return _("Each part is drawn from all samples, whatever the others have."), "parts_drawn_apart"


@tells
def seen_of_labels(labels, rows, known):
    """How the labels of a part lie: (a sentence, what it is known by), or None."""
    if all(label == known[n] for n, label in enumerate(labels)) or labels == sorted(labels, key=known.tolist().index):
        return _("The labels stay in their old order, while the rows are shuffled."), "labels_in_their_old_order"
    if rows == sorted(rows):
        return _("The rows stay in their old order, while the labels are shuffled."), "rows_in_their_old_order"
    return _("Rows and labels are put into two different orders."), "two_orders"


@points(1)
def test_together(student, there, rng, tried):
    """Rows keep their labels."""
    n, fractions, *narrow = tried[0]
    wide_x, wide_t = drawn(rng, n, wide=True)
    asked_wide = attempt(lambda: parts(student, there, wide_x, wide_t, fractions, int(rng.integers(1 << 30))))
    for wide, (x, t, asked) in ((False, narrow), (True, (wide_x, wide_t, asked_wide))):
        found = came(asked)
        known, seen = labels_of(np.asarray(t, dtype=float)), 0
        for part, labels in found:
            if labels.ndim != t.ndim or (wide and labels.shape[1:] != t.shape[1:]):
                raise Failed(_("The t of a part has another shape than the t that was given."))
            for place, label in zip(places(part, x), labels_of(labels), strict=True):
                if place >= 0 and known[place] != label:
                    seen = seen_of_labels(labels_of(labels).tolist(), places(part, x), known)
                    raise Failed(
                        _("A row has got another row's label."), _("One and the same order for x and for t."), cause=seen
                    )
                seen += place >= 0
        if seen < n // 2:
            raise Failed(_("Samples are missing."))


@points(1)
def test_shuffled(student, there, rng):
    """Who goes where is drawn by `rng`."""
    n, fractions = MANY
    x, t = drawn(rng, n)
    seeds = [int(seed) for seed in rng.choice(1 << 30, 2, replace=False)]
    runs = [parts(student, there, x, t, fractions, seed) for seed in (*seeds, seeds[0])]
    first, other, again = ([places(part, x) for part, _t in run] for run in runs)
    if any(-1 in part for part in first) or sum(map(len, first)) < n // 2:
        raise Failed(_("Samples are missing, or rows are there that were not in x."))
    firsts = [set(run[0]) for run in (first, other)]
    if all(found == set(range(len(found))) for found in firsts):
        sentence = _("The first part holds the first rows of x.")
        raise Failed(sentence, _("Data often come in some order. Draw an order for all rows first, and cut then."))
    order = np.array([place for part in first for place in part])
    neighbours = np.isin(np.abs(np.diff(order)), (1, n - 1)).mean()
    if neighbours > 0.75:
        sentence = _("Most rows that are neighbours in x are neighbours still.")
        raise Failed(sentence, _("Data often come in some order. Nothing of it must be left within the parts or between them."))
    if firsts[0] == firsts[1]:
        sentence = _("With a generator of another seed, the parts are the same.")
        seen = _("The order doesn't depend on the generator that is handed in."), "rng_ignored"
        raise Failed(sentence, _("The order is drawn with rng."), cause=seen)
    if first != again:
        sentence = _("With a generator of the same seed, the parts are others.")
        seen = _("The order is drawn from another generator than the one that is handed in."), "other_rng"
        raise Failed(sentence, _("The order is drawn with rng alone."), cause=seen)


@points(1)
def test_unchanged(student, there, rng):
    """x and t are left as they were."""
    n, fractions = CASES[0]
    x, t = drawn(rng, n)
    found = there.unharmed(student.split, x, t, list(fractions), there.generator(3))
    if not isinstance(found, tuple) or len(found) != 2:
        raise Failed(_("The process of your code doesn't answer as it should any more: it was tampered with."))
    got, same = found
    if sum(len(part) for part, _t in pairs(got, fractions)) < n // 2:
        raise Failed(_("Samples are missing."))
    if not is_value(int(same is True), 1):
        raise Failed(
            _("x or t was changed."),
            _("They belong to the caller. rng.shuffle shuffles what it is given; rng.permutation doesn't."),
        )
