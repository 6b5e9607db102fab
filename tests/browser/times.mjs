// How fast pages come: medians of Lighthouse's simulated times, told and not judged, since machines differ.
import { kinds, serveAsHosts } from "./kit.mjs";
import { chrome, measure } from "./measure.mjs";

const RUNS = 3;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const web = await serveAsHosts(), phone = await chrome();
if (!web) {
  console.log("Waktu tidak diukur: openssl tidak ada.");
} else for (const network of ["4G", "3G"]) {
  console.log(`\n${network} lambat, median ${RUNS} kali      nilai  FCP s  LCP s  TBT ms    CLS     kB  permintaan`);
  for (const name of kinds().filter((path) => !/^(404|luring)\.html$/.test(path))) {
    const runs = [];
    for (let i = 0; i < RUNS; i++) runs.push(await measure(phone.port, web.root + name, network));
    const of = (what) => median(runs.map((run) => run[what]));
    const cells = [of("performance"), (of("fcp") / 1000).toFixed(2), (of("lcp") / 1000).toFixed(2), of("tbt").toFixed(0), of("cls").toFixed(4), (of("bytes") / 1000).toFixed(1), of("requests")];
    console.log(name.padEnd(34) + cells.map((cell) => String(cell).padStart(7)).join("").replace(/\./g, ","));
  }
}
await phone.kill();
web?.close();
