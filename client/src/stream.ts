/*
 * What a socket does, for networks that let no WebSocket through: the view comes as server-sent events, what is said
 * goes as requests, one after the other. Fetched only when it is needed.
 */
import type { Cursor } from "./state";

const FIRST_MS = 10_000;
const QUIET_MS = 45_000; // the server says something every 20 s
const POST_MS = 10_000;
const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;
const ENDS = ["bad_message", "forbidden", "no_pass", "unknown_meeting"];

type Said = { type: string; id?: string; cursor?: Cursor };

/** Opens once somebody says hello, as a socket would be spoken to. */
export class Stream {
  readyState: number = CONNECTING;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  private source: EventSource | undefined;
  private patience: ReturnType<typeof setTimeout> | undefined;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly meeting: string,
    private readonly role: string,
  ) {
    void Promise.resolve().then(() => {
      if (this.readyState !== CONNECTING) return;
      this.readyState = OPEN;
      this.onopen?.();
    });
  }

  send(text: string): void {
    const said = JSON.parse(text) as Said;
    if (said.type === "hello") this.listen(said.cursor);
    else if (said.type === "ping") void this.post(text, said);
    // In order: of two ballots the one said last must be the one that stays.
    else this.last = this.last.then(() => this.post(text, said));
  }

  close(code = 1006): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    clearTimeout(this.patience);
    this.source?.close();
    this.onclose?.({ code });
  }

  private path(name: string): string {
    return `/api/m/${this.meeting}/${name}?as=${this.role}`;
  }

  private listen(cursor: Cursor | undefined): void {
    const from = cursor ? `&cursor=${encodeURIComponent(JSON.stringify(cursor))}` : "";
    const source = new EventSource(this.path("live") + from);
    this.source = source;
    this.wait(FIRST_MS);
    source.onmessage = (event: MessageEvent<string>) => {
      this.wait(QUIET_MS);
      this.hear(event.data);
    };
    source.onerror = () => {
      // Coming back is the connection's business: it knows when, and from where.
      const refused = source.readyState === EventSource.CLOSED;
      source.close();
      if (refused) void this.post('{"type":"ping"}', { type: "ping" }).then(() => this.close());
      else this.close();
    };
  }

  private wait(ms: number): void {
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.close(), ms);
  }

  private hear(data: string): void {
    if (this.readyState === OPEN) this.onmessage?.({ data });
  }

  private async post(text: string, said: Said): Promise<void> {
    if (this.readyState !== OPEN) return; // what was not answered goes again with the next line
    try {
      const answer = await fetch(this.path("command"), {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: text,
        signal: AbortSignal.timeout(POST_MS),
      });
      const body = await answer.text();
      if (answer.ok) return this.hear(body);
      // A status tells the browser nothing that an event stream could: the reason is in the words of a goodbye.
      const code = (JSON.parse(body) as { code?: string }).code;
      if (code && ENDS.includes(code))
        return this.hear(JSON.stringify({ type: "bye", code, again: false }));
    } catch {
      // no network, or somebody else's page: as if it had not been said
    }
    if (said.id) this.hear(JSON.stringify({ type: "reply", id: said.id, verdict: "unknown" }));
  }
}
