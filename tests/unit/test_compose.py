"""docker-compose.yml, Dockerfile, .env.example and the settings say the same."""

import re
import stat
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.celery_app import celery_app
from app.config import Settings

ROOT = Path(__file__).parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = ("migrate", "api", "celery_worker", "celery_beat", "sandbox", "demo")
WATCHERS = ("prometheus", "grafana", "flower")
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
SETTINGS = {name.upper() for name in Settings.model_fields}


def test_every_service_is_there_and_the_demo_is_by_choice() -> None:
    assert set(SERVICES) == {"db", "redis", *OURS, *WATCHERS}
    assert {name for name, one in SERVICES.items() if one.get("profiles") == ["demo"]} == {"sandbox", "demo"}
    assert {name for name, one in SERVICES.items() if one.get("profiles") == ["monitoring"]} == set(WATCHERS)


def test_every_port_is_bound_to_loopback_and_is_the_documents() -> None:
    ports = {name: one["ports"] for name, one in SERVICES.items() if "ports" in one}
    assert all(port.startswith("127.0.0.1:") for some in ports.values() for port in some)
    assert (ports["api"], ports["db"], ports["redis"]) == (
        ["127.0.0.1:${API_PORT:-8000}:8000"],
        ["127.0.0.1:${DB_PORT:-5434}:5432"],
        ["127.0.0.1:${REDIS_PORT:-6379}:6379"],
    )


def test_only_redis_has_a_fixed_name_so_that_workers_scale() -> None:
    assert {name: one["container_name"] for name, one in SERVICES.items() if "container_name" in one} == {
        "redis": "fincoach-redis-1"
    }


@pytest.mark.parametrize("name", OURS)
def test_our_containers_may_do_next_to_nothing(name: str) -> None:
    one = SERVICES[name]
    assert one["read_only"] is True
    assert (one["cap_drop"], one["security_opt"], one["tmpfs"]) == (["ALL"], ["no-new-privileges:true"], ["/tmp"])


@pytest.mark.parametrize("name", ["api", "celery_worker", "celery_beat"])
def test_a_service_starts_after_what_it_needs_and_says_how_it_is(name: str) -> None:
    assert SERVICES[name]["depends_on"] == {
        "db": {"condition": "service_healthy"},
        "redis": {"condition": "service_healthy"},
        "migrate": {"condition": "service_completed_successfully"},
    }
    assert SERVICES[name]["healthcheck"]["test"][0] == "CMD"


def test_what_serves_nothing_is_not_asked_whether_it_serves() -> None:
    assert [SERVICES[name]["healthcheck"] for name in ("migrate", "demo")] == [{"disable": True}] * 2


def test_no_log_fills_the_disk() -> None:
    assert {one["logging"]["options"]["max-size"] for one in SERVICES.values()} == {"20m"}


def test_a_sandbox_that_starts_again_has_a_place_for_when_it_began() -> None:
    (folder,) = [one.partition(":")[2] for one in SERVICES["sandbox"]["volumes"]]
    assert f"--began={folder}/began" in SERVICES["sandbox"]["command"]
    assert f"install -d -o fincoach -g fincoach {folder}" in (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_the_watchers_find_what_they_watch() -> None:
    scraped = yaml.safe_load((ROOT / "monitoring" / "prometheus.yml").read_text(encoding="utf-8"))["scrape_configs"]
    found = {(one["dns_sd_configs"][0]["names"][0], one["dns_sd_configs"][0]["port"]) for one in scraped}
    address = SERVICES["celery_worker"]["environment"]["WORKER_METRICS_ADDRESS"]
    assert found == {("api", 8000), ("celery_worker", int(address.rpartition(":")[2].rstrip("}")))}
    assert "ports" not in SERVICES["celery_worker"], "what a worker shows asks for no key"
    mounts = [one.split(":")[0] for name in WATCHERS for one in SERVICES[name].get("volumes", []) if one.startswith("./")]
    assert [one for one in mounts if not (ROOT / one).exists()] == []
    (source,) = yaml.safe_load((ROOT / "monitoring/grafana/provisioning/datasources/prometheus.yml").read_text())["datasources"]
    assert source["url"] == "http://prometheus:9090"


def test_redis_keeps_what_it_was_told_and_refuses_when_full() -> None:
    assert "--appendonly yes" in SERVICES["redis"]["command"]
    assert "--maxmemory-policy noeviction" in SERVICES["redis"]["command"]


def test_the_data_is_where_this_postgresql_keeps_it() -> None:
    major = int(re.findall(r"postgres:(\d+)", SERVICES["db"]["image"])[0])
    assert SERVICES["db"]["volumes"] == [
        f"postgres-data:/var/lib/postgresql{'/data' if major < 18 else ''}",
    ]


def test_every_setting_reaches_the_containers_and_is_explained() -> None:
    assert set(COMPOSE["x-app"]["environment"]) >= SETTINGS
    explained = set(re.findall(r"^#?([A-Z_]+)=", EXAMPLE, re.M))
    used = set(re.findall(r"\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text(encoding="utf-8")))
    assert explained == SETTINGS | used | set(COMPOSE["x-app"]["environment"])


def test_the_example_shows_the_defaults() -> None:
    shown = dict(re.findall(r"^#([A-Z_]+)=(.*)$", EXAMPLE, re.M))
    for name, field in Settings.model_fields.items():
        default = getattr(field.default, "get_secret_value", lambda field=field: str(field.default))()
        assert shown[name.upper()].lower() == default.lower(), name


def test_production_refuses_each_development_value_of_the_containers(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in COMPOSE["x-app"]["environment"].items():
        if value is not None:
            monkeypatch.setenv(name, re.sub(r"\$\{\w+:?-([^}]*)\}", r"\1", value))
    named = {name for name, value in COMPOSE["x-app"]["environment"].items() if value and name != "APP_ENV"}
    assert set(Settings().development_values()) == named


def test_workers_take_from_every_queue() -> None:
    (queues,) = re.findall(r"^every=([\w,]+)", (ROOT / "celery_worker_entrypoint.sh").read_text(encoding="utf-8"), re.M)
    assert set(queues.split(",")) == {queue.name for queue in celery_app.conf.task_queues}


def test_the_image_installs_by_hash_and_runs_as_nobody_in_particular() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert "--require-hashes --only-binary :all: --requirement /build/requirements.txt" in dockerfile
    assert [line for line in dockerfile.splitlines() if line.startswith("USER")] == ["USER 10001:10001"]
    assert dockerfile.count("\nFROM ") == 2


def test_the_broker_has_what_it_imports_in_the_image() -> None:
    """kombu's Redis transport imports `packaging` and does not declare it; the development packages would hide that."""
    assert re.search(r"^packaging==", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.M)


@pytest.mark.parametrize(
    "name",
    ["celery_worker_entrypoint.sh", "celery_beat_entrypoint.sh", "container/api_entrypoint.sh", "container/backup.sh"],
)
def test_scripts_may_be_run(name: str) -> None:
    assert (ROOT / name).stat().st_mode & stat.S_IXUSR
