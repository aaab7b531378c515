"""Files in and out: scenarios and sessions (.flowsim), the trace and chart data (CSV), the program's own resources.

`load_scenario` and `load_document` read, `save_document` writes atomically. What cannot be read is told as
`flowsim.domain.problems.ScenarioProblems`, never as a bare exception of the parser.
"""

from flowsim.storage.document import Document, load_document, load_scenario, save_document

__all__ = ["Document", "load_document", "load_scenario", "save_document"]
