/* The search box. Fetched by kerangka.js when a reader reaches for it; asks the searcher (assets/cari) and shows what it
   answers. From disk there are no workers: the searcher runs in the page then. */
(function () {
  "use strict";
  var doc = document, one = function (q) { return doc.querySelector(q); };
  var root = TUNDA.akar, home = new URL("assets/cari/", root).href, searcher = new URL(TUNDA.pencari, root).href;
  var form = one(".md-search__form"), input = one(".md-search__input"), meta = one(".md-search-result__meta"), list = one(".md-search-result__list");
  var post = null, waiting = "", whole = "", timer = 0;
  function say(text) { if (meta.textContent !== text) meta.textContent = text; }
  function failed() { say("Pencarian tidak dapat dimuat. Periksa jaringan, lalu muat ulang halaman ini."); list.textContent = ""; }

  function script(src) {
    return new Promise(function (done, fail) {
      var el = doc.createElement("script");
      el.src = src;
      el.onload = done;
      el.onerror = fail;
      doc.head.appendChild(el);
    });
  }
  function start() {
    if (location.protocol !== "file:" && self.Worker) {
      var worker = new Worker(searcher);
      worker.onmessage = function (event) { heard(event.data); };
      worker.onerror = failed;
      post = function (message) { worker.postMessage(message); };
      post({ type: 0 });
    } else script(searcher).then(function () {
      post = function (message) {
        PENCARI(message, heard, function (paths) {
          return Promise.all((TUNDA.semua ? [new URL(TUNDA.semua, root).href] : paths.map(function (path) { return home + path; })).map(script));
        });
      };
      post({ type: 0 });
    }, failed);
  }
  function heard(message) {
    if (message.type === 1) ask();
    if (message.type === 3 && message.tanya === waiting) show(message.data);
  }
  function ask() {
    waiting = input.value.replace(/^\s+/, "");
    whole = "";
    if (!post) return;
    if (waiting) post({ type: 2, data: waiting });
    else { list.textContent = ""; say("Ketik kata, singkatan, atau kode modul. Contoh: pengaduan, RTL, A3."); }
  }
  /* The best results come first with their lines; those of the rest are fetched when a reader looks further. */
  function more() {
    if (!waiting || whole === waiting) return;
    whole = waiting;
    post({ type: 2, data: waiting, semua: true });
  }

  /* Words that a result marks travel along, so that the page can mark them too. */
  function address(item) {
    var words = [], cut = item.location.split("#");
    (item.title + item.text).replace(/<mark>(.*?)<\/mark>/g, function (all, word) {
      if (words.indexOf(word.toLowerCase()) < 0) words.push(word.toLowerCase());
    });
    return new URL(cut[0], root).href + (words.length ? "?h=" + encodeURIComponent(words.slice(0, 8).join(" ")) : "") + (cut[1] ? "#" + cut[1] : "");
  }
  function show(data) {
    if (data.gagal) return failed();
    var before = stops().indexOf(doc.activeElement), told = "Tidak ada hasil. Coba kata lain yang lebih umum, atau mulai dari sini:";
    if (data.jumlah) told = data.jumlah + " hasil" + (data.koreksi ? " untuk " + data.koreksi : "");
    if (data.jumlah > data.items.length) told += ", " + data.items.length + " teratas ditampilkan";
    list.textContent = "";
    say(told);
    if (!data.jumlah) doc.querySelectorAll(".menu>ul>li>a").forEach(function (place) {
      var line = doc.createElement("p"), link = doc.createElement("a");
      line.className = "maksud-anda";
      link.href = place.href;
      link.textContent = place.textContent;
      line.append(link);
      list.appendChild(line);
    });
    if (data.koreksi) {
      var fix = doc.createElement("p"), button = doc.createElement("button");
      fix.className = "maksud-anda";
      button.type = "button";
      button.textContent = data.koreksi;
      button.addEventListener("click", function () { input.value = data.koreksi; input.focus(); ask(); });
      fix.append("Maksud Anda: ", button, "?");
      list.appendChild(fix);
    }
    var at = 0;
    data.grup.forEach(function (group, number) {
      var section = doc.createElement("section"), several = "";
      for (var end = at + group[1]; at < end; at++) {
        var item = data.items[at][0];
        several += '<li class="md-search-result__item"><a class="md-search-result__link" href="' + address(item).replace(/&/g, "&amp;").replace(/"/g, "&quot;") +
          '"><span class="jenis">' + item.tags[0] + "</span><strong>" + item.title + "</strong>" + (item.text ? "<p>" + item.text + "</p>" : "") + "</a></li>";
      }
      section.innerHTML = '<h2 id="kelompok-cari-' + number + '">' + group[0] + "</h2><ol>" + several + "</ol>";
      section.setAttribute("aria-labelledby", "kelompok-cari-" + number);
      list.appendChild(section);
    });
    if (before > 0) (stops()[before] || input).focus();
  }
  function stops() { return [input].concat(Array.prototype.slice.call(list.querySelectorAll("a, button"))); }

  one(".md-search__scrollwrap").addEventListener("scroll", function (event) { if (event.target.scrollTop > 40) more(); }, { passive: true });
  list.addEventListener("focusin", function (event) { if (event.target.closest("section ~ section")) more(); });
  input.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(ask, 80); });
  form.addEventListener("reset", function () { setTimeout(function () { ask(); input.focus(); }, 0); });
  /* Sent with Enter: the question goes into the address, so that it can be shared and found again; the first result gets the focus. */
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    try { history.replaceState(null, "", "?q=" + encodeURIComponent(input.value) + location.hash); } catch (e) { /* from disk: not allowed */ }
    var first = list.querySelector("a");
    if (first) first.focus();
  });
  one(".md-search").addEventListener("keydown", function (event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    var here = stops().indexOf(doc.activeElement), next = stops()[here + (event.key === "ArrowDown" ? 1 : -1)];
    if (here < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
  var asked = new URLSearchParams(location.search).get("q");
  if (asked && !input.value) {
    input.value = asked;
    var box = doc.getElementById("__search");
    if (!box.checked) box.click();
  }
  start();
})();
