"""The share of `make chaos` that every run of the tests takes: real processes, everything going wrong at once, then a canary."""

import os

import pytest

from app.local.environment import settings_from
from tests.chaos.lane import run_lane
from tests.chaos.storm import SCENARIOS

pytestmark = pytest.mark.timeout(240)


def test_nothing_is_lost_in_a_storm_and_no_secret_is_told() -> None:
    with settings_from(dict(os.environ)):
        results = run_lane("storm", SCENARIOS["storm"], seed=7, tariff="legacy", tell=print)
    assert [(one.scenario, one.broken) for one in results if one.broken] == []
    assert sum(results[0].faults.values()) > 50
