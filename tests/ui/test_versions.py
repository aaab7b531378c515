"""Guards against versions that are known to break."""

from PySide6.QtCore import QObject


def test_calls_that_return_none_do_not_wear_none_out() -> None:
    """PySide6 6.12.0 on Python < 3.12 dies here after some 5,000 calls (none_dealloc)."""
    thing = QObject()
    for _ in range(200_000):
        assert thing.parent() is None
