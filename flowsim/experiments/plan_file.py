"""The plan of an experiment as a file has it. Reading tells every problem at once, a line each, as with scenarios."""

import json
from collections.abc import Mapping, Sequence
from math import isfinite, prod
from pathlib import Path
from typing import Any, Final

import flowsim
from flowsim.domain.figure_names import KNOWN
from flowsim.domain.problems import Problem, ScenarioProblems
from flowsim.domain.saved_session import SavedSession
from flowsim.domain.scenario import Scenario
from flowsim.experiments.plan import Best, Candidate, ForecastGoal, Plan, Precision, Variation
from flowsim.experiments.replication import Past, board_of
from flowsim.experiments.run_figures import DEFAULT, reader_of
from flowsim.storage import Document, load_document
from flowsim.storage.parsing import MAX_BYTES, parse, shown
from flowsim.storage.reading import document_of
from flowsim.storage.regular_file import read_regular

VERSION: Final = 1
MOST_REPLICATIONS: Final = 10_000_000
MOST_CELLS: Final = 10_000
WRITTEN_BY: Final = "flowsim"
"""A plan that an experiment has left behind says by which version it was played; reading it does not need that."""

KEYS: Final = (
    "format", "version", "scenario", "from", "seed", "replications", "horizon", "warm_up", "vary", "compare", "best",
    "figures", "precision", "forecast",
)  # fmt: skip


