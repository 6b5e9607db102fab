/* Documents in order of how well they answer: sums over words of rarity times weight, less where words are missing. */
async function rank(asked) {
  await fetch([].concat.apply([], asked.slots.map(function (one) { return one.roots; })).concat(asked.spans.map(function (span) { return span.root; })));
  var total = 0, found = new Map();
  function at(document) {
    if (!found.has(document)) found.set(document, { slots: [], votes: new Map(), score: 0 });
    return found.get(document);
  }
  /* What stands in the title says which page; the other words say which part of it. */
  function vote(one, section, value) { one.votes.set(section, (one.votes.get(section) || 0) + (section ? value : value * .5)); }
  function rarity(root) { return roots.has(root) ? roots.get(root).rare : 3; }
  asked.slots.forEach(function (slot, number) {
    slot.rare = rarity(slot.roots[0]);
    total += slot.rare;
    /* Of several roots that a half-typed word can become, the commonest counts in full, and none gains by being rare. */
    slot.roots.forEach(function (root, order) {
      postings(root).forEach(function (posting) {
        var one = at(posting[0]), value = slot.worth * slot.rare * posting[1] * (1 - order / 10);
        if (value > (one.slots[number] || 0)) one.slots[number] = value;
        vote(one, posting[2], value);
      });
    });
  });
  asked.spans.forEach(function (span) {
    postings(span.root).forEach(function (posting) {
      var one = at(posting[0]), value = Math.max(rarity(span.root), asked.slots[span.start].rare) * posting[1];
      for (var i = span.start; i < span.start + span.length; i++) if (.75 * value > (one.slots[i] || 0)) one.slots[i] = .75 * value;
      if (span.length > 1) one.score += .5 * value;
      vote(one, posting[2], value);
    });
  });
  var out = [];
  found.forEach(function (one, document) {
    var covered = 0, section = 0, most = 0;
    asked.slots.forEach(function (slot, number) { if (one.slots[number]) { one.score += one.slots[number]; covered += slot.rare; } });
    /* Words that stand together in one part say more. */
    one.votes.forEach(function (value, number) { if (value > most) { most = value; section = number; } });
    out.push({ document: document, section: section, score: (one.score + .4 * most) * (total ? .4 + .6 * covered / total : 1) });
  });
  out.sort(function (a, b) { return b.score - a.score || a.document - b.document; });
  return out.filter(function (one) { return one.score > out[0].score * .12; });
}
