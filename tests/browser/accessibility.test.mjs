// WCAG 2.2 A and AA by axe: every page on phone and desk, then each kind in the dark, on paper and with things open.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { browser, kinds, pages, serve, SIZES } from "./kit.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SNIFFER = readFileSync(createRequire(import.meta.url).resolve("html_codesniffer/build/HTMLCS.js"), "utf8");
// Asks for `headers` on every cell of a table with two kinds of head; `scope`, which all heads have, does the same (technique H63).
const NOT_A_FAULT = /H43\.HeadersRequired$/;
let web, chrome;
before(async () => { web = await serve(); chrome = await browser(); });
after(async () => { await chrome.close(); web.close(); });

// Paper has nothing to tap, and no link to tell from text: its colours are black.
const ON_PAPER = { "target-size": { enabled: false }, "link-in-text-block": { enabled: false } };

async function faults(page, rules) {
  await page.evaluate(AXE);
  const found = await page.evaluate(([tags, except]) => window.axe.run(document, { runOnly: { type: "tag", values: tags }, rules: except, resultTypes: ["violations"] }), [TAGS, rules]);
  return found.violations.map((rule) => `${rule.id}: ${rule.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} ${(node.any[0] || node.all[0] || node.none[0] || {}).message || ""}`).join(" | ")}`);
}

async function look(name, size, act = async () => {}, media = {}) {
  const page = await chrome.context.newPage();
  try {
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({ reducedMotion: "reduce", media: null, colorScheme: "light", ...media });
    await page.goto(web.root + name);
    await page.waitForSelector("html.siap");
    await act(page);
    const wide = await page.evaluate(() => { scrollTo(9999, scrollY); const far = scrollX; scrollTo(0, scrollY); return far; });
    return [...await faults(page, media.media === "print" ? ON_PAPER : {}), ...(wide > 0 && media.media !== "print" ? [`scrolls sideways by ${wide} px`] : [])];
  } finally {
    await page.close();
  }
}

async function everywhere(names, sizes, act, media) {
  const found = [];
  for (const name of names) for (const size of sizes) {
    for (const fault of await look(name, size, act, media)) found.push(`${name} ${size}: ${fault}`);
  }
  assert.deepEqual(found, []);
}

async function sniffed(name, size) {
  const page = await chrome.context.newPage();
  try {
    await page.setViewportSize(SIZES[size]);
    await page.goto(web.root + name);
    await page.waitForSelector("html.siap");
    await page.evaluate(SNIFFER);
    const found = await page.evaluate(() => new Promise((done) => window.HTMLCS.process("WCAG2AA", document, () => done(
      window.HTMLCS.getMessages().filter((told) => told.type === 1).map((told) => [told.code, told.element.outerHTML.slice(0, 100)])))));
    return found.filter(([code]) => !NOT_A_FAULT.test(code)).map(([code, what]) => `${name} ${size}: ${code} ${what}`);
  } finally {
    await page.close();
  }
}

const BOTH = Object.keys(SIZES);
const ALL = pages().filter((name) => name !== "404.html");

test("axe is awake", async () => {
  const found = await look("index.html", "phone", (page) => page.evaluate(() => document.querySelector("article").insertAdjacentHTML("beforeend", "<img src=x><p style='color:#999'>samar</p>")));
  assert.deepEqual(found.map((fault) => fault.split(":")[0]).sort(), ["color-contrast", "image-alt"]);
});
test("every page in light", () => everywhere(ALL, BOTH));
test("a second opinion on each kind", async () => {
  const found = [];
  for (const name of kinds().filter((path) => path !== "404.html")) for (const size of BOTH) found.push(...await sniffed(name, size));
  assert.deepEqual(found, []);
});
test("each kind in the dark", () => everywhere(kinds().filter((name) => name !== "404.html"), BOTH, undefined, { colorScheme: "dark" }));
test("each kind on paper", () => everywhere(kinds().filter((name) => name !== "404.html"), ["desk"], undefined, { media: "print" }));
test("folds and answers open", () => everywhere(kinds().filter((name) => /^(modul|lokakarya)\//.test(name)), BOTH, (page) => page.evaluate(() => {
  for (const fold of document.querySelectorAll("article details")) fold.open = true;
  for (const item of document.querySelectorAll(".soal")) item.querySelector(".pilih")?.click();
})));
for (const scheme of ["light", "dark"]) {
  test(`menu open, ${scheme}`, () => everywhere(["index.html", "modul/index.html"], ["phone"], async (page) => {
    await page.click("[data-buka=drawer]");
    await page.waitForTimeout(100);
  }, { colorScheme: scheme }));
  test(`search open with results, ${scheme}`, () => everywhere(["modul/index.html"], BOTH, async (page) => {
    if (await page.isVisible(".tombol-cari")) await page.click(".tombol-cari");
    await page.fill(".md-search__input", "penilian pelayanan");
    await page.waitForSelector(".maksud-anda");
    await page.waitForSelector(".md-search-result__item");
    await page.locator(".md-search-result__link").last().focus();
    await page.waitForFunction(() => document.querySelectorAll(".md-search-result__link p").length > 8);
  }, { colorScheme: scheme }));
}