def load_plan(path: Path) -> Plan:
    """The plan in the file at `path`, with the scenario that it names, beside it or in it.

    Raises:
        ScenarioProblems: with everything that is wrong.
    """
    try:
        content = read_regular(path, MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ScenarioProblems([Problem("", f"cannot be read ({reason})", "a file that this user may open")]) from error
    except ValueError as error:
        raise ScenarioProblems([Problem("", str(error), "the path of a file")]) from error
    return plan_of(parse(content), path.parent)


def plan_of(values: Mapping[str, Any], folder: Path) -> Plan:
    """The plan in the values of a file; a scenario that is a path lies in `folder`.

    Raises:
        ScenarioProblems: with everything that is wrong.
    """
    return _Reading(values, folder).plan()


def plan_on(scenario: Scenario, values: Mapping[str, Any]) -> Plan:
    """The plan in `values`, which name no scenario, for this one.

    Raises:
        ScenarioProblems: with everything that is wrong.
    """
    return _Reading(values, Document(scenario)).plan()


def plan_values(plan: Plan) -> dict[str, Any]:
    """The plan as a file has it, but for its scenario, and which flowsim wrote it down."""
    return {
        "format": "flowsim-experiment", "version": VERSION, WRITTEN_BY: flowsim.__version__, "from": plan.start,
        "seed": plan.seed, "replications": plan.replications, "horizon": plan.horizon, "warm_up": plan.warm_up,
        "vary": [{"path": each.path, "values": list(each.values)} for each in plan.vary],
        "compare": [{"name": each.name, "set": dict(each.settings)} for each in plan.compare],
        "best": _given(plan.best), "figures": list(plan.figures), "precision": _given(plan.precision),
        "forecast": _given(plan.forecast),
    }  # fmt: skip


def _given(record: object) -> dict[str, Any] | None:
    """What was given of a part of the plan, so that the plan can be read again."""
    return None if record is None else {name: value for name, value in vars(record).items() if value is not None}


class _Reading:
    """Reads one plan, and gathers what is wrong with it; its scenario lies in a folder, or stands by itself."""

    def __init__(self, values: Mapping[str, Any], source: Path | Document) -> None:
        self._values = values
        self._source = source
        self._problems: list[Problem] = []

    def plan(self) -> Plan:
        for key in self._values:
            if key not in KEYS and key != WRITTEN_BY:
                self._wrong(key, shown(self._values[key]), "no such key; known are " + ", ".join(KEYS))
        if self._values.get("format") != "flowsim-experiment":
            self._wrong("format", self._given("format"), '"flowsim-experiment"')
        if (version := self._values.get("version")) != VERSION or isinstance(version, bool):
            newer = isinstance(version, int) and not isinstance(version, bool) and version > VERSION
            expected = f"at most {VERSION}; this plan needs a newer flowsim" if newer else str(VERSION)
            self._wrong("version", self._given("version"), expected)
        document = self._document()
        if document is None:
            raise ScenarioProblems(self._problems)
        plan = self._read(document.scenario, document.session)
        if not self._problems:
            self._check_times(plan)
            self._check_cells(plan)
        if self._problems:
            raise ScenarioProblems(self._problems)
        return plan

    def _read(self, scenario: Scenario, session: SavedSession | None) -> Plan:
        start = self._values.get("from", "start")
        if start not in ("start", "now"):
            self._wrong("from", shown(start), '"start" or "now"')
            start = "start"
        horizon = self._number("horizon", scenario.horizon, least=0.0, above=True, none=True)
        warm_up: Any = "auto"
        if self._values.get("warm_up", scenario.warm_up) != "auto":
            warm_up = self._number("warm_up", scenario.warm_up, least=0.0, also='"auto"')
        return Plan(
            scenario=scenario,
            session=session if start == "now" else None,
            start=start,
            seed=self._whole("seed", scenario.seed, 0, 2**53),
            replications=self._whole("replications", 30, 1, MOST_REPLICATIONS),
            horizon=horizon,
            warm_up=warm_up,
            vary=tuple(self._variations()),
            compare=tuple(self._candidates()),
            best=self._best(),
            figures=tuple(self._figures(scenario)),
            precision=self._precision(),
            forecast=self._forecast(),
        )

    def _document(self) -> Document | None:
        if isinstance(self._source, Document):
            return self._source
        given = self._values.get("scenario")
        try:
            if isinstance(given, str):
                return load_document(self._source / given)
            if isinstance(given, dict):
                return Document(*document_of(dict(given)))
        except ScenarioProblems as found:
            name = f"scenario: {given}" if isinstance(given, str) else "scenario"
            self._problems += [
                Problem(": ".join(part for part in (name, each.where) if part), each.given, each.expected)
                for each in found.problems
            ]
            return None
        expected = "the path of a scenario beside the plan, or the scenario itself"
        self._wrong("scenario", self._given("scenario"), expected)
        return None

    # Fields

    def _variations(self) -> list[Variation]:
        found: list[Variation] = []
        for index, each in enumerate(self._list("vary")):
            where = f"vary[{index}]"
            if not self._has_keys(where, each, ("path", "values")):
                continue
            values = each["values"]
            if not isinstance(values, list) or not values:
                self._wrong(f"{where}.values", shown(values), "a list of at least one value")
            elif not isinstance(each["path"], str):
                self._wrong(f"{where}.path", shown(each["path"]), "the path of a setting")
            elif any(other.path == each["path"] for other in found):
                self._wrong(f"{where}.path", shown(each["path"]), "a setting that does not vary already")
            elif len(values) > len({json.dumps(value, sort_keys=True) for value in values}):
                self._wrong(f"{where}.values", shown(values), "each value once")
            else:
                found.append(Variation(each["path"], tuple(values)))
        if len(found) > 2:
            self._wrong("vary", f"{len(found)} settings", "one or two; their product is the grid")
        return found

    def _candidates(self) -> list[Candidate]:
        found: list[Candidate] = []
        for index, each in enumerate(self._list("compare")):
            where = f"compare[{index}]"
            if not self._has_keys(where, each, ("name", "set")):
                continue
            if not isinstance(each["name"], str) or not each["name"]:
                self._wrong(f"{where}.name", shown(each["name"]), "a name")
            elif any(other.name == each["name"] for other in found):
                self._wrong(f"{where}.name", shown(each["name"]), "a name that no other one has")
            elif not isinstance(each["set"], dict):
                self._wrong(f"{where}.set", shown(each["set"]), "an object of values by path")
            else:
                found.append(Candidate(each["name"], each["set"]))
        if "compare" in self._values and len(found) == 1:
            self._wrong("compare", "one setting", "at least two")
        if found and self._values.get("vary"):
            self._wrong("compare", "compare and vary", "at most one of them")
        return found

    def _figures(self, scenario: Scenario) -> list[str]:
        given = self._values.get("figures", list(DEFAULT))
        if not isinstance(given, list) or not given:
            self._wrong("figures", shown(given), "a list of at least one figure")
            return list(DEFAULT)
        wanted = [(f"figures[{index}]", name) for index, name in enumerate(given)]
        for part in ("best", "precision"):
            its = self._values.get(part)
            if isinstance(its, dict) and "figure" in its:
                wanted.append((f"{part}.figure", its["figure"]))
        names: list[str] = []
        for where, name in wanted:
            if not isinstance(name, str) or reader_of(name, scenario) is None:
                self._wrong(where, shown(name), KNOWN)
            elif name not in names:
                names.append(name)
        return names

    def _best(self) -> Best | None:
        its = self._object("best", ("figure", "want", "within", "confidence", "budget"), ("figure", "want", "within"))
        if its is None:
            return None
        if its["want"] not in ("least", "most"):
            self._wrong("best.want", shown(its["want"]), '"least" or "most"')
        if len(self._list("vary")) + len(self._list("compare")) == 0:
            self._wrong("best", "one board", "settings to choose from: vary or compare")
        within = self._number_in("best", its, "within", None, least=0.0, above=True)
        confidence = self._number_in("best", its, "confidence", 0.95, least=0.5, most=0.999)
        budget = its.get("budget")
        if budget is not None and not (_is_whole(budget) and 1 <= budget <= MOST_REPLICATIONS):
            self._wrong("best.budget", shown(budget), f"a whole number from 1 to {MOST_REPLICATIONS:,}")
        return Best(str(its["figure"]), its["want"], within or 1.0, confidence or 0.95, budget)

    def _precision(self) -> Precision | None:
        known = ("figure", "relative", "absolute", "max_replications")
        its = self._object("precision", known, ("figure",))
        if its is None:
            return None
        if (its.get("relative") is None) == (its.get("absolute") is None):
            self._wrong("precision", shown(its), "one of relative and absolute")
        relative = self._number_in("precision", its, "relative", None, least=0.0, above=True, most=10.0)
        absolute = self._number_in("precision", its, "absolute", None, least=0.0, above=True)
        most = its.get("max_replications", 1000)
        if not (_is_whole(most) and 2 <= most <= MOST_REPLICATIONS):
            self._wrong("precision.max_replications", shown(most), f"a whole number from 2 to {MOST_REPLICATIONS:,}")
            most = 1000
        return Precision(str(its["figure"]), relative, absolute, most)

    def _forecast(self) -> ForecastGoal | None:
        its = self._object("forecast", ("cards", "by"), ())
        if its is None:
            return None
        if (its.get("cards") is None) == (its.get("by") is None):
            self._wrong("forecast", shown(its), "one of cards and by")
        cards = its.get("cards")
        if cards is not None and not (_is_whole(cards) and 1 <= cards <= 1_000_000):
            self._wrong("forecast.cards", shown(cards), "a whole number from 1 to 1,000,000")
            cards = None
        return ForecastGoal(cards, self._number_in("forecast", its, "by", None, least=0.0, above=True))

    # What must fit together

    def _check_times(self, plan: Plan) -> None:
        if plan.start == "now" and plan.session is None:
            self._wrong("from", '"now"', '"start", or a scenario with a session in it')
        if plan.horizon is None and not plan.scenario.ends_by_itself and plan.forecast is None:
            self._wrong("horizon", "null", "a time, because cards never cease to arrive")
        if plan.horizon is not None and plan.warm_up != "auto" and plan.warm_up >= plan.horizon:
            self._wrong("warm_up", f"{plan.warm_up:g}", f"before the horizon, which is {plan.horizon:g}")
        if plan.session is not None and plan.horizon is not None and plan.horizon <= plan.session.time:
            self._wrong("horizon", f"{plan.horizon:g}", f"after now, which is {plan.session.time:g}")
        now = plan.session.time if plan.session else 0.0
        if plan.forecast is not None and plan.forecast.by is not None and plan.forecast.by <= now:
            self._wrong("forecast.by", f"{plan.forecast.by:g}", f"after now, which is {now:g}")

    def _check_cells(self, plan: Plan) -> None:
        many = prod(len(variation.values) for variation in plan.vary)
        if many > MOST_CELLS:
            self._wrong("vary", f"{many:,} cells", f"at most {MOST_CELLS:,}")
            return
        cells = len(plan.compare) or many
        if plan.best is not None and plan.best.budget is not None and plan.best.budget < cells:
            self._wrong("best.budget", str(plan.best.budget), f"a run at least for each of the {cells:,} settings")
        past = Past.of(plan)
        for cell in plan.cells:
            try:
                board_of(plan, cell, past)
            except ScenarioProblems as found:
                where = f"compare[{cell.index}].set" if plan.compare else "vary"
                for each in found.problems:
                    self._wrong(f"{where}: {each.where}", each.given, each.expected)

    # How values are read

    def _wrong(self, where: str, given: str, expected: str) -> None:
        self._problems.append(Problem(where, given, expected))

    def _given(self, key: str) -> str:
        return shown(self._values[key]) if key in self._values else "nothing"

    def _list(self, key: str) -> Sequence[Any]:
        given = self._values.get(key, [])
        if not isinstance(given, list):
            self._wrong(key, shown(given), "a list")
            return []
        return given

    def _object(self, key: str, known: Sequence[str], needed: Sequence[str]) -> dict[str, Any] | None:
        if self._values.get(key) is None:
            return None
        given = self._values[key]
        if not isinstance(given, dict):
            self._wrong(key, shown(given), "an object in braces")
            return None
        unknown = [name for name in given if name not in known]
        missing = [name for name in needed if name not in given]
        for name in unknown:
            self._wrong(f"{key}.{name}", shown(given[name]), "no such key; known are " + ", ".join(known))
        for name in missing:
            self._wrong(f"{key}.{name}", "nothing", "a value")
        return None if missing else given

    def _has_keys(self, where: str, given: object, keys: Sequence[str]) -> bool:
        if isinstance(given, dict) and set(given) == set(keys):
            return True
        self._wrong(where, shown(given), "an object with " + " and ".join(keys))
        return False

    def _whole(self, key: str, default: int, least: int, most: int) -> int:
        given = self._values.get(key, default)
        if _is_whole(given) and least <= given <= most:
            return int(given)
        self._wrong(key, shown(given), f"a whole number from {least} to {most:,}")
        return default

    def _number(self, key: str, default: float | None, *, least: float, above: bool = False, none: bool = False,
                also: str = "") -> float | None:  # fmt: skip
        given = self._values.get(key, default)
        if given is None and none:
            return None
        if _is_number(given) and (given > least if above else given >= least):
            return float(given)
        words = f"a number above {least:g}" if above else f"a number of at least {least:g}"
        more = [each for each in ("null" if none else "", also) if each]
        self._wrong(key, shown(given), ", or ".join([words, *more]))
        return default

    def _number_in(self, holder: str, its: Mapping[str, Any], key: str, default: float | None, *, least: float,
                   above: bool = False, most: float = 1e12) -> float | None:  # fmt: skip
        if (given := its.get(key)) is None:
            return default
        if _is_number(given) and (given > least if above else given >= least) and given <= most:
            return float(given)
        bounds = f"a number {'above' if above else 'of at least'} {least:g}, at most {most:g}"
        self._wrong(f"{holder}.{key}", shown(given), bounds)
        return default


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    try:
        return isfinite(value)
    except OverflowError:  # a whole number beyond floating point
        return False
