/* Keeps a module's pages on the device when its reader asks for it, tells of a new edition, and lets go again.
   The worker that answers without a network is pekerja.js at the site's root; opened from disk none is needed. */
(function () {
  "use strict";
  var doc = document, place = doc.querySelector(".luring[data-ukuran]"), workers = navigator.serviceWorker;
  if (!workers || !/^http/.test(location.protocol)) return;
  var root = TUNDA.akar, shelf = root.pathname + "|luring";
  var absolute = function (path) { return new URL(path, root).href; };

  function button(text, act) {
    var node = doc.createElement("button");
    node.type = "button";
    node.className = "tombol";
    node.textContent = text;
    node.addEventListener("click", act);
    return node;
  }
  function kept() {
    try { return JSON.parse(localStorage.getItem(shelf)) || {}; } catch (e) { return {}; }
  }
  function note(pages) {
    try { localStorage.setItem(shelf, JSON.stringify(pages)); } catch (e) { /* storage is off: saving still works */ }
  }
  /* Asks the worker to keep or drop pages; resolves once it has. */
  function tell(worker, message) {
    return new Promise(function (done, failed) {
      var channel = new MessageChannel();
      channel.port1.onmessage = function (ev) { if (ev.data === "beres") done(); else failed(); };
      worker.postMessage(message, [channel.port2]);
    });
  }
  /* The newest worker: one that waits is put to work first, so that pages and their sheet are of one edition. */
  function newest() {
    return workers.register(new URL("pekerja.js", root).href).then(function (found) {
      return found.update().catch(function () {}).then(function () {
        var fresh = found.installing || found.waiting || found.active;
        return fresh.state === "activated" ? fresh : new Promise(function (done, failed) {
          var watch = function () {
            if (fresh.state === "installed") fresh.postMessage({ pakai: true });
            if (fresh.state === "activated") done(fresh);
            if (fresh.state === "redundant") failed();
          };
          fresh.addEventListener("statechange", watch);
          watch();
        });
      });
    });
  }

  if (place) {
    var pages = [], line = doc.createElement("p");
    [location].concat(Array.prototype.slice.call(doc.querySelectorAll("article a[href]"))).forEach(function (link) {
      var path = link.href.indexOf(root.href) ? "" : link.href.slice(root.href.length).split(/[?#]/)[0];
      if (/\.html$/.test(path) && path !== "index.html" && pages.indexOf(path) < 0) pages.push(path);
    });
    var me = pages[0];
    line.setAttribute("role", "status");
    var save = button("Simpan untuk luring (" + place.dataset.ukuran + ")", function () {
      save.disabled = true;
      line.textContent = "Menyimpan " + pages.length + " halaman …";
      newest().then(function (worker) { return tell(worker, { simpan: pages.map(absolute) }); }).then(function () {
        var list = kept();
        list[me] = { judul: doc.querySelector("h1").textContent, halaman: pages };
        note(list);
        state();
        drop.focus();
      }, function () {
        line.textContent = "Belum tersimpan. Periksa jaringan, lalu coba lagi.";
        save.disabled = false;
      });
    });
    var drop = button("Hapus simpanan", function () {
      var list = kept(), mine = (list[me] || { halaman: pages }).halaman;
      delete list[me];
      note(list);
      var others = Object.keys(list), used = [].concat.apply([], others.map(function (key) { return list[key].halaman; }));
      workers.getRegistration(root.href).then(function (found) {
        if (!found || !found.active) return null;
        var unused = mine.filter(function (page) { return used.indexOf(page) < 0; });
        return tell(found.active, others.length ? { hapus: unused.map(absolute) } : { bubar: true })
          .then(function () { return others.length ? null : found.unregister(); });
      }).then(function () { state(); save.focus(); });
    });
    var state = function () {
      var yes = !!kept()[me];
      save.hidden = yes;
      save.disabled = false;
      drop.hidden = !yes;
      line.textContent = yes ? "Halaman ini dan " + (pages.length - 1) + " halaman yang ditautkannya tersimpan di perangkat ini." : "";
    };
    place.append(save, drop, line);
    place.hidden = false;
    state();
  }

  var shown = doc.querySelector(".tersimpan"), list = kept();
  if (shown) Object.keys(list).forEach(function (path) {
    var item = doc.createElement("li"), link = doc.createElement("a");
    link.href = absolute(path);
    link.textContent = list[path].judul;
    item.appendChild(link);
    shown.appendChild(item);
  });

  /* A new edition is offered, never forced: the reader may be in the middle of a page. */
  function offer(worker) {
    var bar = doc.createElement("p");
    bar.className = "edisi-baru md-typeset";
    bar.setAttribute("role", "status");
    bar.append("Naskah tersimpan sudah diperbarui. ", button("Muat yang baru", function () {
      workers.addEventListener("controllerchange", function () { location.reload(); });
      worker.postMessage({ pakai: true });
    }));
    doc.querySelector("article").before(bar);
  }
  if (workers.controller) workers.getRegistration(root.href).then(function (found) {
    if (!found) return;
    if (found.waiting) offer(found.waiting);
    found.addEventListener("updatefound", function () {
      var fresh = found.installing;
      fresh.addEventListener("statechange", function () { if (fresh.state === "installed" && !place?.querySelector(":disabled")) offer(fresh); });
    });
  });
})();
