// The search box as readers meet it: groups, marks, places to land, correction, links with a question, keyboard, disk and no network.
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { browser, COPY, pages, serve, settled, SIZES } from "./kit.mjs";

const MODULE = pages().find((name) => /^modul\/(?!index)/.test(name));
const FOCUSED = () => { const el = document.activeElement; return el.matches(".md-search__input") ? "box" : el.matches(".md-search-result__link") ? el.querySelector("strong").textContent : el.className; };
let web, chrome, page;
before(async () => { web = await serve(); });
after(() => web.close());
beforeEach(async () => {
  Object.assign(web.state, { down: false, slow: () => 0, asked: [] });
  chrome = await browser();
  page = await chrome.context.newPage();
});
afterEach(async () => { const { complaints } = chrome; await chrome.close(); assert.deepEqual(complaints, []); });

async function open(name = "modul/index.html", size = "desk") {
  await page.setViewportSize(SIZES[size]);
  await page.goto(web.root + name);
  await settled(page);
}
async function ask(question) {
  if (await page.isVisible(".tombol-cari")) await page.click(".tombol-cari");
  await page.fill(".md-search__input", ""); // so that what is told of the question before is gone
  await page.waitForFunction(() => !/hasil/i.test(document.querySelector(".md-search-result__meta").textContent));
  await page.fill(".md-search__input", question);
  await page.waitForFunction(() => /hasil/i.test(document.querySelector(".md-search-result__meta").textContent));
}
const results = () => page.$$eval(".md-search-result__link", (links) => links.map((link) => link.href.replace(/^.*?\/((?:\w+\/)?[\w-]+\.html)(?:\?[^#]*)?/, "$1")));

// Answers that come in parts are waited for: the same ones several times in a row.
async function atRest() {
  let found = await results();
  for (let same = 0; same < 5;) {
    await page.waitForTimeout(100);
    const now = await results();
    same = now.join() === found.join() ? same + 1 : 0;
    found = now;
  }
  return found;
}

for (const size of Object.keys(SIZES)) test(`the best first, the rest by kind, words marked, the count told, ${size}`, async () => {
  await open("modul/index.html", size);
  await ask("menghitung batas waktu");
  assert.equal(await page.getAttribute(".md-search-result__meta", "role"), "status");
  assert.match(await page.textContent(".md-search-result__meta"), /^\d+ hasil/);
  assert.equal((await results())[0], "modul/pengelolaan-pengaduan.html#golongan-dan-batas-waktu");
  const groups = await page.$$eval(".md-search-result__list section", (all) => all.map((one) => one.getAttribute("aria-labelledby") && one.querySelector("h2").textContent));
  assert.equal(groups[0], "Paling cocok");
  assert.deepEqual(groups.slice(1).filter((name) => !["Modul", "Lokakarya", "Rubrik", "Jadwal", "Istilah", "Formulir", "Halaman"].includes(name)), []);
  assert.deepEqual(await page.$$eval(".md-search-result__item:first-child b mark", (marks) => marks.map((mark) => mark.textContent).slice(0, 2)), ["batas", "waktu"]);
});

test("a result lands on its heading, with the words marked there", async () => {
  await open();
  await ask("menghitung batas waktu");
  await page.click(".md-search-result__link >> nth=0");
  await page.waitForURL(/#golongan-dan-batas-waktu$/);
  await settled(page);
  const top = await page.evaluate(() => document.querySelector("#golongan-dan-batas-waktu").getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 300, `${top}`);
  assert.ok(await page.locator("article mark").count() > 3);
});

test("a result lands on a heading that carries no id, on a phone, from a kept script and at once", async () => {
  await open("modul/index.html", "phone");
  await ask("melindungi pelapor dan terlapor");
  const place = (await results()).findIndex((address) => address === "modul/integritas.html#melindungi-pelapor-dan-terlapor");
  assert.ok(place >= 0, (await results()).join(" "));
  const lower = page.locator(".md-search-result__link").nth(place);
  await lower.click();
  await page.waitForFunction(() => document.querySelector(":target"));
  const found = await page.evaluate(() => [document.querySelector(":target").textContent, document.querySelector(":target").getBoundingClientRect().top]);
  assert.equal(found[0], "Melindungi pelapor dan terlapor");
  assert.ok(found[1] >= 0 && found[1] < 300, `${found[1]}`);
});

test("whoever looks further gets lines and places of every result", async () => {
  await open();
  await ask("pelayanan");
  const all = await page.locator(".md-search-result__link").count();
  assert.ok(all > 10);
  assert.equal(await page.locator(".md-search-result__link p").count(), 5);
  await page.hover(".md-search-result__list");
  await page.mouse.wheel(0, 400);
  await page.waitForFunction((many) => document.querySelectorAll(".md-search-result__link p").length > many / 2 + 3, all);
  assert.equal(await page.locator(".md-search-result__link").count(), all);
});

test("the box with its results is valid HTML", async () => {
  const off = ["void-style", "no-trailing-whitespace", "attribute-boolean-style", "attribute-empty-style", "valid-id"]; // taste, and the theme's ids
  const judge = new HtmlValidate({ extends: ["html-validate:recommended", "html-validate:a11y"], rules: Object.fromEntries(off.map((rule) => [rule, "off"])) });
  const faults = async (box) => (await judge.validateString(`<!DOCTYPE html><html lang="id"><head><title>x</title></head><body>${box}</body></html>`))
    .results.flatMap((result) => result.messages.map((told) => `${told.ruleId}: ${told.message}`));
  assert.notDeepEqual(await faults("<ol><p>x</ol>"), [], "the checker sleeps");
  await open();
  await ask("penilian & <b>pelayanan</b>");
  assert.deepEqual(await faults(await page.evaluate(() => document.querySelector(".md-search").outerHTML)), []);
});

test("a slip is met, and what was meant can be taken over", async () => {
  await open();
  await ask("penilian");
  assert.match(await page.textContent(".md-search-result__meta"), /hasil untuk penilaian/);
  assert.equal(await page.textContent(".maksud-anda"), "Maksud Anda: penilaian?");
  await page.click(".maksud-anda button");
  await page.waitForFunction(() => !document.querySelector(".maksud-anda"));
  assert.equal(await page.inputValue(".md-search__input"), "penilaian");
  assert.equal(await page.evaluate(FOCUSED), "box");
});

test("every small picture of the frame is drawn, not a filled square", async () => {
  await open();
  const icons = await page.$$eval(".ikon, .tombol-menu, .tombol-cari, .tombol-warna, .kirim-cari", (all) => all.map((icon) => [icon.className,
    getComputedStyle(icon, icon.matches(".ikon") ? null : "::before").maskImage.slice(0, 4)]));
  assert.ok(icons.length > 5);
  assert.deepEqual(icons.filter(([, mask]) => mask !== "url("), []);
});

test("nothing found is said, with what to do", async () => {
  await open();
  await ask("qqqqqqq");
  assert.match(await page.textContent(".md-search-result__meta"), /^Tidak ada hasil\. Coba/);
  assert.equal(await page.locator(".md-search-result__item").count(), 0);
  const places = await page.$$eval(".md-search-result__list a", (links) => links.map((link) => link.textContent));
  assert.ok(places.includes("Modul") && places.length > 3, places.join(", "));
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), places[0]);
});

test("a link with a question opens with its results, and Enter makes such a link", async () => {
  await open("index.html?q=gratifikasi");
  await page.waitForSelector(".md-search-result__item");
  assert.equal(await page.isVisible(".md-search-result__item >> nth=0"), true);
  await page.fill(".md-search__input", "maklumat pelayanan");
  await page.waitForFunction(() => /Maklumat/.test(document.querySelector(".md-search-result__item")?.textContent));
  await page.press(".md-search__input", "Enter");
  assert.match(page.url(), /\?q=maklumat%20pelayanan$/);
  assert.match(await page.evaluate(FOCUSED), /Maklumat/);
});

test("arrows and Tab walk the results, Escape gives the focus back", async () => {
  await open();
  await ask("aduan");
  const titles = await page.$$eval(".md-search-result__link strong", (all) => all.map((one) => one.textContent));
  await page.focus(".md-search__input");
  for (const title of titles.slice(0, 3)) { await page.keyboard.press("ArrowDown"); assert.equal(await page.evaluate(FOCUSED), title); }
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.evaluate(FOCUSED), titles[1]);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(FOCUSED), titles[2]);
  const down = async (title) => { await page.keyboard.press("ArrowDown"); assert.equal(await page.evaluate(FOCUSED), title); };
  for (const title of titles.slice(3, 8)) await down(title);
  // Whoever walks on gets more lines: the list is made anew then, and keeps its focus.
  await page.waitForFunction(() => document.querySelectorAll(".md-search-result__link p").length > 5);
  assert.equal(await page.evaluate(FOCUSED), titles[7]);
  await down(titles[8]);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.getElementById("__search").checked);
  assert.equal(await page.evaluate(() => document.activeElement.closest(".md-header") !== null && document.activeElement.matches("button, input")), true);
  await open("modul/index.html", "phone");
  await ask("aduan");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.matches(".tombol-cari"));
});

