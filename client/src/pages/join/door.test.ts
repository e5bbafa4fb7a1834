import { describe, expect, it } from "vitest";
import { foldCode, type LobbyDelegation, matching, pageOf, takeFragment } from "./door";

describe("a code", () => {
  it("is read as people type and paste it", () => {
    for (const typed of ["abc-def", " ABC DEF ", "abcdef", "a b c d e f", "ABC-DEFG"]) {
      expect(foldCode(typed)).toMatchObject({ code: "ABCDEF", shown: "ABC-DEF" });
    }
  });

  it("points out letters that no code has", () => {
    expect(foldCode("AB0").doubtful).toBe("0");
    expect(foldCode("ABI").doubtful).toBe("I");
    expect(foldCode("AB2").doubtful).toBeUndefined();
  });
});

describe("what stands behind the #", () => {
  it("is a code, a card or a link, and leaves the address bar", () => {
    for (const [hash, knock] of [
      ["#ABCDEF", { code: "ABCDEF" }],
      ["#s.m.peru-1.xyz", { seat: "s.m.peru-1.xyz" }],
      ["#k.m.moderator.xyz", { secret: "k.m.moderator.xyz" }],
    ] as const) {
      location.hash = hash;
      expect(takeFragment()).toEqual(knock);
      expect(location.hash).toBe("");
    }
    expect(takeFragment()).toBeUndefined();
  });
});

it("a role has its page", () => {
  expect(pageOf({ meeting: "m", role: "delegate" })).toBe("/m/m/phone");
  expect(pageOf({ meeting: "m", role: "rapporteur" })).toBe("/m/m/report");
});

it("delegations are found without accents", () => {
  const all = ["México", "Perú", "Panamá"].map(
    (name) => ({ id: name, name: { es: name }, kind: "state", free: 1 }) as LobbyDelegation,
  );
  expect(matching(all, "mexi", (d) => d.name.es ?? "").map((d) => d.id)).toEqual(["México"]);
  expect(matching(all, "", (d) => d.name.es ?? "")).toHaveLength(3);
});
