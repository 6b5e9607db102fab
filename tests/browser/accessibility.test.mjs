// No fault of WCAG 2.2 AA for two judges: each kind of page on phone and desk, in light, in the dark and on paper, closed and with things open.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { faults } from "./judges.mjs";
import { browser, GUIDE, kinds, pages, serve, SITE, SIZES } from "./kit.mjs";

const STATES = {
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
async function visit(name, size, acts = {}, states = Object.keys(STATES), root = web.root) {
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
    await page.waitForSelector("html.siap");
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
const unfold = (page) => page.evaluate(() => {
  const folds = [...document.querySelectorAll("article details, .di-halaman-ini details:not([open])")], items = document.querySelectorAll(".soal");
  for (const fold of folds) fold.open = true;
  for (const item of items) item.querySelector(".pilih")?.click();
  for (const rest of document.querySelectorAll(".langkah button:nth-child(2)")) rest.click();
  return folds.length + items.length > 0;
});
const ACTS = {
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
    return page.waitForTimeout(100);
  },
};
const all = async (names, acts, states) => {
  const told = [];
  for (const name of names) for (const size of Object.keys(SIZES)) told.push(...await visit(name, size, acts, states));
  return told;
};

// A text that is too faint in one state alone, and only where it is unfolded.
const PLANT = `<details><summary>Tanaman</summary><p class=samar>samar</p></details><style>.samar{background:#fff;color:#000}`;
const ONLY = {
  light: "@media screen{[data-md-color-scheme=default] .samar{color:#bbb}}", dark: "@media screen{[data-md-color-scheme=slate] .samar{color:#bbb}}",
  paper: "@media print{.samar{color:#bbb}}",
};
for (const state of Object.keys(STATES)) test(`both judges are awake: ${state}; axe sees what is unfolded, the other also what is folded`, async () => {
  const found = await visit("tentang/privasi.html", "phone", {
    planted: (page) => page.evaluate((text) => document.querySelector("article").insertAdjacentHTML("beforeend", text), `${PLANT}${ONLY[state]}</style>`),
    unfolded: unfold,
  });
  assert.deepEqual(found.map((fault) => fault.split(" ").slice(2, 6).join(" ").replace(/WCAG.*?(G18).*/, "$1")), [
    `planted ${state}: htmlcs G18`, `unfolded ${state}: axe color-contrast:`, `unfolded ${state}: htmlcs G18`]);
});
for (const act of Object.keys(ACTS)) test(`both judges are awake: ${act}`, async () => {
  const part = { search: ":focus strong", nothing: ".md-search-result__meta", menu: ".menu" }[act];
  const found = await visit("modul/index.html", "phone", { ...ACTS, [act]: async (page) => {
    await ACTS[act](page);
    await page.evaluate((where) => document.querySelector(where).insertAdjacentHTML("afterbegin", "<span class=samar>samar</span><style>.samar{background:#fff;color:#bbb}</style>"), part);
  } });
  assert.deepEqual(found.map((fault) => fault.split(" ").slice(2, 6).join(" ").replace(/WCAG.*?(G18).*/, "$1")), ["light", "dark"].flatMap((state) => [
    `${act} ${state}: axe color-contrast:`, `${act} ${state}: htmlcs G18`]));
});

const KINDS = kinds();
for (const size of Object.keys(SIZES)) {
  test(`each kind, ${size}: light, dark, paper, closed and unfolded`, async () => {
    const told = [];
    for (const name of KINDS) told.push(...await visit(name, size, { unfolded: unfold }));
    assert.deepEqual(told, []);
  });
}
test("search with results, search with none, the menu", async () => assert.deepEqual(await all(["index.html", "modul/index.html"], ACTS), []));
test("every other page in light", async () => assert.deepEqual(await all(pages().filter((name) => !KINDS.includes(name)), {}, ["light"]), []));
// What only facilitators have: their pages, and those that tell them more than the public.
const THEIRS = [...pages(GUIDE).filter((name) => /^fasilitator.(index|teknis-april|standar-pelayanan|klinik-rtl)/.test(name)), "modul/standar-pelayanan.html", "unduhan/index.html"];
for (const size of Object.keys(SIZES)) {
  test(`pages of facilitators, ${size}: light, dark, paper, closed and unfolded`, async () => {
    assert.equal(THEIRS.length, 6);
    const told = [];
    for (const name of THEIRS) told.push(...await visit(name, size, { unfolded: unfold }, Object.keys(STATES), guide.root));
    assert.deepEqual(told, []);
  });
}
