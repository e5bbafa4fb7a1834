import { describe, expect, it } from "vitest";
import { follow, type Moment, type Place } from "./follow";

const poll: Place = { shown: "poll", waiting: undefined, step: "poll.1.false" };
const moment = (change: Partial<Moment>): Moment => ({
  followed: "poll",
  step: "poll.1.false",
  busy: false,
  open: true,
  ...change,
});
const onward = { followed: "rank", step: "rank.1.false" };

describe("a phone", () => {
  it("shows what the moderator opened", () => {
    const begin: Place = { shown: undefined, waiting: undefined, step: "" };
    expect(follow(begin, moment({ open: false }))).toEqual(poll);
    expect(follow(poll, moment(onward))).toMatchObject({ shown: "rank", waiting: undefined });
  });

  it("does not change under somebody's fingers, and says where the moderator went", () => {
    const held = follow(poll, moment({ ...onward, busy: true }));
    expect(held).toMatchObject({ shown: "poll", waiting: "rank" });
    expect(follow(held, moment({ ...onward, busy: false }))).toBe(held);
  });

  it("goes on when what it held is closed: there is nothing left to send", () => {
    const held = follow(poll, moment({ ...onward, busy: true }));
    const after = follow(held, moment({ ...onward, busy: true, open: false }));
    expect(after).toMatchObject({ shown: "rank", waiting: undefined });
  });

  it("forgets the banner when the moderator comes back", () => {
    const held = follow(poll, moment({ ...onward, busy: true }));
    expect(follow(held, moment({ busy: true, step: "poll.1.false" }))).toEqual(poll);
  });

  it("stays with the notes its owner went to, until the moderator's next step", () => {
    const notes: Place = { ...poll, shown: "notes" };
    expect(follow(notes, moment({}))).toBe(notes);
    expect(follow(notes, moment({ step: "poll.1.true" }))).toMatchObject({ shown: "poll" });
    expect(follow(notes, moment({ step: "poll.1.true", busy: true }))).toMatchObject({
      shown: "notes",
      waiting: "poll",
    });
  });

  it("is the same object where nothing changed", () => {
    expect(follow(poll, moment({}))).toBe(poll);
  });
});
