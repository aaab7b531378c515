"""How phones find the room: the addresses of this machine, the address to type, and what the pictures to scan say."""

from dataclasses import dataclass
from ipaddress import IPv4Address
from typing import TYPE_CHECKING, Final

from flowsim.audience.room import Entry

if TYPE_CHECKING:
    from segno import QRCode

VIRTUAL: Final = ("docker", "veth", "br-", "virbr", "vmnet", "vboxnet", "utun", "tun", "tap", "wg", "zt", "tailscale")
"""How networks begin that no phone in the room is in."""


@dataclass(frozen=True)
class Place:
    """An address of this machine in one of its networks, by the name that the system has for it."""

    address: str
    network: str

    @property
    def is_own(self) -> bool:
        """Whether nobody but this machine can reach it."""
        return IPv4Address(self.address).is_loopback


def places() -> list[Place]:
    """Where this machine can be reached, the likeliest first; the machine itself last, to try things out."""
    import ifaddr

    found = {
        Place(str(one.ip), adapter.nice_name)
        for adapter in ifaddr.get_adapters()
        for one in adapter.ips
        if one.is_IPv4 and not IPv4Address(one.ip).is_link_local
    }
    return sorted(found, key=_likely)


def _likely(place: Place) -> tuple[bool, bool, bool, str]:
    address = IPv4Address(place.address)
    return place.is_own, place.network.lower().startswith(VIRTUAL), not address.is_private, place.address


def address_of(host: str, port: int) -> str:
    """What people type."""
    return f"http://{host}:{port}" if port != 80 else f"http://{host}"


def link_of(host: str, port: int, entry: Entry) -> str:
    """What the picture says: behind the # it stays on the phone, and in no log."""
    return f"{address_of(host, port)}/#{entry.key}"


def wifi(name: str, password: str) -> str:
    """What a picture says that takes a phone into a Wi-Fi; an open one has no password."""
    if not password:
        return f"WIFI:T:nopass;S:{_escaped(name)};;"
    return f"WIFI:T:WPA;S:{_escaped(name)};P:{_escaped(password)};;"


def _escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in '\\;,":' else sign for sign in text)


def squares(text: str) -> tuple[tuple[bool, ...], ...]:
    """A picture to scan, row by row, dark squares True; without the quiet edge of four squares around it."""
    return tuple(tuple(bool(square) for square in row) for row in _code(text).matrix)


def _code(text: str) -> "QRCode":
    import segno

    return segno.make_qr(text, error="m", boost_error=False)
