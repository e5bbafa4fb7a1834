import { beforeEach, describe, expect, it } from "vitest";
import "./words";
import { replaceAll } from "../../state";
import type { ActivityValue, PlanActivity } from "../../wire";
import { addArgs } from "./activityDraft";
import { mayGoOn, nextRoundOf, nextTitle, onList, shorterLists } from "./nextRound";

const option = (id: string) => ({ id, text: { es: `Opción ${id}`, en: `Option ${id}` } });

const ranking: PlanActivity = {
  id: "first",
  code: "PR-01",
  kind: "prioritise",
  title: { es: "Sondeo, ronda 1 (indicativo)", en: "Poll, round 1", pt: "Consulta" },
  phase: "revealed",
  round: 1,
  skipped: false,
  sealed: true,
  minutes: 5,
  voters: "delegates",
  secrecy: "secret",
  follows: null,
  method: [],
  trial: false,
  setup: {
    question: { es: "¿Qué va primero?" },
    method: "rank",
    headline: "delegation",
    top: 3,
    options: ["a", "b", "c", "d", "e"].map(option),
  },
};

const told = (places: Record<string, [number, number]>) => ({
  outcome: { findings: Object.entries(places).map(([id, place]) => ({ id, place })) },
});

beforeEach(() => replaceAll(["e", 1], { meeting: { languages: ["es", "en", "pt"] } }));

describe("the next round", () => {
  it("follows the one before, under the next number", () => {
    const draft = nextRoundOf(ranking);
    expect(draft?.follows).toBe("first");
    expect(draft?.secrecy).toBeNull();
    expect(draft?.title).toEqual({
      es: "Sondeo, ronda 2 (indicativo)",
      en: "Poll, round 2",
      pt: "Consulta, rodada 2",
    });
    expect(nextTitle({ es: "Sondeo", fr: "Sondage" })).toEqual({
      es: "Sondeo, ronda 2",
      fr: "Sondage, 2",
    });
  });

  it("is offered of what was voted on and counts", () => {
    const live = { pads: false, boards: false } as ActivityValue;
    expect(mayGoOn(ranking, live)).toBe(true);
    expect(mayGoOn({ ...ranking, trial: true }, live)).toBe(false);
    expect(mayGoOn({ ...ranking, phase: "closed" }, live)).toBe(false);
    expect(mayGoOn(ranking, { ...live, pads: true })).toBe(false);
  });

  it("may go on with the first of the list, whole where they are tied", () => {
    const places = { d: [1, 1], b: [2, 3], a: [2, 3], e: [4, 4], c: [5, 5] } as const;
    expect(shorterLists(told(places as never))).toEqual([
      { asked: 3, kept: ["d", "b", "a"] },
      { asked: 4, kept: ["d", "b", "a", "e"] },
    ]);
    expect(
      shorterLists(told({ a: [1, 1], b: [2, 4], c: [2, 4], d: [2, 4], e: [5, 5], f: [6, 6] })),
    ).toContainEqual({ asked: 4, kept: ["a", "b", "c", "d"] });
    expect(shorterLists(told({ a: [1, 3], b: [1, 3], c: [1, 3] }))).toEqual([]);
    expect(shorterLists(undefined)).toEqual([]);
  });

  it("keeps ids, translations and order of what stays, and takes the rest back", () => {
    const whole = nextRoundOf(ranking);
    if (!whole) throw new Error("no draft");
    const short = addArgs(onList(whole, ranking, ["d", "a"]), "s", "second", null);
    expect(short.follows).toBe("first");
    expect(short.setup).toMatchObject({ top: 2, options: [option("a"), option("d")] });
    const again = addArgs(
      onList(onList(whole, ranking, ["d", "a"]), ranking, null),
      "s",
      "x",
      null,
    );
    expect((again.setup as { options: unknown[] }).options).toHaveLength(5);
  });
});
