/* What is held, and how the rest is fetched. INTI, put before this by the build, is what every question needs; all else
   comes in small files when a question asks for it. Words: word to its root and how rare the word is. */
"use strict";
var held = {}, words = new Map(), opened = [], roots = new Map(), memo = new Map(), load;
var digit = new Map(INTI.digit.split("").map(function (sign, value) { return [sign, value]; })), half = INTI.digit.length / 2;
var KATA = INTI.kata.split(" "), POS = INTI.pos.split(" ");
self.CARI = function (name, data) { held[name] = data; };

/* Packed numbers: signs of the upper half go on, one of the lower half ends. */
function reader(text, at) {
  var self = {
    more: function () { return at < text.length; },
    sign: function () { return text[at++]; },
    digit: function () { return digit.get(text[at++]); },
    number: function () {
      var value = 0, scale = 1, sign = self.digit();
      while (sign >= half) { value += (sign - half) * scale; scale *= half; sign = self.digit(); }
      return value + sign * scale;
    },
    letters: function () { var start = at; while (/[a-z0-9~]/.test(text[at] || "")) at++; return text.slice(start, at); }
  };
  return self;
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

/* Opens the files in which words would stand. */
async function open(several) {
  var files = several.map(function (word) { return place(KATA, word); });
  await need(files.map(function (at) { return "k" + at; }));
  files.forEach(function (at) { if (!opened[at]) unpack(at); });
}
function unpack(at) {
  var read = reader(held["k" + at], 0), word = "", list = opened[at] = [];
  while (read.more()) {
    word = word.slice(0, read.digit()) + read.letters();
    var sign = INTI.jarang.indexOf(read.sign()), sort = sign % 4, root = word;
    if (sort === 3) { root = read.letters(); read.sign(); }
    else if (sort) {
      var before = sort === 2 ? read.sign() : "", cut = read.digit();
      root = before + word.slice(Math.floor(cut / 9), word.length - cut % 9);
    }
    words.set(word, { root: root, rare: (sign - sort) / 5 });
    list.push(word);
  }
  memo.clear();
}

/* Rarity, and documents with weights and sections, of roots. What stands everywhere still counts a little: it may be all that is asked. */
async function fetch(several) {
  await need(several.map(function (root) { return "p" + place(POS, root); }));
  several.forEach(function (root) {
    var name = "p" + place(POS, root), last = "";
    if (typeof held[name] !== "string") return;
    held[name].split(" ").forEach(function (entry) {
      var read = reader(entry, 0), root = last = last.slice(0, read.digit()) + read.letters();
      roots.set(root, { rare: INTI.jarang.indexOf(read.sign()) / 5 || .03, read: read });
    });
    held[name] = 0;
  });
}
function postings(root) {
  var entry = roots.get(root), document = 0;
  if (entry && !entry.found) {
    entry.found = [];
    while (entry.read.more()) {
      document += entry.read.number();
      var weight = entry.read.digit() / INTI.tingkat * INTI.puncak;
      entry.found.push([document, weight, entry.read.number()]);
    }
  }
  return entry ? entry.found : [];
}
