// What a phone loads before it can be used: the HTML, the entry and its page, with all they import.
// Prints one line a page and fails over the budget. Lazy chunks (notes) are not part of a first load.
import { readFileSync, statSync } from "node:fs";

const BUDGET = { br: 35 * 1024, gz: 40 * 1024, requests: 4 };
const HTML = 1024; // the server renders it: a shell of links, held to this by a test of its own
const PAGES = ["join", "phone"];
const ENTRY = "src/main.tsx";

const built = new URL("../../server/static/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("manifest.json", built), "utf8"));
let over = false;

for (const page of PAGES) {
  const files = firstLoad([ENTRY, pageKey(page)]);
  const br = weight(files, ".br");
  const gz = weight(files, ".gz");
  const requests = files.size + 1;
  console.log(
    `${page}: ${kib(br)} KB brotli of ${kib(BUDGET.br)}, ${kib(gz)} KB gzip of ${kib(BUDGET.gz)}, ` +
      `${requests} requests of ${BUDGET.requests}: ${[...files].join(" ")}`,
  );
  over ||= br > BUDGET.br || gz > BUDGET.gz || requests > BUDGET.requests;
}
if (over) {
  console.error("Over the budget of a first load: load less, or later.");
  process.exit(1);
}

/** @param {string} page */
function pageKey(page) {
  const key = [`src/pages/${page}.tsx`, `src/pages/${page}/index.tsx`].find((k) => k in manifest);
  if (!key) throw new Error(`The build has no page ${page}: is it imported by ${ENTRY}?`);
  return key;
}

/** @param {string[]} keys */
function firstLoad(keys, files = new Set(), seen = new Set()) {
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    const record = manifest[key];
    for (const file of [record.file, ...(record.css ?? [])]) files.add(file);
    firstLoad(record.imports ?? [], files, seen);
  }
  return files;
}

/** @param {Set<string>} files @param {string} suffix */
function weight(files, suffix) {
  return [...files].reduce((sum, file) => sum + statSync(new URL(file + suffix, built)).size, HTML);
}

/** @param {number} bytes */
function kib(bytes) {
  return (bytes / 1024).toFixed(1);
}
