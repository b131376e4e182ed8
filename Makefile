# The two commands of a newcomer: `make ingest` and `make test`. Needs Python 3.11 or newer.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: ingest test test-fast lint lock clean

ingest: $(BIN)/.ready
	$(BIN)/copaperu ingest
	$(BIN)/copaperu standings 1997

test: $(BIN)/.ready
	$(BIN)/python -m pytest -n auto --dist loadgroup

# The part that needs no server, while working: under 30 seconds.
test-fast: $(BIN)/.ready
	$(BIN)/python -m pytest -n auto --quiet -m "not server and not slow"

lint: $(BIN)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(BIN)/.ready: pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# Pins every dependency for every platform, after a change of pyproject.toml.
lock:
	$(PYTHON) -m venv .lock
	.lock/bin/python -m pip install --quiet uv
	.lock/bin/uv pip compile --quiet --universal --python-version 3.11 --extra dev --no-emit-index-url \
	  --no-emit-find-links --no-annotate --no-header --output-file requirements.lock pyproject.toml
	rm -rf .lock

clean:
	rm -rf .venv build *.egg-info
