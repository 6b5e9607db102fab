// What waits until it is wanted works at the first touch; practice works by keyboard; without scripts nothing is lost.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { browser, kinds, pages, serve, settled, SITE, SIZES } from "./kit.mjs";

const MODULE = pages().find((name) => /^modul\/(?!index)/.test(name));
let web, chrome, page;
before(async () => { web = await serve(); });
after(() => web.close());
beforeEach(async () => { chrome = await browser(); page = await chrome.context.newPage(); web.state.slow = () => 0; web.state.asked = []; });
afterEach(async () => { const { complaints } = chrome; await chrome.close(); assert.deepEqual(complaints, []); });

const open = async (name, size = "desk") => { await page.setViewportSize(SIZES[size]); await page.goto(web.root + name); await settled(page); };

test("a page asks for no more than it needs", async () => {
  await open(MODULE);
  await page.mouse.move(400, 400);
  await page.keyboard.press("Tab");
  await page.waitForTimeout(300);
  assert.deepEqual(web.state.asked.filter((path) => /bundle|search|cari/.test(path)), []);
  assert.ok(web.state.asked.length <= 5, web.state.asked.join(" "));
});

for (const size of Object.keys(SIZES)) test(`the first tap on search is not lost on a slow network, ${size}`, async () => {
  web.state.slow = (path) => (/bundle/.test(path) ? 1500 : 0);
  await open("modul/index.html", size);
  if (size === "phone") await page.tap?.(".tombol-cari").catch(() => page.click(".tombol-cari")); else await page.click(".md-search__input");
  await page.waitForFunction(() => document.activeElement.matches(".md-search__input"));
  await page.keyboard.type("pengaduan", { delay: 20 });
  await page.waitForSelector(".md-search-result__item");
  assert.equal(await page.inputValue(".md-search__input"), "pengaduan");
});

test("a link with a question searches at once", async () => {
  await open("modul/index.html?q=pengaduan", "desk");
  await page.waitForSelector(".md-search-result__item", { state: "attached" });
});

test("search that cannot be fetched says so", async () => {
  await open("modul/index.html", "phone");
  web.state.folder += "-tidak-ada";
  await page.click(".tombol-cari");
  await page.waitForFunction(() => /tidak dapat dimuat/.test(document.querySelector(".md-search-result__meta").textContent));
  web.state.folder = web.state.folder.replace("-tidak-ada", "");
});

test("menu: keyboard opens it, focus goes in, Escape closes it and gives the focus back", async () => {
  await open("modul/index.html", "phone");
  await page.focus("[data-buka=drawer]");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#menu-situs").contains(document.activeElement));
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.matches("[data-buka=drawer]"));
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.querySelector("#menu-situs").contains(document.activeElement)), false);
  }
});

test("light and dark: the first tap counts and is remembered", async () => {
  await open("modul/index.html", "phone");
  await page.click("[data-mode-warna]");
  assert.equal(await page.getAttribute("body", "data-md-color-scheme"), "slate");
  await page.reload();
  assert.equal(await page.getAttribute("body", "data-md-color-scheme"), "slate");
});

test("self-check: keyboard, explanation, first answer counts, score stays on the device", async () => {
  await open(MODULE);
  const items = await page.$$(".soal");
  assert.ok(items.length > 2);
  const keyOf = async (item) => (await (await item.$(".jawaban strong")).textContent()).match(/: ([A-E])/)[1], key = await keyOf(items[0]);
  const right = (await items[0].$$(".pilih"))[key.charCodeAt(0) - 65];
  await right.focus();
  await page.keyboard.press("Enter");
  assert.match(await (await items[0].$(".hasil")).textContent(), /^Tepat\. .{20}/);
  assert.equal(await (await items[0].$(".hasil")).getAttribute("role"), "status");
  const wrong = (await items[1].$$(".pilih"))[(await keyOf(items[1])) === "A" ? 1 : 0];
  await wrong.focus();
  await page.keyboard.press(" ");
  assert.match(await (await items[1].$(".hasil")).textContent(), /^Belum tepat\. Jawabannya [A-E]\. .{20}/);
  await (await items[1].$$(".pilih"))[3].click({ force: true });
  const score = `Skor Anda: 1 tepat dari 2 yang dijawab (${items.length} soal). `;
  assert.equal(await page.textContent(".skor span"), score);
  await page.reload();
  assert.equal(await page.textContent(".skor span"), score);
  await page.click(".skor button");
  assert.match(await page.textContent(".skor span"), /^Pilih satu jawaban/);
  assert.equal(await page.evaluate(() => document.activeElement.matches(".pilih")), true);
  assert.deepEqual((await chrome.context.cookies()), []);
});

