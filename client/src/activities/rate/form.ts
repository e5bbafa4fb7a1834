/* What the form of a rating knows, and the setup it becomes. */
import { register } from "../../i18n";
import type { Text } from "../../wire";
import { isWritten, writingLang } from "../editing/fields";
import type { Ready } from "../editing/kind";
import { type Item, itemsOf, type Lines, linesOf, repeats, split } from "../editing/lines";
import { unknown } from "../editing/options";
import type { Criterion } from "./readiness";

register({
  "rate.fault.items": {
    es: "Escriba de una a 12 opciones.",
    en: "Write one to 12 options.",
    pt: "Escreva de uma a 12 opções.",
  },
  "rate.fault.criteria": {
    es: "Cada criterio necesita su nombre y lo que significan los dos extremos.",
    en: "Each criterion needs its name and what the two ends mean.",
    pt: "Cada critério precisa de seu nome e do que significam os dois extremos.",
  },
  "rate.fault.rule": {
    es: "La regla pide dos porcentajes y dos valores de la escala, el de rechazo menor que el de acuerdo.",
    en: "The rule needs two percentages and two ratings of the scale, that of rejection less than that of agreement.",
    pt: "A regra pede duas porcentagens e dois valores da escala, o de rejeição menor que o de acordo.",
  },
  "rate.ready.quadrant": {
    es: "Impacto y factibilidad",
    en: "Impact and feasibility",
    pt: "Impacto e viabilidade",
  },
  "rate.ready.accept": {
    es: "Aceptar líneas con una regla",
    en: "Accept lines by a rule",
    pt: "Aceitar linhas com uma regra",
  },
  "rate.ready.five": {
    es: "Valorar varias cosas de 1 a 5",
    en: "Rate several things from 1 to 5",
    pt: "Avaliar várias coisas de 1 a 5",
  },
});

export const MOST_ITEMS = 12;
export const MOST_CRITERIA = 4;

export interface RuleForm {
  atLeast: number | null;
  from: number | null;
  below: number | null;
  to: number | null;
}

export interface RateForm {
  lines: Lines;
  criteria: Criterion[];
  high: 5 | 9;
  rule: RuleForm | null;
  /** The axes of the quadrant as the setup has them; the first two criteria where there is none. */
  axes: [string, string] | null;
  quadrant: boolean;
}

/** For nine steps the usual rule; for five its like. */
export function usualRule(high: 5 | 9): RuleForm {
  return high === 9
    ? { atLeast: 75, from: 7, below: 15, to: 3 }
    : { atLeast: 75, from: 4, below: 15, to: 2 };
}

export function newCriterion(criteria: readonly Criterion[]): Criterion {
  const used = new Set(criteria.map(({ id }) => id));
  let number = 1;
  while (used.has(`c${number}`)) number += 1;
  return named(`c${number}`, {});
}

function blank(criteria: Criterion[], more: Partial<RateForm> = {}): RateForm {
  return {
    lines: linesOf([], writingLang()),
    criteria,
    high: 9,
    rule: null,
    axes: null,
    quadrant: false,
    ...more,
  };
}

const LOW: Text = { es: "Muy bajo", en: "Very low", pt: "Muito baixo" };
const HIGH: Text = { es: "Muy alto", en: "Very high", pt: "Muito alto" };

function named(id: string, title: Text, low_label = LOW, high_label = HIGH): Criterion {
  return { id, title, low_label, high_label };
}

const IMPACT = named("impacto", { es: "Impacto", en: "Impact", pt: "Impacto" });
const DEGREE = named("grado", { es: "Grado actual", en: "Present degree", pt: "Grau atual" });
const EASE = named(
  "factibilidad",
  { es: "Factibilidad", en: "Feasibility", pt: "Viabilidade" },
  { es: "Muy difícil", en: "Very difficult", pt: "Muito difícil" },
  { es: "Muy factible", en: "Very feasible", pt: "Muito viável" },
);
const AGREEMENT = named(
  "acuerdo",
  { es: "Acuerdo", en: "Agreement", pt: "Acordo" },
  { es: "En desacuerdo", en: "Disagree", pt: "Em desacordo" },
  { es: "De acuerdo", en: "Agree", pt: "De acordo" },
);

export function ready(): Ready<RateForm>[] {
  return [
    {
      id: "quadrant",
      name: "rate.ready.quadrant",
      question: {
        es: "¿Qué impacto tendría cada una, y qué tan factible sería?",
        en: "What impact would each have, and how feasible would it be?",
        pt: "Que impacto teria cada uma, e quão viável seria?",
      },
      minutes: 6,
      form: blank([IMPACT, EASE], { quadrant: true, axes: [EASE.id, IMPACT.id] }),
    },
    {
      id: "accept",
      name: "rate.ready.accept",
      question: {
        es: "¿En qué medida está de acuerdo con cada línea?",
        en: "To what extent do you agree with each line?",
        pt: "Em que medida está de acordo com cada linha?",
      },
      minutes: 4,
      form: blank([AGREEMENT], { rule: usualRule(9) }),
    },
    { id: "five", name: "rate.ready.five", minutes: 3, form: blank([DEGREE], { high: 5 }) },
  ];
}

interface RuleShape {
  at_least: number;
  from: number;
  below: number;
  to: number;
}

export function read(setup: Record<string, unknown>): RateForm {
  const rule = setup.rule as RuleShape | undefined;
  const axes = (setup.quadrant as [string, string] | undefined) ?? null;
  return {
    lines: linesOf((setup.options as Item[] | undefined) ?? [], writingLang()),
    criteria: (setup.criteria as Criterion[] | undefined) ?? [],
    high: setup.high === 5 ? 5 : 9,
    rule: rule ? { atLeast: rule.at_least, from: rule.from, below: rule.below, to: rule.to } : null,
    axes,
    quadrant: axes !== null,
  };
}

export function write(form: RateForm): Record<string, unknown> {
  const { criteria, high, rule } = form;
  const axes = axesOf(form);
  return {
    options: itemsOf(form.lines, "o"),
    criteria,
    low: 1,
    high,
    ...(rule ? { rule: ruleShape(rule) } : {}),
    ...(axes ? { quadrant: axes } : {}),
  };
}

function ruleShape({ atLeast, from, below, to }: RuleForm) {
  return { at_least: atLeast, from, below, to };
}

/** The axes kept where both criteria are still there, else the second criterion across and the first upwards. */
function axesOf({ criteria, quadrant, axes }: RateForm): [string, string] | null {
  const [first, second] = criteria;
  if (!quadrant || !first || !second) return null;
  const kept = axes?.every((axis) => criteria.some(({ id }) => id === axis));
  return axes && kept ? axes : [second.id, first.id];
}

export function faults(form: RateForm): string[] {
  const count = split(form.lines).length;
  const found: string[] = [];
  if (count < 1 || count > MOST_ITEMS) found.push("rate.fault.items");
  else if (repeats(form.lines)) found.push("edit.fault.options_twice");
  else if (unknown(form.lines)) found.push("edit.fault.options_unknown");
  const worded = form.criteria.every((criterion) =>
    [criterion.title, criterion.low_label, criterion.high_label].every((text: Text) =>
      isWritten(text),
    ),
  );
  if (!worded || form.criteria.length === 0) found.push("rate.fault.criteria");
  if (form.rule && !ruleFits(form.rule, form.high)) found.push("rate.fault.rule");
  return found;
}

function ruleFits({ atLeast, from, below, to }: RuleForm, high: number): boolean {
  if (atLeast === null || from === null || below === null || to === null) return false;
  return to < from && from <= high;
}
