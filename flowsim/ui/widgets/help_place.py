"""Which page of the manual tells of a widget: what F1 opens.

A place is the name of a page, with a heading if need be: "how-to/forecast#ask". A widget is known by its class, in
the one table here, or is told its place where it changes or where one class has many (`explained`). What has no place
of its own is told of with what is around it.
"""

from collections.abc import Mapping
from typing import Final, TypeVar

from PySide6.QtWidgets import QWidget

PROPERTY: Final = "manual_place"
AnyWidget = TypeVar("AnyWidget", bound=QWidget)

PLACES: Final[Mapping[str, str]] = {
    "Gallery": "index",
    "MainWindow": "index",
    "BoardPage": "read/the-board",
    "BoardView": "read/the-board",
    "PeopleStrip": "how-to/people",
    "CardTable": "read/the-board",
    "RunControls": "how-to/act-in-a-run",
    "Timeline": "how-to/act-in-a-run#undo-rewind-branch",
    "FiguresSheet": "read/figures",
    "BottleneckSheet": "read/bottleneck",
    "PinChips": "read/flow#what-does-the-dashed-line-mean",
    "Inspector": "how-to/build-your-board",
    "CardHistory": "read/waits",
    "LaboratoryPage": "how-to/find-a-limit",
    "WhichLimit": "how-to/find-a-limit",
    "LuckOrReal": "how-to/luck-or-real",
    "When": "how-to/forecast",
    "ResultSheet": "read/answers",
    "WorkshopPage": "lead/a-workshop",
    "GuidePanel": "lead/a-workshop",
    "RoundPanel": "lead/a-workshop#a-round",
    "Presenter": "lead/a-workshop#on-the-wall",
    "NotesWindow": "lead/a-workshop#on-the-wall",
    "RoomDialog": "lead/the-room",
    "RoomCard": "lead/the-room",
    "TypedAnswers": "lead/the-room#how",
    "VoteDialog": "lead/the-room#how",
    "WhyDialog": "how-to/luck-or-real#compare-two-boards",
    "ExerciseWizard": "lead/write-an-exercise",
    "ImportDialog": "how-to/import-a-history",
    "Preferences": "how-to/settings",
    "CommandPalette": "reference/keys",
    "ShapeDialog": "model/work#how-long-work-takes",
    "CardListDialog": "model/work#listed-cards",
    "NoticeBar": "how-to/take-it-with-you#if-something-goes-wrong",
}
"""Where the manual tells of what a class shows, by the name of the class: those of other rooms are imported late."""

SETTINGS: Final[Mapping[str, str]] = {
    "wip_limit": "model/time-and-pull#limits",
    "workers": "how-to/people",
    "workers_per_card": "how-to/people#several-people-on-one-card",
    "swarm_gain": "how-to/people#several-people-on-one-card",
    "backlog_limit": "model/arrivals#a-backlog-with-room-for-so-many",
    "skip": "model/work#passing-by",
    "transfer_batch": "model/batches",
    "move_time": "model/work#hand-over",
}
"""Where it tells of one setting, by the last part of its path."""


def explained(widget: AnyWidget, place: str) -> AnyWidget:
    """`widget`, about which the manual tells at `place`; nothing changes where that is empty."""
    if place:
        widget.setProperty(PROPERTY, place)
    return widget


def place_about(widget: QWidget | None) -> str:
    """Where the manual tells of `widget`, or of the nearest one around it; its first page for anything else."""
    while widget is not None:
        if place := widget.property(PROPERTY) or PLACES.get(type(widget).__name__):
            return str(place)
        widget = widget.parentWidget()
    return PLACES["MainWindow"]
