// A browser and a web server for the tests: the system's Chromium, and the built site under a sub-path.
import { execFileSync } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createSecureServer } from "node:http2";
import { tmpdir } from "node:os";
import { extname, join, normalize, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

export const SITE = process.env.SITE; // the built public site
export const COPY = process.env.COPY; // the archive of the same site, unpacked
export const GUIDE = process.env.GUIDE; // the built site of facilitators
export const SUB_PATH = "/kurikulum/";
export const SIZES = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 900 } };
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--hide-scrollbars",
];
const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
  ".svg": "image/svg+xml", ".png": "image/png", ".pdf": "application/pdf", ".zip": "application/zip", ".xml": "text/xml",
};

export function pages(folder = SITE) {
  return readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html")).sort();
}

// One page of each kind, and every page whose kind stands alone.
export function kinds(folder = SITE) {
  const seen = new Set();
  return pages(folder).filter((name) => {
    const kind = name.includes("/") && !/^(tentang|program)\//.test(name) ? name.replace(/[^/]+$/, (file) => (file === "index.html" ? file : "*")) : name;
    return !seen.has(kind) && seen.add(kind);
  });
}

// `state.slow` holds answers back by so many milliseconds, `state.down` breaks every connection.
export function serve(folder = SITE) {
  const state = { folder, slow: () => 0, down: false, asked: [] };
  const server = createServer(answering(state));
  return listening(server, "http", () => server.closeAllConnections()).then((web) => ({ state, ...web }));
}

// As hosts do today: HTTP/2 over TLS, texts gzipped. `null` where no certificate can be made.
export function serveAsHosts(folder = SITE) {
  const place = mkdtempSync(join(tmpdir(), "sertifikat-")), [key, cert] = ["kunci.pem", "sertifikat.pem"].map((name) => join(place, name));
  try {
    execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
      "-subj", "/CN=127.0.0.1", "-keyout", key, "-out", cert], { stdio: "ignore" });
    const sessions = new Set(), server = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert), allowHTTP1: true },
      answering({ folder, slow: () => 0, down: false, asked: [] }, gzipSync));
    server.on("session", (session) => sessions.add(session));
    return listening(server, "https", () => sessions.forEach((session) => session.destroy()));
  } catch {
    return Promise.resolve(null);
  } finally {
    rmSync(place, { recursive: true });
  }
}

function answering(state, shrink) {
  return (request, answer) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    state.asked.push(path);
    if (state.down) return request.socket.destroy();
    const name = path.startsWith(SUB_PATH) ? path.slice(SUB_PATH.length) : null;
    const file = name === null ? "" : join(state.folder, normalize(name === "" || name.endsWith("/") ? `${name}index.html` : name));
    const found = file && !relative(state.folder, file).startsWith("..") && existsSync(file) && statSync(file).isFile();
    const type = TYPES[found ? extname(file) : ".html"] || "application/octet-stream", small = shrink && found && /text|json|svg/.test(type);
    setTimeout(() => {
      answer.writeHead(found ? 200 : 404, { "content-type": type, "cache-control": "no-store", ...(small ? { "content-encoding": "gzip" } : {}) });
      if (small) answer.end(shrink(readFileSync(file)));
      else if (found) createReadStream(file).pipe(answer);
      else answer.end(existsSync(join(state.folder, "404.html")) ? readFileSync(join(state.folder, "404.html")) : "<!doctype html><title>404</title>");
    }, state.slow(path));
  };
}

function listening(server, protocol, drop) {
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done({
    root: `${protocol}://127.0.0.1:${server.address().port}${SUB_PATH}`,
    close: () => { drop(); server.close(); },
  })));
}

// A fresh profile, thrown away afterwards. What a page logs as an error, and what it asks of strangers, is collected.
// Its reader moves at once, so that scripts come; a `still` one does nothing by itself. A `wide` one has a wider font.
export async function browser({ still = false, wide = false, ...options } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "uji-peramban-"));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM, headless: true, args: FLAGS, locale: "id-ID", timezoneId: "Asia/Jakarta", viewport: SIZES.desk,
    env: wide ? { ...process.env, FONTCONFIG_FILE: process.env.WIDE_FONT } : process.env, ...options,
  });
  const complaints = [];
  if (!still) await context.addInitScript(() => addEventListener("load", () => dispatchEvent(new Event("scroll"))));
  context.on("weberror", (problem) => complaints.push(String(problem.error())));
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== "file:" && protocol !== "data:" && protocol !== "blob:" && hostname !== "127.0.0.1") complaints.push(`asked ${request.url()}`);
  });
  return { context, complaints, close: async () => { await context.close(); rmSync(folder, { recursive: true, force: true }); } };
}

// The scripts have come, and what they do with the next frame (which tables scroll, where words stand) is done.
export async function settled(page) {
  await page.waitForSelector("html.siap");
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
}
