// The first tap on a slow network: made at the first picture, before any script is there, it is answered once and not lost.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { browser, pages, serve, SIZES } from "./kit.mjs";

const MODULE = pages().find((name) => /^modul\/(?!index)/.test(name));
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }; // 400 ms, 400 kbit/s
let web, chrome, page;
before(async () => { web = await serve(); });
after(() => web.close());
afterEach(async () => { const { complaints } = chrome; await chrome.close(); assert.deepEqual(complaints, []); });

// The page at its first picture. No script has been asked for then, unless it fills something in by itself.
async function firstPicture(name, size = "phone", quiet = true, options = {}) {
  web.state.asked = [];
  chrome = await browser({ still: true, viewport: SIZES[size], hasTouch: size === "phone", ...options });
  page = await chrome.context.newPage();
  await page.addInitScript(() => { window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((shift) => { window.moved += shift.hadRecentInput ? 0 : shift.value; })).observe({ type: "layout-shift", buffered: true }); });
  const wire = await chrome.context.newCDPSession(page);
  await wire.send("Network.enable");
  await wire.send("Network.emulateNetworkConditions", SLOW);
  await page.goto(web.root + name, { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length);
  if (quiet) noScript();
}
function noScript() {
  assert.deepEqual(web.state.asked.filter((path) => /situs-/.test(path)), [], "the script was asked for before anybody moved");
}
// A finger on an element as it stands; nothing is waited for.
const tap = (selector) => page.locator(selector).first().dispatchEvent("click");
// A place is measured once for all taps on it, so that the second comes before the script too.
const tapAt = async (selector, times = 1) => {
  const box = await page.locator(selector).first().boundingBox();
  for (let i = 0; i < times; i++) await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
};
const awake = () => page.waitForSelector("html.siap", { timeout: 20_000 });
// Milliseconds between the page and its asking for the script, by the page's own clock: a busy machine does not change them much.
const patience = async () => { await awake(); return page.evaluate(() => performance.getEntriesByType("resource").find(({ name }) => /situs-/.test(name)).startTime - performance.getEntriesByType("navigation")[0].loadEventStart); };

test("menu: one tap opens it and takes the focus along", async () => {
  await firstPicture(MODULE);
  await tapAt(".tombol-menu");
  await page.waitForFunction(() => document.querySelector("#menu-situs").contains(document.activeElement), null, { timeout: 20_000 });
  assert.equal(await page.isVisible(".menu a"), true);
});

test("menu: an impatient reader's second tap does not close it again", async () => {
  await firstPicture(MODULE);
  await tapAt(".tombol-menu", 2);
  await awake();
  await page.waitForFunction(() => document.querySelector("#menu-situs").contains(document.activeElement), null, { timeout: 20_000 });
  assert.equal(await page.isVisible(".menu a"), true);
  assert.equal(await page.getAttribute(".tombol-menu", "aria-expanded"), "true");
});

test("light and dark: an impatient reader's second tap does not change the colours back", async () => {
  await firstPicture(MODULE);
  await tapAt("[data-mode-warna]", 2);
  await awake();
  assert.equal(await page.getAttribute("body", "data-md-color-scheme"), "slate");
});

test("a reader in the dark sees dark colours in the first picture", async () => {
  await firstPicture(MODULE, "phone", true, { colorScheme: "dark" });
  const colours = await page.evaluate(() => [document.body, document.querySelector("h1")].map((node) => getComputedStyle(node)).map((style, number) => (number ? style.color : style.backgroundColor)));
  assert.deepEqual(colours, ["rgb(21, 23, 31)", "rgb(235, 229, 218)"]);
  noScript();
});

test("light and dark: one tap changes the colours and is remembered", async () => {
  await firstPicture(MODULE);
  await tapAt("[data-mode-warna]");
  await awake();
  assert.equal(await page.getAttribute("body", "data-md-color-scheme"), "slate");
  assert.equal(await page.evaluate(() => localStorage.getItem("mode-warna")), "slate");
});

test("search on a phone: one tap opens the box, what is typed is searched", async () => {
  await firstPicture("modul/index.html");
  await tapAt(".tombol-cari");
  await page.waitForFunction(() => document.activeElement.matches(".md-search__input"), null, { timeout: 20_000 });
  await page.keyboard.type("pengaduan");
  await page.waitForSelector(".md-search-result__item", { timeout: 30_000 });
});

