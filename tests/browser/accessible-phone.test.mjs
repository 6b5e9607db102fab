// No fault of WCAG 2.2 AA for two judges on a phone, and both judges are awake in each state of a page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachKind, short, STATES, unfold, visit } from "./visits.mjs";

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
  assert.deepEqual(short(found), [
    `planted ${state}: htmlcs G18`, `unfolded ${state}: axe color-contrast:`, `unfolded ${state}: htmlcs G18`]);
});

eachKind("phone");
