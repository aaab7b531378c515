"""`RESULTS.md`, a section for every command that measures; each writes its own and leaves the others as they are."""

import re
from pathlib import Path
from typing import Final

RESULTS: Final = Path(__file__).with_name("RESULTS.md")
HEADING: Final = "# Figures\n"


def write_section(title: str, body: str, path: Path = RESULTS) -> None:
    """Put `body` under the heading `title`: in the place of what stands there, or at the end."""
    text = path.read_text(encoding="utf-8") if path.exists() else HEADING
    start, *sections = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    section = f"## {title}\n\n{body.strip()}\n"
    found = [index for index, one in enumerate(sections) if one.startswith(f"## {title}\n")]
    if found:
        sections[found[0]] = section
    else:
        sections.append(section)
    path.write_text("\n".join(part.strip() + "\n" for part in (start, *sections)), encoding="utf-8")
