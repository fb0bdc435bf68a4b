# Every target creates what it needs and is safe to run twice.
.DEFAULT_GOAL := help
.PHONY: help demo test chaos test-clients test-browser test-compose test-monitoring check lint types floors bandit audit migrations bench fuzz clean lock
SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do command -v $$p >/dev/null 2>&1 && $$p -c '$(SUPPORTED)' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# A virtual environment knows its interpreter and its own place by their paths: made anew when either has gone or moved.
ifneq ($(wildcard $(READY)),)
ifneq ($(shell $(BIN)/python -c 'print("runs")' 2>/dev/null),runs)
$(shell rm -f $(READY))
else ifneq ($(filter-out $(CURDIR),$(shell cat $(READY))),)
$(shell rm -f $(READY))
endif
endif

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

$(READY): requirements-dev.txt
	@[ -n "$(PYTHON)" ] || { echo "FinCoach Sync needs Python 3.11, 3.12 or 3.13; none was found. Set PYTHON=/path/to/python3." >&2; exit 2; }
	@command -v "$(PYTHON)" >/dev/null 2>&1 || { echo "PYTHON=$(PYTHON): there is no such program" >&2; exit 2; }
	@$(PYTHON) -c '$(SUPPORTED)' 2>/dev/null || { echo "PYTHON=$(PYTHON) is $$($(PYTHON) --version 2>&1); FinCoach Sync needs Python 3.11, 3.12 or 3.13" >&2; exit 2; }
	@$(PYTHON) -m venv --clear $(VENV) || { echo "This Python cannot make a virtual environment. On Debian: apt-get install python3-venv" >&2; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-dev.txt
	@echo '$(CURDIR)' > $@

demo: $(READY) ## import demo mailboxes with live progress (ARGS="--once --users 8", or "--mbox FILE" for your own mail)
	@$(BIN)/python -m app demo $(ARGS)

test: $(READY) ## the three rings of tests (ARGS="tests/unit -k codec")
	@$(BIN)/python -m pytest $(if $(ARGS),,-n 2 --dist loadscope --no-loadscope-reorder) $(ARGS)

test-clients: $(READY) ## public Gmail clients from PyPI against the sandbox, in an environment of their own
	@$(BIN)/python -m pytest tests/clients/check_clients.py $(ARGS)

test-browser: $(READY) ## a person in headless Chromium: the pages, connecting, leaving, being erased (screenshots: .local/browser/screens)
	@$(BIN)/python -m pytest tests/browser/check_connect.py tests/browser/check_pages.py $(ARGS)

test-compose: $(READY) ## the containers, as docker-compose runs them (ports 18000 and up; needs docker and the base images)
	@$(BIN)/python -m pytest tests/compose/check_compose.py --timeout 1200 $(ARGS)

test-monitoring: $(READY) ## rules, configuration and boards by Prometheus itself (PROMETHEUS_BIN=FOLDER of its programs)
	@$(BIN)/python -m pytest tests/prometheus/check_prometheus.py $(ARGS)

check: lint types floors bandit migrations test ## all that must be green before a commit lands

lint: $(READY) ## ruff: rules and format
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(READY) ## mypy --strict
	@$(BIN)/mypy

floors: $(READY) ## which layer may import which
	@$(BIN)/lint-imports

bandit: $(READY) ## unsafe code; what is slight is ruff's, line by line with its reason
	@$(BIN)/bandit --quiet --severity-level medium --confidence-level medium --skip B108 --recursive app sandbox alembic

audit: $(READY) ## known faults of the pinned libraries; needs the network, so it is no part of check
	@.ci/audit

migrations: $(READY) ## models and migrations agree, on a real server
	@$(BIN)/python -m app migrations-check

bench: $(READY) ## the benchmarks in short, each a table of ratios; the whole ones: benchmarks/RESULTS.md
	@for b in benchmarks/bench_*.py; do $(BIN)/python $$b || exit 1; done
	@for t in 2026 legacy; do $(BIN)/python benchmarks/import_1000x1500.py --scale --tariff $$t || exit 1; done
	@[ ! -d .local/peers ] || $(BIN)/python benchmarks/against_peers.py

fuzz: $(READY) ## let a fuzzer look for mails that break the reader (ARGS="-max_total_time=300")
	@[ -d .local/fuzz/packages/atheris ] || $(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --target .local/fuzz/packages atheris
	@$(BIN)/python fuzz/fuzz_reader.py $(ARGS)

chaos: $(READY) ## all that may go wrong, over real processes: a quarter of an hour (ARGS="--seed 8")
	@$(BIN)/python -m tests.chaos $(ARGS)

lock: $(READY) ## compile the hash-pinned requirements from the .in files
	@for name in requirements requirements-dev; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url $$name.in -o $$name.txt || exit 1; done

clean: ## remove the virtual environment, local data and caches
	@rm -rf $(VENV) .local .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
