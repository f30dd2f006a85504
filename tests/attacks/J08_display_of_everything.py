# J08 HTML, SVG, JavaScript, LaTeX and false pictures are shown.
# Loses: nothing
from IPython.display import HTML, SVG, Javascript, Latex, Markdown
for thing in (HTML("<script>alert(1)</script>"), Javascript("alert(1)"), Markdown("<img src=x onerror=alert(1)>"), Latex(r"\href{javascript:alert(1)}{x}")):
    display(thing)
display({"image/png": 'x"><script>alert(1)</script>', "text/html": "<script>alert(1)</script>", "image/svg+xml": "<svg onload=alert(1)>"}, raw=True)
display({"text/plain": "ok", "application/javascript": "alert(1)", "application/vnd.jupyter.widget-view+json": {"model_id": "x"}}, raw=True)
