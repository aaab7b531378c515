"""How phones find the room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowsim.audience.joining import Place, address_of, link_of, places, squares, wifi
from flowsim.audience.joining import _likely as likely
from flowsim.audience.room import Entry


def test_the_address_is_short_and_the_link_keeps_the_key_behind_the_hash() -> None:
    assert address_of("192.168.1.5", 8080) == "http://192.168.1.5:8080"
    assert address_of("192.168.1.5", 80) == "http://192.168.1.5"
    assert link_of("192.168.1.5", 8080, Entry("secret", "ABC234")) == "http://192.168.1.5:8080/#secret"


@pytest.mark.parametrize(
    ("name", "password", "said"),
    [
        ("Workshop", "", "WIFI:T:nopass;S:Workshop;;"),
        ("Workshop", "pass word", "WIFI:T:WPA;S:Workshop;P:pass word;;"),
        ('a;b,c:d"e\\f', "x;", 'WIFI:T:WPA;S:a\\;b\\,c\\:d\\"e\\\\f;P:x\\;;;'),
    ],
)  # fmt: skip
def test_the_picture_of_a_wi_fi_escapes_its_signs(name: str, password: str, said: str) -> None:
    assert wifi(name, password) == said


def unescaped(text: str) -> list[str]:
    """The fields of what a phone reads, as it takes them apart."""
    fields, field, signs = [], "", iter(text)
    for sign in signs:
        if sign == "\\":
            field += next(signs)
        elif sign == ";":
            fields.append(field)
            field = ""
        else:
            field += sign
    return fields


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=32), st.text(max_size=63))
def test_a_phone_reads_name_and_password_as_they_are(name: str, password: str) -> None:
    fields = unescaped(wifi(name, password).removeprefix("WIFI:"))
    assert f"S:{name}" in fields
    assert not password or f"P:{password}" in fields


def test_a_picture_has_its_three_corners() -> None:
    rows = squares(link_of("192.168.100.200", 8080, Entry("k" * 22, "ABC234")))
    assert {len(row) for row in rows} == {len(rows)}
    for row, column in ((0, 0), (0, len(rows) - 7), (len(rows) - 7, 0)):
        assert rows[row][column : column + 7] == (True,) * 7


def test_this_machine_itself_is_offered_last() -> None:
    found = places()
    assert found
    assert found[-1].is_own or not any(place.is_own for place in found)


def test_networks_of_phones_are_offered_before_those_of_machines() -> None:
    offered = [
        Place("127.0.0.1", "lo"),
        Place("172.17.0.1", "docker0"),
        Place("8.8.4.4", "eth1"),
        Place("192.168.1.5", "wlan0"),
    ]
    assert [place.network for place in sorted(offered, key=likely)] == ["wlan0", "eth1", "docker0", "lo"]