test("a mark on a module is counted on the learning paths", async () => {
  await page.goto(`${web.root}program/jalur.html`);
  const target = await page.getAttribute(".jalur ol a", "href");
  await open(`program/${target}`.replace("program/../", ""));
  await page.click(".tanda-selesai button");
  await open("program/jalur.html");
  assert.match(await page.textContent(".jalur > .kartu"), /1 dari \d+ selesai menurut perangkat ini\.Lanjutkan: ./);
  await open("modul/index.html");
  assert.equal(await page.locator(".petak .lencana:text-is('selesai')").count(), 1);
});

test("today's day of a schedule is shown on the day", async () => {
  const name = pages().find((path) => /^jadwal\/(?!index)/.test(path));
  await open(name);
  const day = await page.getAttribute(".hari-jadwal:nth-of-type(n+1)", "data-tanggal");
  assert.equal(await page.$(".hari-ini"), null);
  await page.clock.setFixedTime(new Date(`${day}T08:20:00+07:00`));
  await page.reload();
  await page.click("text=Langsung ke jadwal hari ini");
  assert.equal(await page.getAttribute(".hari-ini", "data-tanggal"), day);
  assert.equal(await page.locator("tr[aria-current=time]").count(), 1);
  assert.match(await page.textContent(".sekarang"), /^Sekarang, \d\d\.\d\d – \d\d\.\d\d: ./);
  await open("jadwal/index.html");
  assert.match(await page.getAttribute(".kartu.hari-ini h3 a", "href"), /#hari-ini$/);
  await page.click(".kartu.hari-ini h3 a");
  await page.waitForFunction(() => { const box = document.querySelector(".hari-jadwal.hari-ini")?.getBoundingClientRect(); return box && box.top < innerHeight && box.bottom > 0; });
});

test("a scenario opens step by step, takes the focus along, and is whole on paper", async () => {
  await open(MODULE);
  const card = page.locator(".kartu-skenario:has(details)").first(), task = card.locator("h4").first(), hint = card.locator("details").first();
  assert.equal(await task.isVisible(), false);
  assert.match(await card.locator(".langkah small").textContent(), /^Bagian 1 dari \d+$/);
  while (!(await task.isVisible())) { await card.locator(".langkah button").first().focus(); await page.keyboard.press("Enter"); }
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H4");
  assert.equal(await hint.isVisible(), false);
  await page.emulateMedia({ media: "print" });
  assert.equal(await hint.isVisible(), true);
  await page.emulateMedia({ media: "screen" });
  await card.locator("text=Buka semua").click();
  assert.equal(await hint.isVisible(), true);
  assert.equal(await card.locator(".langkah button:visible").count(), 0);
  assert.match(await card.locator(".langkah small").textContent(), /^Semua bagian sudah terbuka/);
});

test("the topics of a module lead to their headings", async () => {
  await open(MODULE);
  const missing = await page.evaluate(() => [...document.querySelectorAll(".materi-pokok a")]
    .filter((a) => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map((a) => a.textContent));
  assert.deepEqual(missing, []);
  assert.ok(await page.locator(".materi-pokok a").count() > 2);
  assert.ok(await page.locator("#berikutnya + ul a").count() > 0);
});

test("a long page keeps a way back to its contents on a phone", async () => {
  await open(MODULE, "phone");
  await page.evaluate(() => scrollTo(0, 6000));
  await page.click(".ke-isi");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY");
  await page.locator(".di-halaman-ini a").nth(2).click();
  assert.equal(await page.locator(".di-halaman-ini ul").first().isVisible(), false);
  await page.setViewportSize(SIZES.desk);
  assert.equal(await page.isVisible(".ke-isi"), false);
});

test("the page that is not found offers a search, with a guess from the address", async () => {
  await page.route("**/modul/penanganan-aduan.html", (route) => route.fulfill({ contentType: "text/html", path: `${SITE}/404.html` }));
  await page.route(/^http:..127[^/]+.assets/, async (route) => route.fulfill({ path: `${SITE}${new URL(route.request().url()).pathname}` }));
  await page.goto(`${web.root}modul/penanganan-aduan.html`);
  await settled(page);
  assert.equal(await page.inputValue("#cari-lagi"), "penanganan aduan");
  const [asked] = await Promise.all([page.waitForRequest((request) => /\?q=/.test(request.url())), page.press("#cari-lagi", "Enter")]);
  assert.match(asked.url(), /index\.html\?q=penanganan\+aduan$/);
});

for (const [address, known] of [["modul/tidak/ada/", true], ["salah/sekali.html", false]]) test(`the page that is not found stands and leads on at any depth under a sub-path: ${address}`, async () => {
  const looks = () => page.evaluate(() => getComputedStyle(document.querySelector(".md-header")).backgroundColor);
  await page.goto(web.root + address);
  assert.equal(await looks(), "rgb(31, 47, 99)");
  if (!known) await page.waitForFunction(() => document.baseURI.endsWith("/kurikulum/"));
  await settled(page);
  const links = await page.$$eval("a[href], form[action]", (all) => all.map((node) => node.href || node.action));
  assert.deepEqual(links.filter((link) => !link.startsWith(web.root) && !link.startsWith("https://creativecommons.org/")), []);
  assert.ok(links.length > 15);
  await page.click(".jenama");
  await page.waitForURL(/\/kurikulum\/index\.html$/);
});

test("the summary alone is printed", async () => {
  await open(MODULE);
  await page.evaluate(() => { window.print = () => {}; });
  await page.click("text=Cetak ringkasan");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.isVisible(".ringkasan"), true);
  assert.equal(await page.isVisible(".kartu-modul"), false);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await page.isVisible(".kartu-modul"), true);
});

