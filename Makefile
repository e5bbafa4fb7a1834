# `make run` starts Plenaria, `make test` and `make check` prove it; docs/operations.md says more.

PYTHON ?= python3
HOST ?= 0.0.0.0
PORT ?= 8000
BIN := .venv/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet
WIRE_CHECK ?= $(BIN)/python -m server.live.schema --check

.PHONY: run test check bench soak faults client fix lock clean .venv

# The server takes the shell's place, so that Ctrl-C ends it and all that it started.
run: .venv client
	@exec $(BIN)/plenaria serve --host $(HOST) --port $(PORT)

# ARGS goes to pytest: make test ARGS="-k ballots"
test: .venv/.dev client
	$(BIN)/python hatch_build.py run test
	$(BIN)/python -m tests.chromium
	$(BIN)/pytest -n auto --maxprocesses 4 --dist worksteal $(ARGS)

check: .venv/.dev client
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python hatch_build.py run types
	$(BIN)/python hatch_build.py run lint
	$(WIRE_CHECK)
	$(BIN)/python hatch_build.py run budget

# Stdout is for the measurements: one JSON object a line. ARGS="--quick" takes two minutes.
bench soak:
	@$(MAKE) --silent .venv/.dev client 1>&2
	@$(BIN)/python -m tests.load.$@ $(ARGS)

# Kills, cuts, fills and floods: one JSON object for each row of the fault matrix. ARGS="--quick", ARGS="C7 R14".
faults:
	@$(MAKE) --silent .venv/.dev client 1>&2
	@$(BIN)/python -m tests.chromium 1>&2
	@$(BIN)/python -m tests.faults $(ARGS)

# Puts right what can be put right without thinking.
fix: .venv/.dev client
	-$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/python hatch_build.py run fix

# Builds only what has changed since the last build.
client: .venv
	@$(BIN)/python hatch_build.py

.venv: .venv/.installed

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Plenaria needs Python 3.11 or later; name one: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv .venv \
	  || { rm -rf .venv; echo "This Python makes no environments; on Debian: apt-get install python3-venv"; exit 1; }
	@touch $@

.venv/.installed: .venv/.made requirements.txt pyproject.toml
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-build-isolation --no-deps -e .
	@touch $@

.venv/.dev: .venv/.installed requirements-dev.txt
	$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

# Locks for the oldest supported Python: what it needs more than later ones does them no harm.
# Of the index and its mirrors nothing is written; pip's own configuration is left aside.
LOCK := PIP_CONFIG_FILE=/dev/null PIP_FIND_LINKS= CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet \
  --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links
lock: .venv/.dev
	$(LOCK) --extra build -o requirements.txt pyproject.toml
	$(LOCK) --extra build --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml

# Keeps the meetings: their data directory is .plenaria/.
clean:
	rm -rf .venv client/node_modules server/static .mypy_cache .pytest_cache .ruff_cache .hypothesis