test("the first tap counts when the script comes late", async () => {
  web.state.slow = (path) => (/pencari/.test(path) ? 1200 : 0);
  await open("modul/index.html", "phone");
  await page.click(".tombol-cari");
  await page.waitForFunction(() => document.activeElement.matches(".md-search__input"));
  await page.keyboard.type("rubrik", { delay: 15 });
  await page.waitForSelector(".md-search-result__item");
  assert.equal(await page.inputValue(".md-search__input"), "rubrik");
});

test("from disk no worker runs, and the answers are the same as over the network", async () => {
  const questions = ["pengaduan", "penilian", "RTL", "hadiah dari warga", "modul a3"];
  await open();
  const online = [];
  for (const question of questions) { await ask(question); online.push(await atRest()); }
  const workers = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  await page.goto(pathToFileURL(join(COPY, "modul/index.html")).href);
  await settled(page);
  const offline = [];
  for (const question of questions) { await ask(question); offline.push(await atRest()); }
  assert.deepEqual(offline, online);
  assert.deepEqual(workers, []);
  await page.click(".md-search-result__link >> nth=0");
  await page.waitForURL(/^file:.*pengelolaan-pengaduan\.html/);
});

test("what a reader kept can be searched without a network", async () => {
  await page.goto(web.root + MODULE);
  await page.click("text=Simpan untuk luring");
  await page.waitForSelector(".luring >> text=tersimpan di perangkat ini");
  web.state.down = true;
  await page.goto(web.root + MODULE);
  await settled(page);
  await ask("penilian kinerja");
  assert.match(await page.textContent(".md-search-result__meta"), /hasil untuk penilaian kinerja/);
  await ask("pengaduan");
  await page.waitForFunction(() => /Pengaduan/.test(document.querySelector(".md-search-result__item")?.textContent));
});

test("an address that leads nowhere offers to search for its last word", async () => {
  await page.goto(`${web.root}404.html`);
  await page.fill("#cari-lagi", "gratifikasi");
  await page.click(".cari-lagi button");
  await page.waitForURL(/\/index\.html\?q=gratifikasi$/); // where such a link leads is tested above
});
