/*
 * Ballots of this phone: kept before they are sent, sent until they are answered, with one id all along. A reload, a
 * dead network or a sleeping phone loses none and doubles none.
 */
import { signal } from "@preact/signals";
import type { Ballot } from "./activities/kind";
import { command, type Reply, withdraw } from "./connection";
import { freshId } from "./ids";
import { forget, keep, kept, keptNames } from "./storage";

export interface Own {
  activity: string;
  round: number;
  ballotId: string;
  commandId: string;
  /** Gone once a secret round was sealed: what was chosen is nobody's business then, not even this phone's. */
  ballot?: Ballot | undefined;
  /** sending: not answered, and this browser keeps nothing. */
  state: "sending" | "kept" | "received" | "refused";
  code?: string | undefined;
}

/** A round as far as it decides what this phone may still keep of it. */
export interface Round {
  id: string;
  round: number;
  secrecy: string;
  sealed: boolean;
}

const all = signal<ReadonlyMap<string, Own>>(new Map());
let place = "";

function name(activity: string, round: number): string {
  return `${place}.${activity}.${round}`;
}

function put(own: Own): Own {
  const stored = keep(`ballot.${name(own.activity, own.round)}`, own);
  const shown: Own = own.state === "kept" && !stored ? { ...own, state: "sending" } : own;
  all.value = new Map(all.value).set(name(own.activity, own.round), shown);
  return shown;
}

/** The ballot of this phone in a round, and what became of it. Reads a signal. */
export function ownBallot(activity: string, round: number): Own | undefined {
  return all.value.get(name(activity, round));
}

/** Whether a ballot waits to be answered and is safe on this phone. */
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
  const before = ownBallot(activity, round);
  const own: Own = {
    activity,
    round,
    ballot,
    ballotId: freshId(),
    commandId: freshId(),
    state: "kept",
  };
  const shown = put(own);
  if (before) withdraw(before.commandId);
  return send(shown);
}

async function send(own: Own): Promise<Own> {
  const args = {
    activity: own.activity,
    round: own.round,
    ballot_id: own.ballotId,
    ballot: own.ballot,
  };
  const reply = await command("cast_ballot", args, own.commandId);
  const current = ownBallot(own.activity, own.round);
  if (current?.ballotId !== own.ballotId) return own; // another took its place meanwhile
  return put(answered(own, reply));
}

function answered(own: Own, reply: Reply): Own {
  return reply.verdict === "recorded"
    ? { ...own, state: "received", code: undefined }
    : { ...own, state: "refused", code: reply.code ?? "unknown" };
}

/** Sends what was received once more, with its own ids: after a new epoch the server may have lost what it had. What it
 * still has is not counted twice; in rounds that are sealed nothing can be added. */
export function offerAgain(rounds: readonly Round[]): void {
  for (const { id, round, sealed } of rounds) {
    const own = ownBallot(id, round);
    if (!sealed && own?.state === "received" && own.ballot) void send(own);
  }
}

/** `ballot` is what the delegation has now: where somebody else of it has replaced the own one, that is forgotten. */
export function replacedBy(activity: string, round: number, ballot: Ballot): void {
  const own = ownBallot(activity, round);
  const replaced = JSON.stringify(own?.ballot) !== JSON.stringify(ballot);
  if (own?.state === "received" && own.ballot && replaced) put({ ...own, ballot: undefined });
}

/** A ballot that is being made, and survives a reload. */
export function keptDraft(activity: string, round: number): Ballot | undefined {
  return kept<Ballot>(`draft.${name(activity, round)}`);
}

export function keepDraft(activity: string, round: number, draft: Ballot): void {
  keep(`draft.${name(activity, round)}`, draft);
}

export function forgetDraft(activity: string, round: number): void {
  forget(`draft.${name(activity, round)}`);
}

/** Forgets what rounds that are over leave behind: drafts, and in secret ones the choice. The receipt stays. */
export function tidy(rounds: readonly Round[]): void {
  for (const { id, round, secrecy, sealed } of rounds) {
    for (let past = 1; past <= (sealed ? round : round - 1); past++) {
      forgetDraft(id, past);
      const own = ownBallot(id, past);
      const answered = own?.state === "received" || own?.state === "refused";
      if (secrecy === "secret" && answered && own.ballot) put({ ...own, ballot: undefined });
    }
  }
}
