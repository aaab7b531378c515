"""The words by which other tools call what a history needs, in the languages whose exports are seen most."""

from collections.abc import Mapping
from typing import Final, cast

from flowsim.storage.histories.choices import Meaning


def plain(name: str) -> str:
    """A name as it is looked up: without case, and with blanks for what stands between words."""
    return " ".join(name.casefold().replace("’", "'").replace("_", " ").replace("-", " ").split())


def _listed(**names: str) -> dict[str, Meaning]:
    meanings: dict[str, Meaning] = {}
    for meaning, listed in names.items():
        for name in listed.split("|"):
            meanings.setdefault(name, cast("Meaning", meaning.rstrip("_")))
    return meanings


MEANING_OF: Final[Mapping[str, Meaning]] = _listed(
    id="issue key|key|schlüssel|vorgangsschlüssel|identifier|id|issue id|ticket|ticket id|work item id|item id|card id"
    "|number|nummer|nr|nr.|no|no.|#|clé|clave|clé de ticket|clave de incidencia",
    title="title|name|summary|titel|zusammenfassung|subject|betreff|card name|item name|résumé|resumen|issue",
    class_="type|issue type|work item type|typ|vorgangstyp|issue type name|class|class of service|serviceklasse|klasse"
    "|card type|item type|type de ticket|tipo",
    status="status|state|zustand|statut|estado|list|liste",
    resolution="resolution|lösung|auflösung|state reason|résolution|resolución",
    arrival="created|created date|created at|creation date|date created|created on|erstellt|erstellt am|angelegt"
    "|angelegt am|opened|opened at|open date|arrival|arrived|requested|eingang|issue created date|création|creada",
    start="start|started|start date|started at|started on|date started|start time|activated|activated date|begin|beginn"
    "|begonnen|begonnen am|startdatum|committed|commitment|commitment date|work started|gestartet|gestartet am|début",
    finish="done|done date|finished|finished at|finish|finish date|date finished|end|ended|end date|end time|completed"
    "|completed at|completed date|completion date|date completed|closed|closed date|closed at|date closed|resolved"
    "|resolved date|resolution date|erledigt|erledigt am|fertig|fertig am|fertiggestellt|abgeschlossen"
    "|abgeschlossen am|ende|enddatum|geschlossen|geschlossen am|delivered|delivery date|résolue|résolu|fin|resuelta"
    "|gelöst|gelöst am|terminé|hecho",
    cancelled="canceled|cancelled|canceled at|cancelled at|canceled date|cancelled date|abgebrochen|abgebrochen am",
    duration="cycle time|cycletime|lead time|duration|durchlaufzeit|zykluszeit|dauer|bearbeitungszeit",
    period="week|woche|kw|semaine|semana|date|day|period|datum|tag|month|monat|week of|week starting",
    blocked="blocked days|blocked date range|blockiert|blocked",
    ignore="updated|updated date|updated at|last updated|last modified|modified|modified date|last changed"
    "|last activity|last viewed|changed date|state change date|deadline|due date|due|target date|triaged|archived"
    "|cycle start|cycle end|start of sprint|sprint|aktualisiert|fällig|fällig am|mise à jour|actualizada|actualizado",
)
"""What a column of this name is."""

COUNTS: Final = frozenset((
    "finished", "throughput", "count", "done", "completed", "closed", "delivered", "items", "anzahl", "durchsatz",
    "fertig", "erledigt",
))  # fmt: skip
"""How a number of finished items is called beside a period."""

DONE: Final = frozenset((
    "done", "closed", "resolved", "completed", "finished", "fertig", "erledigt", "geschlossen", "abgeschlossen",
    "released", "shipped", "delivered", "deployed", "accepted", "terminé", "hecho", "live", "in production",
))  # fmt: skip
"""States and columns of what is done."""

CLOSED: Final = frozenset(("closed", "closed date", "closed at", "date closed", "geschlossen", "geschlossen am"))
"""Ends behind which there is none, where there are several."""

CANCELLED: Final = frozenset((
    "cancelled", "canceled", "removed", "won't do", "won't fix", "wontdo", "wontfix", "wont do",
    "wont fix", "will not do", "will not fix", "duplicate", "declined", "rejected", "abandoned", "invalid", "obsolete",
    "not planned", "not a bug", "cannot reproduce", "can't reproduce", "incomplete", "dropped", "discarded", "deleted",
    "withdrawn", "out of scope",
    "wird nicht behoben", "wird nicht erledigt", "duplikat", "abgebrochen", "verworfen", "abgelehnt", "storniert",
    "nicht geplant", "nicht reproduzierbar", "unvollständig", "annulé", "cancelado",
))  # fmt: skip
"""States and resolutions of what was given up."""

PLANNED: Final = (
    "custom field (", "planned start", "planned end", "planned finish", "planned date", "target start", "target end",
    "expected ", "estimated ", "baseline ", "geplanter ", "geplantes ",
)  # fmt: skip
"""What names of dates begin with that are of no step, but of a plan or somebody's own."""

STEPS_TOO: Final = frozenset(("blocked", "blockiert", "triaged"))
"""Names that are of a step where dates stand in the column, between those of other steps."""

BACKLOG: Final = frozenset(("backlog", "product backlog", "icebox", "open", "new", "offen", "neu", "ideas", "ideen"))
"""Columns before the board: nobody has promised anything there."""

NOTHING: Final = frozenset(("", "-", "–", "—", "n/a", "na", "null", "none", "nan", "nat", "nil"))
"""What stands in cells that are empty."""
