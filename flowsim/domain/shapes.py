"""The kinds of distribution a person can choose, each with its parameters, and one of each with a wished average."""

from dataclasses import dataclass
from math import sqrt
from typing import Final

from flowsim.domain.distributions import (
    Constant,
    Distribution,
    Empirical,
    Exponential,
    Gamma,
    Lognormal,
    Triangular,
    Uniform,
    Weibull,
    with_mean,
)
from flowsim.domain.phrases import Phrase, phrase

LEAST_CV, MOST_CV = 0.001, 1_000.0


@dataclass(frozen=True)
class Parameter:
    """One number of a distribution; `timed` if it is a duration, `above` if it must be more than 0."""

    name: str
    label: Phrase
    timed: bool = True
    above: bool = True
    least: float = 0.0
    most: float = 1e9


@dataclass(frozen=True)
class Shape:
    """One kind: what people call it, when to choose it, and its parameters; a list of values has none."""

    kind: str
    title: Phrase
    meaning: Phrase
    make: type
    parameters: tuple[Parameter, ...]


MEAN: Final = Parameter("mean", phrase("Average"))
CV: Final = Parameter("cv", phrase("Variation"), timed=False, least=LEAST_CV, most=MOST_CV)
LOW: Final = Parameter("low", phrase("Least"), above=False)
MODE: Final = Parameter("mode", phrase("Most often"), above=False)
HIGH: Final = Parameter("high", phrase("Most"), above=False)
BEND: Final = Parameter("shape", phrase("Shape"), timed=False, least=0.1, most=100.0)

SHAPES: Final = (
    Shape(
        "constant",
        phrase("Always the same"),
        phrase("Every card takes equally long, as at a machine."),
        Constant,
        (Parameter("value", phrase("Duration"), above=False),),
    ),
    Shape(
        "uniform",
        phrase("Between two values"),
        phrase("Anything from the least to the most is equally likely."),
        Uniform,
        (LOW, HIGH),
    ),
    Shape(
        "triangular",
        phrase("Three-point estimate"),
        phrase("At the least, most often, at the most: what people estimate."),
        Triangular,
        (LOW, MODE, HIGH),
    ),
    Shape(
        "exponential",
        phrase("Random"),
        phrase("Many short ones, a few long ones: calls, faults, arrivals."),
        Exponential,
        (MEAN,),
    ),
    Shape(
        "gamma",
        phrase("Several steps"),
        phrase("A sum of small random steps: varies less than pure chance."),
        Gamma,
        (MEAN, CV),
    ),
    Shape(
        "lognormal",
        phrase("Knowledge work"),
        phrase("Mostly short, sometimes very long: development, research."),
        Lognormal,
        (MEAN, CV),
    ),
    Shape(
        "weibull",
        phrase("Wear and tear"),
        phrase("Above 1 the shape has a hump; below 1 most durations are tiny."),
        Weibull,
        (Parameter("scale", phrase("Scale")), BEND),
    ),
    Shape(
        "empirical",
        phrase("Our own data"),
        phrase("The durations your team has measured, each equally likely."),
        Empirical,
        (),
    ),
)


def shape_of(distribution: Distribution) -> Shape:
    """The kind of `distribution`."""
    return next(shape for shape in SHAPES if shape.kind == distribution.kind)


def like(kind: str, before: Distribution) -> Distribution:
    """A distribution of `kind` with the mean of `before`, and the same coefficient of variation where possible.

    Gamma and lognormal keep the cv, uniform up to 1/√3; the other kinds have a fixed shape.
    """
    if kind == before.kind:
        return before
    mean, cv = before.mean or 1.0, min(max(before.cv, LEAST_CV), MOST_CV) if before.cv else 0.5
    half = mean * min(sqrt(3) * cv, 1.0)
    match kind:
        case "constant":
            return Constant(value=before.mean)
        case "uniform":
            return Uniform(low=mean - half, high=mean + half)
        case "triangular":
            return with_mean(Triangular(low=mean / 2, mode=mean * 0.75, high=mean * 2), mean)
        case "exponential":
            return Exponential(mean=mean)
        case "gamma":
            return Gamma(mean=mean, cv=cv)
        case "lognormal":
            return Lognormal(mean=mean, cv=cv)
        case "weibull":
            return with_mean(Weibull(scale=mean, shape=1.5), mean)
        case _:
            return Empirical(values=(mean / 2, mean, 3 * mean / 2))
