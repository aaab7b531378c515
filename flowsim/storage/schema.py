"""The JSON Schema of a .flowsim file, made from the types that files are checked against, for editors that complete."""

import json
from typing import Any

from flowsim.domain.scenario import VERSION
from flowsim.storage.record import file_adapter

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """The schema as its published file has it, ending in a newline.

    A file that satisfies it may still be refused: what fields must be to one another is no matter of a schema.
    """
    shape: dict[str, Any] = file_adapter().json_schema(by_alias=True)
    shape["properties"]["version"] = {"const": VERSION, "title": "Version"}
    for record in shape["$defs"].values():
        # A record told apart by its tag has that as a default in Python; in a file it must stand.
        tags = [name for name, field in record["properties"].items() if "const" in field]
        record["required"] = sorted({*record.get("required", ()), *tags})
    about = {
        "$schema": DIALECT,
        "title": f"flowsim scenario, version {VERSION}",
        "description": "A Kanban board, the work that comes to it and, where saved from a run, what people did.",
    }
    return json.dumps({**shape, **about}, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
