import { effect } from "@preact/signals";
import { beforeEach, expect, it } from "vitest";
import { apply, cursor, key, keys, replaceAll } from "./state";

beforeEach(() => replaceAll(["e", 1], {}));

it("holds what it was told and forgets what is gone", () => {
  replaceAll(["e", 1], { "turnout/a": { voted: 1 }, "turnout/b": { voted: 2 } });
  apply(["e", 2], { "turnout/a": { voted: 3 } }, ["turnout/b"]);
  expect(key("turnout/a")).toEqual({ voted: 3 });
  expect(key("turnout/b")).toBeUndefined();
  expect(keys("turnout/")).toEqual(["turnout/a"]);
  expect(cursor.value).toEqual(["e", 2]);
});

it("forgets on a snapshot whatever was there before", () => {
  replaceAll(["e", 1], { "mine/a": { round: 1 }, now: { session: "s" } });
  replaceAll(["f", 0], { now: { session: "t" } });
  expect(key("mine/a")).toBeUndefined();
  expect(key("now")).toEqual({ session: "t" });
  expect(keys("")).toEqual(["now"]);
});

it("wakes only those who read a key that changed, once a message", () => {
  replaceAll(["e", 1], { "turnout/a": 1, "turnout/b": 1 });
  const seen: unknown[] = [];
  const stop = effect(() => {
    seen.push([key("turnout/a"), key("activity/later")]);
  });
  apply(["e", 2], { "turnout/b": 2 }, []);
  expect(seen).toHaveLength(1);
  apply(["e", 3], { "turnout/a": 2, "activity/later": "there" }, []);
  expect(seen).toEqual([
    [1, undefined],
    [2, "there"],
  ]);
  stop();
});

it("tells of new and lost names, and keeps still when only values change", () => {
  replaceAll(["e", 1], { "entries/a": 1 });
  const seen: string[][] = [];
  const stop = effect(() => {
    seen.push(keys("entries/"));
  });
  apply(["e", 2], { "entries/a": 2 }, []);
  apply(["e", 3], { "entries/b": 1 }, []);
  apply(["e", 4], {}, ["entries/a"]);
  expect(seen).toEqual([["entries/a"], ["entries/a", "entries/b"], ["entries/b"]]);
  stop();
});
