"""Where the files that come with the program lie: exercises, font, icons, schema, the phone's page, licence notices."""

import json
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import flowsim


@dataclass(frozen=True)
class GalleryEntry:
    """A tile of the first page: a board's file, its name, what it is about, and the minutes of the shortest variant.

    `story` is the file of the exercise that is told on it.

    `picture` is the number of cards to draw in each lane from backlog to Done: as many as may be worked on at once, so
    that no picture tells how an exercise ends.
    """

    path: Path
    name: str
    sentence: str
    minutes: int
    picture: tuple[int, ...]
    story: Path


@cache
def resources() -> Path:
    """The folder of resources: inside an installed package, beside it in a checkout."""
    package = Path(flowsim.__file__).parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def licences() -> Path | None:
    """The folder with the notices of all that a stand-alone app holds beside the program; None anywhere else."""
    if not getattr(sys, "frozen", False):
        return None
    beside = Path(sys.executable).resolve().parent
    folders = (beside / "licences", beside.parent / "Resources" / "licences")
    return next((folder for folder in folders if folder.is_dir()), None)


def templates() -> list[tuple[Path, str]]:
    """The boards to begin one's own with: each file and the name of its board."""
    files = sorted((resources() / "templates").glob("*.flowsim"))
    return [(file, str(json.loads(file.read_text(encoding="utf-8"))["name"])) for file in files]


def example_history() -> Path:
    """An invented team's export, to try an import with."""
    return resources() / "histories" / "example-team.csv"


def manual_folder() -> Path:
    """The folder of the manual's pages: inside an installed package, beside it in a checkout."""
    package = Path(flowsim.__file__).parent
    installed = package / "docs"
    return installed if installed.is_dir() else package.parent / "docs"


def phone_page() -> bytes:
    """The page on which the room's phones answer."""
    return (resources() / "audience" / "page.html").read_bytes()


def exercises() -> list[GalleryEntry]:
    """The built-in exercises, in the order the gallery shows them."""
    folder = resources() / "exercises"
    listed = json.loads((folder / "gallery.json").read_text(encoding="utf-8"))
    return [
        GalleryEntry(
            folder / entry["file"],
            entry["name"],
            entry["sentence"],
            entry["minutes"],
            tuple(entry["picture"]),
            folder / f"{entry['file']}-exercise",
        )
        for entry in listed
    ]
