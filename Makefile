# make run [ARGS=file.flowsim]   opens the program; without a display it plays and draws charts into build/first-run/
# make strings                   brings the texts that can be translated up to date, in resources/translations
# make docs                      builds the manual as a website in build/site
# make test                      what continuous integration runs; test-all adds the slow tests
# make package                   builds all that people can install into dist/, and tries it
# The first call sets everything up (packaging/bootstrap.py); later ones find it done.

ifeq ($(OS),Windows_NT)
SHELL := bash
PYTHON ?= python
PLACE := Scripts
else
PYTHON ?= $(shell command -v python3 || command -v python3.11)
PLACE := bin
endif
BIN := .venv/$(PLACE)
# One locale for everyone: Qt warns about one that is not UTF-8, and numbers would look like home. macOS has no C.UTF-8.
LOCALE := $(if $(filter Darwin,$(shell uname -s)),en_US.UTF-8,C.UTF-8)
# Apple's make is of 2006 and cannot hold back what one part says until the part is done.
IN_ORDER := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)
PYTEST := LC_ALL=$(LOCALE) QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest
ROOMS := $(wildcard $(addprefix tests/,domain engine session))
MORE_ROOMS := $(wildcard $(addprefix tests/,manual metrics charts experiments storage reports reference cli fuzz release))

.DEFAULT_GOAL := run
.PHONY: run test test-all bench fuzz audit mutants soak screens strings docs package release lint headless rooms more-rooms window clean setup setup-all

run: setup
	$(BIN)/python packaging/first_run.py $(ARGS)

# Four parts, two at a time, each on a core of its own; what they say comes out one after the other.
test: setup-all
	+"$(MAKE)" --no-print-directory -j2 $(IN_ORDER) lint rooms window more-rooms

window: setup
	$(PYTEST) tests/ui tests/journeys $(ARGS)

test-all: lint
	$(PYTEST) -m "not benchmark" $(ARGS)

bench: setup
	NUMPY_MADVISE_HUGEPAGE=0 $(PYTEST) -m benchmark tests/benchmarks -s $(ARGS)

# A quarter of an hour: 100,000 broken files, none of which may do more than be refused. ARGS="--files 1000 --seed 2"
fuzz: setup
	LC_ALL=$(LOCALE) $(BIN)/python -m tests.fuzz --note $(ARGS)

# In an environment of its own, because mutmut brings a lot that nothing else needs. ARGS="--sample 1000" tries more.
mutants:
	$(PYTHON) -m venv .venv-mutants
	.venv-mutants/$(PLACE)/python -m pip install -q -r requirements-headless.lock
	.venv-mutants/$(PLACE)/python -m pip install -q mutmut==3.8.1
	LC_ALL=$(LOCALE) .venv-mutants/$(PLACE)/python -m tests.benchmarks.mutants $(ARGS)

# Ten minutes: memory and the longest block of the window, minute by minute.
soak: setup
	NUMPY_MADVISE_HUGEPAGE=0 LC_ALL=$(LOCALE) $(BIN)/python -m tests.benchmarks.soak

screens: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screens $(ARGS)

# Words for people are tr("…") in the window and phrase("…") below it. ARGS="pt" begins one more language.
strings: setup
	$(BIN)/python packaging/strings.py $(ARGS)

# The manual as a website in build/site, to be opened from there; what it takes from the program is renewed in docs/ first.
docs: setup
	QT_QPA_PLATFORM=offscreen LC_ALL=$(LOCALE) $(BIN)/python packaging/manual.py $(ARGS)

# The wheel, the source, the stand-alone app and on Debian its package, each then tried. ARGS="--no-smoke" only builds.
package:
	@$(PYTHON) packaging/bootstrap.py .venv-package
	LC_ALL=$(LOCALE) .venv-package/$(PLACE)/python packaging/package.py $(ARGS)

# What lies in dist/ becomes the release of the tag TAG on the code host, or joins one that is there already; only the
# workflow for packages calls it. The name goes through the shell, not through make: a tag may hold signs of both.
release:
	gh release view "$$TAG" >/dev/null 2>&1 || gh release create "$$TAG" --verify-tag --generate-notes
	gh release upload "$$TAG" dist/* --clobber

# Known holes in what is installed or admitted, without a network; tests/release runs it too.
audit: setup
	$(BIN)/python packaging/audit.py

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/zizmor --quiet --offline .github

# Everything outside ui, where there is no Qt: pytest-qt's settings in pyproject.toml then belong to nobody.
rooms more-rooms headless: setup-all
	LC_ALL=$(LOCALE) .venv-headless/$(PLACE)/python -m pytest -o strict_config=false \
		-W "ignore:Unknown config option:pytest.PytestConfigWarning" $(TESTS)

rooms: TESTS := $(ROOMS)
more-rooms: TESTS := $(MORE_ROOMS)
headless: TESTS := $(ROOMS) $(MORE_ROOMS)

setup:
	@$(PYTHON) packaging/bootstrap.py .venv

setup-all:
	@$(PYTHON) packaging/bootstrap.py .venv .venv-headless

# Leaves the environments alone; remove .venv, .venv-headless and .venv-package by hand to have them made anew.
clean:
	rm -rf build dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage*
	find flowsim tests packaging -name __pycache__ -prune -exec rm -rf {} +
