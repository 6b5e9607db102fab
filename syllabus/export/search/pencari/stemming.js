/* Stemming: the same steps as akar.py, over the same table. A word of the site has its root with it; only others are cut. */
var special = new Map(Object.entries(INTI.khusus)), forbidden = new Set(INTI.akar.larang.map(function (pair) { return pair.join(); }));

function cuts(cut) {
  var word = cut[0], families = cut[1], ends = cut[2], out = [];
  INTI.akar.akhir.forEach(function (rule) {
    var left = word.slice(0, word.length - rule[0].length) + rule[2];
    if (word.endsWith(rule[0]) && (cut[3] === 0 || rule[1] > cut[3]) && left.length >= INTI.akar.pendek &&
        !(families.length && forbidden.has(families[0] + "," + rule[0]))) out.push([left, families, ends.concat(rule[0]), rule[1]]);
  });
  INTI.akar.awal.forEach(function (rule) {
    var rest = word.slice(rule[1].length), left = rule[3] + rest;
    if (!word.startsWith(rule[1]) || left.length < INTI.akar.pendek || (rule[2] && rule[2].indexOf(rest[0]) < 0) || families.indexOf(rule[0]) >= 0 ||
        (families.length && (rule[0] === INTI.akar.lisan || families.indexOf(INTI.akar.lisan) >= 0))) return;
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
/* The root of a word as far as files are open; nothing where it is not known. */
function rootOf(word) {
  if (!memo.has(word)) {
    var end = words.has(word) ? word : root(word, function (left) { return words.has(left); });
    memo.set(word, words.has(end) ? words.get(end).root : end);
  }
  return memo.get(word);
}
/* Everything that can be left of a word when affixes go. */
function remains(word) {
  var out = [];
  if (!plain(word)) layers(word, function (left) { out.push(special.get(left) || left); });
  return out;
}
self.AKAR = root;
self.AKAR.situs = rootOf;
