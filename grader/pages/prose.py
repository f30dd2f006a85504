"""Sentences as they stand on a page: everything escaped, `code` set as code, and the course's $mathematics$ as MathML."""

import functools
import re

from markupsafe import Markup, escape

# What may stand in mathematics; anything else is shown as it is written, for the converter lets attributes and tags through.
_COMMANDS = (
    "text|mathrm|mathbf|mathsf|frac|partial|nabla|sum|prod|max|min|log|exp|sqrt|cdot|odot|times|top|le|ge|ne|in|to|approx|infty|"
    "left|right|quad|alpha|beta|delta|epsilon|eta|theta|lambda|mu|sigma|phi|Delta|Sigma"
)
_FORMULA = re.compile(rf"(?:[\w\s+\-*/=(){{}}^_.,:;|'!\[\]·⊙∂ᵀ−→]|\\(?:{_COMMANDS})(?![a-zA-Z])|\\[,; ])+")


@functools.lru_cache(maxsize=1000)
def prose(text: str) -> Markup:
    """Any sentence; what stands in backticks is code."""
    return Markup(re.sub(r"`([^`\n]+)`", r"<code>\1</code>", str(escape(text))))


@functools.lru_cache(maxsize=1000)
def lesson(text: str) -> Markup:
    """A sentence of the course's own: code as in `prose`, and mathematics between dollar signs."""
    pieces = re.split(r"(`[^`\n]+`|\$[^$`\n]+\$)", text)
    return Markup("").join(
        mathematics(piece[1:-1]) if n % 2 and piece[0] == "$" else prose(piece) for n, piece in enumerate(pieces)
    )


@functools.lru_cache(maxsize=1000)
def mathematics(latex: str) -> Markup:
    """LaTeX as inline MathML, which browsers draw without a script or a font; as code where it is more than a formula."""
    if len(latex) <= 200 and _FORMULA.fullmatch(latex):
        import latex2mathml.converter  # late: few pages hold mathematics

        try:
            return Markup(latex2mathml.converter.convert(latex).replace(' xmlns="http://www.w3.org/1998/Math/MathML"', ""))
        except Exception:  # it raises a dozen kinds that have nothing in common
            pass
    return Markup("<code>{}</code>").format(latex)
