"""Markdown of a student's as HTML that may stand on an instructor's page: nbconvert renders it, nh3 cleans it.

`course_config.py` names `markdown2html` and `clean_html` as filters of nbconvert's HTML exporter, so that formgrader and
`nbgrader generate_feedback` show this and nothing else.
"""

import re
from typing import Any

import jinja2
import nh3
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

OWN = "student-"  # before every id, so that none is taken for one of the page's own
TAGS = nh3.ALLOWED_TAGS | {"input"}
ATTRIBUTES = {
    "*": {"class", "id", "style", "title", "align"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "ol": {"start"},
    "input": {"type", "checked", "disabled"},
}
STYLES = {"color", "background-color", "text-align", "font-weight", "font-style", "text-decoration"}
# What Pygments and nbconvert write; a page's own class could make a student's word one of its buttons.
CLASSES = re.compile(r"highlight|hl-ipython3|anchor-link|task-list-item|[a-z][a-z0-9]?")
PICTURE = re.compile(r"data:image/(png|jpeg|gif);base64,[A-Za-z0-9+/=]*|(?!.*\.\.)\w[\w./-]*")  # none from elsewhere
TEX_THAT_ACTS = re.compile(r"\\(href|cssId|class|style|data|require|unicode)(?![A-Za-z])")


class Renderer(IPythonRenderer):
    """nbconvert's, but for pictures that are not there: those must not stop a page."""

    def _embed_image_or_attachment(self, src):
        if src.removeprefix("attachment:") in self.attachments or not src.startswith("attachment:"):
            return super()._embed_image_or_attachment(src)
        return ""


@jinja2.pass_context
def markdown2html(context: Any, source: str) -> str:
    """The filter: Markdown of the cell that is being shown, as clean HTML."""
    return clean(source, dict(context.get("cell", {}).get("attachments", {})))


def clean(source: str, attachments: dict[str, Any] | None = None) -> str:
    """Markdown as clean HTML; attachments are a notebook cell's."""
    return clean_html(MarkdownWithMath(renderer=Renderer(escape=False, attachments=attachments or {})).render(source))


def clean_html(html: str | bytes) -> str:
    """The filter for HTML that nbconvert shows as it is, a raw cell's for example."""
    html = nh3.clean(
        html.decode("utf-8", "replace") if isinstance(html, bytes) else html,
        tags=TAGS,
        clean_content_tags={"script", "style"},
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto", "data"},
        filter_style_properties=STYLES,
        set_tag_attribute_values={"input": {"type": "checkbox", "disabled": "disabled"}},
    )
    return TEX_THAT_ACTS.sub(r"\\text{\1}", html)


def _attribute(tag, name, value):
    """The attribute's value as it may stay, or None."""
    if name == "id":
        return OWN + value
    if name == "href":
        return "#" + OWN + value[1:] if value.startswith("#") else None if value.lower().startswith("data:") else value
    if name == "src":
        return value if PICTURE.fullmatch(value) else None
    if name == "class":
        return " ".join(word for word in value.split() if CLASSES.fullmatch(word)) or None
    return value
