# Every target prepares the checkout first; nothing here needs more than Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: setup catalogues demo run test test-slow check eval bench lock screenshots clean help

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(READY) ## create .venv from the lock file

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Village Credit needs Python 3.11 or newer; $(PYTHON) is older. Set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "python3-venv is missing: on Debian, apt-get install python3-venv"; exit 1; }
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

demo: setup ## the whole product on http://127.0.0.1:8700, no account, no key, no network
	$(BIN)/village-credit demo

run: setup ## the bot on real Telegram (VILLAGE_CREDIT_TELEGRAM_TOKEN)
	$(BIN)/village-credit run

test: setup ## the default suite: of every table of examples two
	$(BIN)/pytest -n 2 --sample

test-slow: setup ## what .ci/run adds: the slow tests, and the rest of the tables
	$(BIN)/pytest -n 2 --dist loadgroup --sample -m slow

check: setup ## lint, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

eval: setup ## golden questions of the sample lender
	$(BIN)/village-credit evaluate answers --golden tests/golden/questions.jsonl

bench: setup ## every benchmark, as ratios against a named peer
	$(BIN)/python -m benchmarks

screenshots: setup ## the pictures in the README
	$(BIN)/python scripts/screenshots.py

catalogues: setup ## collect the bot's sentences into bot/locales
	$(BIN)/python scripts/catalogues.py

lock: setup ## renew requirements.lock (names, versions, hashes; no registry address)
	$(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --extra dev pyproject.toml -o requirements.lock

clean: ## forget the environment and the local state
	rm -rf $(VENV) var
