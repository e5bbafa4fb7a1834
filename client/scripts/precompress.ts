import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(?:js|css|svg)$/;

/** Writes FILE.br and FILE.gz beside each FILE of text, so that the server never compresses. */
export function precompress(): Plugin {
  return {
    name: "precompress",
    apply: "build",
    generateBundle(_options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (!TEXT.test(name)) continue;
        const text = Buffer.from(file.type === "chunk" ? file.code : file.source);
        this.emitFile({ type: "asset", fileName: `${name}.br`, source: brotli(text) });
        this.emitFile({
          type: "asset",
          fileName: `${name}.gz`,
          source: gzipSync(text, { level: 9 }),
        });
      }
    },
  };
}

function brotli(text: Buffer): Buffer {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}
