/* Practice and progress on pages that teach. Everything here is in the page already: answers stand in folds,
   hints too. Scores and marks stay in this browser; nothing is sent anywhere. */
(function () {
  "use strict";
  var doc = document, article = doc.querySelector("article");
  var all = function (q, el) { return Array.prototype.slice.call((el || doc).querySelectorAll(q)); };
  var root = TUNDA.akar;
  var here = location.pathname.slice(root.pathname.length) || "index.html";

  function el(name, className, text) {
    var node = doc.createElement(name);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  }
  function button(text, act) {
    var node = el("button", "tombol", text);
    node.type = "button";
    node.addEventListener("click", act);
    return node;
  }
  function recall(what, empty) {
    try { return JSON.parse(localStorage.getItem(root.pathname + "|" + what)) || empty; } catch (e) { return empty; }
  }
  function keep(what, value) {
    try { localStorage.setItem(root.pathname + "|" + what, JSON.stringify(value)); } catch (e) { /* storage is off: this page only */ }
  }

  /* 1. Self-check items: options become buttons, the explanation comes at once, the first answer counts. */
  var items = all(".soal", article).filter(key), answers = recall("latihan/" + here, {}), score = null;
  /* The letter that its answer begins with; an item without an answer is none to try. */
  function key(item) {
    var told = item.querySelector(".jawaban strong"), found = told && /: ([A-E])\./.exec(told.textContent);
    return found && found[1];
  }
  /* An answer belongs to the words of its question: another order changes nothing, another question is not answered yet. */
  function asked(item) { return item.querySelector(".soal-teks").lastChild.textContent.trim(); }

  function show(item) {
    var given = answers[asked(item)], right = key(item);
    all(".pilihan > li", item).forEach(function (li, number) {
      var letter = String.fromCharCode(65 + number), pick = li.firstElementChild, chosen = given === letter;
      li.classList.toggle("tepat", !!given && letter === right);
      li.classList.toggle("keliru", chosen && letter !== right);
      pick.setAttribute("aria-pressed", String(chosen));
      pick.setAttribute("aria-disabled", String(!!given));
    });
    var told = item.querySelector(".hasil"), fold = item.querySelector(".jawaban"), reason = fold.querySelector("p").lastChild;
    told.textContent = given ? (given === right ? "Tepat. " : "Belum tepat. Jawabannya " + right + ". ") + reason.textContent : "";
    fold.hidden = !!given;
  }
  function count() {
    var done = items.filter(function (item) { return answers[asked(item)]; });
    var right = done.filter(function (item) { return answers[asked(item)] === key(item); });
    score.firstChild.textContent = done.length
      ? "Skor Anda: " + right.length + " tepat dari " + done.length + " yang dijawab (" + items.length + " soal). "
      : "Pilih satu jawaban pada setiap soal. ";
    score.lastChild.hidden = !done.length;
  }
  function restart() {
    answers = {};
    keep("latihan/" + here, answers);
    items.forEach(show);
    count();
    items[0].querySelector("button").focus();
  }
  items.forEach(function (item) {
    all(".pilihan > li", item).forEach(function (li, number) {
      var pick = button("", function () {
        if (answers[asked(item)]) return;
        answers[asked(item)] = String.fromCharCode(65 + number);
        keep("latihan/" + here, answers);
        show(item);
        count();
      });
      pick.className = "pilih";
      while (li.firstChild) pick.appendChild(li.firstChild);
      li.appendChild(pick);
    });
    var told = el("p", "hasil");
    told.setAttribute("role", "status");
    item.insertBefore(told, item.querySelector(".jawaban"));
    show(item);
  });
  if (items.length) {
    score = el("p", "skor");
    score.setAttribute("role", "status");
    score.append(el("span"), el("small", "", "Tersimpan di perangkat ini saja. "), button("Ulangi latihan", restart));
    items[items.length - 1].after(score);
    count();
  }

  /* 2. A scenario opens step by step: story, task, roles, hints. Without this file it stands there whole, and so it stays
     where its reader has come to it before this file did: what is being read is not folded up. */
  var KINDS = { P: "Lanjutkan kisah", H4: "Buka ", DETAILS: "Buka petunjuk " };
  all(".kartu-skenario", article).forEach(function (card) {
    var steps = [], hints = 0;
    all(":scope > *", card).forEach(function (part) {
      var kind = part.tagName;
      if (kind === "H3" || part.matches(".meta, .fiksi")) return;
      if (!KINDS[kind]) { steps[steps.length - 1].parts.push(part); return; }
      if (kind === "DETAILS") hints += 1;
      steps.push({ parts: [part], name: KINDS[kind] + (kind === "H4" ? part.textContent.toLowerCase().replace(" anda", "") : kind === "DETAILS" ? hints : "") });
    });
    if (steps.length < 2) return;
    var at = 0, bar = el("p", "langkah"), told = el("small");
    var next = button("", function () { go(at + 1, true); }), rest = button("Buka semua", function () { go(steps.length - 1, true); });
    function go(to, focus) {
      var first = steps[Math.min(at + 1, to)].parts[0];
      at = to;
      steps.forEach(function (step, number) { step.parts.forEach(function (part) { part.classList.toggle("tunggu", number > at); }); });
      var left = steps.length - 1 - at;
      if (left) next.textContent = steps[at + 1].name;
      next.hidden = !left;
      rest.hidden = left < 2;
      told.textContent = left ? "Bagian " + (at + 1) + " dari " + steps.length : "Semua bagian sudah terbuka. Jawaban dibahas bersama fasilitator.";
      if (!focus) return;
      if (first.tagName === "DETAILS") { first.open = true; first.firstElementChild.focus(); return; }
      first.tabIndex = -1;
      first.focus();
    }
    bar.append(next, rest, told);
    var read = card.getBoundingClientRect().top < innerHeight;
    card.appendChild(bar);
    go(read ? steps.length - 1 : 0);
  });

  /* 3. The summary alone on paper. */
  all(".ringkasan", article).forEach(function (part) {
    part.appendChild(button("Cetak ringkasan", function () {
      doc.documentElement.classList.add("cetak-ringkasan");
      print();
    }));
  });
  addEventListener("afterprint", function () { doc.documentElement.classList.remove("cetak-ringkasan"); });

  /* 4. Progress: a page is marked by its reader, a path counts the marks. */
  var finished = recall("selesai", []);
  if (article.querySelector(".kartu-modul, .kartu-lokakarya")) {
    var mark = button("", function () {
      var at = finished.indexOf(here);
      if (at < 0) finished.push(here); else finished.splice(at, 1);
      keep("selesai", finished);
      label();
    });
    var label = function () {
      var yes = finished.indexOf(here) >= 0;
      mark.setAttribute("aria-pressed", String(yes));
      mark.textContent = yes ? "Selesai dipelajari" : "Tandai selesai";
    };
    var line = el("p", "tanda-selesai");
    line.append(mark, el("small", "", " Tanda ini tersimpan di perangkat ini saja."));
    article.appendChild(line);
    label();
  }
  all(".petak > .kartu", article).forEach(function (card) {
    var links = all("ol a, ul a, h3 a", card), left = links.filter(function (a) {
      var yes = finished.indexOf(a.pathname.slice(root.pathname.length)) >= 0;
      if (yes) a.after(" ", el("span", "lencana", "selesai"));
      return !yes;
    });
    if (!card.matches(".jalur > *") || left.length === links.length) return;
    card.appendChild(el("p", "meta", links.length - left.length + " dari " + links.length + " selesai menurut perangkat ini."));
    if (!left.length) return;
    var go = el("p"), link = el("a", "", left[0].textContent);
    link.href = left[0].href;
    go.append("Lanjutkan: ", link);
    card.appendChild(go);
  });

  /* 5. Today's day of a schedule, and the session of this hour; in a list of cohorts, those that run today. */
  var now = new Date(), two = function (number) { return ("0" + number).slice(-2); };
  var today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate()), hour = two(now.getHours()) + "." + two(now.getMinutes());
  var day = doc.querySelector('.hari-jadwal[data-tanggal="' + today + '"]');
  if (day) {
    day.id = "hari-ini";
    day.classList.add("hari-ini");
    day.prepend(el("p", "tanda-hari-ini", "Hari ini"));
    var note = el("p", "sekarang"), jump = el("a", "", "Langsung ke jadwal hari ini");
    jump.href = "#hari-ini";
    all("tbody tr", day).forEach(function (row) {
      var clocks = row.cells[0].textContent.match(/\d\d\.\d\d/g) || [];
      if (clocks.length !== 2 || hour < clocks[0] || clocks[1] <= hour) return;
      row.setAttribute("aria-current", "time");
      var what = row.cells[1].cloneNode(true), small = what.querySelector("small");
      if (small) small.remove();
      note.append("Sekarang, " + clocks.join(" – ") + ": ", el("strong", "", what.textContent.trim()), ". ");
    });
    note.appendChild(jump);
    article.querySelector("h1").after(note);
    if (location.hash === jump.hash) day.scrollIntoView();
  }
  all("[data-mulai]", article).forEach(function (card) {
    var from = card.dataset.mulai, to = card.dataset.selesai, link = card.querySelector("h3 a");
    if (today > to) card.appendChild(el("p", "meta", "Sudah selesai."));
    if (today < from || today > to || !link) return;
    card.classList.add("hari-ini");
    link.hash = "hari-ini";
    card.prepend(el("p", "tanda-hari-ini", "Berlangsung hari ini"));
  });
})();
