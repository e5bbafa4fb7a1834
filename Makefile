# `make run` starts Plenaria, `make test` proves it; docs/operations.md says the rest.
PYTHON ?= python3
HOST ?= 0.0.0.0
PORT ?= 8000
BIN := .venv/bin

.PHONY: run test check client clean lock

# The shell is replaced by the server, so that Ctrl-C reaches it alone and ends all that it started.
run: .venv client
	@exec $(BIN)/plenaria serve --host $(HOST) --port $(PORT)

# A colleague's or a machine's own Python packages: what runs, from the lock file.
.venv: .venv/.installed

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Plenaria needs Python 3.11 or later. Name one: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv .venv \
	  || { echo "Python cannot make a virtual environment. On Debian: apt-get install python3-venv"; rm -rf .venv; exit 1; }
	@touch $@

.venv/.installed: .venv/.made requirements.txt pyproject.toml hatch_build.py
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@
