// One page through Lighthouse, as a cheap phone on a slow network sees it. Times are simulated, bytes are counted.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const NETWORKS = { // round trip in ms, kbit/s; the processor is four times slower
  "4G": { rttMs: 150, throughputKbps: 1638.4, requestLatencyMs: 562.5, downloadThroughputKbps: 1474.56, uploadThroughputKbps: 675 },
  "3G": { rttMs: 400, throughputKbps: 400, requestLatencyMs: 1500, downloadThroughputKbps: 360, uploadThroughputKbps: 360 },
};

export function chrome() {
  return launch({ chromePath: process.env.CHROMIUM, logLevel: "silent",
    chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--ignore-certificate-errors", "--disable-background-networking"] });
}

const SCORES = ["accessibility", "best-practices", "seo"];
const score = (lhr, name) => Math.round(100 * lhr.categories[name].score);
const number = (lhr, audit) => lhr.audits[audit].numericValue;

// Lighthouse ends when the network has been quiet for a while, at times before a page asks for its script by itself, at times after.
// A page with a question asks for it at once, so that it is always counted, and half a second of quiet is enough.
const SOON = { pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, networkQuietThresholdMs: 500, cpuQuietThresholdMs: 500 };

// Marks that do not change with the machine: for accessibility, practices and catalogues, what comes over the line, what moves.
export async function marks(port, url) {
  const lhr = await seen(port, `${url}?diukur`, "4G", { ...SOON, onlyCategories: SCORES, onlyAudits: ["network-requests", "cumulative-layout-shift"] });
  return {
    accessibility: score(lhr, "accessibility"), practices: score(lhr, "best-practices"), seo: score(lhr, "seo"), ...weight(lhr),
    failed: SCORES.flatMap((name) => lhr.categories[name].auditRefs.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1).map(({ id }) => id)),
  };
}

// How fast a page comes to a reader who does not move: its script is never there yet.
export async function times(port, url, network) {
  const lhr = await seen(port, url, network, { onlyCategories: ["performance"], blockedUrlPatterns: ["*/situs-*.js"] });
  return {
    performance: score(lhr, "performance"), fcp: number(lhr, "first-contentful-paint"), lcp: number(lhr, "largest-contentful-paint"), tbt: number(lhr, "total-blocking-time"), ...weight(lhr),
  };
}

async function seen(port, url, network, wanted) {
  const { lhr } = await lighthouse(url, { port, logLevel: "silent", output: "json" }, { extends: "lighthouse:default", settings: {
    formFactor: "mobile", throttlingMethod: "simulate", throttling: { ...NETWORKS[network], cpuSlowdownMultiplier: 4 }, locale: "en-US", disableFullPageScreenshot: true, ...wanted } });
  return lhr;
}

function weight(lhr) {
  const requests = lhr.audits["network-requests"].details.items.filter((item) => !/^data:/.test(item.url));
  return { cls: number(lhr, "cumulative-layout-shift"), bytes: requests.reduce((sum, item) => sum + item.transferSize, 0), requests: requests.length };
}
