/* Preparing a rating. */
import { register, t } from "../../i18n";
import { ChoiceField, LinesField, NumberField, TextField } from "../editing/fields";
import type { Edit, FormProps } from "../editing/kind";
import {
  faults,
  MOST_CRITERIA,
  newCriterion,
  type RateForm,
  type RuleForm,
  read,
  ready,
  usualRule,
  write,
} from "./form";
import type { Criterion } from "./readiness";

register({
  "rate.edit.name": { es: "Valoración", en: "Rating", pt: "Avaliação" },
  "rate.edit.scale": { es: "Escala", en: "Scale", pt: "Escala" },
  "rate.edit.scale.5": { es: "De 1 a 5", en: "From 1 to 5", pt: "De 1 a 5" },
  "rate.edit.scale.9": { es: "De 1 a 9", en: "From 1 to 9", pt: "De 1 a 9" },
  "rate.edit.criterion": {
    es: "Criterio {place}",
    en: "Criterion {place}",
    pt: "Critério {place}",
  },
  "rate.edit.low_label": { es: "1 significa", en: "1 means", pt: "1 significa" },
  "rate.edit.high_label": { es: "{high} significa", en: "{high} means", pt: "{high} significa" },
  "rate.edit.add": {
    es: "Añadir un criterio",
    en: "Add a criterion",
    pt: "Acrescentar um critério",
  },
  "rate.edit.drop": {
    es: "Quitar este criterio",
    en: "Remove this criterion",
    pt: "Retirar este critério",
  },
  "rate.edit.shown": { es: "Resultado", en: "Outcome", pt: "Resultado" },
  "rate.edit.rows": {
    es: "Distribución de cada opción",
    en: "Distribution of each option",
    pt: "Distribuição de cada opção",
  },
  "rate.edit.quadrant": {
    es: "Cuadrante de los dos primeros criterios",
    en: "Quadrant of the first two criteria",
    pt: "Quadrante dos dois primeiros critérios",
  },
  "rate.edit.rule": { es: "Regla de aceptación", en: "Acceptance rule", pt: "Regra de aceitação" },
  "rate.edit.rule.hint": {
    es: "Queda fijada al abrir y se muestra antes de votar y con el resultado.",
    en: "It is fixed once opened, and shown before the vote and with the outcome.",
    pt: "Fica fixada ao abrir e é mostrada antes de votar e com o resultado.",
  },
  "rate.edit.rule.none": { es: "Ninguna", en: "None", pt: "Nenhuma" },
  "rate.edit.rule.some": {
    es: "Consenso con porcentajes",
    en: "Consensus by percentages",
    pt: "Consenso com porcentagens",
  },
  "rate.edit.at_least": { es: "Al menos este %", en: "At least this %", pt: "Ao menos este %" },
  "rate.edit.from": {
    es: "da este valor o más",
    en: "gives this or more",
    pt: "dá este valor ou mais",
  },
  "rate.edit.below": { es: "Menos de este %", en: "Fewer than this %", pt: "Menos deste %" },
  "rate.edit.to": {
    es: "da este valor o menos",
    en: "gives this or less",
    pt: "dá este valor ou menos",
  },
});

function Main({ form, onForm }: FormProps<RateForm>) {
  return (
    <LinesField
      label={t("edit.options")}
      lines={form.lines}
      cite
      onLines={(lines) => onForm({ ...form, lines })}
    />
  );
}

function More({ form, onForm }: FormProps<RateForm>) {
  const set = (change: Partial<RateForm>) => onForm({ ...form, ...change });
  const { criteria, high } = form;
  return (
    <>
      <ChoiceField
        label={t("rate.edit.scale")}
        value={String(high)}
        choices={["5", "9"].map((value) => ({ value, label: t(`rate.edit.scale.${value}`) }))}
        onValue={(value) => {
          const next = value === "5" ? 5 : 9;
          set({ high: next, rule: form.rule && usualRule(next) });
        }}
      />
      {criteria.map((criterion, index) => (
        <CriterionFields
          key={criterion.id}
          place={index + 1}
          high={high}
          criterion={criterion}
          onCriterion={(next) =>
            set({ criteria: criteria.map((one) => (one === criterion ? next : one)) })
          }
          onDrop={
            criteria.length > 1
              ? () => set({ criteria: criteria.filter(({ id }) => id !== criterion.id) })
              : undefined
          }
        />
      ))}
      {criteria.length < MOST_CRITERIA && (
        <button
          type="button"
          class="button"
          onClick={() => set({ criteria: [...criteria, newCriterion(criteria)] })}
        >
          {t("rate.edit.add")}
        </button>
      )}
      {criteria.length > 1 && (
        <ChoiceField
          label={t("rate.edit.shown")}
          value={form.quadrant ? "quadrant" : "rows"}
          choices={["rows", "quadrant"].map((value) => ({ value, label: t(`rate.edit.${value}`) }))}
          onValue={(value) => set({ quadrant: value === "quadrant" })}
        />
      )}
      <RuleFields rule={form.rule} high={high} onRule={(rule) => set({ rule })} />
    </>
  );
}

interface CriterionFieldsProps {
  place: number;
  high: number;
  criterion: Criterion;
  onCriterion: (criterion: Criterion) => void;
  onDrop: (() => void) | undefined;
}

function CriterionFields({ place, high, criterion, onCriterion, onDrop }: CriterionFieldsProps) {
  const set = (change: Partial<Criterion>) => onCriterion({ ...criterion, ...change });
  return (
    <>
      <TextField
        label={t("rate.edit.criterion", { place })}
        value={criterion.title}
        maxLength={60}
        onValue={(title) => set({ title })}
      />
      <div class="form-pair">
        <TextField
          label={t("rate.edit.low_label")}
          value={criterion.low_label}
          maxLength={40}
          onValue={(low_label) => set({ low_label })}
        />
        <TextField
          label={t("rate.edit.high_label", { high })}
          value={criterion.high_label}
          maxLength={40}
          onValue={(high_label) => set({ high_label })}
        />
      </div>
      {onDrop && (
        <button type="button" class="button" onClick={onDrop}>
          {t("rate.edit.drop")}
        </button>
      )}
    </>
  );
}

interface RuleFieldsProps {
  rule: RuleForm | null;
  high: 5 | 9;
  onRule: (rule: RuleForm | null) => void;
}

function RuleFields({ rule, high, onRule }: RuleFieldsProps) {
  const number = (field: keyof RuleForm, name: string, low: number, most: number) =>
    rule && (
      <NumberField
        label={t(`rate.edit.${name}`)}
        value={rule[field]}
        low={low}
        high={most}
        onValue={(value) => onRule({ ...rule, [field]: value })}
      />
    );
  return (
    <>
      <ChoiceField
        label={t("rate.edit.rule")}
        hint={t("rate.edit.rule.hint")}
        value={rule ? "some" : "none"}
        choices={["none", "some"].map((value) => ({ value, label: t(`rate.edit.rule.${value}`) }))}
        onValue={(value) => onRule(value === "some" ? usualRule(high) : null)}
      />
      {rule && (
        <>
          <div class="form-pair">
            {number("atLeast", "at_least", 1, 100)}
            {number("from", "from", 2, high)}
          </div>
          <div class="form-pair">
            {number("below", "below", 1, 100)}
            {number("to", "to", 1, high - 1)}
          </div>
        </>
      )}
    </>
  );
}

export const edit: Edit<RateForm> = {
  place: 5,
  votes: true,
  name: "rate.edit.name",
  get ready() {
    return ready();
  },
  read,
  write,
  faults,
  Main,
  More,
};
