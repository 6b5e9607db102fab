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

// `scored`: with the marks for accessibility, practices and catalogues too, which take as long as the times.
export async function measure(port, url, network = "4G", scored = true) {
  const { lhr } = await lighthouse(url, { port, logLevel: "silent", output: "json" }, { extends: "lighthouse:default", settings: {
    formFactor: "mobile", throttlingMethod: "simulate", throttling: { ...NETWORKS[network], cpuSlowdownMultiplier: 4 }, locale: "en-US",
    onlyCategories: ["performance", ...(scored ? SCORES : [])], skipAudits: ["full-page-screenshot"] } });
  const number = (audit) => lhr.audits[audit].numericValue, score = (name) => Math.round(100 * lhr.categories[name]?.score);
  const requests = lhr.audits["network-requests"].details.items.filter((item) => !/^data:/.test(item.url));
  return {
    performance: score("performance"), accessibility: score("accessibility"), practices: score("best-practices"), seo: score("seo"),
    fcp: number("first-contentful-paint"), lcp: number("largest-contentful-paint"), tbt: number("total-blocking-time"), cls: number("cumulative-layout-shift"),
    bytes: requests.reduce((sum, item) => sum + item.transferSize, 0), requests: requests.length,
    failed: (scored ? SCORES : []).flatMap((name) => lhr.categories[name].auditRefs.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1).map(({ id }) => id)),
  };
}
