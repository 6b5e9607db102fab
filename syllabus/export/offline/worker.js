/* Answers from what the reader kept. VERSION, SHELL and SEARCH are put before this by the build.
   One cupboard per edition: a new edition fetches everything anew, and takes over when told or when no page is open. */
var PREFIX = "luring:" + registration.scope + ":", CUPBOARD = PREFIX + VERSION;
function full(path) { return new URL(path, registration.scope).href; }
async function older() {
  return (await caches.keys()).filter(function (name) { return name.indexOf(PREFIX) === 0 && name !== CUPBOARD; });
}
async function keep(urls, must) {
  var cupboard = await caches.open(CUPBOARD);
  await Promise.all(urls.map(async function (url) {
    var answer = await fetch(url, { cache: "no-cache" });
    if (answer.ok) return cupboard.put(url, answer);
    if (must) throw Error(url);
  }));
}
async function install() {
  await keep(SHELL.map(full), true);
  await keep(SEARCH.map(full)).catch(function () {});
  for (var name of await older()) {
    var kept = await (await caches.open(name)).keys();
    await keep(kept.map(function (asked) { return asked.url; }).filter(function (url) { return /\.html$/.test(url); }));
  }
}
async function takeOver() {
  for (var name of await older()) await caches.delete(name);
  await clients.claim();
}
async function reply(asked) {
  var url = asked.url.split(/[?#]/)[0].replace(/\/$/, "/index.html"), cupboard = await caches.open(CUPBOARD);
  var kept = await cupboard.match(url);
  if (kept) return kept;
  try {
    var fresh = await fetch(asked);
    if (fresh.ok && url.indexOf(full("assets/")) === 0) await cupboard.put(url, fresh.clone());
    return fresh;
  } catch (error) {
    if (asked.mode === "navigate") return Response.redirect(full("luring.html"));
    throw error;
  }
}
addEventListener("install", function (ev) { ev.waitUntil(install()); });
addEventListener("activate", function (ev) { ev.waitUntil(takeOver()); });
addEventListener("fetch", function (ev) {
  var asked = ev.request;
  if (asked.method === "GET" && asked.url.indexOf(registration.scope) === 0 && !asked.headers.has("range")) ev.respondWith(reply(asked));
});
addEventListener("message", function (ev) {
  var order = ev.data, port = ev.ports[0];
  var work = order.pakai ? skipWaiting() : order.simpan ? keep(order.simpan, true) : order.bubar ? caches.delete(CUPBOARD)
    : caches.open(CUPBOARD).then(function (cupboard) { return Promise.all(order.hapus.map(function (url) { return cupboard.delete(url); })); });
  ev.waitUntil(work.then(function () { if (port) port.postMessage("beres"); }, function () { if (port) port.postMessage("gagal"); }));
});
