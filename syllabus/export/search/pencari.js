/* The searcher. It speaks the theme's four messages (0 set up, 1 ready, 2 question, 3 results), in a worker where there is
   one, otherwise in the page (a copy opened from disk). INTI, put before this by the build, is what every question needs;
   all else is fetched in small files when a question asks for it. */
(function () {
"use strict";
var held = {}, words = new Map(), lists = [], memo = new Map(), ideas = new Map(), names = new Map();
var small = new Set(INTI.kecil.split(" ")), special = new Map(Object.entries(INTI.khusus)), spoken = new Set(), half = INTI.digit.length / 2;
var forbidden = new Set(INTI.akar.larang.map(function (pair) { return pair.join(); })), load;
var digit = new Map(INTI.digit.split("").map(function (sign, value) { return [sign, value]; }));
INTI.gagasan.forEach(function (all, number) {
  if (all) all.split("|").forEach(function (form) {
    ideas.set(form, (ideas.get(form) || []).concat(number));
    if (form[0] !== "=") form.split(" ").forEach(function (word) { spoken.add(word); });
    if (form.indexOf(" ") < 0) names.set(number, (names.get(number) || []).concat(form.replace("=", "")));
  });
});
var POS = starts(INTI.pos), ISI = starts(INTI.isi);
self.CARI = function (name, data) { held[name] = data; };

/* Packed numbers: signs of the upper half go on, one of the lower half ends. */
function reader(text) {
  var at = 0, self = {
    more: function () { return at < text.length; },
    sign: function () { return digit.get(text[at++]); },
    number: function () {
      var value = 0, scale = 1, sign = self.sign();
      while (sign >= half) { value += (sign - half) * scale; scale *= half; sign = self.sign(); }
      return value + sign * scale;
    }
  };
  return self;
}
function starts(text) {
  var read = reader(text), last = 0, out = [];
  while (read.more()) out.push(last += read.number());
  return out;
}

/* Fetches files that are not here yet. */
function need(several) {
  var missing = several.filter(function (name, at) { return !(name in held) && several.indexOf(name) === at; });
  return missing.length ? load(missing.map(function (name) { return INTI.folder + "/" + name + ".js"; })) : Promise.resolve();
}
/* The place of the last beginning that is not after a value. */
function place(beginnings, value) {
  var low = 0, high = beginnings.length - 1;
  while (low < high) { var middle = (low + high + 1) >> 1; if (beginnings[middle] <= value) low = middle; else high = middle - 1; }
  return low;
}
function unpack(at) {
  if (lists[at]) return;
  var before = "", number = at * INTI.perkata, list = lists[at] = [];
  held["k" + at].replace(/(.)([a-z0-9~]*)([^a-z0-9~])/g, function (whole, shared, rest, rare) {
    before = before.slice(0, digit.get(shared)) + rest;
    words.set(before, { at: number++, rare: INTI.jarang.indexOf(rare) / 4 });
    list.push(before);
  });
  memo.clear();
}
async function open(several) {
  var files = several.map(function (word) { return place(INTI.kata, word); });
  await need(files.map(function (at) { return "k" + at; }));
  files.forEach(unpack);
}

/* Stemming: the same steps as akar.py, over the same table. */
function cuts(cut) {
  var word = cut[0], families = cut[1], ends = cut[2], out = [];
  INTI.akar.akhir.forEach(function (rule) {
    var left = word.slice(0, word.length - rule[0].length) + rule[2];
    if (word.endsWith(rule[0]) && (cut[3] === 0 || rule[1] > cut[3]) && left.length >= INTI.akar.pendek &&
        !(families.length && forbidden.has(families[0] + "," + rule[0]))) out.push([left, families, ends.concat(rule[0]), rule[1]]);
  });
  INTI.akar.awal.forEach(function (rule) {
    var rest = word.slice(rule[1].length), left = rule[3] + rest;
    if (!word.startsWith(rule[1]) || left.length < INTI.akar.pendek || (rule[2] && rule[2].indexOf(rest[0]) < 0) || families.indexOf(rule[0]) >= 0) return;
    if (families.length || !ends.some(function (end) { return forbidden.has(rule[0] + "," + end); })) out.push([left, families.concat(rule[0]), ends, cut[3]]);
  });
  return out;
}
function layers(word, visit) {
  var seen = new Set([word]), layer = [[word, [], [], 0]];
  for (var depth = 0; depth <= INTI.akar.dalam && layer.length; depth++) {
    for (var cut of layer) { var found = visit(cut[0]); if (found) return found; }
    var next = [];
    layer.forEach(function (cut) {
      cuts(cut).forEach(function (shorter) { if (!seen.has(shorter[0])) { seen.add(shorter[0]); next.push(shorter); } });
    });
    layer = next;
  }
  return "";
}
function plain(word) { return word.length <= INTI.akar.pendek || /[^a-z]/.test(word); }
function root(word, known) {
  if (special.has(word)) return special.get(word);
  if (plain(word)) return known(word) ? word : "";
  return layers(word, function (left) { return special.get(left) || (known(left) ? left : ""); });
}
function known(word) { return words.has(word) || spoken.has(word); }
function rootOf(word) {
  if (!memo.has(word)) memo.set(word, root(word, known));
  return memo.get(word);
}
function all(word) {
  var out = [];
  layers(word, function (left) { out.push(special.get(left) || left); });
  return out;
}

function split(text) { return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().match(/[a-z0-9]+/g) || []; }

/* Words one slip of the finger away, likely slips first: two letters swapped, one too many, one missing, one wrong. */
function slips(word) {
  var out = [], letters = "abcdefghijklmnopqrstuvwxyz", i;
  for (i = 0; i < word.length - 1; i++) out.push(word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2));
  for (i = 0; i < word.length; i++) out.push(word.slice(0, i) + word.slice(i + 1));
  for (i = word.length; i >= 0; i--) for (var letter of letters) out.push(word.slice(0, i) + letter + word.slice(i));
  for (i = 0; i < word.length; i++) for (letter of letters) out.push(word.slice(0, i) + letter + word.slice(i + 1));
  return out;
}
function corrected(word) {
  var best = "", least = Infinity;
  if (word.length < 4 || /[0-9]/.test(word)) return best;
  slips(word).forEach(function (other, order) {
    var end = rootOf(other);
    if (!end || end.length < 3) return;
    /* An unlikely slip or a rarer word counts against it; so does a first letter changed. */
    var against = words.has(end) ? words.get(end).rare + order / 400 + (other[0] === word[0] ? 0 : 2) + (end.length < 4 ? 2 : 0) : Infinity;
    if (against < least) { least = against; best = other; }
  });
  return best || (word.length >= 8 ? twice(word) : "");
}
/* Two slips: the nearest root to any part that remains when affixes go. */
function twice(word) {
  var best = "", least = 3;
  all(word).concat(word).forEach(function (left) {
    if (left.length < 6) return;
    words.forEach(function (value, other) {
      if (Math.abs(other.length - left.length) > 2 || other[0] !== left[0] || other.length < 6) return;
      var far = distance(left, other);
      if (far < least) { least = far; best = word.replace(left, other); if (!rootOf(best)) best = other; }
    });
  });
  return best;
}
function distance(one, other) {
  var row = [], before, kept;
  for (var j = 0; j <= other.length; j++) row[j] = j;
  for (var i = 1; i <= one.length; i++) {
    before = row[0]; row[0] = i;
    for (j = 1; j <= other.length; j++) {
      kept = row[j];
      row[j] = Math.min(row[j] + 1, row[j - 1] + 1, before + (one[i - 1] === other[j - 1] ? 0 : 1));
      before = kept;
    }
  }
  return row[other.length];
}

/* Beginnings of roots that a word not finished yet may carry behind a prefix. */
function beginnings(word) {
  var out = [];
  INTI.akar.awal.forEach(function (rule) {
    var rest = word.slice(rule[1].length);
    if (word.startsWith(rule[1]) && rest.length > 1 && (!rule[2] || rule[2].indexOf(rest[0]) >= 0)) out.push(rule[3] + rest);
  });
  return out;
}
/* What such a word can become: the commonest roots that begin so. */
function begun(word) {
  function gather(begins) {
    var out = [];
    lists.forEach(function (list) { list.forEach(function (other) { if (begins.some(function (begin) { return other.startsWith(begin); })) out.push(other); }); });
    return out;
  }
  var out = gather([word]);
  if (!out.length && word.length > 4) out = gather(beginnings(word));
  return out.sort(function (a, b) { return words.get(a).rare - words.get(b).rare || (a < b ? -1 : 1); }).slice(0, 8);
}

/* A question as slots: for each word the roots that answer it, with how well each does. */
async function understand(question) {
  var typed = split(question), meant = typed.filter(function (word) { return !small.has(word); });
  var asked = meant.length ? meant : typed, slots = [], fixed = false, shown = typed.slice();
  await open([].concat.apply([], asked.map(function (word) { return [word].concat(plain(word) ? [] : all(word)); })));
  /* A word that nothing here answers may be half typed or misspelt: the neighbourhood is needed, on a small site all of it. */
  if (INTI.kata.length <= 4 && asked.some(function (word) { return !rootOf(word); })) await open(INTI.kata);
  var end = asked[asked.length - 1] || "";
  if (!rootOf(end)) await open(beginnings(end));
  for (var i = 0; i < asked.length; i++) {
    var word = asked[i], end = rootOf(word), last = i === asked.length - 1 && !/\s$/.test(question);
    var joined = i + 1 < asked.length ? word + asked[i + 1] : "";
    if (joined && (!end || word.length === 1 || !rootOf(asked[i + 1])) && words.has(joined)) { slots.push(slot([joined])); i++; continue; }
    if (end) { slots.push(slot([end], 1, word)); continue; }
    var more = last && word.length > 1 ? begun(word) : [];
    if (more.length) { slots.push(slot(more, .6)); continue; }
    var parts = [];
    for (var j = 3; j <= word.length - 3 && !parts.length; j++) {
      var left = rootOf(word.slice(0, j)), right = rootOf(word.slice(j));
      if (left.length > 3 && right.length > 3) parts = [left, right];
    }
    if (parts.length) { parts.forEach(function (part) { slots.push(slot([part])); }); continue; }
    var other = corrected(word);
    if (other) {
      slots.push(slot([rootOf(other)], .85, other));
      shown[shown.indexOf(word)] = other;
      fixed = true;
    } else slots.push(slot([]));
  }
  return { slots: slots, spans: spans(slots), fixed: fixed ? shown.join(" ") : "" };
}
function slot(roots, worth, word) { return { word: word || "", roots: roots, worth: worth || 1, rare: words.has(roots[0]) ? words.get(roots[0]).rare : 3 }; }
/* Names of ideas in the question. */
function spans(slots) {
  var out = [];
  function note(form, start, length) {
    (ideas.get(form) || []).forEach(function (one) { out.push({ start: start, length: length, idea: "~" + one }); });
  }
  slots.forEach(function (first, start) {
    note("=" + first.word, start, 1);
    for (var length = 1; length <= Math.min(INTI.terpanjang, slots.length - start); length++) {
      var form = slots.slice(start, start + length).map(function (one) { return one.roots[0] || ""; }).join(" ");
      note(form, start, length);
    }
  });
  return out;
}

/* Documents, weights and sections of a root. */
function postings(name) {
  var word = words.get(name);
  if (!word) return [];
  var file = place(POS, word.at), packed = held["p" + file];
  if (typeof packed === "string") packed = held["p" + file] = packed.split(" ");
  var read = reader(packed[word.at - POS[file]]), document = 0, out = [];
  while (read.more()) {
    document += read.number();
    var weight = read.sign() / (INTI.digit.length - 1) * INTI.puncak;
    out.push([document, weight, read.number()]);
  }
  return out;
}

async function rank(asked) {
  var wanted = [].concat.apply([], asked.slots.map(function (one) { return one.roots; })).concat(asked.spans.map(function (span) { return span.idea; }));
  await open(wanted);
  wanted = wanted.filter(function (name) { return words.has(name); });
  await need(wanted.map(function (name) { return "p" + place(POS, words.get(name).at); }));
  var total = 0, found = new Map();
  function at(document) {
    if (!found.has(document)) found.set(document, { slots: [], votes: new Map(), score: 0 });
    return found.get(document);
  }
  function vote(one, section, value) { one.votes.set(section, (one.votes.get(section) || 0) + value); }
  asked.slots.forEach(function (slot, number) {
    total += slot.rare;
    /* Of several roots that a half-typed word can become, the commonest counts in full, and none gains by being rare. */
    slot.roots.forEach(function (name, order) {
      if (!words.has(name)) return;
      postings(name).forEach(function (posting) {
        var one = at(posting[0]), value = slot.worth * slot.rare * posting[1] * (1 - order / 10);
        if (value > (one.slots[number] || 0)) one.slots[number] = value;
        vote(one, posting[2], value);
      });
    });
  });
  asked.spans.forEach(function (span) {
    if (!words.has(span.idea)) return;
    postings(span.idea).forEach(function (posting) {
      var one = at(posting[0]), value = words.get(span.idea).rare * posting[1];
      for (var i = span.start; i < span.start + span.length; i++) if (.8 * value > (one.slots[i] || 0)) one.slots[i] = .8 * value;
      if (span.length > 1) one.score += .5 * value;
      vote(one, posting[2], value);
    });
  });
  var out = [];
  found.forEach(function (one, document) {
    var covered = 0;
    asked.slots.forEach(function (slot, number) { if (one.slots[number]) { one.score += one.slots[number]; covered += slot.rare; } });
    var section = 0, most = 0;
    one.votes.forEach(function (value, number) { if (value > most) { most = value; section = number; } });
    out.push({ document: document, section: section, score: one.score * (total ? .4 + .6 * covered / total : 1) });
  });
  out.sort(function (a, b) { return b.score - a.score || a.document - b.document; });
  return out.filter(function (one) { return one.score > out[0].score * .12; });
}

function safe(text) { return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"); }
function marker(asked) {
  var roots = new Set();
  asked.slots.forEach(function (slot) { slot.roots.forEach(function (name) { roots.add(name); }); });
  asked.spans.forEach(function (span) { (names.get(+span.idea.slice(1)) || []).forEach(function (name) { roots.add(name); }); });
  return function (text) {
    return safe(text).replace(/[A-Za-zÀ-ÿ0-9]+/g, function (word) {
      var small = split(word)[0];
      return small && (roots.has(rootOf(small)) || roots.has(small)) ? "<mark>" + word + "</mark>" : word;
    });
  };
}

var BEST = 5, MOST = 24;
async function answer(question) {
  var asked = await understand(question), ranked = asked.slots.length ? await rank(asked) : [], count = ranked.length;
  function kind(one) { return place(INTI.jenis.map(function (pair) { return pair[1]; }), one.document); }
  ranked = ranked.slice(0, MOST);
  /* The best come first as they are; the rest stands by kind, the kind of the better one first. */
  var best = ranked.slice(0, BEST), rest = ranked.slice(BEST), order = [], groups = [];
  rest.forEach(function (one) { if (order.indexOf(kind(one)) < 0) order.push(kind(one)); });
  if (best.length) groups.push(["Paling cocok", best.length]);
  order.forEach(function (which) { groups.push([INTI.jenis[which][0], rest.filter(function (one) { return kind(one) === which; }).length]); });
  ranked = best.concat(rest.sort(function (a, b) { return order.indexOf(kind(a)) - order.indexOf(kind(b)) || b.score - a.score || a.document - b.document; }));
  await need(ranked.map(function (one) { return "j" + Math.floor(one.document / INTI.perjudul); }).concat(
    best.map(function (one) { return "h" + place(ISI, one.document); })));
  var mark = marker(asked);
  var items = ranked.map(function (one) {
    var head = held["j" + Math.floor(one.document / INTI.perjudul)][one.document % INTI.perjudul], file = place(ISI, one.document);
    var part = one.section, parts = held["h" + file] && held["h" + file][one.document - ISI[file]];
    var section = parts && parts[part];
    return [{
      location: head[0] + (section && section[0] ? "#" + section[0] : ""), title: mark(head[1]), score: one.score, terms: {}, tags: [INTI.jenis[kind(one)][0]],
      text: section ? (part && section[1] ? "<b>" + mark(section[1]) + "</b> " : "") + mark(section[2]) : ""
    }];
  });
  return { items: items, grup: groups, jumlah: count, koreksi: asked.fixed };
}

function listen(message, reply, fetcher) {
  load = fetcher;
  if (message.type === 0) reply({ type: 1 });
  if (message.type === 2) {
    var question = typeof message.data === "string" ? message.data : "";
    answer(question).then(function (data) { reply({ type: 3, data: data, tanya: question }); },
      function () { reply({ type: 3, data: { items: [], gagal: true }, tanya: question }); });
  }
}
if (typeof importScripts === "function") {
  self.onmessage = function (event) {
    listen(event.data, function (message) { self.postMessage(message); }, function (paths) {
      return new Promise(function (done) { importScripts.apply(null, paths); done(); });
    });
  };
} else self.PENCARI = listen;
self.AKAR = root;
})();
