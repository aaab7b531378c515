"""How large the fields of a form are."""

from typing import Final

FIELD_WIDTH: Final = 136
FIELD_HEIGHT: Final = 26
