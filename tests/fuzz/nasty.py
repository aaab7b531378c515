"""Values that files should not hold, and JSON written in ways that no writer of ours would."""

import json
import re
from dataclasses import dataclass
from random import Random
from typing import Any, Final


@dataclass(frozen=True)
class Token:
    """What stands in the file letter by letter, JSON or not."""

    text: str


TOKENS: Final = [
    "1e308", "1.7976931348623157e308", "-1e308", "5e-324", "-0.0", "0", "-1", "1e-9", "1e999", "NaN", "-Infinity",
    "9999999999999999999999", "-9999999999999999999999", "1" + "0" * 400, "9" * 1_001, "2147483647", "2147483648",
    "9223372036854775807", "9223372036854775808", "1e18", "0.1", "1.0000000000000002", "1000000", "100000", "1e5",
    '""', '"\\u0000"', '"\\ud800"', '"\\udc00\\ud800"', '"\\ud83d\\ude00"', '"\\n"', '"\\u2028"', '"a"', '"[key]"',
    '"constant"', '"x\\u0301"', '"=1+1"', '"\\u202e"', '" "', "[]", "[[]]", "{}", '{"kind":{}}', '{"":0}', "true",
    "false", "null", "01", "+1", ".5", "0x10", "'a'", "undefined", "[1,]", '{"a":1,"a":2}',
]  # fmt: skip
"""Short ones; `nasty` also makes long ones."""

ODD_KEYS: Final = [
    "", "kind", "id", "name", "class_", "class", "__class__", "[key]", "a\nb", "a.b", "\0", "\u2028", "\U0001f600",
    "k" * 65, "k" * 5_000, "format", "version", "session", "to", "at", "do", "value", "é", "e\u0301",
]  # fmt: skip


def nasty(rng: Random) -> Token:
    """A value to put where another one is expected; one in a hundred is large."""
    if rng.random() > 0.01:
        return Token(rng.choice(TOKENS))
    size = rng.choice([100, 1_000, 20_000])
    return Token(
        rng.choice(
            [
                '"' + "x" * (size * 50) + '"',
                '"' + "\\u00e9" * size + '"',
                '"' + "\\ud800" * min(size, 1_000) + '"',
                "[" * size + "]" * size,
                '{"a":' * 31 + "0" + "}" * 31,
                "[" * 31 + "]" * 31,
                "[" + ",".join(["0"] * size) + "]",
                "[" + ",".join(["{}"] * size) + "]",
                "{" + ",".join(f'"{number}":{number}' for number in range(size)) + "}",
                "9" * size,
                "0." + "3" * size,
            ]
        )
    )


def written(tree: Any, rng: Random, *, doubled: float = 0.0) -> str:
    """`tree` as JSON, `Token`s as they are; a share `doubled` of the keys stands twice."""
    tokens: list[str] = []

    def marked(token: Token) -> str:
        tokens.append(token.text)
        return f"<token {len(tokens) - 1}>"

    text = json.dumps(
        _doubled(tree, rng, doubled) if doubled else tree, ensure_ascii=rng.random() < 0.5, default=marked
    )
    return MARK.sub(lambda found: tokens[int(found[1])], text).replace(TWIN, "")


MARK: Final = re.compile('"<token ([0-9]+)>"')
TWIN: Final = "<twin>"
"""What tells two keys apart until they stand in the file."""


def _doubled(tree: Any, rng: Random, share: float) -> Any:
    if isinstance(tree, list):
        return [_doubled(part, rng, share) for part in tree]
    if not isinstance(tree, dict):
        return tree
    pairs = {key: _doubled(value, rng, share) for key, value in tree.items()}
    return {**pairs, **{key + TWIN: pairs[key] for key in pairs if rng.random() < share}}
