// The seven faults of the stock theme that no tool finds, each held by a test with keys, focus and measures; then a whole page
// of a module as it is for readers who have keys alone.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { browser, kinds, pages, serve, settled, SIZES } from "./kit.mjs";
import { seeing } from "./seeing.mjs";

const KINDS = kinds().filter((name) => name !== "404.html"), MODULE = pages().find((name) => /^modul\/(?!index)/.test(name));
let web, chrome, page;
before(async () => { web = await serve(); });
after(() => web.close());
beforeEach(async () => { chrome = await browser(); page = await chrome.context.newPage(); });
afterEach(async () => { const { complaints } = chrome; await chrome.close(); assert.deepEqual(complaints, []); });

const open = async (name, size) => { await page.setViewportSize(SIZES[size]); await page.goto(web.root + name); await settled(page); };
const focused = (selector) => page.waitForFunction((wanted) => document.activeElement.matches(wanted), selector);

test("1. on a phone the menu is a button with a name, and keys open it", async () => {
  await open(MODULE, "phone");
  const button = page.getByRole("button", { name: "Menu", exact: true });
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  for (let i = 0; i < 6 && !(await button.evaluate((node) => node === document.activeElement)); i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await focused("#menu-situs button");
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  await page.keyboard.press("Tab");
  await focused("#menu-situs a");
});

test("2. a closed drawer holds no focus, an open one keeps it", async () => {
  await open(MODULE, "phone");
  const seen = new Set();
  for (let i = 0; i < 25; i++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => { const box = document.activeElement.getBoundingClientRect(); return [box.right, !!document.activeElement.closest("#menu-situs")]; });
    assert.ok(at[0] > 0 && !at[1], `focus out of sight after ${i + 1} steps`);
  }
  await page.click("[data-buka=drawer]");
  await focused("#menu-situs button");
  for (let i = 0; i < 25; i++) {
    await page.keyboard.press("Tab");
    seen.add(await page.evaluate(() => (document.activeElement === document.body ? "body" : document.activeElement.closest("#menu-situs") ? "menu" : document.activeElement.outerHTML.slice(0, 80))));
  }
  seen.delete("body");
  assert.deepEqual([...seen], ["menu"]);
});

test("3. no single key leads anywhere", async () => {
  await open(MODULE, "desk");
  const before = await page.evaluate(() => [location.href, scrollY, document.activeElement.tagName]);
  for (const key of ["n", "p", "s", "f", "/", ".", ",", "b", "k", "j"]) await page.keyboard.press(key);
  await page.waitForTimeout(200);
  assert.deepEqual(await page.evaluate(() => [location.href, scrollY, document.activeElement.tagName]), before);
});

for (const size of Object.keys(SIZES)) test(`4. the count of results is read out, Escape leads back, ${size}`, async () => {
  await open(MODULE, size);
  if (size === "phone") { await page.focus(".tombol-cari"); await page.keyboard.press("Enter"); } else await page.focus(".md-search__input");
  await focused(".md-search__input");
  await page.keyboard.type("pengaduan");
  await page.waitForSelector(".md-search-result__link");
  const said = page.locator(".md-search [role=status]");
  assert.match(await said.textContent(), /^\d+ hasil/);
  await page.keyboard.press("Escape");
  await focused(size === "phone" ? ".tombol-cari" : ".kirim-cari");
});

test("5. every table has a name, every head says what it heads, and no text is small on a phone", async () => {
  const found = [];
  for (const name of KINDS) {
    await open(name, "phone");
    found.push(...await page.evaluate((path) => [...document.querySelectorAll("article table")].flatMap((table) => [
      ...(table.caption?.textContent.trim() ? [] : [`${path}: no caption`]),
      ...[...table.querySelectorAll("th")].filter((head) => !head.scope).map((head) => `${path}: ${head.textContent} has no scope`),
      ...[...table.querySelectorAll("tbody :is(td,th)")].filter((cell) => cell.textContent.trim() && cell.offsetHeight && parseFloat(getComputedStyle(cell).fontSize) < 14.9)
        .slice(0, 1).map((cell) => `${path}: ${getComputedStyle(cell).fontSize} in ${table.className}`),
    ]), name));
  }
  assert.deepEqual(found, []);
});

