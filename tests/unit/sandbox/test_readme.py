"""The sandbox's README keeps step with its catalogue of faults, its options and its routes."""

import re
from pathlib import Path

from sandbox import catalogue, options
from sandbox.control import Control
from sandbox.control_mailboxes import MailboxControl
from tests.unit.sandbox.house import house

README = (Path(__file__).parents[3] / "sandbox" / "README.md").read_text(encoding="utf-8")


def test_the_table_of_faults_is_the_catalogue() -> None:
    told = README.split("<!-- faults -->\n")[1].split("<!-- /faults -->")[0].splitlines()
    assert told == list(catalogue.table())


def test_every_option_is_told_of() -> None:
    known = {name for action in options.parser()._actions for name in action.option_strings if name.startswith("--")} - {"--help"}
    assert set(re.findall(r"`(--[a-z-]+)", README.split("## Options")[1].split("##")[0])) == known


def test_every_control_route_is_told_of_and_no_other() -> None:
    service = house().service
    fixed = {(method, f"/sandbox/{name}") for method, name in Control(service)._fixed}
    own = {(method, f"/sandbox/mailboxes/{{email}}/{what}") for method, what in MailboxControl(service)._handlers}
    told = re.findall(r"^\| `(GET|POST|DELETE) (/sandbox/[^` ]*?)(?:/\{id\})?` \|", README, re.M)
    assert set(told) == fixed | own


def test_every_address_of_sign_in_exists() -> None:
    service = house().service
    rows = re.findall(r"^\| (`/[^|]*) \|", README.split("## Signing in")[1].split("##")[0], re.M)
    for where in re.findall(r"`(/[^`]*)`", " ".join(rows)):
        assert service.page_name(where), where


def test_the_fields_of_a_fault_are_told_of() -> None:
    text = README.split("## Faults")[1].split("<!-- faults -->")[0]
    for name in ("method", "user", "message_id", "part", "after", "probability", "seed", "count", "duration"):
        assert f"`{name}`" in text
