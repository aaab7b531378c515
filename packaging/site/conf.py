"""How Sphinx makes the website out of the manual: the same Markdown as in the window, nothing from elsewhere.

The order of the pages is that of `docs/contents.json`. The site opens from a folder, search included.
"""

import json
from pathlib import Path

from sphinx.application import Sphinx

import flowsim

DOCS = Path(__file__).resolve().parents[2] / "docs"

project = "flowsim"
author = "the flowsim founders"
version = release = flowsim.__version__
language = "en"
extensions = ["myst_parser"]
myst_heading_anchors = 4
myst_links_external_new_tab = False
html_theme = "furo"
html_title = "flowsim"
html_favicon = str(DOCS.parent / "resources" / "icons" / "flowsim-32.png")
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#2563EB", "color-brand-content": "#2563EB"},
    "dark_css_variables": {"color-brand-primary": "#6A9BFF", "color-brand-content": "#6A9BFF"},
    "footer_icons": [],
}
nitpicky = True


def _contents() -> str:
    """A tree of pages for each section, hidden in the first page: Furo shows it beside every page."""
    sections = json.loads((DOCS / "contents.json").read_text(encoding="utf-8"))
    trees = []
    for section in sections:
        pages = "\n".join(page for page in section["pages"] if page != "index")
        trees.append(f"```{{toctree}}\n:hidden:\n:caption: {section['title']}\n\n{pages}\n```\n")
    return "\n".join(trees)


def _add_contents(app: Sphinx, page: str, source: list[str]) -> None:
    if page == "index":
        source[0] += "\n" + _contents()


def setup(app: Sphinx) -> None:
    """Add the list of pages to the first one."""
    app.connect("source-read", _add_contents)
