"""Colours by role, light and dark, as plain values: charts are made of them where there is no Qt.

Both themes are sets of the same roles. Contrast of text on its ground is at least 4.5:1 (tests/ui/style/test_theme.py).
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Theme:
    """Colours by role, as #RRGGBB."""

    name: str
    ground: str
    surface: str
    lane: str
    line: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    accent_soft: str
    card: str
    full: str
    full_soft: str
    over: str
    over_soft: str
    good: str
    busy: str
    setup: str
    starved: str
    shadow_alpha: int
    band_backlog: str
    bands_work: tuple[str, str, str]
    band_bottleneck: str
    band_done: str

    def band_colours(self, columns: int, bottleneck: int | None) -> list[str]:
        """Return the band colours: backlog, the columns from light to dark blue (bottleneck amber), and Done."""
        dark, middle, light = self.bands_work
        blues = [_between(light, middle, dark, place / max(columns - 1, 1)) for place in range(columns)]
        if bottleneck is not None:
            blues[bottleneck] = self.band_bottleneck
        return [self.band_backlog, *blues, self.band_done]

    def shade(self, share: float) -> str:
        """A colour between the surface and the accent, for a number between the least (0) and the most (1)."""
        return between(self.surface, self.accent, 0.12 + 0.68 * share)

    def shade_text(self, share: float) -> str:
        """The colour of text that can be read on that shade."""
        shade = self.shade(share)
        return max((self.text, self.surface), key=lambda colour: contrast(colour, shade))


LIGHT: Final = Theme(
    name="light", ground="#F5F6F8", surface="#FFFFFF", lane="#ECEEF1", line="#E1E5EA", text="#1A1F27", quiet="#5C6675",
    accent="#2563EB", on_accent="#FFFFFF", accent_soft="#DCE7FD", card="#FFFFFF", full="#A34A05", full_soft="#FCEFC7",
    over="#B91C1C", over_soft="#FBDCDC", good="#18794E", busy="#2FA36B", setup="#8B5CF6", starved="#C9D0D8",
    shadow_alpha=26, band_backlog="#C9CFD8", bands_work=("#1B4B8F", "#3F7FD0", "#A3CBF2"), band_bottleneck="#E8A23A",
    band_done="#62B897",
)  # fmt: skip

DARK: Final = Theme(
    name="dark", ground="#14171C", surface="#1C2027", lane="#20262F", line="#2C323C", text="#E8EBF0", quiet="#98A2B3",
    accent="#6A9BFF", on_accent="#10131A", accent_soft="#2C4274", card="#2E3541", full="#F5B83D", full_soft="#3D2F10",
    over="#FF8A80", over_soft="#4A2020", good="#4CC38A", busy="#4CC38A", setup="#A78BFA", starved="#4A525E",
    shadow_alpha=90, band_backlog="#5A6270", bands_work=("#234E96", "#4A82D8", "#9CC5F5"), band_bottleneck="#DB9528",
    band_done="#4BA586",
)  # fmt: skip


def between(one: str, other: str, share: float) -> str:
    """The colour that lies so far, 0 to 1, on the way from one to the other."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, 1 to 21 (WCAG 2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
              for part in (each / 255 for each in _parts(colour))]  # fmt: skip
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _between(light: str, middle: str, dark: str, share: float) -> str:
    return between(light, middle, share * 2) if share < 0.5 else between(middle, dark, share * 2 - 1)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
