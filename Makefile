# The one list of commands. `make demo` and `make test` need Python 3.11 and make, nothing else.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
COMPILE := $(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header

.PHONY: help demo test postgres test-postgres check lint format types contracts docs docs-check bench pins clean
.DEFAULT_GOAL := help

help: ## list these commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# Each stamp says: this step is done for the files it depends on. A second run has nothing to do.
$(VENV)/.stamp-pip: requirements/pip.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements/pip.txt
	@touch $@

$(VENV)/.stamp-deps: $(VENV)/.stamp-pip requirements/dev.txt
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.stamp-self: $(VENV)/.stamp-deps pyproject.toml hatch_build.py
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q src # as pip does for every other package
	@touch $@

demo: $(VENV)/.stamp-self ## read examples/ and print the dossier
	$(BIN)/detente read examples/*.txt

test: $(VENV)/.stamp-self browser ## every test, and every example in the code
	$(BIN)/python -m pytest

postgres: ## install Debian's PostgreSQL, where it is missing: the tests start a server of their own
	@test -x "$$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | tail -1)" || command -v initdb >/dev/null || \
	    (apt-get update -qq && apt-get install -y -qq postgresql)

test-postgres: postgres $(VENV)/.stamp-self ## the tests of the shared ledger (make test runs them too, where there is a server)
	$(BIN)/python -m pytest tests/ledger -k "postgres or Postgres"

browser: # the pages are tested in Debian's Chromium; without it, and outside CI, those tests are skipped
	@command -v chromium >/dev/null || [ -n "$$DETENTE_CHROMIUM" ] || \
		{ [ "$$(id -u)" = 0 ] && apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium; } >/dev/null 2>&1 || \
		echo "no Chromium here, and it could not be installed: the tests of pages in a browser are skipped"

check: lint types contracts docs-check test demo ## what CI runs

lint: $(VENV)/.stamp-self ## style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/.stamp-self ## put the format right
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(VENV)/.stamp-self ## mypy --strict over src and tests
	$(BIN)/mypy --strict

contracts: $(VENV)/.stamp-self ## who may import whom (.importlinter)
	$(BIN)/lint-imports

docs: $(VENV)/.stamp-self ## write anew what is generated or shown: codebook.md, cli.md, outputs, snapshots
	$(BIN)/python -m detente.codebook.page > docs/codebook.md
	$(BIN)/python -m detente.views.cli.page > docs/cli.md
	$(BIN)/python -m detente.views.api.document > docs/api.md
	UPDATE_DOCS=1 UPDATE_SNAPSHOTS=1 $(BIN)/python -m pytest tests/test_docs.py tests/views/cli/test_commands.py

docs-check: $(VENV)/.stamp-self ## the generated pages are what the code says
	@$(BIN)/python -m detente.codebook.page | diff -u docs/codebook.md - || (echo "docs/codebook.md is out of date: run make docs"; exit 1)
	@$(BIN)/python -m detente.views.cli.page | diff -u docs/cli.md - || (echo "docs/cli.md is out of date: run make docs"; exit 1)
	@$(BIN)/python -m detente.views.api.document | diff -u docs/api.md - || (echo "docs/api.md is out of date: run make docs"; exit 1)

bench: $(VENV)/.stamp-self ## how fast it starts and reads
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/reading.py

pins: $(VENV)/.stamp-deps ## resolve requirements/*.in anew, with hashes and without addresses
	$(COMPILE) requirements/pip.in -o requirements/pip.txt
	$(COMPILE) requirements/base.in -o requirements/base.txt
	$(COMPILE) requirements/dev.in -o requirements/dev.txt

clean: ## remove the environment and every cache
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
