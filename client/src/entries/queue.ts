/*
 * Entries of this phone: kept before they are sent, sent until they are answered, with one id all along. A reload, a
 * dead network or a sleeping phone loses none and doubles none.
 */
import { effect, signal } from "@preact/signals";
import { command } from "../connection";
import { freshId } from "../ids";
import { cursor, key } from "../state";
import { forget, keep, kept, keptNames } from "../storage";

export type Fields = { text: string } & Record<string, unknown>;

export interface Queued {
  activity: string;
  round: number;
  id: string;
  commandId: string;
  does: "add" | "edit" | "withdraw";
  fields: Fields;
  /** sending: not answered, and this browser keeps nothing. */
  state: "sending" | "kept" | "received" | "refused";
  code?: string | undefined;
}

const COMMANDS = { add: "add_entry", edit: "edit_entry", withdraw: "withdraw_entry" };

const all = signal<ReadonlyMap<string, Queued>>(new Map());
let place = "";

function nameOf(queued: Queued): string {
  return `entry.${place}.${queued.activity}.${queued.round}.${queued.id}`;
}

function put(queued: Queued): Queued {
  const stored = keep(nameOf(queued), queued);
  const shown: Queued =
    queued.state === "kept" && !stored ? { ...queued, state: "sending" } : queued;
  all.value = new Map(all.value).set(nameOf(queued), shown);
  return shown;
}

/** Forgets one that the server shows, or that was given up. */
export function drop(queued: Queued): void {
  forget(nameOf(queued));
  const left = new Map(all.value);
  left.delete(nameOf(queued));
  all.value = left;
}

/** What this phone has of a round, in the order of writing. Reads a signal. */
export function queuedOf(activity: string, round: number): Queued[] {
  return [...all.value.values()].filter((one) => one.activity === activity && one.round === round);
}

/** Takes up what an earlier load of the page left; `seat` keeps two people on one phone apart. */
export function resume(meeting: string, seat: string): void {
  if (place === `${meeting}.${seat}`) return;
  place = `${meeting}.${seat}`;
  const found = new Map<string, Queued>();
  for (const name of keptNames(`entry.${place}.`)) {
    const queued = kept<Queued>(name);
    if (queued) found.set(name, queued);
  }
  all.value = found;
  for (const queued of found.values()) if (queued.state === "kept") void send(queued);
}

/** Keeps an entry, or what is done with one, then sends it. */
export function submit(
  activity: string,
  round: number,
  does: Queued["does"],
  fields: Fields,
  id: string = freshId(),
): Promise<Queued> {
  return send(put({ activity, round, id, commandId: freshId(), does, fields, state: "kept" }));
}

async function send(queued: Queued): Promise<Queued> {
  const { activity, round, id, does, fields } = queued;
  const entry = does === "withdraw" ? {} : { entry: fields };
  const args = { activity, round, entry_id: id, ...entry };
  const reply = await command(COMMANDS[does], args, queued.commandId);
  const current = all.value.get(nameOf(queued));
  if (current?.commandId !== queued.commandId) return queued; // something else was done with it meanwhile
  const answered: Queued =
    reply.verdict === "recorded"
      ? { ...queued, state: "received", code: undefined }
      : { ...queued, state: "refused", code: reply.code ?? "unknown" };
  return put(answered);
}

/** Sends what was received once more: after a new epoch the server may have lost what it had. What it still has is the
 * same entry. */
let epoch: string | undefined;
effect(() => {
  const now = cursor.value?.[0];
  if (epoch !== undefined && now !== epoch) {
    for (const queued of all.peek().values()) {
      const live = key(`activity/${queued.activity}`);
      const open = live?.phase === "open" && live.round === queued.round;
      if (open && queued.state === "received") void send(queued);
    }
  }
  epoch = now;
});

/** What rounds that are over leave behind, once the server shows it. */
export function tidy(activity: string, round: number): void {
  for (const queued of all.peek().values()) {
    const over = queued.activity === activity && queued.round <= round;
    if (over && queued.state === "received") drop(queued);
  }
}
