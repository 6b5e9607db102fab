// Pages that a reader keeps are there without a network, under a sub-path; updates are polite; the archive opens from disk.
import assert from "node:assert/strict";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { browser, COPY, kinds, pages, serve, SITE } from "./kit.mjs";

const [MODULE, OTHER] = pages().filter((name) => /^modul\/(?!index)/.test(name));
let web, chrome, page, folder;
before(async () => { web = await serve(); });
after(() => web.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "situs-"));
  cpSync(SITE, folder, { recursive: true });
  web.state.folder = folder;
  web.state.down = false;
  chrome = await browser();
  page = await chrome.context.newPage();
});
afterEach(async () => { const { complaints } = chrome; await chrome.close(); rmSync(folder, { recursive: true }); assert.deepEqual(complaints, []); });

async function save(name) {
  await page.goto(web.root + name);
  await page.click("text=Simpan untuk luring");
  await page.waitForSelector(".luring >> text=tersimpan di perangkat ini");
}

// Milliseconds until a page stands with its scripts, at best of three: what else the machine does counts only if it never stops.
async function opening(name) {
  const took = [];
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    await page.goto(web.root + name);
    await page.waitForSelector("html.siap");
    took.push(performance.now() - start);
  }
  return Math.min(...took);
}

test("a kept module opens without a network within half a second, or as fast as from next door, with its sheet and its practice", async (t) => {
  const near = await opening(MODULE);
  await save(MODULE);
  web.state.down = true;
  const asked = web.state.asked.length, took = await opening(MODULE);
  t.diagnostic(`open after ${took} ms, over the network after ${near} ms`);
  assert.ok(took <= Math.max(500, 1.5 * near), `open after ${took} ms, over the network after ${near} ms`);
  assert.deepEqual(web.state.asked.slice(asked).filter((path) => !path.endsWith("/pekerja.js")), [], "something was asked of the network");
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".md-header")).backgroundColor), "rgb(31, 47, 99)");
  await page.click(".pilih >> nth=0");
  assert.notEqual(await page.textContent(".hasil"), "");
  await page.goto(web.root);
  assert.match(await page.title(), /Pembinaan|Pelatihan/);
});

test("a page that was not kept leads to the list of kept ones", async () => {
  await save(MODULE);
  web.state.down = true;
  await page.goto(web.root + OTHER);
  assert.equal(await page.textContent("h1"), "Halaman ini belum tersimpan");
  await page.click(".tersimpan li:last-child a");
  assert.ok(page.url().endsWith(MODULE));
});

test("saving without a network says so and can be tried again", async () => {
  await page.goto(web.root + MODULE);
  await page.waitForSelector("text=Simpan untuk luring"); // scripts come a while after the page
  web.state.down = true;
  await page.click("text=Simpan untuk luring");
  await page.waitForSelector("text=Belum tersimpan. Periksa jaringan");
  web.state.down = false;
  await page.click("text=Simpan untuk luring");
  await page.waitForSelector(".luring >> text=tersimpan di perangkat ini");
});

test("a new edition is offered, comes whole, and only when wanted", async () => {
  await save(MODULE);
  const file = join(folder, MODULE);
  writeFileSync(file, readFileSync(file, "utf8").replace("</h1>", " edisi dua</h1>"));
  appendFileSync(join(folder, "pekerja.js"), "\n");
  writeFileSync(join(folder, "pekerja.js"), readFileSync(join(folder, "pekerja.js"), "utf8").replace(/VERSION="\w+"/, 'VERSION="edisidua"'));
  await page.goto(web.root + MODULE);
  assert.doesNotMatch(await page.textContent("h1"), /edisi dua/);
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found.update()));
  await page.click("text=Muat yang baru");
  await page.waitForFunction(() => /edisi dua/.test(document.querySelector("h1")?.textContent));
  web.state.down = true;
  await page.goto(web.root + MODULE);
  assert.match(await page.textContent("h1"), /edisi dua/);
  assert.equal(await page.evaluate(() => caches.keys().then((names) => names.length)), 1);
});

test("what was kept is removed on request, to the last byte", async () => {
  await save(MODULE);
  await save(OTHER);
  await page.click("text=Hapus simpanan");
  await page.waitForSelector(".luring >> text=Simpan untuk luring");
  await page.goto(web.root + MODULE);
  await page.waitForSelector(".luring >> text=tersimpan di perangkat ini");
  web.state.down = true;
  await page.goto(web.root + MODULE);
  assert.equal(await page.locator("text=Hapus simpanan").isVisible(), true);
  web.state.down = false;
  await page.click("text=Hapus simpanan");
  await page.waitForSelector(".luring >> text=Simpan untuk luring");
  const left = await page.evaluate(async () => [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]);
  assert.deepEqual(left, [0, 0]);
});

test("the archive opens from disk: practice works, nothing is offered for saving, nothing is missing", async () => {
  const missing = [];
  page.on("requestfailed", (request) => missing.push(request.url()));
  for (const name of kinds(COPY)) {
    await page.goto(pathToFileURL(join(COPY, name)).href);
    await page.waitForSelector("html.siap");
  }
  await page.goto(pathToFileURL(join(COPY, MODULE)).href);
  await page.click(".pilih >> nth=0");
  assert.notEqual(await page.textContent(".hasil"), "");
  assert.equal(await page.isVisible("text=Simpan untuk luring"), false);
  assert.deepEqual(missing, []);
});
