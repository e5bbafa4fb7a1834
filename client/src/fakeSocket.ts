import { deflateRawSync } from "node:zlib";
import { vi } from "vitest";

/** A server that the test plays: what the page sends is kept, what it hears is given. */
export class FakeSocket {
  static readonly OPEN = 1;
  static readonly CONNECTING = 0;
  static all: FakeSocket[] = [];
  readyState = FakeSocket.CONNECTING;
  sent: Record<string, unknown>[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string | Blob }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(
    readonly url: string,
    readonly protocol: string,
  ) {
    FakeSocket.all.push(this);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }

  opens(): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
  }

  says(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  saysPacked(message: object): void {
    this.onmessage?.({ data: new Blob([deflateRawSync(JSON.stringify(message))]) });
  }

  saysRubbish(): void {
    this.onmessage?.({ data: new Blob(["rubbish"]) });
  }
}

export const snapshot = { type: "snapshot", cursor: ["e", 5], keys: { now: { session: "s" } } };

/** The server of a test is this one, and time its own. */
export function playServer(): void {
  FakeSocket.all = [];
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeSocket);
  vi.stubGlobal("fetch", () => Promise.reject(new Error("no network in this test")));
}

/** A page that was just opened. */
export async function page() {
  vi.resetModules();
  const connection = await import("./connection");
  const state = await import("./state");
  connection.connect("m", "delegate");
  return { ...connection, ...state, last: () => FakeSocket.all.at(-1) as FakeSocket };
}
