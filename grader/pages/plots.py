"""Plots for the class report: SVG to stand within the page, the same bytes for the same numbers, in the page's own colours."""

import io
import re
from collections.abc import Sequence
from typing import Any

import matplotlib

matplotlib.use("Agg")
import numpy as np
from markupsafe import Markup
from matplotlib.figure import Figure

from grader.words import _

# Stand-ins that the page's colours, light or dark, take the place of.
COLOURS = {"#010203": "var(--ink)", "#010204": "var(--soft)", "#010205": "var(--line)", "#010206": "var(--bar)"}
INK, SOFT, LINE, BAR = COLOURS
STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",  # text stays text, in the page's own type
    "svg.hashsalt": "class",
    "font.family": "sans-serif",
    "font.size": 11,
    "text.color": INK,
    "axes.edgecolor": LINE,
    "axes.labelcolor": SOFT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "xtick.color": SOFT,
    "ytick.color": SOFT,
}


def histogram(scores: Sequence[float] | np.ndarray, max_score: float) -> Markup:
    """How many got how many points: a bar for each point or, where there are many, for ranges of equal width. "" without scores."""
    if not len(scores) or not max_score:
        return Markup("")
    width = max(1, int(np.ceil(max_score / 20)))
    bars = int(max_score // width) + 1
    counts = np.bincount(np.minimum(np.asarray(scores) // width, bars - 1).astype(int), minlength=bars)
    labels = [str(n * width) if width == 1 else f"{n * width}–{(n + 1) * width - 1}" for n in range(bars)]
    with matplotlib.rc_context(STYLE):
        figure = Figure(figsize=(7.6, 2.6), layout="constrained")
        axes = figure.subplots()
        drawn = axes.bar(range(bars), counts, width=0.86, color=BAR)
        axes.bar_label(drawn, [str(n) if n else "" for n in counts], color=INK, padding=2)
        axes.set_xticks(range(bars), labels, rotation=0 if width == 1 else 45)
        axes.tick_params(length=0)
        axes.set(xlabel=_("points"), yticks=[], ylim=(0, 1.15 * counts.max()), xlim=(-0.6, bars - 0.4))
        bars_in_words = _(", ").join(
            _("{n} with {points}").format(n=n, points=label) for n, label in zip(counts, labels, strict=True) if n
        )
        return _inline(figure, _("Students by points: {bars}.").format(bars=bars_in_words))


def _inline(figure, label):
    """The figure as an <svg> element that is an image with the words `label` for who doesn't see it."""
    out = io.StringIO()
    figure.savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    svg = out.getvalue()
    svg = svg[svg.index("<svg") :]
    for stand_in, colour in COLOURS.items():
        svg = svg.replace(stand_in, colour)
    svg = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->|<style.*?</style>", "", svg, flags=re.DOTALL)
    svg = re.sub(r' xmlns(:\w+)?="[^"]*"| version="1.1"', "", svg)
    return Markup('<svg role="img" aria-label="{}"').format(label) + Markup(svg.removeprefix("<svg"))
