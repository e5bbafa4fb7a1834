import { beforeEach, describe, expect, it, vi } from "vitest";
import { FakeSocket, page, playServer, snapshot } from "./fakeSocket";

beforeEach(playServer);

describe("a first view that is packed", () => {
  it("is unpacked, and what comes meanwhile waits for it", async () => {
    const { last, key, cursor, status } = await page();
    last().opens();
    expect(last().sent[0]).toMatchObject({ type: "hello", packed: true });
    last().saysPacked(snapshot);
    last().says({ type: "delta", cursor: ["e", 6], keys: { now: { session: "t" } }, gone: [] });
    expect(key("now")).toBeUndefined();
    await vi.waitFor(() => expect(key("now")).toEqual({ session: "t" }));
    expect(cursor.value).toEqual(["e", 6]);
    expect(status.value).toBe("online");
  });

  it("is asked for again on a new socket where it is broken", async () => {
    const { last } = await page();
    last().opens();
    const first = last();
    first.saysRubbish();
    await vi.waitFor(() => expect(first.readyState).toBe(3));
    await vi.waitFor(() => expect(FakeSocket.all).toHaveLength(2));
  });

  it("is not asked for by a browser that cannot unpack", async () => {
    vi.stubGlobal("DecompressionStream", undefined);
    const { last } = await page();
    last().opens();
    expect(last().sent[0]).not.toHaveProperty("packed");
  });
});
