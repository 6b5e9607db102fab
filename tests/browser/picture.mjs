// A page as a reader sees it, in words: which boxes stand where, how wide, how high, in which order. Not pixels.
// Fonts differ between machines, so a place is told in 24ths of the width and a height in quarters of a screen, and
// `differences` lets both be off by a little. What editors write often (paragraphs, lower headings) is left out.

// Runs in the page. Gives one line a box, indented by what holds what.
export function picture() {
  const KINDS = [
    ["header", "kepala"], ["nav", "navigasi"], ["main", "utama"], ["footer", "kaki"], ["article", "artikel"], ["[role=search]", "kotak cari"],
    ["h1", "judul"], ["h2", "subjudul"], ["table", "tabel"], [".kartu", "kartu"], [".petak", "petak"], [".admonition", "catatan"], [".soal", "soal"],
    ["details", "lipatan"], [".poin-kunci", "poin kunci"], ["button", "tombol"], ["form", "formulir"], ["img, svg:not(svg svg)", "gambar"], ["figure", "gambar"],
  ];
  const short = (text) => text.replace(/\s+/g, " ").trim().slice(0, 60);
  const shade = (node) => {
    const parts = getComputedStyle(node).backgroundColor.match(/[\d.]+/g).map(Number);
    if (parts.length > 3 && parts[3] < 0.5) return "";
    const light = (0.3 * parts[0] + 0.6 * parts[1] + 0.1 * parts[2]) / 255;
    return light < 0.35 ? "gelap" : light > 0.65 ? "terang" : "sedang";
  };
  const name = (node, kind) => {
    if (kind === "judul" || kind === "subjudul") return `${kind} "${short(node.textContent)}"`;
    if (kind === "navigasi" || kind === "kotak cari") return `${kind} "${node.getAttribute("aria-label")}"`;
    if (node.matches(".pilih")) return "tombol jawaban";
    if (kind === "tombol") return `tombol "${short(node.textContent) || node.getAttribute("aria-label")}"`.replace(/\d+/g, "n");
    if (kind === "tabel") {
      const form = [...node.classList].find((part) => part.startsWith("tabel-")) || "tabel";
      return `${form}${node.tBodies[0] && getComputedStyle(node.tBodies[0].rows[0]).display !== "table-row" ? " sebagai kartu" : ""}`;
    }
    const own = [...node.classList].filter((part) => !/^(md-|kartu$|petak$|admonition$|soal$|jawaban$|poin-kunci$)/.test(part));
    return [kind, ...(/^(kartu|petak|catatan)$/.test(kind) ? own : [])].join(" ");
  };
  const seen = (node) => {
    const box = node.getBoundingClientRect(), style = getComputedStyle(node);
    const away = box.right <= 0 || box.left >= innerWidth || box.width < 8 || box.height < 8;
    return !away && node.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && style.clipPath === "none";
  };
  const column = (x) => Math.round((24 * Math.min(Math.max(x, 0), innerWidth)) / innerWidth);
  const read = (node, found) => {
    for (const child of node.children) {
      const kind = KINDS.find(([selector]) => child.matches(selector));
      if (!seen(child) && getComputedStyle(child).display !== "contents") continue;
      if (!kind) { read(child, found); continue; }
      const { left, right, top, bottom } = child.getBoundingClientRect();
      const box = { label: name(child, kind[1]), left, right, top, bottom, shade: shade(child), inside: [] };
      found.push(box);
      if (kind[1] !== "gambar" && kind[1] !== "tombol") read(child, box.inside);
    }
    return found;
  };
  // What stands several times within one box is told once, where it comes first: one more card is no other look.
  const draw = (boxes, depth) => {
    const lines = [];
    for (const label of new Set(boxes.map((box) => box.label))) {
      const several = boxes.filter((box) => box.label === label), first = several[0], before = boxes[boxes.indexOf(first) - 1];
      const left = Math.min(...several.map((box) => box.left)), right = Math.max(...several.map((box) => box.right));
      const high = Math.ceil((4 * Math.max(...several.map((box) => box.bottom - box.top))) / innerHeight);
      const row = several.filter((box) => Math.abs(box.top - first.top) < 8).length, words = [];
      if (row > 1) words.push(`${row} berjajar`);
      if (first.shade) words.push(first.shade);
      if (before && first.bottom <= before.top + 4) words.push("di atas yang sebelumnya");
      else if (before && first.top < before.bottom - 8 && (first.left >= before.right - 8 || first.right <= before.left + 8)) words.push("di samping yang sebelumnya");
      lines.push(`${"  ".repeat(depth)}${label} | ${column(left)}–${column(right)} | tinggi ${high}${words.length ? ` | ${words.join(", ")}` : ""}`);
      lines.push(...draw(several.flatMap((box) => box.inside), depth + 1));
    }
    return lines;
  };
  return draw(read(document.body, []), 0).join("\n") + "\n";
}

// Lines that are missing, new, or further off than fonts explain.
export function differences(approved, found) {
  const [before, after] = [approved, found].map((text) => text.trimEnd().split("\n"));
  const like = (a, b) => {
    const [x, y] = [a, b].map((line) => line.match(/^( *.*) \| (\d+)–(\d+) \| tinggi (\d+)(.*)$/));
    if (!x || !y) return a === b;
    const near = (i, slack) => Math.abs(x[i] - y[i]) <= slack;
    return x[1] === y[1] && x[5] === y[5] && near(2, 1) && near(3, 1) && near(4, Math.max(1, 0.3 * x[4]));
  };
  const same = Array.from({ length: before.length + 1 }, () => new Array(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i--) for (let j = after.length - 1; j >= 0; j--) {
    same[i][j] = like(before[i], after[j]) ? same[i + 1][j + 1] + 1 : Math.max(same[i + 1][j], same[i][j + 1]);
  }
  const told = [];
  for (let i = 0, j = 0; i < before.length || j < after.length;) {
    if (i < before.length && j < after.length && like(before[i], after[j])) { i++; j++; }
    else if (j >= after.length || (i < before.length && same[i + 1][j] >= same[i][j + 1])) told.push(`- ${before[i++]}`);
    else told.push(`+ ${after[j++]}`);
  }
  return told;
}
