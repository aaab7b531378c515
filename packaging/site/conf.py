"""How Sphinx makes the website out of the manual: the same Markdown as in the window, nothing from elsewhere.

The order of the pages is that of `docs/contents.json`. The site opens from a folder, search included.
"""

import json
import re
from pathlib import Path

from sphinx.application import Sphinx

import flowsim

DOCS = Path(__file__).resolve().parents[2] / "docs"

PICTURE = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<file>[^)]+\.png)\)")

project = "flowsim"
author = "the flowsim founders"
version = release = flowsim.__version__
language = "en"
extensions = ["myst_parser"]
templates_path = ["templates"]
myst_enable_extensions = ["attrs_inline"]
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


def _prepare(app: Sphinx, page: str, source: list[str]) -> None:
    """The list of pages goes into the first one; each picture with a dark sister is shown in the colours on view."""
    folder = (DOCS / page).parent

    def in_both(found: re.Match[str]) -> str:
        dark = found["file"].replace(".png", "-dark.png")
        if not (folder / dark).is_file():
            return found[0]
        return f"{found[0]}{{.only-light}}![{found['words']}]({dark}){{.only-dark}}"

    source[0] = PICTURE.sub(in_both, source[0]) + ("\n" + _contents() if page == "index" else "")


def setup(app: Sphinx) -> None:
    """Pages are prepared as they are read."""
    app.connect("source-read", _prepare)
