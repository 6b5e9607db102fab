// Visits of pages by two judges of WCAG 2.2 AA: in light, in the dark and on paper, closed and with things open. The tests of phone and
// desk stand in files of their own, since files run side by side.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { faults } from "./judges.mjs";
import { browser, GUIDE, kinds, pages, serve, settled, SITE, SIZES } from "./kit.mjs";

export const STATES = {
  light: { media: "screen", colorScheme: "light" }, dark: { media: "screen", colorScheme: "dark" },
  paper: { media: "print", colorScheme: "dark" }, // a reader in the dark prints: the harder of the two
};
// The page hears of a new scheme with the next frame only.
async function become(page, state) {
  await page.emulateMedia({ reducedMotion: "reduce", ...STATES[state] });
  await page.waitForFunction(({ media, colorScheme }) => matchMedia(media).matches && document.body.dataset.mdColorScheme === (colorScheme === "dark" ? "slate" : "default"), STATES[state]);
  await page.evaluate(() => new Promise(requestAnimationFrame));
}
let web, guide, chrome;
before(async () => { web = await serve(); guide = await serve(GUIDE); chrome = await browser(); });
after(async () => { await chrome.close(); web.close(); guide.close(); });

// One load of a page, judged in each state as it comes, then again after each way of opening things (`acts`, by name).
export async function visit(name, size, acts = {}, states = Object.keys(STATES), root = web.root) {
  const page = await chrome.context.newPage(), told = [];
  const judge = async (act) => {
    for (const state of states) {
      await become(page, state);
      const wide = state === "paper" ? 0 : await page.evaluate(() => { scrollTo(9999, scrollY); const far = scrollX; scrollTo(0, scrollY); return far; });
      const found = [...await faults(page, state === "paper"), ...(wide > 0 ? [`scrolls sideways by ${wide} px`] : [])];
      told.push(...found.map((fault) => `${name} ${size} ${act} ${state}: ${fault}`));
    }
  };
  try {
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({ reducedMotion: "reduce", ...STATES.light });
    if (name === "404.html") await page.route(/^http:..127[^/]+.assets/, (route) => route.fulfill({ path: `${SITE}${new URL(route.request().url()).pathname}` }));
    await page.goto(root + name);
    await settled(page);
    await judge("closed");
    for (const [act, open] of Object.entries(acts)) {
      await become(page, "light");
      if (await open(page) !== false) await judge(act);
    }
  } finally {
    await page.close();
  }
  return told;
}

// Folds opened, questions answered (some rightly), scenarios told to their end. `false` where a page has none of them.
export const unfold = (page) => page.evaluate(() => {
  const folds = [...document.querySelectorAll("article details, .di-halaman-ini details:not([open])")], items = document.querySelectorAll(".soal");
  for (const fold of folds) fold.open = true;
  for (const item of items) item.querySelector(".pilih")?.click();
  for (const rest of document.querySelectorAll(".langkah button:nth-child(2)")) rest.click();
  return folds.length + items.length > 0;
});
export const ACTS = {
  async search(page) {
    if (await page.isVisible(".tombol-cari")) await page.click(".tombol-cari");
    await page.fill(".md-search__input", "penilian pelayanan");
    await page.waitForSelector(".maksud-anda");
    await page.locator(".md-search-result__link").last().focus();
    await page.waitForFunction(() => document.querySelectorAll(".md-search-result__link p").length > 8);
  },
  async nothing(page) {
    await page.fill(".md-search__input", "qqqqqqq");
    await page.waitForFunction(() => /^Tidak ada/.test(document.querySelector(".md-search-result__meta").textContent));
  },
  async menu(page) {
    await page.keyboard.press("Escape");
    if (!(await page.isVisible("[data-buka=drawer]"))) return false; // on a desk it has no drawer
    await page.click("[data-buka=drawer]");
    return page.waitForFunction(() => document.querySelector("#menu-situs").contains(document.activeElement));
  },
};

// Every kind of page of the public, and what only facilitators have: their pages, and those that tell them more than the public.
export const KINDS = kinds();
const THEIRS = [...pages(GUIDE).filter((name) => /^fasilitator.(index|teknis-april|standar-pelayanan|klinik-rtl)/.test(name)), "modul/standar-pelayanan.html", "unduhan/index.html"];
export const several = async (names, sizes, acts, states, root) => {
  const told = [];
  for (const name of names) for (const size of sizes) told.push(...await visit(name, size, acts, states, root));
  return told;
};
export function eachKind(size) {
  test(`each kind, ${size}: light, dark, paper, closed and unfolded`, async () => assert.deepEqual(await several(KINDS, [size], { unfolded: unfold }), []));
  test(`pages of facilitators, ${size}: light, dark, paper, closed and unfolded`, async () => {
    assert.equal(THEIRS.length, 6);
    assert.deepEqual(await several(THEIRS, [size], { unfolded: unfold }, Object.keys(STATES), guide.root), []);
  });
}
export const short = (faults) => faults.map((fault) => fault.split(" ").slice(2, 6).join(" ").replace(/WCAG.*?(G18).*/, "$1"));
