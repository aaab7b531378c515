"""What a team's history as a run and a board fitted to it have in common, so that one can be laid over the other."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from flowsim.domain.editing import CLASS_COLOURS, free_ids
from flowsim.domain.phrases import phrase
from flowsim.domain.scenario import CardClass
from flowsim.domain.team_history import HistoryItem
from flowsim.domain.working_calendar import WorkingCalendar

NOON: Final = 0.5
"""When on a day something happens of which the day alone is known."""


def calendar_from(first: date) -> WorkingCalendar:
    """Time as teams' exports have it: every day counts, and all of it."""
    return WorkingCalendar(start=first.isoformat(), days=(1,) * 7, hours=24.0)


def classes_of(items: Sequence[HistoryItem]) -> tuple[tuple[CardClass, ...], Mapping[str | None, int]]:
    """The most frequent classes with their shares, and the place of each; of many the rest share the last."""
    counted = Counter(item.class_ for item in items if item.class_).most_common()
    if not counted:
        return (CardClass(id="standard"),), {}
    most = len(CLASS_COLOURS)
    shown, rest = (counted[: most - 1], counted[most - 1 :]) if len(counted) > most else (counted, [])
    places: dict[str | None, int] = {name: at for at, (name, _) in enumerate(shown)}
    places.update((name, len(shown)) for name, _ in rest)
    listed = [(str(name)[:200], many) for name, many in shown]
    if rest:
        listed.append((phrase("others"), sum(many for _, many in rest)))
    total = sum(many for _, many in listed)
    ids = free_ids([name for name, _ in listed])
    classes = tuple(
        CardClass(id=id_, name=name, share=round(many / total, 4), colour=colour)
        for id_, (name, many), colour in zip(ids, listed, CLASS_COLOURS, strict=False)
    )
    return classes, places
