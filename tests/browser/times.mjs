// How fast pages come: medians of Lighthouse's simulated times for each kind of page. Fails with page and value over a limit.
// Marks that do not change with the machine are held by lighthouse.test.mjs, on every kind of page too.
import { kinds, serveAsHosts } from "./kit.mjs";
import { chrome, times } from "./measure.mjs";

const RUNS = 3;
// The score is made of times, so only the faster network is held to it.
const LIMITS = { "4G": { lcp: 1200, tbt: 100, cls: 0.01, performance: 98 }, "3G": { lcp: 2800, tbt: 100, cls: 0.01, performance: 0 } };
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const named = process.argv.slice(2), over = [];
const web = await serveAsHosts(), phone = await chrome();
if (!web) {
  console.log("Waktu tidak diukur: openssl tidak ada.");
} else for (const [network, limits] of Object.entries(LIMITS)) {
  console.log(`\n${network} lambat, median ${RUNS} kali      nilai  FCP s  LCP s  TBT ms    CLS     kB  permintaan`);
  for (const name of named.length ? named : kinds().filter((path) => !/^(404|luring)\.html$/.test(path))) {
    const runs = [];
    for (let i = 0; i < RUNS; i++) runs.push(await times(phone.port, web.root + name, network));
    const of = (what) => median(runs.map((run) => run[what]));
    const cells = [of("performance"), (of("fcp") / 1000).toFixed(2), (of("lcp") / 1000).toFixed(2), of("tbt").toFixed(0), of("cls").toFixed(4), (of("bytes") / 1000).toFixed(1), of("requests")];
    console.log(name.padEnd(34) + cells.map((cell) => String(cell).padStart(7)).join("").replace(/\./g, ","));
    for (const what of ["lcp", "tbt", "cls"]) if (of(what) > limits[what]) over.push(`${name}, ${network}: ${what} ${of(what)}, paling banyak ${limits[what]}`);
    if (of("performance") < limits.performance) over.push(`${name}, ${network}: performance ${of("performance")}, paling sedikit ${limits.performance}`);
  }
}
await phone.kill();
web?.close();
if (over.length) console.error(`\nMelewati batas:\n${over.join("\n")}`);
process.exitCode = over.length ? 1 : 0;
