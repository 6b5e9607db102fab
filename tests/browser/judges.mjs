// Two judges of WCAG 2.2 A and AA for a page as it stands: axe and HTML CodeSniffer, on a screen or on paper.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const read = (name) => readFileSync(createRequire(import.meta.url).resolve(name), "utf8");
const AXE = read("axe-core/axe.min.js"), SNIFFER = read("html_codesniffer/build/HTMLCS.js");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// Paper has nothing to tap, and no link to tell from text: its colours are black.
const ON_PAPER = { "target-size": { enabled: false }, "link-in-text-block": { enabled: false } };
// The drawn edge of the header is a pseudo element; axe would leave the contrast of all that stands in the header undecided.
const CONTRAST = `{const one="color-contrast";axe.configure({checks:[{id:one,options:{...axe._audit.checks[one].options,ignorePseudo:true}}]})}`;
// Asks for `headers` on every cell of a table with two kinds of head; `scope`, which all heads have, does the same (technique H63).
const NOT_A_FAULT = /H43\.HeadersRequired$/;

// What both find: "axe rule: places" and "htmlcs code: element". The judges come in once for each load of a page.
export async function faults(page, paper = false) {
  if (!(await page.evaluate(() => "HTMLCS" in window && "axe" in window))) await page.evaluate(`${AXE};${CONTRAST};${SNIFFER}`);
  return [...await byAxe(page, paper), ...await bySniffer(page)];
}

async function byAxe(page, paper) {
  const found = await page.evaluate(([values, rules]) => window.axe.run(document, { runOnly: { type: "tag", values }, rules, resultTypes: ["violations"] }), [TAGS, paper ? ON_PAPER : {}]);
  return found.violations.map((rule) => `axe ${rule.id}: ${rule.nodes.slice(0, 3)
    .map((node) => `${node.target.join(" ")} ${(node.any[0] || node.all[0] || node.none[0] || {}).message || ""}`).join(" | ")}`);
}

async function bySniffer(page) {
  const found = await page.evaluate(() => new Promise((done) => window.HTMLCS.process("WCAG2AA", document, () => done(
    window.HTMLCS.getMessages().filter((told) => told.type === 1).map((told) => [told.code, told.element.outerHTML.slice(0, 100)])))));
  return found.filter(([code]) => !NOT_A_FAULT.test(code)).map(([code, what]) => `htmlcs ${code}: ${what}`);
}
