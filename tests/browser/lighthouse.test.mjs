// Lighthouse on a cheap phone: every kind of page is complete for readers, catalogues and browsers, light, and stands still.
// What does not change with the machine is held here; times are held by `make lighthouse`, on a quiet machine.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { kinds, serveAsHosts } from "./kit.mjs";
import { chrome, marks } from "./measure.mjs";

let web, phone;
before(async () => { web = await serveAsHosts(); phone = await chrome(); });
after(async () => { await phone.kill(); web?.close(); });

for (const name of kinds().filter((path) => path !== "404.html")) test(name, async (t) => {
  if (!web) return t.skip("openssl tidak ada");
  const found = await marks(phone.port, web.root + name);
  assert.deepEqual(found.failed.filter((audit) => !(name === "luring.html" && audit === "is-crawlable")), []);
  assert.deepEqual([found.accessibility, found.practices, name === "luring.html" ? 100 : found.seo], [100, 100, 100]);
  assert.ok(found.bytes <= 40_000, `${found.bytes} bytes`);
  assert.ok(found.requests > 2, "the script was not counted");
  assert.ok(found.requests <= 5, `${found.requests} requests`);
  assert.ok(found.cls <= 0.01, `moves by ${found.cls}`);
});
