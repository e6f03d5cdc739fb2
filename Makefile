# Two commands are enough: `make report` and `make test`. Everything is made in this folder; `make clean` undoes it.

CORES ?= 4
CORPUS ?=
UPGRADE ?=

VENV := .venv
BIN := $(VENV)/bin/python
RUNTIME := $(VENV)/runtime.stamp
DEVELOP := $(VENV)/develop.stamp
TRAIN := .venv-train/train.stamp
DATA ?= ../shared/data
PIP := $(BIN) -m pip --disable-pip-version-check --quiet
RULES := Snakefile workflow/rules

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup report test lint format bench lock names tables clean distclean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

setup: $(RUNTIME) ## the environment (.venv), with what the workflow needs

report: $(RUNTIME) ## the report on the example corpus; CORPUS=folder for your own, CORES=4
	@$(BIN) -m snakemake --cores $(CORES) $(if $(CORPUS),--config corpus="$(CORPUS)")
	@printf '\nThe report is %s\n' "$(CURDIR)/reports/report.html"

test: $(DEVELOP) ## the tests
	@$(BIN) -m pytest -n 2

lint: $(DEVELOP) ## ruff, snakefmt and Snakemake's own checks
	@$(BIN) -m ruff check
	@$(BIN) -m ruff format --check
	@$(BIN) -m snakefmt --check $(RULES)
	@$(BIN) -m snakemake --lint

format: $(DEVELOP) ## the same rules, applied
	@$(BIN) -m ruff check --fix
	@$(BIN) -m ruff format
	@$(BIN) -m snakefmt $(RULES)

bench: $(RUNTIME) ## speed and memory on the example corpus, or on CORPUS=folder
	@$(BIN) benchmarks/run.py $(if $(CORPUS),"$(CORPUS)")

names: $(TRAIN) ## the name models, trained anew from DATA=folder; minutes on a GPU, most of a day without
	@.venv-train/bin/python training/train.py --data "$(DATA)"

tables: $(RUNTIME) ## docs/tables.md, written anew from the declared tables and marts
	@$(BIN) docs/make_tables.py > docs/tables.md.partial
	@mv docs/tables.md.partial docs/tables.md

lock: ## the locks, resolved anew with uv; UPGRADE=--upgrade for newer versions
	@command -v uv > /dev/null || { echo "make lock needs uv: https://docs.astral.sh/uv/" >&2; exit 1; }
	@cd requirements && for list in build runtime develop train; do \
		uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
			--no-annotate --no-header $(UPGRADE) --output-file $$list.txt $$list.in > /dev/null || exit 1; \
	done

clean: ## removes what runs made, keeps the environment
	rm -rf results reports .snakemake .pytest_cache .ruff_cache .hypothesis

distclean: clean ## removes the environment too
	rm -rf $(VENV) .venv-train training/steps

# The environment is made anew when a lock changes. The wheels are pinned by hash; so is the one tool that builds
# the two packages without a wheel, which is why build isolation (it would fetch that tool unpinned) is off.
$(RUNTIME): requirements/build.txt requirements/runtime.txt
	@.ci/find-python $(PYTHON) > /dev/null
	@rm -rf $(VENV)
	@echo "Making $(VENV) and installing $$(grep -c '^[a-z]' requirements/runtime.txt) packages; a minute or two the first time."
	@"$$(.ci/find-python $(PYTHON))" -m venv $(VENV)
	@$(PIP) install --require-hashes --requirement requirements/build.txt
	@$(PIP) install --require-hashes --no-build-isolation --requirement requirements/runtime.txt
	@touch $@

$(DEVELOP): requirements/develop.txt $(RUNTIME)
	@echo "Adding what the tests need."
	@$(PIP) install --require-hashes --no-build-isolation --requirement requirements/develop.txt
	@touch $@

$(TRAIN): requirements/build.txt requirements/train.txt
	@.ci/find-python $(PYTHON) > /dev/null
	@rm -rf .venv-train
	@echo "Making .venv-train, with what training needs; it is large."
	@"$$(.ci/find-python $(PYTHON))" -m venv .venv-train
	@.venv-train/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes --requirement requirements/build.txt
	@.venv-train/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes --no-build-isolation --requirement requirements/train.txt
	@touch $@
