# Each target is one line. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help format test verify demo samples clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile

format: ## format Java and POM files
	mvn -q spotless:apply

test: ## all tests, without format check, Error Prone and Javadoc
	mvn -q -Dquick test

verify: ## everything that must pass before a merge
	mvn verify

demo: ## simulator, server and a campaign of 1,000 people
	bin/demo

samples: ## run the quickstart programs as their tests do, and compare the README with them
	mvn -q -Dquick -pl samples/quickstart -am test -Dtest='dev.wakit.samples.**' -Dsurefire.failIfNoSpecifiedTests=false

clean: ## delete what was built
	mvn -q clean