test("search on a desk: words typed before the script came are searched", async () => {
  await firstPicture("modul/index.html", "desk");
  await page.click(".md-search__input");
  await page.keyboard.type("pengaduan");
  await page.waitForSelector(".md-search-result__item", { timeout: 30_000 });
  assert.equal(await page.inputValue(".md-search__input"), "pengaduan");
});

test("quiz: an option tapped before it is a button counts, the second option of an item does not", async () => {
  await firstPicture(MODULE);
  await tap(".soal .pilihan > li:nth-child(2)");
  await tap(".soal .pilihan > li:nth-child(1)");
  await awake();
  const pressed = await page.$$eval(".soal:has(.pilih)", ([item]) => [...item.querySelectorAll(".pilih")].map((pick) => pick.getAttribute("aria-pressed")));
  assert.deepEqual(pressed.slice(0, 2), ["false", "true"]);
  assert.notEqual(await page.textContent(".soal .hasil"), "");
  assert.match(await page.textContent(".skor span"), / dari 1 yang dijawab/);
});

test("quiz: the answer's fold opens without a script, and its reason stays when that comes", async () => {
  await firstPicture(MODULE);
  await page.locator(".soal .jawaban summary").first().tap();
  assert.equal(await page.locator(".soal .jawaban p").first().isVisible(), true);
  await awake();
  assert.equal(await page.locator(".soal .jawaban p").first().isVisible(), true);
});

test("scenario: who reads it before the script came goes on reading; below the screen it waits step by step", async () => {
  await firstPicture(MODULE);
  const cards = () => page.locator(".kartu-skenario:has(details)").first(), task = cards().locator("h4").first();
  await task.scrollIntoViewIfNeeded();
  await awake();
  assert.equal(await task.isVisible(), true);
  assert.match(await cards().locator(".langkah small").textContent(), /^Semua bagian sudah terbuka/);
  await chrome.close();
  await firstPicture(MODULE);
  await tapAt(".md-content h1");
  await awake();
  assert.match(await cards().locator(".langkah small").textContent(), /^Bagian 1 dari \d+$/);
  const next = cards().locator(".langkah button").first();
  await next.tap();
  assert.match(await cards().locator(".langkah small").textContent(), /^Bagian 2 dari \d+$|^Semua/);
});

test("buttons that come with the script work at their first tap: finished, summary on paper, keeping for offline", async () => {
  await firstPicture(MODULE);
  await page.evaluate(() => { window.printed = 0; window.print = () => { window.printed += 1; }; scrollTo(0, document.body.scrollHeight); });
  await page.locator(".tanda-selesai button").tap({ timeout: 20_000 });
  assert.equal(await page.getAttribute(".tanda-selesai button", "aria-pressed"), "true");
  await page.locator("text=Cetak ringkasan").tap();
  assert.equal(await page.evaluate(() => window.printed), 1);
  await page.locator("text=Simpan untuk luring").tap();
  await page.waitForSelector(".luring >> text=tersimpan di perangkat ini", { timeout: 60_000 });
});

test("a reader who does not move gets the script a while later, and nothing moves under their eyes", async () => {
  await firstPicture(MODULE);
  const waited = await patience();
  assert.ok(waited >= 2_900, `asked for after ${waited} ms`);
  await page.waitForTimeout(500);
  const moved = await page.evaluate(() => window.moved);
  assert.ok(moved <= 0.01, `moves by ${moved}`);
});

test("what scripts fill in by themselves does not wait for a reader", async () => {
  await firstPicture("modul/index.html?q=pengaduan", "phone", false);
  await page.waitForSelector(".md-search-result__item", { state: "attached", timeout: 30_000 });
  await chrome.close();
  const day = pages().find((path) => /^jadwal\/(?!index)/.test(path));
  await firstPicture(day, "phone", false);
  const waited = await patience();
  assert.ok(waited < 2_000, `asked for after ${waited} ms`);
});

test("a script that could not be fetched is asked for again at the next move", async () => {
  await firstPicture(MODULE);
  await page.route("**/situs-*.js", (route) => route.abort(), { times: 1 });
  await tapAt(".tombol-menu");
  await page.waitForTimeout(1500);
  assert.equal(await page.$("html.siap"), null);
  await tapAt(".md-content h1");
  await page.waitForFunction(() => document.querySelector("#menu-situs").contains(document.activeElement), null, { timeout: 20_000 });
});
