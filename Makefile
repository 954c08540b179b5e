# Two commands are enough for most people: `make run` and `make test`.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup build check lint unit-tests test test-all sanitize bench run stop \
	clean-playground release dist fresh-machine clean

# Everything here builds with one set of flags, so that `make run`, `make check` and `make test`
# never rebuild each other's work. Warnings are errors on the toolchain this code is known to be
# free of warnings with; a newer one must not break anybody's build.
tested_swift := 6.3
ifndef MLCATALOG_WARNINGS_AS_ERRORS
MLCATALOG_WARNINGS_AS_ERRORS := $(if $(findstring Swift version $(tested_swift),$(shell \
	swift --version 2>/dev/null)),1,0)
endif
export MLCATALOG_WARNINGS_AS_ERRORS

shell_scripts = $(shell grep -lE '^.!.*bash|shell=bash' .ci/run Benchmarks/run $$(find scripts -type f))

help: ## this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1|\2/p' $(MAKEFILE_LIST) | \
		while IFS='|' read -r target text; do printf '%-24s %s\n' "$$target" "$$text"; done

# What `run`, `stop` and `clean-playground` work on: `embedded` or `docker`.
export PLAYGROUND ?= embedded

# The Python client is for tests only. Targets that run tests name `setup` first, so that it has
# been made, with the client, when `build` asks for it.
build release dist: setup_options = --without-clients
run: setup_options = --for-playground

setup: ## install what is missing on this machine (Debian, Ubuntu); safe to repeat
	@scripts/setup $(setup_options)

build: setup ## build both programs and all tests
	swift build --build-tests

lint: ## check the format of the Swift code and lint the scripts
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	@if command -v shellcheck >/dev/null; then \
		echo "shellcheck $(shell_scripts)"; shellcheck -x $(shell_scripts); \
	else echo "left out: shellcheck is not installed"; fi

# Without what takes long by its nature: whole runs, a browser, random attacks, sudden ends.
unit-tests: setup build
	@scripts/run-tests --skip "EndToEndTests|PageBrowserTests|MutatedBodyTests|RandomBytesTests|SuddenEndTests"

check: setup build lint unit-tests ## build, lint, unit tests: the quick check before a commit

test: setup build lint ## everything: the quick check, whole runs against real servers, official clients
	@scripts/run-tests

test-all: export MLCATALOG_TEST_ALL = 1
test-all: test ## the same with every sampled matrix run whole (slow)

sanitize: setup ## the tests under ThreadSanitizer and AddressSanitizer (slow; own builds)
	scripts/sanitize thread
	scripts/sanitize address

bench: setup ## measure programs and catalog; the figures are ratios from one run (10 minutes)
	@Benchmarks/run

run: setup ## try it: a PostgreSQL, a catalog, the demo model in it; PLAYGROUND=docker: OpenMetadata itself
	@scripts/playground check
	swift build
	@scripts/playground run

stop: ## stop the servers of `make run`; what they hold is kept
	@scripts/playground stop

clean-playground: ## stop the servers of `make run` and remove what they hold
	@scripts/playground clean

release: setup ## the publisher as one small binary: .build/release/mlcatalog
	swift build -c release --product mlcatalog --static-swift-stdlib -Xlinker -s
	@ls -l .build/release/mlcatalog

dist: setup ## what a release holds, for this kind of machine: .build/dist
	@scripts/dist

fresh-machine: ## what CI does, from a clean clone with an empty cache
	@scripts/fresh-machine

clean: clean-playground ## remove the playground and everything that was built
	rm -rf .build
