# Two commands on a fresh machine: `make site` and `make test`. Everything they need, they install.
# the first Python that runs and is new enough; a name on the PATH may be a shim for one that is not installed
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
BENCH_DATA ?= ../shared/benchmarks

.PHONY: site test check format browser chaos fuzz bench licences package lock bench-accuracy bench-speed bench-merge bench-links bench-stories bench-composed bench-events bench-page screenshots clean help

help: ## say what there is to make
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

site: .venv/site timeline/vendor/plotly-basic.min.js ## build the demo and say where to open it
	$(BIN)/timeline build

test: check browser timeline/vendor/plotly-basic.min.js ## install what the tests need and run everything
	$(BIN)/pytest -n 2 --dist worksteal

check: .venv/dev ## format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/dev ## put the code in shape
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

browser: ## install Chromium for the browser tests, where Debian's can be had: its shell, which is the quickest
	@has() { for name in "$$@"; do command -v "$$name" >/dev/null && return; done; return 1; }; \
	any="chromium-headless-shell chromium chromium-browser google-chrome"; root=""; \
	has chromium-headless-shell && exit 0; \
	[ "$$(id -u)" = 0 ] || { has $$any && exit 0; root=sudo; }; \
	has apt-get || { has $$any && exit 0; echo "no Chromium and no apt-get: install Chromium yourself" >&2; exit 1; }; \
	$$root apt-get update -qq; \
	for name in chromium-headless-shell chromium; do \
	  $$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$name && exit 0; done; has $$any

bench-accuracy: .venv/dev ## dates against the development corpora and the peers' figures
	$(BIN)/python benchmarks/accuracy.py $(BENCH_DATA)

bench-speed: .venv/dev ## dates: kB of text a second
	$(BIN)/python benchmarks/speed.py $(BENCH_DATA)

bench-merge: .venv/dev ## merging: seconds beside those of tagging, and how they grow
	$(BIN)/python benchmarks/merge.py

bench-stories: .venv/dev ## dates in stories whose true timeline is known, by form, genre and what is told between
	$(BIN)/python benchmarks/stories.py

bench-links: .venv/dev ## links between tellings of invented towns, by way and by what looks alike
	$(BIN)/python benchmarks/retold.py
	$(BIN)/python benchmarks/retold.py --held --seed 99 --projects 16

bench-composed: .venv/dev ## sentences, lists and references whose right answer is known by how they were made
	for each in composed plainly frames structured referring; do $(BIN)/python benchmarks/$$each.py; done

bench-events: .venv/dev ## events against the gold in tests/gold
	$(BIN)/python benchmarks/events.py --baselines

bench-page: .venv/dev browser timeline/vendor/plotly-basic.min.js ## the page beside vis-timeline and TimelineJS
	$(BIN)/python benchmarks/page.py --write docs/performance.md

bench: .venv/dev timeline/vendor/plotly-basic.min.js ## builds, beside Hugo, Eleventy, MkDocs and Pelican, and the memory of many documents; writes docs/performance.md
	PYTHONPATH=. $(BIN)/python benchmarks/build.py --peers .timeline/generators --write docs/performance.md

chaos: .venv/dev timeline/vendor/plotly-basic.min.js ## kill, starve and damage builds; writes the table of docs/reliability.md
	PYTHONPATH=. $(BIN)/python benchmarks/chaos.py --events 60 --write docs/reliability.md

fuzz: .venv/dev ## damaged input for every reader; GUIDED=20000 goes on with atheris, where it is installed
	PYTHONPATH=. $(BIN)/python benchmarks/fuzz.py --cases 300 --guided $(or $(GUIDED),0)

lock: .venv/site ## write requirements-dev.lock anew: every package of development with its hashes
	$(BIN)/python -m venv .timeline/uv
	.timeline/uv/bin/python -m pip install --quiet --disable-pip-version-check uv
	.timeline/uv/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --extra dev \
	  --custom-compile-command "make lock" pyproject.toml -o requirements-dev.lock

licences: .venv/dev ## whether every package's licence goes with ours
	$(BIN)/python benchmarks/licences.py

package: .venv/site timeline/vendor/plotly-basic.min.js ## sdist and wheel, installed into an empty environment and run
	rm -rf dist .timeline/empty
	$(BIN)/python -m pip install --quiet --disable-pip-version-check build
	$(BIN)/python -m build --outdir dist .
	$(PYTHON) -m venv .timeline/empty
	.timeline/empty/bin/python -m pip install --quiet --disable-pip-version-check dist/*.whl
	cd .timeline/empty && bin/timeline new first && bin/timeline build first && test -s first/output/index.html
	.timeline/empty/bin/python -m pip install --quiet --disable-pip-version-check --force-reinstall --no-deps dist/*.tar.gz
	cd .timeline/empty && bin/timeline build --clean first -o second && cmp first/output/index.html second/index.html

screenshots: .venv/dev browser ## a picture of every kind of page, in docs/screenshots
	$(BIN)/python -m tests.browser.screenshots docs/screenshots

clean: ## remove what was made, but not the built site
	rm -rf .venv .timeline dist build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# Plotly's basic bundle has all that a timeline draws, in a quarter of the bytes. It is no package on PyPI; without
# npm, or if what comes is not what was expected, the site uses the whole bundle of the `plotly` package instead.
PLOTLY_BASIC := 4.1.1
PLOTLY_BASIC_SHA256 := 99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba

timeline/vendor/plotly-basic.min.js: | .venv/site
	@mkdir -p .timeline/npm $(@D)
	@if command -v npm >/dev/null && (cd .timeline/npm && npm pack --silent plotly.js-basic-dist-min@$(PLOTLY_BASIC) >/dev/null 2>&1 \
	    && tar -xzf plotly.js-basic-dist-min-$(PLOTLY_BASIC).tgz package/plotly-basic.min.js) \
	    && $(BIN)/python -c 'import hashlib, sys; sys.exit(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest() != sys.argv[2])' \
	       .timeline/npm/package/plotly-basic.min.js $(PLOTLY_BASIC_SHA256); \
	  then cp .timeline/npm/package/plotly-basic.min.js $@; \
	  else echo "no npm, or not the expected bundle: the site will use the whole Plotly"; fi

.venv/site: pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed: https://www.python.org/downloads/" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

# LOCKED=1 installs just what requirements-dev.lock names, and refuses what has another hash
.venv/dev: pyproject.toml .venv/site
	test -z "$(LOCKED)" || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@
