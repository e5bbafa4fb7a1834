/* Preparing a prioritisation. */
import { register, t } from "../../i18n";
import { ChoiceField, LinesField, NumberField, writingLang } from "../editing/fields";
import type { Edit, FormProps, Ready } from "../editing/kind";
import { type Item, itemsOf, type Lines, linesOf, split } from "../editing/lines";
import { optionFaults } from "../editing/options";

register({
  "rank.edit.name": { es: "Priorización", en: "Prioritisation", pt: "Priorização" },
  "rank.edit.method": { es: "Cómo se prioriza", en: "How to prioritise", pt: "Como se prioriza" },
  "rank.edit.rank": {
    es: "Elegir y ordenar",
    en: "Choose and put in order",
    pt: "Escolher e ordenar",
  },
  "rank.edit.dots": { es: "Repartir puntos", en: "Share out dots", pt: "Distribuir pontos" },
  "rank.edit.points": {
    es: "Repartir puntos de diez en diez",
    en: "Share out points in tens",
    pt: "Distribuir pontos de dez em dez",
  },
  "rank.edit.approval": {
    es: "Aprobar varias, sin orden",
    en: "Approve of several, in no order",
    pt: "Aprovar várias, sem ordem",
  },
  "rank.fault.tens": {
    es: "Los puntos van de diez en diez.",
    en: "Points go in steps of ten.",
    pt: "Os pontos vão de dez em dez.",
  },
  "rank.edit.top": {
    es: "Cuántas prioridades",
    en: "How many priorities",
    pt: "Quantas prioridades",
  },
  "rank.edit.dots.number": {
    es: "Puntos por persona",
    en: "Dots per person",
    pt: "Pontos por pessoa",
  },
  "rank.edit.per_option": {
    es: "Máximo en una opción",
    en: "Most on one option",
    pt: "Máximo em uma opção",
  },
  "rank.edit.headline": {
    es: "Qué recuento decide el orden",
    en: "Which count settles the order",
    pt: "Qual contagem decide a ordem",
  },
  "rank.edit.delegation": {
    es: "Una delegación, un voto",
    en: "One delegation, one vote",
    pt: "Uma delegação, um voto",
  },
  "rank.edit.person": {
    es: "Una persona, un voto",
    en: "One person, one vote",
    pt: "Uma pessoa, um voto",
  },
  "rank.fault.shared": {
    es: "Con una papeleta por delegación decide el recuento «una delegación, un voto».",
    en: "With one ballot a delegation, the count “one delegation, one vote” settles the order.",
    pt: "Com uma cédula por delegação, decide a contagem «uma delegação, um voto».",
  },
  "rank.fault.top": {
    es: "Indique cuántas prioridades se eligen: no más que opciones haya.",
    en: "Say how many priorities are chosen: no more than there are options.",
    pt: "Indique quantas prioridades se escolhem: não mais do que as opções.",
  },
  "rank.fault.dots": {
    es: "Indique cuántos puntos reparte cada persona: no más de los que caben en las opciones.",
    en: "Say how many dots each person shares out: no more than fit on the options.",
    pt: "Indique quantos pontos cada pessoa distribui: não mais do que cabem nas opções.",
  },
  "rank.fault.per_option": {
    es: "El máximo en una opción no puede superar los puntos por persona.",
    en: "The most on one option cannot exceed the dots per person.",
    pt: "O máximo em uma opção não pode superar os pontos por pessoa.",
  },
  "rank.ready.rank": {
    es: "Elegir y ordenar prioridades",
    en: "Choose and order priorities",
    pt: "Escolher e ordenar prioridades",
  },
  "rank.ready.dots": {
    es: "Repartir puntos entre opciones",
    en: "Share out dots among options",
    pt: "Distribuir pontos entre opções",
  },
});

export interface RankForm {
  method: "rank" | "dots" | "points" | "approval";
  lines: Lines;
  top: number | null;
  dots: number | null;
  perOption: number | null;
  headline: "delegation" | "person";
}

function blank(method: RankForm["method"]): RankForm {
  return {
    method,
    lines: linesOf([], writingLang()),
    top: 3,
    dots: 5,
    perOption: null,
    headline: "delegation",
  };
}

