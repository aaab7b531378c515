"""The report to take home: what was played and what came of it, as a page that proves itself, or as a PDF.

`contents` makes it from a document, `page` writes it as HTML, `paper` prints it, and `verifying` plays the session
inside again.
"""
