// chrono-node's share of benchmarks/speed.py: JSON lines {text, written} in; kB and processor seconds, cold and warm, out.
// chrono-node is looked for in the folder this is run in: npm install chrono-node
const chrono = require(require.resolve("chrono-node", { paths: [process.cwd()] }));
const lines = require("fs").readFileSync(0, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const round = () => {
  const before = process.cpuUsage();
  for (const { text, written } of lines) chrono.parse(text, new Date(written));
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1e6;
};
const rounds = Array.from({ length: 7 }, round);
console.log(JSON.stringify({ cold: rounds[0], warm: Math.min(...rounds.slice(1)) }));
