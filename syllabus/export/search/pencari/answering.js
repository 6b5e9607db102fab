/* Results as the box shows them: titles and excerpts with the asked words marked, in groups. It speaks the theme's four messages
   (0 set up, 1 ready, 2 question, 3 results), in a worker where there is one, otherwise in the page (a copy opened from disk). */
var BEST = 5, MOST = 24;

function safe(text) { return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"); }
function marker(asked) {
  var wanted = new Set();
  asked.slots.forEach(function (slot) {
    slot.roots.forEach(function (root) { wanted.add(root); if (root[0] === "~") (names.get(+root.slice(1)) || []).forEach(function (name) { wanted.add(name); }); });
  });
  asked.spans.forEach(function (span) { wanted.add(span.root); (span.names || []).forEach(function (name) { wanted.add(name); }); });
  function rooted(word) { return words.has(word) ? words.get(word).root : root(word, function (left) { return wanted.has(left); }); }
  return function (text) {
    return safe(text).replace(/[A-Za-zÀ-ÿ0-9]+/g, function (word) {
      var small = split(word)[0];
      return small && (wanted.has(small) || wanted.has(rooted(small))) ? "<mark>" + word + "</mark>" : word;
    });
  };
}
function kind(one) { return place(INTI.jenis.map(function (pair) { return pair[1]; }), one.document); }

/* `whole` brings excerpts and places to land of all results, not of the best alone: for readers who look further. */
async function answer(question, whole) {
  var asked = await understand(question), ranked = asked.slots.length ? await rank(asked) : [], count = ranked.length;
  ranked = ranked.slice(0, MOST);
  /* The best come first as they are; the rest stands by kind, the kind of the better one first. */
  var best = ranked.slice(0, BEST), rest = ranked.slice(BEST), order = [], groups = [];
  rest.forEach(function (one) { if (order.indexOf(kind(one)) < 0) order.push(kind(one)); });
  if (best.length) groups.push(["Paling cocok", best.length]);
  order.forEach(function (which) { groups.push([INTI.jenis[which][0], rest.filter(function (one) { return kind(one) === which; }).length]); });
  ranked = best.concat(rest.sort(function (a, b) { return order.indexOf(kind(a)) - order.indexOf(kind(b)) || b.score - a.score || a.document - b.document; }));
  function title(one) { return "j" + Math.floor(one.document / INTI.perjudul); }
  function excerpt(one) { return "h" + Math.floor((one.document + one.section) / INTI.perisi); }
  var told = whole ? ranked : best;
  await need(ranked.map(title).concat(told.map(excerpt)));
  var mark = marker(asked);
  var items = ranked.map(function (one) {
    var titles = held[title(one)], at = 0;
    while (titles[at] !== one.document % INTI.perjudul) at += 3;
    var parts = told.indexOf(one) < 0 ? null : held[excerpt(one)], part = parts && parts[(one.document + one.section) % INTI.perisi];
    return [{
      location: titles[at + 1] + (part && part[0] ? "#" + part[0] : ""), title: mark(titles[at + 2]), score: one.score, terms: {}, tags: [INTI.jenis[kind(one)][0]],
      text: part ? (one.section && part[1] ? "<b>" + mark(part[1]) + "</b> " : "") + mark(part[2]) : ""
    }];
  });
  return { items: items, grup: groups, jumlah: count, koreksi: asked.fixed };
}

function listen(message, reply, fetcher) {
  load = fetcher;
  if (message.type === 0) reply({ type: 1 });
  if (message.type === 2) {
    var question = typeof message.data === "string" ? message.data : "";
    answer(question, message.semua).then(function (data) { reply({ type: 3, data: data, tanya: question }); },
      function () { reply({ type: 3, data: { items: [], gagal: true }, tanya: question }); });
  }
}
if (typeof importScripts === "function") {
  self.onmessage = function (event) {
    listen(event.data, function (message) { self.postMessage(message); }, function (paths) {
      /* Without a network there may be a kept copy of everything. */
      return new Promise(function (done) {
        try { importScripts.apply(null, paths); } catch (e) { importScripts(INTI.folder + "/semua.js"); }
        done();
      });
    });
  };
} else self.PENCARI = listen;
