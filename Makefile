# `make run` and `make test` need Python 3.11+ and make; everything else goes into .venv, from the lock file.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check

NBVAL := --nbval --nbval-cell-timeout=600 --nbval-sanitize-with=tests/nbval_sanitize.cfg

.PHONY: run test lint lab notebooks pictures lock

run: $(READY)  ## the seeds: tables, executed notebooks, report.html under runs/seeds/
	$(BIN)/factdiff run seeds --out runs/seeds

test: lint  ## unit tests, then nbval over every notebook; the last line says if there was no browser for some
	$(BIN)/python -m pytest tests
	$(BIN)/python -m pytest $(NBVAL) notebooks
	@$(BIN)/python tests/browsers.py

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check lib tests

lab: $(READY)
	$(BIN)/jupyter lab notebooks

notebooks: $(READY)  ## execute every notebook and save it in place
	$(BIN)/python -c 'from factdiff.suite import refresh_notebooks; refresh_notebooks(progress=print)'

pictures: $(READY)  ## the pictures of the README, taken of the report on the seeds; needs Chromium
	$(BIN)/python tests/pictures.py

lock:  ## pin what pyproject.toml asks for; UPGRADE=--upgrade takes newer versions
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	$(PYTHON) -m venv "$$folder" && \
	"$$folder/bin/python" -m pip --quiet --quiet --disable-pip-version-check install uv && \
	"$$folder/bin/uv" pip compile --quiet --universal --python-version 3.11 --all-extras --generate-hashes \
		--no-emit-index-url --no-header $(UPGRADE) --output-file requirements.lock pyproject.toml

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "factdiff needs Python 3.11 or newer. Name one: make PYTHON=python3.12 ..." >&2; exit 1; }
	@echo "Making $(VENV) from requirements.lock; this takes a few minutes."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $(READY)
