"""Where a webhook may point: a machine of ours is never reached by a name, a number or a notation that somebody else chose."""

import socket
from typing import Any

import pytest

from app.errors import BadRequest
from app.outgoing.target import is_public, judge


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255"),
        *("224.0.0.1", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2"),
        *("64:ff9b:1::7f00:1", "::127.0.0.1", "::ffff:0:127.0.0.1", "fec0::1", "5f00::1", "4000::1"),
    ],
)
def test_addresses_of_ours(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"])
def test_addresses_of_the_public_network(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        *("http://1.1.1.1/", "ftp://1.1.1.1/", "//1.1.1.1/", "1.1.1.1", "https://", "https:///path", "javascript:alert(1)", ""),
        *("https://user@1.1.1.1/", "https://user:word@1.1.1.1/", "https://1.1.1.1/#part", "https://1.1.1.1:99999/"),
        *(
            "https://1.1.1.1/\r\nHost: x",
            "https://1.1.1.1/a b",
            "https://[::1",
            "https://1.1.1.1\\@127.0.0.1/",
            "https://ä.example/",
        ),
        "https://1.1.1.1/" + "a" * 2000,
    ],
)
def test_targets_that_are_refused(url: str) -> None:
    with pytest.raises(BadRequest) as refused:
        judge(url, private=False)
    assert refused.value.code == "webhook_target"


def found(*addresses: str) -> Any:
    """Names cannot be looked up in a test."""
    return lambda *_, **__: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)) for address in addresses]


def test_what_is_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", found("1.1.1.1"))
    target = judge("https://backend.example:8443/hooks/one?key=a%20b", private=False)
    assert (target.scheme, target.host, target.port, target.address) == ("https", "backend.example", 8443, "1.1.1.1")
    assert target.path == "/hooks/one?key=a%20b"
    assert (judge("https://1.1.1.1", private=False).port, judge("https://1.1.1.1", private=False).path) == (443, "/")


def test_our_own_network_where_it_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", found("127.0.0.1"))
    assert judge("http://127.0.0.1:9/x", private=True).address == "127.0.0.1"
    with pytest.raises(BadRequest):
        judge("ftp://127.0.0.1/", private=True)


def test_one_private_address_among_those_of_a_name_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", found("1.1.1.1", "10.0.0.1"))
    with pytest.raises(BadRequest, match="not public"):
        judge("https://backend.example/", private=False)
