/*
 * What an activity kind brings to the pages. A kind lives in one folder and is found by it.
 */
import type { ComponentType } from "preact";
import type { ActivityValue, OutcomeValue, Text } from "../wire";

/** A ballot being made: the kind's own shape, or one of the two that every kind has. */
export type Ballot = Record<string, unknown>;

export interface VoteProps {
  activity: ActivityValue;
  /** What was chosen so far; undefined before anything was. */
  draft: Ballot | undefined;
  onDraft: (draft: Ballot) => void;
  /** Decides the order of options on this phone: the same after a reload. */
  seed: string;
}

export interface ResultProps {
  outcome: OutcomeValue["outcome"];
  activity: ActivityValue;
  size: "phone" | "screen";
  /** The voter's own ballot, where this phone may still show it. */
  own?: Ballot | undefined;
}

/** Whether a draft can be sent, and what to say of it. */
export interface Readiness {
  ready: boolean;
  hint: string;
}

export interface Kind {
  /** Where people write entries: the whole of a phone's page while it is open, and what became of them after. */
  Write?: ComponentType<{ activity: ActivityValue }>;
  /** What the moderator makes of the entries, in the panel of the control page. */
  Board?: ComponentType<{ activity: ActivityValue }>;
  Vote?: ComponentType<VoteProps>;
  Result: ComponentType<ResultProps>;
  readiness?: (setup: Record<string, unknown>, draft: Ballot | undefined) => Readiness;
}

export interface Option {
  id: string;
  text: Text;
  short?: Text;
}

export function isApart(draft: Ballot | undefined): boolean {
  return draft?.abstain === true || draft?.not_applicable === true;
}
