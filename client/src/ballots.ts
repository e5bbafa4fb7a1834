/*
 * Ballots of this phone: kept before they are sent, sent until they are answered, with one id all along. A reload, a
 * dead network or a sleeping phone loses none and doubles none.
 */
import { signal } from "@preact/signals";
import type { Ballot } from "./activities/kind";
import { command, type Reply } from "./connection";
import { freshId } from "./ids";
import { forget, keep, kept, keptNames } from "./storage";

export interface Own {
  activity: string;
  round: number;
  ballotId: string;
  commandId: string;
  /** Gone once a secret round took it: what was chosen is nobody's business then, not even this phone's. */
  ballot?: Ballot | undefined;
  state: "kept" | "received" | "refused";
  code?: string | undefined;
}

const all = signal<ReadonlyMap<string, Own>>(new Map());
let place = "";

function name(activity: string, round: number): string {
  return `${place}.${activity}.${round}`;
}

function put(own: Own): void {
  const next = new Map(all.value);
  next.set(name(own.activity, own.round), own);
  all.value = next;
  keep(`ballot.${name(own.activity, own.round)}`, own);
}

/** The ballot of this phone in a round, and what became of it. Reads a signal. */
export function ownBallot(activity: string, round: number): Own | undefined {
  return all.value.get(name(activity, round));
}

/** True while something waits to be answered. */
export function anyWaiting(): boolean {
  return [...all.value.values()].some((own) => own.state === "kept");
}

/** Takes up what an earlier load of the page left; `seat` keeps two people on one phone apart. */
export function resume(meeting: string, seat: string): void {
  if (place === `${meeting}.${seat}`) return;
  place = `${meeting}.${seat}`;
  const found = new Map<string, Own>();
  for (const stored of keptNames(`ballot.${place}.`)) {
    const own = kept<Own>(stored);
    if (own) found.set(name(own.activity, own.round), own);
  }
  all.value = found;
  for (const own of found.values()) if (own.state === "kept") void send(own);
}

/** Keeps a ballot, then sends it. A later one of the same round replaces it. */
export function cast(activity: string, round: number, ballot: Ballot): Promise<Own> {
  const own: Own = {
    activity,
    round,
    ballot,
    ballotId: freshId(),
    commandId: freshId(),
    state: "kept",
  };
  put(own);
  return send(own);
}

async function send(own: Own): Promise<Own> {
  const args = {
    activity: own.activity,
    round: own.round,
    ballot_id: own.ballotId,
    ballot: own.ballot,
  };
  const reply = await command("cast_ballot", args, own.commandId);
  const current = all.value.get(name(own.activity, own.round));
  if (current?.ballotId !== own.ballotId) return own; // another took its place meanwhile
  const next = answered(own, reply);
  put(next);
  return next;
}

function answered(own: Own, reply: Reply): Own {
  return reply.verdict === "recorded"
    ? { ...own, state: "received", code: undefined }
    : { ...own, state: "refused", code: reply.code ?? "unknown" };
}

/** A secret round was sealed: the choice goes, the receipt stays. */
export function forgetChoice(activity: string, round: number): void {
  const own = ownBallot(activity, round);
  if (own?.ballot && own.state !== "kept") put({ ...own, ballot: undefined });
}

/** Forgets a refused ballot, so that another can be made. */
export function drop(activity: string, round: number): void {
  const next = new Map(all.value);
  next.delete(name(activity, round));
  all.value = next;
  forget(`ballot.${name(activity, round)}`);
}
