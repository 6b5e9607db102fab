# Set-up is part of every target: a virtual environment from the locked list, renewed only when the list changes.
# The name of the stamp carries the list's checksum, so a fresh checkout with older or newer file times changes nothing.
OLD_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	command -v $$name >/dev/null 2>&1 && $$name -c '$(OLD_ENOUGH)' 2>/dev/null && { echo $$name; break; }; done)
RUN := .venv/bin/python
STAMP := .venv/.lock-$(shell cksum < requirements.txt | cut -d' ' -f1)

.DEFAULT_GOAL := help
.PHONY: help site check test test-browser lighthouse test-office test-pdf serve canary lock clean

help:
	@echo "make site    periksa, lalu bangun situs publik (site/) dan bahan fasilitator (dist/)"
	@echo "make check   periksa isi kurikulum saja, beberapa detik"
	@echo "make serve   pratinjau yang berubah sendiri saat naskah disimpan"
	@echo "make test    gaya kode, tipe, dan semua uji"
	@echo "make test-browser   uji situs di peramban (perlu node, chromium, java)"
	@echo "make test-office   uji berkas kantor dengan LibreOffice (rumus dihitung, halaman dicetak)"
	@echo "make test-pdf   uji semua PDF dan EPUB dengan veraPDF dan epubcheck (perlu java; berkas tertentu: BERKAS=...)"
	@echo "make lighthouse     waktu tampil tiap jenis halaman pada jaringan lambat; gagal bila melewati batas (perlu mesin yang tenang)"
	@echo "make canary  bandingkan dengan penerus mkdocs (sekadar informasi)"
	@echo "make lock    perbarui requirements.txt dari requirements.in"
	@echo "make clean   hapus hasil pembangunan dan simpanannya"

site: $(STAMP)
	@$(RUN) -m scripts.build

check: $(STAMP)
	@$(RUN) -m scripts.check

serve: $(STAMP)
	@$(RUN) -m scripts.serve

test: $(STAMP)
	@$(RUN) -m ruff check .
	@$(RUN) -m mypy
	@$(RUN) -m pytest -n 2 --ignore=tests/office

test-office: $(STAMP)
	@$(RUN) -m pytest -q -rs tests/office

test-browser: $(STAMP)
	@$(RUN) -m tests.browser

test-pdf: $(STAMP)
	@$(RUN) -m tests.standards $(BERKAS)

lighthouse: $(STAMP)
	@$(RUN) -m tests.browser --times

canary: $(STAMP)
	@$(RUN) -m scripts.canary

lock: $(STAMP)
	@$(RUN) -m pip install --quiet pip-tools
	@for place in . tests/standards; do $(RUN) -m piptools compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
		--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options \
		--output-file $$place/requirements.txt $$place/requirements.in; done

clean:
	@rm -rf site dist .stage .cache

$(STAMP):
	@test -n "$(PYTHON)" || { echo "Perlu Python 3.11 atau lebih baru. Pasang dahulu, lalu ulangi perintah ini." >&2; exit 1; }
	@echo "Menyiapkan .venv dari requirements.txt; hanya sekali, beberapa menit ..."
	@$(RUN) -c '$(OLD_ENOUGH)' 2>/dev/null || $(PYTHON) -m venv --clear .venv || \
		{ echo "Modul venv untuk $(PYTHON) tidak ada. Di Debian atau Ubuntu: pasang paket python3-venv." >&2; exit 1; }
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt || \
		{ echo "Paket tidak dapat dipasang. Periksa jaringan, lalu ulangi perintah ini." >&2; exit 1; }
	@rm -f .venv/.lock-*
	@touch $@
