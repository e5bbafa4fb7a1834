import { beforeEach, describe, expect, it } from "vitest";
import { addressFits, changesOf, draftOf, forgetDraft, keepDraft, keptDraft } from "./fields";

beforeEach(() => localStorage.clear());

describe("what a draft sends", () => {
  it("sends only what is said differently", () => {
    const before = draftOf();
    before.texts.title = "Triaje";
    const draft = structuredClone(before);
    draft.texts.results = " 30 días menos ";
    expect(changesOf(draft, before)).toEqual({ results: "30 días menos" });
    draft.texts.title = "";
    expect(changesOf(draft, before)).toEqual({ title: "", results: "30 días menos" });
  });

  it("parts tags at commas, each once, ten at most", () => {
    const draft = draftOf();
    draft.tags = " COI, triaje ,COI,, ";
    expect(changesOf(draft).tags).toEqual(["COI", "triaje"]);
    draft.tags = Array.from({ length: 14 }, (_, n) => `t${n}`).join(",");
    expect(changesOf(draft).tags).toHaveLength(10);
  });

  it("takes an address only where a browser could open it", () => {
    const draft = draftOf();
    expect(addressFits(draft)).toBe(true);
    draft.texts.website = "conare.gob.pa";
    expect(addressFits(draft)).toBe(false);
    draft.texts.website = "https://conare.gob.pa/triaje";
    expect(addressFits(draft)).toBe(true);
  });
});

it("keeps what is being written until it is sent", () => {
  const draft = draftOf();
  draft.texts.title = "Triaje";
  expect(keepDraft("m", "new", draft)).toBe(true);
  expect(keptDraft("m", "new")).toEqual(draft);
  expect(keptDraft("m", "other")).toBeUndefined();
  forgetDraft("m", "new");
  expect(keptDraft("m", "new")).toBeUndefined();
});
