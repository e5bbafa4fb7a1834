/*
 * What was written here and is not confirmed yet, in the order it was written, and which of it is on its way. The server
 * answers each message in turn, so the first on its way is the one that an answer is about.
 */
import * as Y from "yjs";

/** The server takes 64 KiB a message. */
export const MOST_BYTES = 60_000;

/** `covers`: how many of the updates, from the first, a message holds; `whole`: all that the room lacked. */
interface Flight {
  covers: number;
  whole: boolean;
}

export class Unsaved {
  private batch: Uint8Array[] = [];
  private kept: Uint8Array[];
  private flights: Flight[] = [];

  constructor(kept: Uint8Array[] = []) {
    this.kept = kept;
  }

  /** Everything, as few updates: what was added since the last call is one. */
  get updates(): Uint8Array[] {
    if (this.batch.length > 0) this.kept.push(Y.mergeUpdates(this.batch));
    this.batch = [];
    return this.kept;
  }

  get any(): boolean {
    return this.updates.length > 0;
  }

  add(update: Uint8Array): void {
    this.batch.push(update);
  }

  /** Hands over what is not on its way yet, as messages the server takes, until one cannot be sent. */
  sendRest(send: (update: Uint8Array) => boolean): void {
    const updates = this.updates;
    for (let at = this.flying; at < updates.length; at = this.flying) {
      const covers = this.fitting(at);
      if (!send(Y.mergeUpdates(updates.slice(at, at + covers)))) return;
      this.flights.push({ covers, whole: false });
    }
  }

  /** A message is on its way that holds all there is. */
  sentWhole(): void {
    this.flights.push({ covers: this.updates.length - this.flying, whole: true });
  }

  /** A message is on its way that holds nothing, and will be answered. */
  sentNothing(): void {
    this.flights.push({ covers: 0, whole: false });
  }

  /** The first message on its way is on disk. */
  confirmed(): void {
    this.kept.splice(0, this.flights.shift()?.covers ?? 0);
  }

  /** The first message on its way was not taken; whether it held all that the room lacked. */
  denied(): boolean {
    return this.flights.shift()?.whole ?? false;
  }

  /** The socket is gone, and with it every answer. */
  grounded(): void {
    this.flights = [];
  }

  private get flying(): number {
    return this.flights.reduce((sum, flight) => sum + flight.covers, 0);
  }

  /** How many updates from `at` fit in one message; one does. */
  private fitting(at: number): number {
    let covers = 0;
    let size = 0;
    for (const update of this.kept.slice(at)) {
      size += update.length;
      if (covers > 0 && size > MOST_BYTES) break;
      covers += 1;
    }
    return covers;
  }
}