test("a table that scrolls sideways is a stop with a name, one that does not is none", async () => {
  const found = { stops: 0, others: 0 }, wrong = [];
  for (const name of KINDS) {
    await open(name, "phone");
    for (const [wider, stop, label] of await page.$$eval(".gulir", (all) => all.map((el) => [el.scrollWidth > el.clientWidth + 1, el.tabIndex === 0, el.getAttribute("role") === "region" && el.getAttribute("aria-label")]))) {
      found[wider ? "stops" : "others"] += 1;
      if (stop !== wider || (wider ? !/^Tabel: ./.test(label) : label)) wrong.push(`${name} ${wider} ${stop} ${label}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(found.stops > 0 && found.others > 20, JSON.stringify(found));
});

test("where a browser draws no moving shadow, the edge of a table still tells that there is more", async () => {
  await page.addInitScript(() => { CSS.supports = () => false; });
  await open("program/formulir.html", "phone");
  await page.addStyleTag({ content: ".gulir{animation:none!important}" });
  const box = page.locator(".gulir[role=region]").first(), looks = () => box.evaluate((el) => [el.className, getComputedStyle(el).boxShadow.split("rgba").length - 1]);
  assert.deepEqual(await looks(), ["gulir ada-kanan", 1]);
  await box.evaluate((el) => { el.scrollLeft = 2; });
  await page.waitForFunction(() => document.querySelector(".ada-kiri.ada-kanan"));
  assert.equal((await looks())[1], 2);
  await box.evaluate((el) => { el.scrollLeft = 9999; });
  await page.waitForFunction(() => document.querySelector(".ada-kiri:not(.ada-kanan)"));
});

test("6. no word of English in names, titles and buttons", async () => {
  const found = [];
  for (const name of KINDS) {
    await open(name, "phone");
    found.push(...await page.evaluate((path) => [...document.querySelectorAll("[aria-label],[title],[placeholder],[alt],button,summary")]
      .map((node) => ["aria-label", "title", "placeholder", "alt"].map((key) => node.getAttribute(key) || "").join(" ") + (node.matches("button,summary") ? node.textContent : ""))
      .filter((text) => /\b(search|close|open|next|previous|skip|toggle|back to|permanent link|jump|footnote|navigation|table of contents|light mode|dark mode)\b/i.test(text))
      .map((text) => `${path}: ${text}`), name));
  }
  assert.deepEqual(found, []);
});

test("7. what is tapped is 24 px or has room around it", async () => {
  const found = [];
  for (const name of KINDS) {
    await open(name, "phone");
    found.push(...await page.evaluate((path) => [...document.querySelectorAll("button,summary,input,nav a,footer a")].filter((node) => {
      const box = node.getBoundingClientRect();
      return node.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) && box.right > 0 && box.width && (box.width < 24 || box.height < 24);
    }).map((node) => `${path}: ${node.outerHTML.slice(0, 80)} ${Math.round(node.getBoundingClientRect().width)}×${Math.round(node.getBoundingClientRect().height)}`), name));
  }
  assert.deepEqual(found, []);
});

// Where the focus stands after a key: what has it, what is wrong with how it is seen, and whether it stands before (-1), behind (1) or
// where (0) it stood. `null` when it went to the browser's own bars.
const LOOK = () => {
  const node = document.activeElement, last = window.stood;
  if (node === document.body) return null;
  window.stood = node;
  const way = !last || last === document.body ? 1 : node === last ? 0 : last.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
  const place = [...document.querySelectorAll(".soal")].indexOf(node.closest(".soal"));
  const kind = ["skip", "soal .pilih", "langkah", "tanda-selesai", "luring", "urutan-maju"].find((name) => node.matches(`.${name}, .${name} button`) || node.matches(`.md-${name}`)) || "";
  return { name: node.outerHTML.slice(0, 90), text: node.textContent.trim(), kind, place, way, inMenu: !!node.closest("#menu-situs"), inArticle: !!node.closest("article"), wrong: window.seeing.focus() };
};
async function press(key) {
  await page.keyboard.press(key);
  const at = await page.evaluate(LOOK);
  assert.deepEqual(at?.wrong ?? [], [], `${key}: ${at?.name}`);
  return at;
}
async function until(key, selector, most = 12) {
  for (let i = 0; i < most; i++) if (await press(key) && await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  assert.fail(`${key} does not lead to ${selector}`);
}

for (const [size, colorScheme] of [["phone", "light"], ["desk", "dark"]]) test(`8. with keys alone through a whole page, ${size}, ${colorScheme}: focus always seen, nothing out of reach, no trap`, async () => {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  const start = async () => { await open(MODULE, size); await page.evaluate(`window.seeing=(${seeing})()`); };
  await start();
  assert.equal((await press("Tab")).text, "Lewati ke isi");
  await page.keyboard.press("Enter");
  assert.ok((await press("Tab")).inArticle, "the skip link does not lead into the text");

  await start();
  if (size === "phone") {
    await until("Tab", ".tombol-menu");
    await page.keyboard.press("Enter");
    await focused("#menu-situs button");
    const links = await page.locator("#menu-situs a:visible").count();
    for (let i = 0; i < links + 5; i++) assert.notEqual((await press("Tab"))?.inMenu, false, "the focus left the open menu");
    await page.keyboard.press("Escape");
    await focused(".tombol-menu");
  }
  await until("Tab", size === "phone" ? ".tombol-cari" : ".md-search__input");
  if (size === "phone") await page.keyboard.press("Enter");
  await focused(".md-search__input");
  await page.keyboard.type(await page.textContent("h1"));
  await page.waitForFunction((wanted) => document.querySelector(".md-search-result__link")?.pathname.endsWith(wanted), MODULE);
  assert.deepEqual(await page.evaluate(() => window.seeing.focus()), []);
  await press("ArrowDown");
  await Promise.all([page.waitForURL((url) => url.pathname.endsWith(MODULE) && url.search), page.keyboard.press("Enter")]);

  await start();
  let at, moved = true, answered = 0, stops = 0;
  const met = new Set();
  for (; (at = await press("Tab")); moved = false) {
    assert.ok((stops += 1) < 800, "the page has no end");
    assert.ok(moved || at.way === 1, `the focus went back to ${at.name}`);
    met.add(at.kind);
    if (at.kind === "soal .pilih" && at.place === answered) {
      await page.keyboard.press(answered % 2 ? "Space" : "Enter");
      assert.match(await page.locator(".soal .hasil").nth(answered).textContent(), /^(Tepat|Belum tepat)\. /);
      assert.equal((await page.evaluate(LOOK)).way, 0, "an answer lost the focus");
      answered += 1;
    } else if (at.kind === "langkah" && at.text !== "Buka semua") {
      const hidden = () => page.locator(".tunggu").count(), before = await hidden();
      assert.equal((await press("Enter")).way, -1, "what was opened has the focus, and stands before its button");
      assert.ok(await hidden() < before);
    } else if (at.kind === "tanda-selesai") {
      await page.keyboard.press("Space");
      assert.equal(await page.getAttribute(".tanda-selesai button", "aria-pressed"), "true");
    } else if (/^Simpan untuk luring/.test(at.text)) {
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => /^Hapus simpanan/.test(document.activeElement.textContent));
      assert.deepEqual((await page.evaluate(LOOK)).wrong, []);
    } else continue;
    moved = true;
  }
  assert.deepEqual([...met].sort(), ["", "langkah", "luring", "skip", "soal .pilih", "tanda-selesai", "urutan-maju"]);
  assert.equal(answered, await page.locator(".soal").count());
  assert.equal(await page.locator(".tunggu").count(), 0);

  for (stops = 0; (at = await press("Shift+Tab"))?.kind !== "skip"; stops += 1) assert.ok(at && at.way !== 1 && stops < 800, `the focus went on to ${at?.name}`);
  assert.ok(stops > 60, `${stops}`);
  await until("Shift+Tab", ".urutan-maju");
  const next = await page.getAttribute(".urutan-maju", "href");
  await Promise.all([page.waitForURL((url) => url.pathname.endsWith(next)), page.keyboard.press("Enter")]);
});

test("the measure of the focus is awake", async () => {
  await open(MODULE, "phone");
  await page.evaluate(`window.seeing=(${seeing})()`);
  const told = async (css) => {
    const sheet = await page.addStyleTag({ content: css });
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => window.seeing.focus());
    await sheet.evaluate((node) => node.remove());
    return found.map((fault) => fault.split(" ").slice(0, 2).join(" "));
  };
  assert.deepEqual(await told("p{}"), []);
  assert.deepEqual(await told(":focus-visible{outline:0!important}"), ["no outline"]);
  assert.deepEqual(await told(".md-header :focus-visible:focus-visible{outline-color:#24386f!important}"), ["outline of"]);
  assert.deepEqual(await told(":focus-visible{translate:-400px}"), ["out of"]);
  assert.deepEqual(await told(".kaki{position:fixed;inset:0;z-index:99}"), ["below <div"]);
});