test("on a phone only forms scroll sideways whose many columns hold something already", async () => {
  const wide = [];
  for (const name of pages().filter((path) => path !== "404.html")) {
    await open(name, "phone");
    wide.push(...await page.$$eval(".gulir", (all) => all.filter((box) => box.scrollWidth > box.clientWidth + 1 && (!box.querySelector(".tabel-formulir") || box.querySelector(".lajur")))
      .map((box) => box.querySelector("caption").textContent)));
  }
  assert.deepEqual(wide, []);
});

test("no column is cut off on paper", async () => {
  await page.setViewportSize({ width: 680, height: 960 }); // A4 less its margins, at 96 px an inch
  await page.emulateMedia({ media: "print" });
  const cut = [];
  for (const name of pages().filter((path) => path !== "404.html")) {
    await page.goto(web.root + name);
    await page.waitForSelector("html.siap", { state: "attached" });
    cut.push(...await page.evaluate((path) => [...document.querySelectorAll("article table")]
      .filter((table) => table.offsetWidth > table.closest("article").clientWidth + 1 || table.scrollWidth > table.parentElement.clientWidth + 1)
      .map((table) => `${path}: ${table.caption?.textContent} ${table.offsetWidth}`), name));
  }
  assert.deepEqual(cut, []);
});

const sheetsOf = async () => (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;

test("who prints before any script came, or has none, prints the same sheets", async () => {
  await open(MODULE);
  const usual = await sheetsOf();
  for (const options of [{ still: true }, { javaScriptEnabled: false }]) {
    await chrome.close();
    chrome = await browser(options);
    page = await chrome.context.newPage();
    web.state.asked = [];
    await page.goto(web.root + MODULE);
    assert.equal(await sheetsOf(), usual, JSON.stringify(options));
    assert.deepEqual(web.state.asked.filter((path) => path.endsWith(".js")), [], "a script came");
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.isVisible(".soal .jawaban p"), true, "answers stay folded");
    for (const gone of [".md-tabs", ".menu", ".di-halaman-ini", ".urutan"]) assert.equal(await page.isVisible(gone), false, gone);
  }
});

