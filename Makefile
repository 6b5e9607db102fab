# Set-up is part of every target: a virtual environment from the locked list, renewed only when the list changes.
PYTHON ?= $(shell command -v python3.13 || command -v python3.12 || command -v python3.11 || command -v python3)
RUN := .venv/bin/python
LOCK := .venv/.lock-$(shell cksum < requirements.txt | cut -d' ' -f1)

.DEFAULT_GOAL := help
.PHONY: help site check test serve canary lock clean

help:
	@echo "make site    bangun situs publik (site/) dan bahan fasilitator (dist/)"
	@echo "make check   periksa isi kurikulum saja, beberapa detik"
	@echo "make serve   pratinjau langsung di peramban"
	@echo "make test    gaya kode, tipe, dan semua uji"
	@echo "make canary  bangun situs yang sama dengan penerus mkdocs (sekadar informasi)"
	@echo "make lock    perbarui requirements.txt dari requirements.in"
	@echo "make clean   hapus hasil bangun"

site: $(LOCK)
	@$(RUN) -m scripts.build

check: $(LOCK)
	@$(RUN) -m scripts.check

serve: $(LOCK)
	@$(RUN) -m scripts.serve

test: $(LOCK)
	@$(RUN) -m ruff check .
	@$(RUN) -m mypy syllabus macros scripts tests
	@$(RUN) -m pytest -q -n 2

canary: $(LOCK)
	@$(RUN) -m scripts.canary

lock: $(LOCK)
	@$(RUN) -m pip install -q pip-tools
	@$(RUN) -m piptools compile -q --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --strip-extras --allow-unsafe -o requirements.txt requirements.in

clean:
	@rm -rf site dist .stage-* .stage.lock

$(LOCK): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Perlu Python 3.11 atau lebih baru. Pasang, lalu ulangi."; exit 1; }
	@echo "Menyiapkan lingkungan (sekali saja) ..."
	@test -x $(RUN) || $(PYTHON) -m venv .venv
	@$(RUN) -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	@rm -f .venv/.lock-*; touch $@
