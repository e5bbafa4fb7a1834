import { describe, expect, it } from "vitest";
import { forTheRoom as ranked } from "../../activities/prioritise/Result";
import type { EntryValue } from "../../wire";
import { firstLines, LINES, questionScale, shorten } from "./fit";
import { forTheRoom } from "./NotesScene";

describe("at most seven lines", () => {
  it("shows all where they fit", () => {
    expect(firstLines([1, 2, 3])).toEqual({ shown: [1, 2, 3], following: 0 });
    expect(firstLines(Array.from({ length: LINES }, (_, n) => n)).following).toBe(0);
  });

  it("shows the first seven of twelve and says how many follow", () => {
    const { shown, following } = firstLines(Array.from({ length: 12 }, (_, n) => n + 1));
    expect(shown).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(following).toBe(5);
  });
});

describe("a ranking for the room", () => {
  const ranking = (...places: [number, number][]) => places.map((place) => ({ place }));
  const single = (n: number): [number, number] => [n, n];

  it("shows the first seven of twelve", () => {
    const rows = ranking(...Array.from({ length: 12 }, (_, n) => single(n + 1)));
    expect(ranked(rows)).toEqual(rows.slice(0, 7));
  });

  it("shows a tie whole or not at all", () => {
    const tie: [number, number] = [6, 8];
    const rows = ranking(...[1, 2, 3, 4, 5].map(single), tie, tie, tie, single(9));
    expect(ranked(rows)).toEqual(rows.slice(0, 5));
    const inside: [number, number] = [6, 7];
    const whole = ranking(...[1, 2, 3, 4, 5].map(single), inside, inside, single(8));
    expect(ranked(whole)).toEqual(whole.slice(0, 7));
  });

  it("shows seven where nearly everything is level", () => {
    const rows = ranking(...Array.from({ length: 12 }, (): [number, number] => [1, 12]));
    expect(ranked(rows)).toHaveLength(7);
  });
});

describe("shorten", () => {
  it("leaves what fits, without its line breaks", () => {
    expect(shorten("Sin base\n normativa ", 20)).toBe("Sin base normativa");
  });

  it("cuts between words, without a comma before the dots", () => {
    expect(shorten("Faltan normas, lineamientos y criterios", 18)).toBe("Faltan normas…");
    expect(shorten("Faltan normas, lineamientos y criterios", 18).length).toBeLessThanOrEqual(18);
  });

  it("cuts one long word where it must, and never half a letter", () => {
    expect(shorten("a".repeat(50), 10)).toBe(`${"a".repeat(9)}…`);
    expect(shorten("😀".repeat(20), 5)).toBe(`${"😀".repeat(4)}…`);
  });
});

it("stands smaller the longer the question is", () => {
  const scales = [20, 60, 100, 200, 400].map((length) => questionScale("x".repeat(length)));
  expect([...scales].sort((a, b) => b - a)).toEqual(scales);
  expect(new Set(scales).size).toBe(scales.length);
});

describe("notes read to the room", () => {
  const entry = (id: string, heading: string, flags: string[] = []): EntryValue => ({
    id,
    heading,
    text: id,
    flags,
  });
  const headings = [{ id: "challenge" }, { id: "offer" }];

  it("goes by heading, and leaves out what must not be published", () => {
    const tables = {
      t1: [entry("a", "offer"), entry("b", "challenge"), entry("c", "challenge", ["sensitive"])],
      t2: [entry("d", "challenge")],
    };
    expect(forTheRoom(tables, "t1", headings).map(({ id }) => id)).toEqual(["b", "a"]);
    expect(forTheRoom(tables, null, headings).map(({ id }) => id)).toEqual(["b", "d", "a"]);
    expect(forTheRoom(tables, "t9", headings)).toEqual([]);
  });
});
