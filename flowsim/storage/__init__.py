"""Files in and out: scenarios and sessions (.flowsim), the trace and chart data (CSV), the program's own resources.

`load_scenario` and `load_document` read, `save_document` writes atomically. What cannot be read is told as
`flowsim.domain.problems.ScenarioProblems`, never as a bare exception of the parser.

These names are looked up when first used, so that the gallery, which needs only `resources`, opens without them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flowsim.storage.document import Document, load_document, load_scenario, save_document

__all__ = ["Document", "load_document", "load_scenario", "save_document"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from flowsim.storage import document

    return getattr(document, name)
