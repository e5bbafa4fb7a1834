/*
 * The socket of a pad: opens, listens, comes back by itself with full jitter, and finds out when it is dead.
 */
import { message, QUERY_AWARENESS } from "./bytes";

export interface SocketLike {
  binaryType: string;
  readonly readyState: number;
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  send(data: Uint8Array<ArrayBuffer>): void;
  close(): void;
}

export interface Listener {
  opened(): void;
  heard(data: Uint8Array): void;
  /** `final`: the server said not to come back. */
  closed(final: boolean): void;
}

const OPEN = 1;
const CAP_MS = 15_000;
const FIRST_MS = 500;
const CONNECT_MS = 8000;
/** The server says something every few seconds, if only that it is there. */
const SILENCE_MS = 45_000;
const ANSWER_MS = 3000;
/** A confirmation waits for the disk, and for those before it. */
const REPLY_MS = 6000;

export class PadSocket {
  private socket: SocketLike | undefined;
  private tries = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private patience: ReturnType<typeof setTimeout> | undefined;
  private stopped = true;
  private readonly make: () => SocketLike;
  private readonly listener: Listener;

  constructor(make: () => SocketLike, listener: Listener) {
    this.make = make;
    this.listener = listener;
  }

  start(): void {
    this.stopped = false;
    document.addEventListener("visibilitychange", this.wake);
    addEventListener("pageshow", this.wake);
    addEventListener("online", this.wake);
    this.open();
  }

  stop(): void {
    this.stopped = true;
    document.removeEventListener("visibilitychange", this.wake);
    removeEventListener("pageshow", this.wake);
    removeEventListener("online", this.wake);
    clearTimeout(this.retry);
    this.drop();
  }

  /** False where there is no open socket: nothing was sent. */
  send(data: Uint8Array<ArrayBuffer>): boolean {
    if (this.socket?.readyState !== OPEN) return false;
    this.socket.send(data);
    return true;
  }

  /** Somebody is owed an answer: without any the socket is dead, however open it looks. */
  expectAnswer(): void {
    if (this.socket?.readyState === OPEN) this.expect(REPLY_MS);
  }

  /** Lets this socket go and opens another at once. */
  restart(): void {
    if (this.stopped) return;
    this.drop();
    this.listener.closed(false);
    this.tries = 0;
    this.open();
  }

  private open(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    const socket = this.make();
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    this.expect(CONNECT_MS);
    socket.onopen = () => {
      if (this.socket !== socket) return;
      this.expect(SILENCE_MS);
      this.listener.opened();
    };
    socket.onmessage = (event) => {
      if (this.socket !== socket) return;
      this.tries = 0;
      this.expect(SILENCE_MS);
      this.listener.heard(new Uint8Array(event.data as ArrayBuffer));
    };
    socket.onclose = (event) => {
      if (this.socket === socket) this.lost(event.code);
    };
  }

  private lost(code: number): void {
    this.drop();
    const final = code >= 4500 && code <= 4999;
    if (!final && !this.stopped) {
      const wait = Math.random() * Math.min(CAP_MS, FIRST_MS * 2 ** this.tries);
      this.tries += 1;
      this.retry = setTimeout(() => this.open(), wait);
    }
    this.listener.closed(final);
  }

  /** A phone that slept believes its socket alive: ask, and open another where no answer comes. */
  private readonly wake = (): void => {
    if (this.stopped || document.visibilityState === "hidden") return;
    if (this.send(message([QUERY_AWARENESS]))) this.expect(ANSWER_MS);
    else if (this.retry !== undefined) {
      this.tries = 0;
      this.open();
    }
  };

  private expect(within: number): void {
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.lost(0), within);
  }

  private drop(): void {
    clearTimeout(this.patience);
    const socket = this.socket;
    this.socket = undefined;
    socket?.close();
  }
}
