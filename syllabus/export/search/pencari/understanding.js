/* A question as slots, one for each word, with the roots that answer it and how well; and as spans, the ideas it names. */
var small = new Set(INTI.kecil.split(" ")), ideas = new Map(), names = new Map();
INTI.gagasan.forEach(function (all, number) {
  if (all) all.split("|").forEach(function (form) {
    ideas.set(form, (ideas.get(form) || []).concat(number));
    if (form.indexOf(" ") < 0) names.set(number, (names.get(number) || []).concat(form.replace("=", "")));
  });
});

function split(text) { return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().match(/[a-z0-9]+/g) || []; }
function little(word) { return small.has(word) || small.has(word.replace(/(kah|lah|pun|nya)$/, "")); }

/* Whoever pastes a page asks with its first words. */
var MOST_WORDS = 20, MOST_LETTERS = 30;
async function understand(question) {
  var typed = split(question).slice(0, MOST_WORDS).map(function (word) { return word.slice(0, MOST_LETTERS).replace(/^([a-z]{4,})2(nya|an)?$/, "$1"); });
  var meant = typed.filter(function (word, at) { return !little(word) && typed.indexOf(word) === at; });
  var asked = meant.length ? meant : typed, slots = [], joined = [], fixed = false, shown = typed.slice();
  await open(asked);
  await open([].concat.apply([], asked.filter(function (word) { return !words.has(word); }).map(remains)));
  for (var i = 0; i < asked.length; i++) {
    var word = asked[i], end = rootOf(word), both = i + 1 < asked.length ? word + asked[i + 1] : "";
    if (words.has(both)) joined.push({ start: slots.length, length: 2, root: words.get(both).root });
    if (end) { slots.push(slot([end], end[0] === "~" ? .8 : 1, word)); continue; }
    var more = i === asked.length - 1 && word.length > 1 && !/\s$/.test(question) ? await begun(word) : [];
    if (more.length) { slots.push(slot(more, .6)); continue; }
    if (words.has(both)) { slots.push(slot([])); continue; }
    /* A short word can become anything: it is corrected only where nothing else is known. */
    var other = word.length < 5 && asked.some(rootOf) ? "" : await slipped(word), parts = other ? [] : await parted(word);
    if (!other && !parts.length) other = affixed(word) || twice(word);
    parts.forEach(function (part) { slots.push(slot([rootOf(part)], 1, part)); });
    if (other) {
      slots.push(slot([rootOf(other)], .85, other));
      shown[shown.indexOf(word)] = other;
      fixed = true;
    } else if (!parts.length) slots.push(slot([]));
  }
  return { slots: slots, spans: spans(slots).concat(joined), fixed: fixed ? shown.join(" ") : "" };
}
function slot(roots, worth, word) { return { word: word || "", roots: roots, worth: worth || 1 }; }
/* Names of ideas in the question. */
function spans(slots) {
  var out = [];
  function note(form, start, length) {
    (ideas.get(form) || []).forEach(function (one) { out.push({ start: start, length: length, root: "~" + one, names: names.get(one) || [] }); });
  }
  slots.forEach(function (first, start) {
    note("=" + first.word, start, 1);
    for (var length = 1; length <= Math.min(INTI.terpanjang, slots.length - start); length++) {
      note(slots.slice(start, start + length).map(function (one) { return one.roots[0] || ""; }).join(" "), start, length);
    }
  });
  return out;
}
