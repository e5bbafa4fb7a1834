import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(?:js|css|svg)$/;

/**
 * Writes FILE.br and FILE.gz beside each FILE of text, so that the server never compresses. From what is on
 * disk, when all is written: other plugins change chunks until the last moment.
 */
export function precompress(): Plugin {
  return {
    name: "precompress",
    apply: "build",
    enforce: "post",
    writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle).filter((name) => dir && TEXT.test(name))) {
        const path = join(dir as string, name);
        const text = readFileSync(path);
        writeFileSync(`${path}.br`, brotli(text));
        writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
      }
    },
  };
}

function brotli(text: Buffer): Buffer {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}
