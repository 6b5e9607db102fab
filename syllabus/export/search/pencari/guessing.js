/* Words that nothing here knows: half typed, misspelt, or two in one. */

/* Keys side by side, and letters that are heard alike. */
var NEAR = "qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm qa ws ed rf tg yh uj ik ol az sx dc fv gb hn jm sz td bp fv fp vp gk iy ie ou ea kq cs ck ai xs".split(" ");
var near = new Set(NEAR.concat(NEAR.map(function (pair) { return pair[1] + pair[0]; })));

/* Words one slip away: [word, where, how unlikely]. Two letters swapped, one too many, one missing, one wrong. */
function slips(word) {
  var out = [], letters = "abcdefghijklmnopqrstuvwxyz", i, letter;
  for (i = 0; i < word.length; i++) {
    if (i + 1 < word.length && word[i] !== word[i + 1]) out.push([word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2), i, 0]);
    out.push([word.slice(0, i) + word.slice(i + 1), i, word[i] === word[i - 1] || near.has(word[i] + word[i - 1]) ? 0 : .7]);
    for (letter of letters) if (letter !== word[i]) out.push([word.slice(0, i) + letter + word.slice(i + 1), i, near.has(letter + word[i]) ? 0 : 1.2]);
  }
  for (i = 0; i <= word.length; i++) for (letter of letters) out.push([word.slice(0, i) + letter + word.slice(i), i, letter === word[i] ? 0 : .3]);
  return out;
}
/* The commonest word one slip away. The end of the word is looked at first, whose files are here already, its first letter last.
   Of three letters one may be missing; another word of three letters can be anything. */
async function slipped(word) {
  if (word.length < 3 || /[0-9]/.test(word)) return "";
  var every = slips(word).filter(function (slip) { return slip[0].length > 3; }), best = "", least = Infinity;
  for (var stage = 0; stage < 4 && !(best && (word.length > 5 || least < 2)); stage++) {
    var several = every.filter(function (slip) { return stage === (slip[1] > 1 ? 0 : slip[1] ? 1 : slip[2] < 1 ? 2 : 3); });
    await open(several.map(function (slip) { return slip[0]; }));
    several.forEach(function (slip) {
      var known = words.get(slip[0]);
      if (known && known.rare + slip[2] < least) { least = known.rare + slip[2]; best = slip[0]; }
    });
  }
  return best;
}
/* A word of which one slip away is known with its affixes off. */
function affixed(word) {
  var found = word.length > 4 && slips(word).find(function (slip) { return slip[1] > 1 && rootOf(slip[0]); });
  return found ? found[0] : "";
}
/* The nearest word two slips away. */
function twice(word) {
  var best = "", least = 3;
  if (word.length > 7) words.forEach(function (value, other) {
    if (Math.abs(other.length - word.length) > 2 || other[0] !== word[0] || other.length < 6) return;
    var far = distance(word, other) + value.rare / 20;
    if (far < least) { least = far; best = other; }
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

/* Roots of the commonest words that begin so. */
async function begun(word) {
  var at = place(KATA, word), found = [], out = [];
  for (var next = at; next < at + 3 && next < KATA.length && (next === at || KATA[next].startsWith(word)); next++) {
    await open([KATA[next]]);
    opened[next].forEach(function (other) { if (other.startsWith(word)) found.push(other); });
  }
  found.sort(function (a, b) { return words.get(a).rare - words.get(b).rare || (a < b ? -1 : 1); });
  found.forEach(function (other) { if (out.indexOf(words.get(other).root) < 0 && out.length < 8) out.push(words.get(other).root); });
  return out;
}

/* Two words that were written as one. */
async function parted(word) {
  var pairs = [];
  for (var i = 3; i <= word.length - 3; i++) pairs.push([word.slice(0, i), word.slice(i)]);
  await open([].concat.apply([], pairs));
  var best = [], least = Infinity;
  pairs.forEach(function (pair) {
    var one = words.get(pair[0]), two = words.get(pair[1]);
    if (one && two && one.rare + two.rare < least) { least = one.rare + two.rare; best = pair; }
  });
  return best;
}
