/* Joins our real buttons to the theme's check boxes and keeps keyboard and focus in order.
   Nothing here shows content: without this file every text, table and link is still there. */
(function () {
  "use strict";
  var doc = document;
  var one = function (q, el) { return (el || doc).querySelector(q); };
  var all = function (q) { return Array.prototype.slice.call(doc.querySelectorAll(q)); };
  var narrow = matchMedia("screen and (max-width: 76.234375em)");
  var opener = { drawer: null, search: null };
  /* What waits until it is wanted, and the site's root. Joined scripts run when this one's element is gone: `asal` tells its address. */
  var waits = self.TUNDA = self.TUNDA || {};
  waits.akar = new URL("../../", waits.asal || doc.currentScript.src);

  /* Rules for what only scripts show come along with them: no first picture waits for those. */
  if (waits.gaya) put(doc.head, "beforeend", "<style>" + waits.gaya + "</style>");

  /* What has no use without scripts is put in here instead of on every page: the boxes that open and close menu and search
     (never seen, WCAG 4.1.2), ways out, the count of results as a live region (WCAG 4.1.3). */
  function toggle(name, label) {
    return doc.getElementById("__" + name) ? "" :
      '<input class="md-toggle" data-md-toggle="' + name + '" type="checkbox" id="__' + name + '" tabindex="-1" aria-label="' + label + '">';
  }
  /* Whole class names: rules whose name stands in no quoted text are left out of the sheet. */
  function icon(name) { return '<span class="ikon ' + name + '"></span>'; }
  function put(el, where, text) { if (el) el.insertAdjacentHTML(where, text); }
  var field = one(".md-search__input"), form = field && field.form;
  put(doc.body, "afterbegin", toggle("drawer", "Buka menu") + toggle("search", "Buka pencarian") + '<label class="md-overlay" for="__drawer"></label>');
  put(one(".menu"), "afterbegin", '<p class="menu-kepala"><span>Menu</span> ' +
    '<button type="button" class="tombol-kepala" data-tutup="drawer" aria-label="Tutup menu">' + icon("ikon-tutup") + "</button></p>");
  put(one(".md-search"), "afterbegin", '<label class="md-search__overlay" for="__search"></label>');
  put(form, "beforeend", '<button type="button" class="md-search__icon tutup-cari" data-tutup="search" aria-label="Tutup pencarian">' + icon("ikon-mundur") +
    '</button><div class="md-search__options"><button type="reset" class="md-search__icon md-icon" aria-label="Kosongkan kotak cari">' + icon("ikon-tutup") + "</button></div>");
  put(form, "afterend", '<div class="md-search__output"><div class="md-search__scrollwrap" tabindex="-1"><div class="md-search-result">' +
    '<div class="md-search-result__meta" role="status">Menyiapkan pencarian</div><div class="md-search-result__list"></div></div></div></div>');
  "autocapitalize autocorrect autocomplete spellcheck".split(" ").forEach(function (name) { if (field) field.setAttribute(name, name === "spellcheck" ? "false" : "off"); });
  if (field) field.enterKeyHint = "search";
  var toggles = { drawer: doc.getElementById("__drawer"), search: doc.getElementById("__search") };

  /* A click, not a changed property: the theme's own script listens for the event. */
  function set(name, open) {
    var box = toggles[name];
    if (box && box.checked !== open) box.click();
  }

  /* The page behind an open drawer is out of reach, the drawer is out of reach when closed (WCAG 2.4.3). */
  function reach() {
    var open = toggles.drawer.checked && narrow.matches;
    var menu = doc.getElementById("menu-situs");
    if (menu) menu.inert = narrow.matches && !open;
    all(".md-skip, .md-header, .sampul, .md-content, .md-sidebar--secondary, .kaki").forEach(function (el) { el.inert = open; });
  }

  function changed(name) {
    var open = toggles[name].checked;
    all("[data-buka=" + name + "]").forEach(function (b) { b.setAttribute("aria-expanded", String(open)); });
    var now = doc.activeElement;
    if (name === "drawer") reach();
    if (open) {
      var first = name === "drawer" ? one("#menu-situs [data-tutup]") : one(".md-search__input");
      if (first && first !== now) setTimeout(function () { first.focus(); }, 20);
    } else if (opener[name]) {
      var part = name === "drawer" ? one("#menu-situs") : one(".md-search");
      if (!now || now === doc.body || part.contains(now)) opener[name].focus();
      opener[name] = null;
    }
  }

  all("[data-buka]").forEach(function (b) {
    b.setAttribute("aria-expanded", "false");
    if (b.dataset.buka === "drawer") b.setAttribute("aria-controls", "menu-situs");
    b.addEventListener("click", function () { opener[b.dataset.buka] = b; set(b.dataset.buka, true); });
  });
  all("[data-tutup]").forEach(function (b) {
    b.addEventListener("click", function () { set(b.dataset.tutup, false); });
  });
  Object.keys(toggles).forEach(function (name) {
    if (toggles[name]) toggles[name].addEventListener("change", function () { changed(name); });
  });
  if (toggles.drawer) { reach(); narrow.addEventListener("change", reach); }

  /* Search is fetched when a reader reaches for its box, or comes with a question (?q=). What was typed meanwhile is kept:
     the script reads the box when it starts. */
  var asked = false;
  function fetchSearch() {
    if (asked || !waits.cari) return;
    asked = true;
    var script = doc.createElement("script");
    script.src = new URL(waits.cari, waits.akar).href;
    script.onerror = function () {
      var meta = one(".md-search-result__meta");
      if (meta) meta.textContent = "Pencarian tidak dapat dimuat. Periksa jaringan, lalu muat ulang halaman ini.";
    };
    doc.body.appendChild(script);
  }
  all("[data-buka=search], .md-search").forEach(function (el) {
    ["pointerenter", "pointerdown", "focusin"].forEach(function (name) { el.addEventListener(name, fetchSearch); });
  });
  if (toggles.search) toggles.search.addEventListener("change", fetchSearch);
  if (/[?&]q=/.test(location.search)) fetchSearch();

  /* Words that led here from the search (?h=) are marked. */
  function markWords(wanted, within) {
    var walker = doc.createTreeWalker(within, NodeFilter.SHOW_TEXT), texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.forEach(function (text) {
      var parts = text.data.split(/([A-Za-zÀ-ÿ0-9]+)/).map(function (part) {
        if (wanted.indexOf(part.toLowerCase()) < 0) return part;
        var mark = doc.createElement("mark");
        mark.textContent = part;
        return mark;
      });
      if (parts.some(function (part) { return part.nodeType; }) && !text.parentNode.closest("script,style,svg")) text.replaceWith.apply(text, parts);
    });
  }
  var led = new URLSearchParams(location.search).get("h");
  if (led && one("article")) markWords(led.toLowerCase().match(/[a-zà-ÿ0-9]+/g) || [], one("article"));

  /* Leaving the search box closes it; Esc gives the focus back to the button. */
  var box = one(".md-search");
  doc.addEventListener("keydown", function (ev) {
    if (ev.key !== "Escape") return;
    if (toggles.drawer && toggles.drawer.checked) set("drawer", false);
    if (box && toggles.search.checked) {
      if (!opener.search) opener.search = one(".kirim-cari");
      set("search", false);
    }
  });
  if (box) field.addEventListener("focus", function () { set("search", true); });
  /* Reached before this script came. */
  if (box && doc.activeElement === field) { set("search", true); fetchSearch(); }
  if (box) box.addEventListener("focusout", function (ev) {
    if (ev.relatedTarget && !box.contains(ev.relatedTarget)) set("search", false);
  });

  /* Light and dark: a choice that equals the device's setting is forgotten again. */
  var dark = matchMedia("(prefers-color-scheme: dark)"), mode = one("[data-mode-warna]");
  function scheme(value) {
    doc.body.setAttribute("data-md-color-scheme", value);
    if (mode) mode.setAttribute("aria-pressed", String(value === "slate"));
  }
  if (mode) {
    scheme(doc.body.getAttribute("data-md-color-scheme"));
    mode.addEventListener("click", function () {
      var value = doc.body.getAttribute("data-md-color-scheme") === "slate" ? "default" : "slate";
      scheme(value);
      try {
        if ((value === "slate") === dark.matches) localStorage.removeItem("mode-warna");
        else localStorage.setItem("mode-warna", value);
      } catch (e) { /* storage is off: the choice holds for this page only */ }
    });
    dark.addEventListener("change", function () {
      var kept = null;
      try { kept = localStorage.getItem("mode-warna"); } catch (e) { /* as above */ }
      if (!kept) scheme(dark.matches ? "slate" : "default");
    });
  }

  /* The list of contents stands open beside the text and folded above it. */
  var fold = one(".di-halaman-ini details"), wide = matchMedia("(min-width: 60em)");
  if (fold) {
    fold.id = "di-halaman-ini";
    var unfold = function () { fold.open = wide.matches; };
    unfold();
    wide.addEventListener("change", unfold);
    fold.addEventListener("click", function (ev) {
      if (ev.target.closest("a") && !wide.matches) fold.open = false;
    });
    /* On a phone a long page keeps a way back to its contents at hand. */
    if (one("article").offsetHeight > 5 * innerHeight) {
      var back = doc.createElement("a");
      back.className = "ke-isi";
      back.href = "#" + fold.id;
      back.textContent = "Di halaman ini";
      back.addEventListener("click", function (ev) {
        ev.preventDefault();
        fold.open = true;
        fold.scrollIntoView({ block: "center" });
        fold.firstElementChild.focus();
      });
      one("article").appendChild(back);
      if ("IntersectionObserver" in window) new IntersectionObserver(function (seen) { back.hidden = seen[0].isIntersecting; }).observe(fold);
    }
  }

  /* Tables that scroll sideways are places to stop at, with their caption as name (WCAG 2.1.1, 4.1.2); others are none.
     A shadow at an edge tells that there is more: browsers that cannot draw it by themselves (isi.css) get it here. */
  var boxes = all("article table").map(function (table) { return table.parentNode; }).filter(function (el) { return el.hasAttribute("tabindex"); });
  var drawn = window.CSS && CSS.supports("animation-timeline:scroll()");
  function edges(el) {
    el.classList.toggle("ada-kiri", el.scrollLeft > 1);
    el.classList.toggle("ada-kanan", el.scrollLeft + el.clientWidth < el.scrollWidth - 1);
  }
  if (!drawn) boxes.forEach(function (el) { el.addEventListener("scroll", function () { edges(el); }, { passive: true }); });
  function sizes() {
    boxes.forEach(function (el) {
      var caption = one("caption", el), wider = el.scrollWidth > el.clientWidth + 1;
      if (!drawn) edges(el);
      el.tabIndex = wider ? 0 : -1;
      if (wider) { el.setAttribute("role", "region"); el.setAttribute("aria-label", caption ? "Tabel: " + caption.textContent : "Tabel"); }
      else { el.removeAttribute("role"); el.removeAttribute("aria-label"); }
    });
  }
  if ("ResizeObserver" in window) new ResizeObserver(sizes).observe(doc.documentElement);
  else sizes();

  /* Lower headings carry no ids, which would weigh; a search leads to them by what would be theirs (syllabus/export/slim/bare.py). */
  function slug(words) {
    return words.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").replace(/[^\w\s-]/g, "").trim().toLowerCase().replace(/[-\s]+/g, "-");
  }
  function land() {
    var name = location.hash.slice(1);
    if (name && !doc.getElementById(name)) all("article :is(h1,h4)").some(function (heading) {
      if (slug(heading.textContent) !== name) return false;
      heading.id = name;
      if (!scrollY) location.replace(location.hash);
      return true;
    });
  }
  land();
  addEventListener("hashchange", land);

  /* The heading being read is marked in the list of contents. */
  var places = all(".di-halaman-ini a").map(function (a) {
    return { link: a, heading: doc.getElementById(decodeURIComponent(a.hash.slice(1))) };
  }).filter(function (place) { return place.heading; });
  if (places.length && "IntersectionObserver" in window) {
    var mark = function () {
      var here = null;
      places.forEach(function (place) { if (place.heading.getBoundingClientRect().top < 120) here = place; });
      places.forEach(function (place) { place.link.classList.toggle("dibaca", place === here); });
    };
    var watcher = new IntersectionObserver(mark, { rootMargin: "-100px 0px 0px" });
    places.forEach(function (place) { watcher.observe(place.heading); });
  }

  /* Not found: the last word of the address is a first guess at what was sought. */
  var again = doc.getElementById("cari-lagi");
  if (again && !/\/404\.html$/.test(location.pathname)) {
    var word = location.pathname.replace(/\/(index\.html)?$/, "").replace(/^.*\//, "").replace(/\.\w+$/, "");
    try { again.value = decodeURIComponent(word).replace(/[-_+]+/g, " ").trim(); } catch (e) { /* not an address that can be read */ }
  }

  /* Answers and folds are opened for paper and closed again after it. */
  var opened = [];
  addEventListener("beforeprint", function () {
    opened = all("article details:not([open])");
    opened.forEach(function (d) { d.open = true; });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (d) { d.open = false; });
    opened = [];
  });
  /* The icon kept nothing waiting: it comes now that the page stands. */
  var sign = one("link[rel=icon]");
  if (sign && waits.ikon) sign.href = waits.ikon;
})();
