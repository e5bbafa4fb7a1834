import { register, t } from "../../i18n";
import type { Text } from "../../wire";
import { type Ballot, isApart, type Option, type Readiness } from "../kind";

register({
  "rate.progress": {
    es: "{done} de {of} valoradas",
    en: "{done} of {of} rated",
    pt: "{done} de {of} avaliadas",
  },
  "rate.may_send": {
    es: "{done} de {of} valoradas; lo que falta quedará omitido",
    en: "{done} of {of} rated; what is missing will be skipped",
    pt: "{done} de {of} avaliadas; o que falta ficará omitido",
  },
  "rate.all_skipped": {
    es: "Todo está omitido: valore algo o elija «Abstención»",
    en: "Everything is skipped: rate something or choose “Abstention”",
    pt: "Tudo está omitido: avalie algo ou escolha «Abstenção»",
  },
});

export interface Criterion {
  id: string;
  title: Text;
  low_label: Text;
  high_label: Text;
}

export interface RateSetupShape {
  options: Option[];
  criteria: Criterion[];
  low: number;
  high: number;
}

/** By option and criterion: a number, or null where it is skipped on purpose. */
export type Ratings = Record<string, Record<string, number | null>>;

export function ratings(draft: Ballot | undefined): Ratings {
  return (draft?.ratings as Ratings | undefined) ?? {};
}

/** `given` with one rating more, or another one. */
export function rated(
  given: Ratings,
  option: string,
  criterion: string,
  value: number | null,
): Ratings {
  return { ...given, [option]: { ...given[option], [criterion]: value } };
}

/** Whether an option has a number or a skip for every criterion. */
export function isDone(setup: RateSetupShape, given: Ratings, option: string): boolean {
  return setup.criteria.every(({ id }) => given[option]?.[id] !== undefined);
}

/** How far a rating has come; it can be sent as soon as it has a number. */
export function readiness(raw: Record<string, unknown>, draft: Ballot | undefined): Readiness {
  const setup = raw as unknown as RateSetupShape;
  if (isApart(draft)) return { ready: true, hint: t("vote.ready") };
  const given = ratings(draft);
  const of = setup.options.length;
  const done = setup.options.filter(({ id }) => isDone(setup, given, id)).length;
  const numbers = setup.options.some(({ id }) =>
    setup.criteria.some((criterion) => typeof given[id]?.[criterion.id] === "number"),
  );
  if (!numbers) {
    return {
      ready: false,
      hint: t(done === of ? "rate.all_skipped" : "rate.progress", { done, of }),
    };
  }
  return { ready: true, hint: done === of ? t("vote.ready") : t("rate.may_send", { done, of }) };
}
