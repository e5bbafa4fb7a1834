import { defineConfig } from "vitest/config";
import { dropFacade } from "./scripts/facade.ts";
import { precompress } from "./scripts/precompress.ts";

/*
 * A first load is four requests at most: the HTML, the entry's script, its style sheet, and one page.
 * So what pages share lives in the entry's chunk, and so do the styles of the pages that phones see.
 * Pages, what only editors of an activity need, what stands in for sockets, and the notes with Yjs are chunks of
 * their own.
 * Pages import the entry's chunk, so src/main.tsx must not await a page at its top level: each would
 * wait for the other.
 */
const ENTRY = "src/main.tsx";
const OWN_CHUNK =
  /\/src\/(?:pages|notes|paper|practices|regimes|roadmap|synthesis|entries|activities\/editing)\/|\/src\/stream\.ts|\/src\/parts\/(?:Turnout|Breakdown|breakdown|movement)|\/src\/activities\/(?:.*Edit\.tsx$|.*onPaper\.ts$|(?:collect|exchange)\/(?!index)|rate\/(?!index|readiness))/;
const PHONE_STYLES = /\/src\/pages\/(?:join|phone)\b.*\.css$/;
const NOTES_LIBRARY = /\/node_modules\/(?:diff|yjs|y-protocols|lib0)\//;

function belongsToEntry(id: string): boolean {
  return PHONE_STYLES.test(id) || !(OWN_CHUNK.test(id) || NOTES_LIBRARY.test(id));
}

export default defineConfig({
  base: "/static/",
  publicDir: false,
  plugins: [precompress(), dropFacade(ENTRY)],
  build: {
    target: "es2022",
    outDir: "../server/static",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: ENTRY,
      output: {
        entryFileNames: "assets/[name].[hash].js",
        chunkFileNames: "assets/[name].[hash].js",
        assetFileNames: "assets/[name].[hash][extname]",
        codeSplitting: { groups: [{ name: "main", test: belongsToEntry }] },
      },
    },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
  },
});
