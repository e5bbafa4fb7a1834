/*
 * What a kind brings so that votes of people without a phone can be entered: the kind's folder has an onPaper.ts whose
 * `onPaper` is this. The form of a ballot is the kind's own, as on phones.
 */
import { pick, t } from "../i18n";
import "./Apart";
import { type Ballot, isApart, type Option } from "./kind";

/** One thing a ballot says: what it is about, and what it says of it. */
export interface Line {
  about: string;
  says: string;
}

export interface OnPaper {
  /** What a ballot says, in the order of the setup: ballots that say the same give the same lines. Never called with
   * an abstention or «no aplica». */
  lines: (setup: Record<string, unknown>, ballot: Ballot) => Line[];
  /** What hands can go up for; none where hands would not say enough. */
  hands?: (setup: Record<string, unknown>) => Option[];
}

/** What hands go up for that are for nothing: no option can be called so. */
export const ABSTAINING = "_abstain";

/** What a ballot of any kind says. */
export function linesOf(kind: OnPaper, setup: Record<string, unknown>, ballot: Ballot): Line[] {
  if (!isApart(ballot)) return kind.lines(setup, ballot);
  return [{ about: "", says: t(ballot.abstain ? "vote.abstain" : "vote.not_applicable") }];
}

export function nameOf(option: Option): string {
  return pick(option.short ?? option.text);
}
