/* The next round of something: on the same list, or on the first of it as they came out. */
import type { ActivityValue, Finding, OutcomeValue, PlanActivity, Text } from "../../wire";
import { type ActivityDraft, fromPlan } from "./activityDraft";
import { editOf } from "./kinds";

export interface Shortened {
  /** How many were asked for. */
  asked: number;
  /** Ids of the options that stay: more than asked where a tie lies across the cut. */
  kept: string[];
}

type Told = Pick<OutcomeValue, "outcome">;

/** Every shorter list there is, the shortest first; none where the outcome gives no places. */
export function shorterLists(told: Told | undefined): Shortened[] {
  const findings = ((told?.outcome.findings as Finding[] | undefined) ?? []).flatMap((finding) =>
    finding.place ? [{ id: finding.id, first: finding.place[0] as number }] : [],
  );
  const lists: Shortened[] = [];
  for (let asked = 2; asked < findings.length; asked++) {
    const kept = findings.filter(({ first }) => first <= asked).map(({ id }) => id);
    if (lists.at(-1)?.kept.length === kept.length) lists.pop();
    if (kept.length < findings.length) lists.push({ asked, kept });
  }
  return lists;
}

/** `draft` on those options of `before` that are `kept`, or on all of them. */
export function onList(
  draft: ActivityDraft,
  before: PlanActivity,
  kept: readonly string[] | null,
): ActivityDraft {
  const edit = editOf(draft.kind);
  const all = before.setup.options as { id: string }[] | undefined;
  if (!edit || !all) return draft;
  const options = kept ? all.filter((option) => kept.includes(option.id)) : all;
  const setup: Record<string, unknown> = { ...edit.write(draft.form), options };
  if (typeof setup.top === "number") setup.top = Math.min(setup.top, options.length);
  return { ...draft, form: edit.read(setup) };
}

/** A copy of `before` as its next round. */
export function nextRoundOf(before: PlanActivity): ActivityDraft | undefined {
  const copy = fromPlan(before);
  return copy && { ...copy, secrecy: null, follows: before.id, title: nextTitle(before.title) };
}

const ROUND: Record<string, { named: RegExp; word: string }> = {
  es: { named: /\b(ronda) (\d+)/i, word: "ronda" },
  en: { named: /\b(round) (\d+)/i, word: "round" },
  pt: { named: /\b(rodada) (\d+)/i, word: "rodada" },
};

/** "…, round 2" becomes "…, round 3"; what does not say its round becomes the second. */
export function nextTitle(title: Text): Text {
  const named = Object.entries(title as Record<string, string>).map(([language, text]) => {
    const { named, word } = ROUND[language] ?? { named: /$^/, word: "2" };
    const next = named.test(text)
      ? text.replace(named, (_, said: string, n: string) => `${said} ${Number(n) + 1}`)
      : `${text}, ${word === "2" ? "2" : `${word} 2`}`;
    return [language, next];
  });
  return Object.fromEntries(named) as Text;
}

/** Whether another round of it says anything: people voted, and what came of it was seen. */
export function mayGoOn(plan: PlanActivity, live: ActivityValue | undefined): boolean {
  const votes = live !== undefined && !live.pads && !live.boards;
  return plan.phase === "revealed" && votes && !plan.trial;
}
