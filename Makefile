# The only place where a command line is spelt. `make demo` and `make test` are all the set-up there is.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
TEST := $(BIN)/python -m pytest --numprocesses auto --dist loadfile
DEMO := examples/county-office-2025/unit.yaml

.PHONY: demo tools test check format lint types floors drift update bench mutants fuzz examples clean
.DEFAULT_GOAL := demo

demo: $(VENV)/.installed  ## score the example unit
	$(BIN)/wenming-score check $(DEMO) --as-of 2025-12-31 --exit-zero

test: $(VENV)/.tested  ## run all tests, a file on each core
	$(TEST)

check: $(VENV)/.linted $(VENV)/.tested format lint types floors drift  ## everything that CI runs
	$(TEST)

format: $(VENV)/.linted
	$(BIN)/ruff format --check .

lint: $(VENV)/.linted
	$(BIN)/ruff check .
	$(BIN)/codespell

types: $(VENV)/.linted $(VENV)/.tested
	$(BIN)/pyright --pythonpath $(BIN)/python

floors: $(VENV)/.linted
	$(BIN)/lint-imports

drift: $(VENV)/.linted  ## what is generated is up to date
	$(BIN)/python tools/generate.py --check
	$(BIN)/python tools/make_template.py --check
	$(BIN)/python tools/messages.py --check
	$(BIN)/uv lock --check --quiet

update: $(VENV)/.linted  ## format, and write again what is generated
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/python tools/messages.py --update
	$(BIN)/python tools/generate.py
	$(BIN)/python tools/make_template.py

examples: $(VENV)/.exampled  ## write the examples' evidence files again
	$(BIN)/python tools/make_examples.py
	$(BIN)/wenming-score evidence lock $(DEMO)

bench: $(VENV)/.benched  ## speed against named peers, as ratios of one run
	$(BIN)/python tools/bench.py --peers $(VENV)-peers/bin --write docs/benchmarks.md

mutants: $(VENV)/.mutated  ## changes made on purpose in what scores: do the tests notice?
	$(BIN)/mutmut run
	$(BIN)/python tools/mutants.py

SECONDS ?= 600
fuzz: $(VENV)/.fuzzed  ## search for inputs that break a promise, for so many seconds
	$(BIN)/python tools/fuzz.py --seconds $(SECONDS)

clean:
	rm -rf $(VENV) $(VENV)-peers dist mutants

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11+ is needed: make PYTHON=python3.11 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.tested: pyproject.toml $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group test
	@$(BIN)/python tools/validators.py
	@$(MAKE) --no-print-directory tools
	@touch $@

# What only tests need beside Python; where it cannot be installed, the tests that want it say so and skip.
TOOLS := chromium ffmpeg fonts-noto-cjk libreoffice-calc libreoffice-writer
tools:
	@dpkg --status $(TOOLS) >/dev/null 2>&1 || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
		&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends $(TOOLS) >/dev/null 2>&1; } \
		|| echo "not installed: $(TOOLS); some tests will skip"

$(VENV)/.linted: pyproject.toml $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group lint
	@touch $@

$(VENV)/.exampled: pyproject.toml $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group examples
	@touch $@

$(VENV)/.mutated: pyproject.toml $(VENV)/.tested
	$(BIN)/python -m pip install --quiet --group mutants
	@touch $@

$(VENV)/.fuzzed: pyproject.toml $(VENV)/.tested
	$(BIN)/python -m pip install --quiet --group fuzz
	@touch $@

# The peers live by themselves, as their own users install them.
$(VENV)/.benched: pyproject.toml $(VENV)/.installed
	$(PYTHON) -m venv $(VENV)-peers
	$(VENV)-peers/bin/python -m pip install --quiet --upgrade pip
	$(VENV)-peers/bin/python -m pip install --quiet --group bench
	@touch $@
