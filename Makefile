# Two commands are all a newcomer needs: make site, make test. `make help` lists the rest.
# The work is done by the console script `consultations`; this file only sees to what it runs in.

.DEFAULT_GOAL := help
.PHONY: help site build test check benchmark lock clean
.NOTPARALLEL:

RUN := .venv/bin

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

site: ## set up, build the site with its search, serve it here and say where
	@tools/set-up run
	@$(RUN)/consultations serve

build: ## set up, build the site with its search into site/
	@tools/set-up run
	@$(RUN)/consultations build

test: ## set up, get a browser if there is none, pass every check and every test
	@tools/set-up test
	@tools/browser get >/dev/null || true # pytest says, loudly, what could not be tested
	@$(RUN)/python -m ruff check
	@$(RUN)/python -m ruff format --check
# mypy takes as long as the three others together. Without compileall each process that a test starts
# may compile everything anew.
	@$(RUN)/python -m mypy & types=$$!; \
	tools/types/check && $(RUN)/consultations check && $(RUN)/python -m compileall -q scripts; others=$$?; \
	wait $$types && exit $$others
	@$(RUN)/python -m pytest -n auto

check: ## everything that a pull request must satisfy, changing nothing
	@tools/set-up run
	@$(RUN)/consultations check

benchmark: ## measure search beside its peers (DOCUMENTS="0 100 1000 9000": archives of so many)
	@tools/set-up benchmark
	@tools/browser get >/dev/null
	@$(RUN)/python -m benchmarks.search $(DOCUMENTS:%=--documents=%)

# uv writes one lock for every platform and Python, with hashes and without the address of an index.
LOCK = uv --no-config pip compile pyproject.toml --group build --python-version 3.11 --universal \
	--generate-hashes --constraint requirements/limits.in --no-emit-index-url --no-emit-find-links --annotation-style line \
	--custom-compile-command 'make lock' --quiet $(UPGRADE)

lock: ## lock the requirements anew after a change of pyproject.toml (UPGRADE=--upgrade: to the newest)
	@command -v uv >/dev/null || { echo "lock: needs uv on PATH (pip install uv)" >&2; exit 2; }
	$(LOCK) --output-file requirements/run.txt
	$(LOCK) --group test --constraint requirements/run.txt --output-file requirements/test.txt
	$(LOCK) --group audit --constraint requirements/run.txt --output-file requirements/audit.txt
	$(LOCK) --group benchmark --constraint requirements/test.txt --output-file requirements/benchmark.txt

clean: ## remove what was made, but for .venv and the committed docs/texts/
	rm -rf site .cache build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
