// No fault of WCAG 2.2 AA for two judges on a desk, in search and menu, and on pages whose kind another page stands for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pages, SIZES } from "./kit.mjs";
import { ACTS, eachKind, KINDS, several, short, visit } from "./visits.mjs";

for (const act of Object.keys(ACTS)) test(`both judges are awake: ${act}`, async () => {
  const part = { search: ":focus strong", nothing: ".md-search-result__meta", menu: ".menu" }[act];
  const found = await visit("modul/index.html", "phone", { ...ACTS, [act]: async (page) => {
    await ACTS[act](page);
    await page.evaluate((where) => document.querySelector(where).insertAdjacentHTML("afterbegin", "<span class=samar>samar</span><style>.samar{background:#fff;color:#bbb}</style>"), part);
  } });
  assert.deepEqual(short(found), ["light", "dark"].flatMap((state) => [
    `${act} ${state}: axe color-contrast:`, `${act} ${state}: htmlcs G18`]));
});

eachKind("desk");
const BOTH = Object.keys(SIZES);
test("search with results, search with none, the menu", async () => assert.deepEqual(await several(["index.html", "modul/index.html"], BOTH, ACTS), []));
test("every other page in light", async () => assert.deepEqual(await several(pages().filter((name) => !KINDS.includes(name)), BOTH, {}, ["light"]), []));
