"""The n-th file: broken, or made up."""

from collections.abc import Sequence
from random import Random

from tests.fuzz.invented import Inventor
from tests.fuzz.mutations import broken


def file_number(index: int, seed: int, corpus: Sequence[bytes]) -> bytes:
    """The file that (`seed`, `index`) stands for: one in three made up from the types, the others broken ones."""
    rng = Random(f"{seed}/{index}")
    return Inventor(rng).file() if index % 3 == 0 else broken(corpus, rng)
