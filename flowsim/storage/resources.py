"""Where the files that come with the program lie: exercises, font, icons, schema."""

from functools import cache
from pathlib import Path

import flowsim


@cache
def resources() -> Path:
    """The folder of resources: inside an installed package, beside it in a checkout."""
    package = Path(flowsim.__file__).parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def exercises() -> list[Path]:
    """The built-in exercises in the order the gallery shows them: by file name."""
    return sorted((resources() / "exercises").glob("*.flowsim"))
