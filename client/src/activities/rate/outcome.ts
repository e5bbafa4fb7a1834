/* What the server says of a rating, in the words and measures of the pages. */
import { register, t } from "../../i18n";
import type { Text } from "../../wire";
import type { Criterion } from "./readiness";

register({
  "rate.median": { es: "Mediana {value}", en: "Median {value}", pt: "Mediana {value}" },
  "rate.middle": {
    es: "mitad central: {low} a {high}",
    en: "middle half: {low} to {high}",
    pt: "metade central: {low} a {high}",
  },
  "rate.n.one": { es: "{n} valoración", en: "{n} rating", pt: "{n} avaliação" },
  "rate.n.other": { es: "{n} valoraciones", en: "{n} ratings", pt: "{n} avaliações" },
  "rate.skipped.one": { es: "{n} omitida", en: "{n} skipped", pt: "{n} omitida" },
  "rate.skipped.other": { es: "{n} omitidas", en: "{n} skipped", pt: "{n} omitidas" },
  "rate.dissent": {
    es: "Opiniones muy divididas",
    en: "Strong dissent",
    pt: "Opiniões muito divididas",
  },
  "rate.consensus": { es: "Consenso", en: "Consensus", pt: "Consenso" },
  "rate.no_consensus": { es: "Sin consenso", en: "No consensus", pt: "Sem consenso" },
  "rate.sides": {
    es: "{agree} dieron {from} o más, {against} dieron {to} o menos, de {of}",
    en: "{agree} gave {from} or more, {against} gave {to} or less, of {of}",
    pt: "{agree} deram {from} ou mais, {against} deram {to} ou menos, de {of}",
  },
  "rate.unrated": { es: "Sin valoraciones", en: "No ratings", pt: "Sem avaliações" },
  "rate.own": {
    es: "su valoración: {value}",
    en: "your rating: {value}",
    pt: "sua avaliação: {value}",
  },
  "rate.none": { es: "Nadie respondió.", en: "Nobody answered.", pt: "Ninguém respondeu." },
  "rate.following": { es: "y {n} más", en: "and {n} more", pt: "e mais {n}" },
  "rate.step": {
    es: "{value}: {count}",
    en: "{value}: {count}",
    pt: "{value}: {count}",
  },
});

/** The two ratings a middle lies between; empty where nobody rated. */
export type Span = [number, number] | [];

export interface Rating {
  criterion: string;
  n: number;
  skipped: number;
  counts: number[];
  median: Span;
  quartiles: [Span, Span] | [];
  agree: number;
  against: number;
  verdict: "consensus" | "no_consensus" | "";
  dissent: boolean;
}

export interface Row {
  id: string;
  label: Text;
  text: Text;
  ratings: Rating[];
}

export interface RateOutcome {
  low: number;
  high: number;
  criteria: Criterion[];
  rows: Row[];
  rule?: { at_least: number; from: number; below: number; to: number };
  /** The criteria of the horizontal and the vertical axis. */
  quadrant?: [string, string];
  of: number;
}

/** 7, or 7–8 where the middle lies between the two. */
export function spanText(span: Span): string {
  const [low, high] = span;
  if (low === undefined) return "–";
  return low === high ? String(low) : `${low}–${high}`;
}

export function middleText(rating: Rating): string {
  const [low = [], high = []] = rating.quartiles;
  return t("rate.middle", { low: spanText(low), high: spanText(high) });
}

/** The distribution as a line of text, without the steps that nobody gave: "3: 2, 7: 4". */
export function countsText(low: number, counts: readonly number[]): string {
  return counts
    .flatMap((count, index) => (count ? [t("rate.step", { value: low + index, count })] : []))
    .join(", ");
}

/** Where a median stands between the ends, 0 to 1; undefined where nobody rated. */
export function height(outcome: RateOutcome, row: Row, criterion: string): number | undefined {
  const [low, high] = row.ratings.find((rating) => rating.criterion === criterion)?.median ?? [];
  if (low === undefined || high === undefined) return undefined;
  return ((low + high) / 2 - outcome.low) / (outcome.high - outcome.low);
}
