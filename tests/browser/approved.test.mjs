// Ten kinds of pages look as was approved, on phone and desk: tests/approved/rupa holds each as a readable picture.
// `python -m tests.browser --approve` writes them anew; read the change before you commit it.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { browser, pages, serve, settled, SIZES } from "./kit.mjs";
import { differences, picture } from "./picture.mjs";

const FOLDER = new URL("../approved/rupa/", import.meta.url);
const first = (folder) => pages().find((name) => name.startsWith(`${folder}/`) && !name.endsWith("index.html"));
const KINDS = {
  beranda: "index.html", "daftar-modul": "modul/index.html", modul: "modul/pengelolaan-pengaduan.html", lokakarya: first("lokakarya"),
  rubrik: first("rubrik"), jadwal: first("jadwal"), jalur: "program/jalur.html", glosarium: "tentang/glosarium.html",
  unduhan: "unduhan/index.html", "belum-tersimpan": "luring.html",
};
const INDONESIAN = { phone: "ponsel", desk: "meja" };
let web, chrome, page;
before(async () => { web = await serve(); chrome = await browser(); page = await chrome.context.newPage(); });
after(async () => { await chrome.close(); web.close(); });

async function draw(name, size, css = "") {
  await page.setViewportSize(SIZES[size]);
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  await page.goto(web.root + name);
  await settled(page);
  if (css) await page.addStyleTag({ content: css });
  return page.evaluate(picture);
}

for (const [kind, name] of Object.entries(KINDS)) for (const size of Object.keys(SIZES)) test(`${kind}, ${size}`, async () => {
  const file = new URL(`${kind}-${INDONESIAN[size]}.txt`, FOLDER), found = await draw(name, size);
  if (process.env.APPROVE) {
    mkdirSync(FOLDER, { recursive: true });
    if (!existsSync(file) || differences(readFileSync(file, "utf8"), found).length) writeFileSync(file, found);
  }
  assert.ok(existsSync(file), `nothing approved yet: ${file.pathname}`);
  assert.deepEqual(differences(readFileSync(file, "utf8"), found), [], `${name} looks different; if that is wanted: python -m tests.browser --approve approved.test.mjs`);
});

test("other fonts change no picture; what moves, shrinks or goes does", async () => {
  for (const size of Object.keys(SIZES)) {
    const usual = await draw(KINDS.modul, size);
    assert.deepEqual(differences(usual, await draw(KINDS.modul, size, "body{font-size-adjust:.49;word-spacing:.02em}article{padding-left:2px}")), []);
    for (const fault of [".kartu-modul{display:none}", "article{width:60%}", "h2{position:absolute;left:-9999px}", ".soal{display:none}", ".md-header{background:#fff!important}"]) {
      assert.notDeepEqual(differences(usual, await draw(KINDS.modul, size, fault)), [], fault);
    }
  }
});
