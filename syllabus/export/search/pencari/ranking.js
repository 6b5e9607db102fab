/* Documents in order of how well they answer: sums over words of rarity times weight, less where words are missing. */
async function rank(asked) {
  await fetch([].concat.apply([], asked.slots.map(function (one) { return one.roots; })).concat(asked.spans.map(function (span) { return span.root; })));
  var total = 0, found = new Map();
  /* The best that answers a word counts, in the document and in the part of it. What stands in the title says which page; the other
     words say which part of it. */
  function count(posting, what, value) {
    if (!found.has(posting[0])) found.set(posting[0], { whole: {}, parts: {} });
    var one = found.get(posting[0]), section = posting[2], part = one.parts[section] = one.parts[section] || {};
    one.whole[what] = Math.max(value, one.whole[what] || 0);
    part[what] = Math.max(section ? value : value * .5, part[what] || 0);
  }
  function sum(values) { return Object.values(values).reduce(function (all, value) { return all + value; }, 0); }
  function rarity(root) { return roots.has(root) ? roots.get(root).rare : 3; }
  asked.slots.forEach(function (slot, number) {
    slot.rare = rarity(slot.roots[0]);
    total += slot.rare;
    /* Of several roots that a half-typed word can become, the commonest counts in full, and none gains by being rare. */
    slot.roots.forEach(function (root, order) {
      postings(root).forEach(function (posting) {
        count(posting, number, slot.worth * slot.rare * posting[1] * (1 - order / 10));
      });
    });
  });
  asked.spans.forEach(function (span) {
    postings(span.root).forEach(function (posting) {
      var first = asked.slots[span.start], value = first.worth * Math.max(rarity(span.root), first.rare) * posting[1];
      for (var i = span.start; i < span.start + span.length; i++) count(posting, i, (span.length > 1 ? .75 : .9) * value);
    });
  });
  var out = [];
  found.forEach(function (one, document) {
    var covered = 0, section = 0, most = 0, best = 0;
    function part(number) { return sum(one.parts[number] || {}); }
    asked.slots.forEach(function (slot, number) { if (one.whole[number]) covered += slot.rare; });
    /* Words that stand together in one part say more. Parts side by side speak of one thing; the top is where to land for want of another. */
    for (var key in one.parts) {
      var number = +key, value = part(number), here = number ? value + .25 * (part(number - 1) + part(number + 1)) : value * .4;
      most = Math.max(most, value);
      if (here > best) { best = here; section = number; }
    }
    out.push({ document: document, section: section, score: (sum(one.whole) + .6 * most) * (total ? (1 + covered / total) / 2 : 1) });
  });
  out.sort(function (a, b) { return b.score - a.score || a.document - b.document; });
  return out.filter(function (one) { return one.score > out[0].score * .12; });
}
