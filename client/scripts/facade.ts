import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Manifest, Plugin } from "vite";

/**
 * Grouping moves the entry's code into a chunk and leaves an entry file that only imports it: a request
 * for nothing. This points the manifest's entry at that chunk and removes the empty file.
 */
export function dropFacade(entry: string): Plugin {
  return {
    name: "drop-facade",
    apply: "build",
    enforce: "post",
    writeBundle({ dir }) {
      if (!dir) return;
      const path = join(dir, "manifest.json");
      const manifest: Manifest = JSON.parse(readFileSync(path, "utf8"));
      const facade = manifest[entry];
      const key = facade?.imports?.[0];
      const chunk = key && manifest[key];
      if (!facade || !chunk || !isFacade(join(dir, facade.file))) return;
      for (const suffix of ["", ".br", ".gz"]) {
        rmSync(join(dir, facade.file + suffix), { force: true });
      }
      delete manifest[key];
      manifest[entry] = { ...chunk, src: entry, isEntry: true };
      for (const record of Object.values(manifest)) {
        if (record.imports) record.imports = record.imports.map((i) => (i === key ? entry : i));
      }
      writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
    },
  };
}

function isFacade(file: string): boolean {
  return /^import\s*"[^"]+";\s*$/.test(readFileSync(file, "utf8"));
}