// Readers' own fonts may be wider than the suite's: what fits there fits.
const inWideFont = async () => { await chrome.close(); chrome = await browser({ wide: true }); page = await chrome.context.newPage(); };

test("a rubric stands on one sheet of paper, also in a wide font", async () => {
  await inWideFont();
  const sheets = {};
  for (const name of pages().filter((path) => /^rubrik\/(?!index)/.test(path))) {
    await open(name);
    sheets[name] = await sheetsOf();
  }
  assert.ok(Object.keys(sheets).length > 3);
  assert.deepEqual(Object.entries(sheets).filter(([, many]) => many !== 1), []);
});

test("a form that is one page to download is one sheet from its web page, also in a wide font", async () => {
  await inWideFont();
  await open("unduhan/formulir.html");
  const single = await page.$$eval("[data-lembar]", (all) => all.filter((size) => /^1 halaman/.test(size.textContent)).map((size) => size.dataset.lembar));
  const long = [];
  let tried = 0;
  for (const name of ["program/formulir.html", "program/instrumen.html"]) {
    await open(name);
    const ids = await page.$$eval("article > .kartu", (all) => { window.cards = all; document.querySelector(".kaki").remove(); return all.map((card) => card.id); });
    for (const [place, id] of ids.entries()) {
      if (!single.some((sheet) => sheet === id || sheet.replace(/^e\d/, "instrumen") === id)) continue;
      tried += 1;
      await page.evaluate((number) => document.querySelector("article").replaceChildren(window.cards[number]), place);
      if (await sheetsOf() !== 1) long.push(id);
    }
  }
  assert.ok(tried > 15, `${tried} forms`);
  assert.deepEqual(long, []);
});

// The theme's usual size of text is 125 %.
for (const [what, width, css] of [["text of twice the size", 360, "html{font-size:250%!important}"], ["a screen of 320 px", 320, ""]]) test(`${what} loses nothing on a phone, also in a wide font: no page scrolls sideways, no word leaves its box`, async () => {
  await inWideFont();
  await page.setViewportSize({ ...SIZES.phone, width });
  const lost = [];
  for (const name of kinds().filter((path) => path !== "404.html")) {
    await page.goto(web.root + name);
    if (css) await page.addStyleTag({ content: css });
    lost.push(...await page.evaluate((path) => {
      const found = document.documentElement.scrollWidth > innerWidth + 1 ? [`${path}: the page is ${document.documentElement.scrollWidth} wide`] : [];
      for (const node of document.querySelectorAll("article :is(h1,h2,h3,h4,p,li,dt,dd,summary,button,caption)")) {
        const box = node.getBoundingClientRect();
        if (box.width && !node.closest(".gulir:not(:has(>.bertumpuk))") && box.right > innerWidth + 1) found.push(`${path}: ${node.tagName} "${node.textContent.trim().slice(0, 40)}" ends at ${Math.round(box.right)}`);
      }
      return found.slice(0, 4);
    }, name));
  }
  assert.deepEqual(lost, []);
});

test("without scripts every answer, menu link and download is there", async () => {
  await chrome.close();
  chrome = await browser({ javaScriptEnabled: false, viewport: SIZES.phone });
  page = await chrome.context.newPage();
  await page.goto(web.root + MODULE);
  const fold = page.locator(".soal details.jawaban").first();
  await fold.locator("summary").click();
  assert.equal(await fold.locator("p").isVisible(), true);
  assert.equal(await page.isVisible(".menu a"), true);
  assert.equal(await page.isVisible(".luring"), false);
  for (const gone of ["[data-buka=search]", "[data-buka=drawer]", "[data-mode-warna]"]) assert.equal(await page.isVisible(gone), false, gone);
  await page.goto(`${web.root}modul/tidak-ada.html`);
  assert.equal(await page.isVisible("noscript p"), true);
  await page.goto(`${web.root}unduhan/index.html`);
  assert.match(await page.getAttribute("link[rel=icon] >> nth=-1", "href"), /favicon\.svg$/);
  assert.ok(await page.locator("a[href$='.pdf'], a[href$='.zip']").count() >= 1);
});
