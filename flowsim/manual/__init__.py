"""The manual as data: its pages in their order, as HTML, and where words are found in them; no window.

The source is the Markdown in `docs/`; the website is made of the same files. Pages are known by their path without the
ending, "read/flow", and places in them by the words of a heading, "read/flow#read-it".
"""
