import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { has, LANGS, lang, pick, registered, t } from ".";

const texts = import.meta.glob([
  "../**/*.{ts,tsx}",
  "!../**/*.test.*",
  "!../main.tsx",
  "!../wire.ts",
]);
const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.*"], {
  eager: true,
  query: "?raw",
  import: "default",
});

beforeAll(async () => {
  await Promise.all(Object.values(texts).map((load) => load()));
});

describe("the catalogue", () => {
  it("has every text in every language, none empty, none shouting", () => {
    for (const [name, words] of registered()) {
      for (const code of LANGS) {
        expect(words?.[code], `${name} in ${code}`).toBeTruthy();
        expect(words?.[code], `${name} in ${code}`).not.toMatch(/[!¡]/);
      }
    }
  });

  it("has no text twice in one file or in two", () => {
    const names = Object.values(sources).flatMap((source) =>
      [...source.matchAll(/^ {2}"?([\w.]+)"?: \{\s*es:/gm)].map((match) => match[1] ?? ""),
    );
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it("has the same placeholders in every language", () => {
    const holes = (text: string) =>
      [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    for (const [name, words] of registered()) {
      for (const code of LANGS)
        expect(holes(words?.[code] ?? ""), name).toEqual(holes(words?.es ?? ""));
    }
  });

  it("has every text that a component asks for by a literal", () => {
    const asked = Object.values(sources).flatMap((source) =>
      [...source.matchAll(/\bt\(\s*"([\w.]+)"/g)].map((match) => match[1] ?? ""),
    );
    expect(asked.length).toBeGreaterThan(20);
    const missing = asked.filter((name) => !has(name) && !has(`${name}.one`));
    expect(missing).toEqual([]);
  });

  it("has words for every reason the server may refuse for", () => {
    const errors = readFileSync("../sessions/errors.py", "utf8");
    const codes = [...errors.matchAll(/^ {4}[A-Z_]+ = "(\w+)"/gm)].map((match) => match[1] ?? "");
    expect(codes).toContain("not_voter");
    expect(codes.filter((code) => !has(`code.${code}`))).toEqual([]);
  });
});

describe("texts", () => {
  it("fills placeholders and chooses by number", () => {
    lang.value = "es";
    expect(t("turnout.delegations", { n: 14, of: 17 })).toBe("14 de 17 delegaciones han votado");
    expect(t("dots.left", { n: 1 })).not.toBe(t("dots.left", { n: 2 }));
  });

  it("falls back to the original where a language is missing", () => {
    lang.value = "pt";
    expect(pick({ es: "hola", en: "hello" })).toBe("hola");
    expect(pick({ en: "hello" })).toBe("hello");
    expect(pick(undefined)).toBe("");
    lang.value = "es";
  });
});
