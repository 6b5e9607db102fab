/* Practice and progress on pages that teach. Everything here is in the page already: answers stand in folds,
   hints too. Scores and marks stay in this browser; nothing is sent anywhere. */
(function () {
  "use strict";
  var doc = document, article = doc.querySelector("article");
  var all = function (q, el) { return Array.prototype.slice.call((el || doc).querySelectorAll(q)); };
  var root = new URL("../../", doc.currentScript.src);
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
  var items = all(".soal[data-kunci]", article), answers = recall("latihan/" + here, {}), score = null;

  function show(item) {
    var given = answers[item.id], key = item.dataset.kunci;
    all(".pilihan > li", item).forEach(function (li, number) {
      var letter = String.fromCharCode(65 + number), pick = li.firstElementChild, chosen = given === letter;
      li.classList.toggle("tepat", !!given && letter === key);
      li.classList.toggle("keliru", chosen && letter !== key);
      pick.setAttribute("aria-pressed", String(chosen));
      pick.setAttribute("aria-disabled", String(!!given));
    });
    var told = item.querySelector(".hasil"), fold = item.querySelector(".jawaban"), reason = fold.querySelector("p").lastChild;
    told.textContent = given ? (given === key ? "Tepat. " : "Belum tepat. Jawabannya " + key + ". ") + reason.textContent : "";
    fold.hidden = !!given;
  }
  function count() {
    var done = items.filter(function (item) { return answers[item.id]; });
    var right = done.filter(function (item) { return answers[item.id] === item.dataset.kunci; });
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
        if (answers[item.id]) return;
        answers[item.id] = String.fromCharCode(65 + number);
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

  /* 2. Hints of a scenario come one after the other. */
  all(".kartu-skenario", article).forEach(function (card) {
    var hints = all("details", card);
    hints.forEach(function (hint, number) {
      var next = hints[number + 1];
      if (!next) return;
      next.classList.add("tunggu");
      hint.addEventListener("toggle", function () { if (hint.open) next.classList.remove("tunggu"); });
    });
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
  all(".jalur > .kartu", article).forEach(function (card) {
    var links = all("ol a", card), done = links.filter(function (a) {
      return finished.indexOf(a.pathname.slice(root.pathname.length)) >= 0;
    });
    done.forEach(function (a) { a.after(" ", el("span", "lencana", "selesai")); });
    if (done.length) card.appendChild(el("p", "meta", done.length + " dari " + links.length + " selesai menurut perangkat ini"));
  });

  /* 5. Today's day of a schedule, and the session of this hour. */
  var now = new Date(), two = function (number) { return ("0" + number).slice(-2); };
  var day = doc.querySelector('.hari-jadwal[data-tanggal="' + now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate()) + '"]');
  if (day) {
    day.id = "hari-ini";
    day.classList.add("hari-ini");
    day.prepend(el("p", "tanda-hari-ini", "Hari ini"));
    var jump = el("p"), link = el("a", "", "Langsung ke jadwal hari ini");
    link.href = "#hari-ini";
    jump.appendChild(link);
    article.querySelector("h1").after(jump);
    all("tbody tr", day).forEach(function (row) {
      var clocks = row.cells[0].textContent.match(/\d\d\.\d\d/g) || [], hour = two(now.getHours()) + "." + two(now.getMinutes());
      if (clocks.length === 2 && clocks[0] <= hour && hour < clocks[1]) row.setAttribute("aria-current", "time");
    });
  }
})();
