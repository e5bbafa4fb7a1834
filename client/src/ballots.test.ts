import { beforeEach, describe, expect, it, vi } from "vitest";

const withdrawn: string[] = [];
const sent: { args: Record<string, unknown>; id: string; resolve: (reply: object) => void }[] = [];

vi.mock("./connection", () => ({
  command: (_name: string, args: Record<string, unknown>, id: string) =>
    new Promise((resolve) => {
      sent.push({ args, id, resolve });
    }),
  withdraw: (id: string) => withdrawn.push(id),
}));

async function phone(seat = "peru-1") {
  vi.resetModules();
  const ballots = await import("./ballots");
  ballots.resume("m", seat);
  return ballots;
}

beforeEach(() => {
  sent.length = 0;
  withdrawn.length = 0;
  localStorage.clear();
});

it("keeps a ballot before it is answered, and calls it received after", async () => {
  const { cast, ownBallot } = await phone();
  const answer = cast("a", 1, { choices: ["x"] });
  expect(ownBallot("a", 1)?.state).toBe("kept");
  sent[0]?.resolve({ verdict: "recorded" });
  await answer;
  expect(ownBallot("a", 1)?.state).toBe("received");
});

it("sends a ballot that a reload interrupted again, with the same ids", async () => {
  const first = await phone();
  void first.cast("a", 1, { choices: ["x"] });
  const before = sent[0];
  const second = await phone();
  expect(sent).toHaveLength(2);
  expect(sent[1]?.id).toBe(before?.id);
  expect(sent[1]?.args).toEqual(before?.args);
  expect(second.anyWaiting()).toBe(true);
});

it("tells why a ballot was refused", async () => {
  const { cast, ownBallot } = await phone();
  const answer = cast("a", 1, { choices: ["x"] });
  sent[0]?.resolve({ verdict: "refused", code: "closed" });
  await answer;
  expect(ownBallot("a", 1)).toMatchObject({ state: "refused", code: "closed" });
});

it("lets a later ballot take the place of an earlier one whose answer comes late", async () => {
  const { cast, ownBallot } = await phone();
  void cast("a", 1, { choices: ["x"] });
  const later = cast("a", 1, { choices: ["y"] });
  expect(withdrawn).toEqual([sent[0]?.id]); // else it might be sent again after the later one
  sent[1]?.resolve({ verdict: "recorded" });
  await later;
  sent[0]?.resolve({ verdict: "refused", code: "closed" });
  await Promise.resolve();
  expect(ownBallot("a", 1)).toMatchObject({ state: "received", ballot: { choices: ["y"] } });
});

describe("a sealed round", () => {
  const sealed = { id: "a", round: 1, secrecy: "secret", sealed: true };

  async function voted() {
    const ballots = await phone();
    const answer = ballots.cast("a", 1, { choices: ["x"] });
    sent[0]?.resolve({ verdict: "recorded" });
    await answer;
    return ballots;
  }

  it("leaves the receipt of a secret ballot, and not the choice", async () => {
    const { ownBallot, tidy } = await voted();
    tidy([{ ...sealed, sealed: false }]);
    expect(ownBallot("a", 1)?.ballot).toEqual({ choices: ["x"] });
    tidy([sealed]);
    expect(ownBallot("a", 1)).toMatchObject({ state: "received", ballot: undefined });
    expect(JSON.stringify(localStorage)).not.toContain("choices");
  });

  it("leaves an open ballot as it is", async () => {
    const { ownBallot, tidy } = await voted();
    tidy([{ ...sealed, secrecy: "open" }]);
    expect(ownBallot("a", 1)?.ballot).toEqual({ choices: ["x"] });
  });

  it("keeps what was not answered yet, so that it can be asked for", async () => {
    const { cast, ownBallot, tidy } = await phone();
    void cast("a", 1, { choices: ["x"] });
    tidy([sealed]);
    expect(ownBallot("a", 1)).toMatchObject({ state: "kept", ballot: { choices: ["x"] } });
  });

  it("is not offered again when the server starts over, an unsealed one is", async () => {
    const { offerAgain } = await voted();
    const first = sent[0];
    offerAgain([sealed]);
    expect(sent).toHaveLength(1);
    offerAgain([{ ...sealed, sealed: false }]);
    expect(sent[1]).toMatchObject({ id: first?.id, args: first?.args });
  });

  it("leaves no draft behind, nor does a round before the open one", async () => {
    const { keepDraft, keptDraft, tidy } = await phone();
    keepDraft("a", 1, { choices: ["x"] });
    keepDraft("a", 2, { choices: ["y"] });
    tidy([{ ...sealed, round: 2, sealed: false }]);
    expect(keptDraft("a", 1)).toBeUndefined();
    expect(keptDraft("a", 2)).toEqual({ choices: ["y"] });
  });
});

it("keeps two people on one phone apart", async () => {
  const first = await phone("peru-1");
  void first.cast("a", 1, { choices: ["x"] });
  const second = await phone("peru-2");
  expect(second.ownBallot("a", 1)).toBeUndefined();
});

it("works where nothing can be kept", async () => {
  vi.stubGlobal("localStorage", {
    getItem: () => {
      throw new Error("private");
    },
    setItem: () => {
      throw new Error("private");
    },
    clear: () => undefined,
  });
  const { cast, ownBallot } = await phone();
  void cast("a", 1, { choices: ["x"] });
  expect(ownBallot("a", 1)?.state).toBe("sending");
  vi.unstubAllGlobals();
});
