import "../i18n/common";
import { beforeEach, describe, expect, it } from "vitest";
import { linesOf } from "../activities/onPaper";
import { lang } from "../i18n";
import { lacksPaper } from "../pages/control/steps";
import "../pages/control/words";
import { replaceAll } from "../state";
import { differences } from "./differences";
import { onPaperOf } from "./kinds";
import { voters } from "./voters";

const options = ["A", "B", "C"].map((id) => ({ id, text: { es: `Opción ${id}` } }));
const SETUPS: Record<string, [string, Record<string, unknown>]> = {
  single: ["poll", { answer: "single", options }],
  scale: ["poll", { answer: "scale", scale: { low: 1, high: 5 } }],
  text: ["poll", { answer: "text" }],
  rank: ["prioritise", { method: "rank", top: 2, options }],
  dots: ["prioritise", { method: "dots", dots: 5, options }],
  approval: ["prioritise", { method: "approval", top: 2, options }],
  rate: ["rate", { options, low: 1, high: 9, criteria: [{ id: "c", title: { es: "Impacto" } }] }],
};

function said(name: string, ballot: Record<string, unknown>): string[] {
  const [kind, setup] = SETUPS[name] ?? ["", {}];
  const paper = onPaperOf(kind);
  if (!paper) throw new Error(kind);
  return linesOf(paper, setup, ballot).map(({ about, says }) => `${about}: ${says}`);
}

beforeEach(() => {
  lang.value = "es";
});

describe("what a paper ballot says", () => {
  it.each([
    ["single", { choices: ["B"] }, ["Opción B: ✓"]],
    ["scale", { value: 4 }, ["Su respuesta: 4"]],
    ["text", { text: " Más tiempo " }, ["Su respuesta: Más tiempo"]],
    ["rank", { ranking: ["C", "A"] }, ["Opción A: 2.", "Opción C: 1."]],
    ["dots", { points: { B: 3, A: 2 } }, ["Opción A: 2", "Opción B: 3"]],
    ["approval", { approved: ["C", "A"] }, ["Opción A: ✓", "Opción C: ✓"]],
    [
      "rate",
      { ratings: { A: { c: 9 }, B: { c: null } } },
      ["Opción A · Impacto: 9", "Opción B · Impacto: Omitir", "Opción C · Impacto: Omitir"],
    ],
    ["rank", { abstain: true }, [": Abstención"]],
    ["single", { not_applicable: true }, [": No aplica"]],
  ])("%s", (name, ballot, lines) => {
    expect(said(name, ballot)).toEqual(lines);
  });

  it("is compared line by line", () => {
    const line = (about: string, says: string) => ({ about, says });
    const one = [line("A", "1."), line("B", "2."), line("C", "3.")];
    const other = [line("A", "1."), line("C", "2."), line("D", "3.")];
    expect(differences(one, one)).toEqual([]);
    expect(differences(one, other)).toEqual([
      { about: "B", first: "2.", second: undefined },
      { about: "C", first: "3.", second: "2." },
      { about: "D", first: undefined, second: "3." },
    ]);
  });

  it("can be a hand that goes up where there is one choice", () => {
    const hands = (name: string) => {
      const [kind, setup] = SETUPS[name] ?? ["", {}];
      return onPaperOf(kind)?.hands?.(setup) ?? [];
    };
    expect(hands("single")).toEqual(options);
    expect(hands("scale")).toEqual([]);
    expect(hands("rank")).toEqual([]);
  });
});

describe("who can be marked", () => {
  const seat = (id: string, head = false) => ({ id, head, claimed: false, table: null });
  beforeEach(() => {
    replaceAll(["e", 1], {
      seats: {
        delegations: [
          {
            id: "peru",
            name: { es: "Perú" },
            kind: "state",
            seats: [seat("peru-1", true), seat("peru-2")],
          },
          { id: "unhcr", name: { es: "ACNUR" }, kind: "organisation", seats: [seat("unhcr-1")] },
        ],
      },
    });
  });

  it.each([
    ["delegates", ["peru-1", "peru-2"]],
    ["heads", ["peru-1"]],
    ["delegates_and_observers", ["unhcr-1", "peru-1", "peru-2"]],
  ])("%s", (who, seats) => {
    expect(voters(who).map(({ seat: id }) => id)).toEqual(seats);
  });
});

describe("what is missing before an open round is closed", () => {
  const stands = (secrecy: string, paper: object) =>
    replaceAll(["e", 1], {
      "activity/a": { secrecy },
      "paper/a": { round: 1, entered: [], envelopes: [], hands: {}, due: false, ...paper },
    });

  it("is a ballot that was not entered, or hands that were not counted", () => {
    stands("open", { seats: { "peru-1": "paper" } });
    expect(lacksPaper("a")).toBe(true);
    stands("open", { seats: { "peru-1": "paper" }, entered: ["peru-1"] });
    expect(lacksPaper("a")).toBe(false);
    stands("open", { seats: { "peru-1": "hands" } });
    expect(lacksPaper("a")).toBe(true);
    stands("open", { seats: { "peru-1": "hands" }, hands: { yes: 1 } });
    expect(lacksPaper("a")).toBe(false);
  });

  it("is nothing in a secret one, whose envelopes are opened afterwards", () => {
    stands("secret", { seats: { "peru-1": "paper" } });
    expect(lacksPaper("a")).toBe(false);
  });
});
