// Runs the searcher of a built site outside a browser: `node searcher.cjs FOLDER < questions`, one question a line.
// Answers one JSON a line: what was found in order, bytes (gzip) a first visitor pays, milliseconds of processor time. `node searcher.cjs FOLDER roots` takes
// {"words": [...], "known": [...]} and answers the roots. `node searcher.cjs FOLDER found < questions` answers the places found alone, quickly; `node searcher.cjs FOLDER index` takes {"words": [...]} and answers the roots that the
// index gives them.
const fs = require("node:fs"), vm = require("node:vm"), zlib = require("node:zlib"), path = require("node:path");
const folder = path.join(process.argv[2], "assets", "cari");
const name = fs.readdirSync(folder).find((file) => file.startsWith("pencari-"));
const code = fs.readFileSync(path.join(folder, name)), script = new vm.Script(code.toString());
const spent = ({ user, system }) => (user + system) / 1000;
const size = (data) => zlib.gzipSync(data, { level: 9 }).length;
function fresh() {
  const context = vm.createContext({});
  context.self = context;
  script.runInContext(context);
  let bytes = size(code);
  const load = (paths) => {
    for (const one of paths) {
      const data = fs.readFileSync(path.join(folder, one));
      bytes += size(data);
      vm.runInContext(data.toString(), context);
    }
    return Promise.resolve();
  };
  return { context, send: (message) => new Promise((done) => context.PENCARI(message, done, load)), bytes: () => bytes };
}
(async () => {
  const input = fs.readFileSync(0, "utf8");
  if (process.argv[3] === "roots") {
    const { words, known } = JSON.parse(input), { context } = fresh();
    context.daftar = new Set(known);
    context.words = words;
    console.log(JSON.stringify(vm.runInContext("words.map(function (word) { return AKAR(word, function (one) { return daftar.has(one); }); })", context)));
    return;
  }
  const warm = fresh();
  if (process.argv[3] === "index") {
    const { words } = JSON.parse(input);
    await warm.send({ type: 0 });
    for (const word of words) await warm.send({ type: 2, data: word });
    warm.context.words = words;
    console.log(JSON.stringify(vm.runInContext("words.map(AKAR.situs)", warm.context)));
    return;
  }
  console.log(JSON.stringify(await warm.send({ type: 0 })));
  if (process.argv[3] === "found") {
    for (const question of input.split("\n").filter(Boolean)) {
      const { data } = await warm.send({ type: 2, data: question });
      console.log(JSON.stringify({ question, found: data.items.map(([item]) => item.location), meant: data.koreksi }));
    }
    return;
  }
  for (const question of input.split("\n").filter(Boolean)) {
    const cold = fresh(), answer = await cold.send({ type: 2, data: question });
    await warm.send({ type: 2, data: question });
    const start = process.cpuUsage();
    await warm.send({ type: 2, data: question });
    console.log(JSON.stringify({ question, ...answer, bytes: cold.bytes(), milliseconds: spent(process.cpuUsage(start)) }));
  }
})();