function ready(): Ready<RankForm>[] {
  return [
    {
      id: "rank",
      name: "rank.ready.rank",
      question: {
        es: "¿Qué convendría atender primero?",
        en: "What should be addressed first?",
        pt: "O que conviria tratar primeiro?",
      },
      minutes: 5,
      form: blank("rank"),
    },
    {
      id: "dots",
      name: "rank.ready.dots",
      question: {
        es: "¿En qué convendría concentrar el esfuerzo conjunto?",
        en: "Where should the joint effort be concentrated?",
        pt: "Em que conviria concentrar o esforço conjunto?",
      },
      minutes: 4,
      form: blank("dots"),
    },
  ];
}

export function read(setup: Record<string, unknown>): RankForm {
  const number = (name: string) => (setup[name] as number | undefined) ?? null;
  return {
    method: (setup.method as RankForm["method"] | undefined) ?? "rank",
    lines: linesOf((setup.options as Item[] | undefined) ?? [], writingLang()),
    top: number("top"),
    dots: number("dots") ?? 5,
    perOption: number("per_option"),
    headline: (setup.headline as RankForm["headline"] | undefined) ?? "delegation",
  };
}

export function write(form: RankForm): Record<string, unknown> {
  const { method, headline } = form;
  const common = {
    method,
    headline,
    options: itemsOf(form.lines, "o"),
    ...(form.top === null ? {} : { top: form.top }),
  };
  if (choosing(method)) return common;
  return {
    ...common,
    dots: form.dots,
    ...(form.perOption === null ? {} : { per_option: form.perOption }),
  };
}

export function faults(form: RankForm): string[] {
  const options = split(form.lines).length;
  const found = optionFaults(form.lines);
  if (choosing(form.method) ? form.top === null || form.top > options : (form.top ?? 0) > options) {
    found.push("rank.fault.top");
  }
  return choosing(form.method) ? found : [...found, ...dotFaults(form, options)];
}

/** Methods in which a person picks options instead of sharing something out. */
function choosing(method: RankForm["method"]): boolean {
  return method === "rank" || method === "approval";
}

function dotFaults({ method, dots, perOption }: RankForm, options: number): string[] {
  if (dots === null) return ["rank.fault.dots"];
  if (method === "points" && (dots % 10 || (perOption ?? 0) % 10)) return ["rank.fault.tens"];
  if (perOption === null) return [];
  if (perOption > dots) return ["rank.fault.per_option"];
  return perOption * options < dots ? ["rank.fault.dots"] : [];
}

/** Dots and points are of another size: a number that was right for one is wrong for the other. */
function changed(form: RankForm, method: RankForm["method"]): Partial<RankForm> {
  if (choosing(method) || method === form.method) return { method };
  return { method, dots: method === "points" ? 100 : 5, perOption: null };
}

function Main({ form, onForm }: FormProps<RankForm>) {
  return (
    <LinesField
      label={t("edit.options")}
      lines={form.lines}
      cite
      onLines={(lines) => onForm({ ...form, lines })}
    />
  );
}

function More({ form, onForm }: FormProps<RankForm>) {
  const set = (change: Partial<RankForm>) => onForm({ ...form, ...change });
  return (
    <>
      <div class="form-pair">
        <ChoiceField
          label={t("rank.edit.method")}
          value={form.method}
          choices={(["rank", "dots", "points", "approval"] as const).map((value) => ({
            value,
            label: t(`rank.edit.${value}`),
          }))}
          onValue={(value) => set(changed(form, value as RankForm["method"]))}
        />
        <NumberField
          label={t("rank.edit.top")}
          value={form.top}
          low={1}
          high={40}
          onValue={(top) => set({ top })}
        />
      </div>
      {!choosing(form.method) && (
        <div class="form-pair">
          <NumberField
            label={t("rank.edit.dots.number")}
            value={form.dots}
            low={1}
            high={1000}
            onValue={(dots) => set({ dots })}
          />
          <NumberField
            label={t("rank.edit.per_option")}
            value={form.perOption}
            low={1}
            high={1000}
            onValue={(perOption) => set({ perOption })}
          />
        </div>
      )}
      <ChoiceField
        label={t("rank.edit.headline")}
        value={form.headline}
        choices={(["delegation", "person"] as const).map((value) => ({
          value,
          label: t(`rank.edit.${value}`),
        }))}
        onValue={(headline) => set({ headline: headline as RankForm["headline"] })}
      />
    </>
  );
}

export const edit: Edit<RankForm> = {
  place: 2,
  votes: true,
  name: "rank.edit.name",
  get ready() {
    return ready();
  },
  read,
  write,
  faults,
  sharedFaults: ({ headline }) => (headline === "person" ? ["rank.fault.shared"] : []),
  Main,
  More,
};
