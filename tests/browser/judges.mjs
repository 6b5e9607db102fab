// Two judges of WCAG 2.2 A and AA for a page as it stands: axe and HTML CodeSniffer, on a screen or on paper.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { seeing } from "./seeing.mjs";

const read = (name) => readFileSync(createRequire(import.meta.url).resolve(name), "utf8");
const AXE = read("axe-core/axe.min.js"), SNIFFER = read("html_codesniffer/build/HTMLCS.js");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// Paper has nothing to tap, and no link to tell from text: its colours are black.
const ON_PAPER = { "target-size": { enabled: false }, "link-in-text-block": { enabled: false } };
// A single letter has a contrast too.
const CONTRAST = `{const one="color-contrast";axe.configure({checks:[{id:one,options:{...axe._audit.checks[one].options,ignoreLength:true}}]})}`;
// Asks for `headers` on every cell of a table with two kinds of head; `scope`, which all heads have, does the same (technique H63).
const NOT_A_FAULT = /H43\.HeadersRequired$/;

// What both find: "axe rule: places" and "htmlcs code: element". The judges come in once for each load of a page.
export async function faults(page, paper = false) {
  if (!(await page.evaluate(() => "HTMLCS" in window && "axe" in window))) await page.evaluate(`${AXE};${CONTRAST};${SNIFFER};window.seeing=(${seeing})()`);
  return [...await byAxe(page, paper), ...await bySniffer(page)];
}

async function byAxe(page, paper) {
  const found = await page.evaluate(([values, rules]) => window.axe.run(document, { runOnly: { type: "tag", values }, rules, resultTypes: ["violations", "incomplete"] }), [TAGS, paper ? ON_PAPER : {}]);
  const open = await page.evaluate(undecided, found.incomplete.flatMap(({ id, nodes }) => nodes.map(({ target }) => [id, target.join(" ")])));
  return [...open.map((told) => `axe undecided ${told}`), ...found.violations.map((rule) => `axe ${rule.id}: ${rule.nodes.slice(0, 3)
    .map((node) => `${node.target.join(" ")} ${(node.any[0] || node.all[0] || node.none[0] || {}).message || ""}`).join(" | ")}`)];
}

// What axe leaves undecided is decided here by measure, in the page. What no measure clears is told as a fault.
//   color-contrast, for cells that span rows and words over the drawings of the first page: the ink against every colour behind it.
//   th-has-data-cells: axe seeks the cells of a head in its own row; the head of a row group has them in the rows below (HTML, 4.9.12.2).
function undecided(nodes) {
  const clear = {
    "color-contrast"(node) {
      const { color, fontSize, fontWeight } = getComputedStyle(node), size = parseFloat(fontSize), behind = window.seeing.papers(node);
      return behind.length > 0 && behind.every((paper) => window.seeing.contrast(color, paper) >= (size >= 24 || (size >= 18.66 && fontWeight >= 700) ? 3 : 4.5));
    },
    "th-has-data-cells"(table) {
      const width = ({ cells }) => [...cells].reduce((sum, cell) => sum + cell.colSpan, 0), heads = [...table.querySelectorAll("tbody th, tfoot th")];
      return [...table.tBodies].some((body) => [...body.rows].some((row) => row.cells.length > 1 && width(row) === width(table.rows[0])))
        && heads.every((head) => (head.scope === "rowgroup" ? head.closest("tbody") : head.parentElement).querySelector("td"));
    },
  };
  return nodes.filter(([id, target]) => !clear[id]?.(document.querySelector(target))).map(([id, target]) => `${id}: ${target}`);
}

async function bySniffer(page) {
  const found = await page.evaluate(() => new Promise((done) => window.HTMLCS.process("WCAG2AA", document, () => done(
    window.HTMLCS.getMessages().filter((told) => told.type === 1).map((told) => [told.code, told.element.outerHTML.slice(0, 100)])))));
  return found.filter(([code]) => !NOT_A_FAULT.test(code)).map(([code, what]) => `htmlcs ${code}: ${what}`);
}
