/* Preparing a fair of offers and needs. */
import { register, t } from "../../i18n";
import { LinesField, NumberField, writingLang } from "../editing/fields";
import type { Edit, FormProps, Ready } from "../editing/kind";
import { type Item, itemsOf, type Lines, linesOf } from "../editing/lines";
import { optionFaults } from "../editing/options";

register({
  "exchange.edit.name": {
    es: "Ofertas y necesidades",
    en: "Offers and needs",
    pt: "Ofertas e necessidades",
  },
  "exchange.edit.themes": {
    es: "Temas, uno por línea",
    en: "Themes, one a line",
    pt: "Temas, um por linha",
  },
  "exchange.edit.per_seat": {
    es: "Publicaciones por persona",
    en: "Posts a person",
    pt: "Publicações por pessoa",
  },
  "exchange.fault.per_seat": {
    es: "Indique cuántas publicaciones puede hacer cada persona (1 a 20).",
    en: "Say how many posts each person may make (1 to 20).",
    pt: "Indique quantas publicações cada pessoa pode fazer (1 a 20).",
  },
  "exchange.ready.fair": {
    es: "Feria de ofertas y necesidades",
    en: "Fair of offers and needs",
    pt: "Feira de ofertas e necessidades",
  },
});

export interface ExchangeForm {
  themes: Lines;
  perSeat: number | null;
  /** Kinds of support of a setup that names its own; none: the usual ones. */
  supports: unknown;
}

/** The lines of action of the region's own bank of challenges. */
const THEMES: Item[] = [
  {
    id: "ACC",
    text: {
      es: "Acceso al procedimiento",
      en: "Access to procedures",
      pt: "Acesso ao procedimento",
    },
  },
  {
    id: "BKL",
    text: { es: "Reducción del rezago", en: "Backlog reduction", pt: "Redução do passivo" },
  },
  {
    id: "MOD",
    text: {
      es: "Modalidades diferenciadas",
      en: "Differentiated modalities",
      pt: "Modalidades diferenciadas",
    },
  },
  { id: "DIG", text: { es: "Digitalización", en: "Digitalisation", pt: "Digitalização" } },
  {
    id: "QUA",
    text: {
      es: "Calidad e integridad",
      en: "Quality and integrity",
      pt: "Qualidade e integridade",
    },
  },
  {
    id: "COI",
    text: {
      es: "Información sobre países de origen",
      en: "Country-of-origin information",
      pt: "Informação sobre países de origem",
    },
  },
  { id: "INT", text: { es: "Interpretación", en: "Interpretation", pt: "Interpretação" } },
  {
    id: "CAP",
    text: { es: "Formación y personal", en: "Training and staffing", pt: "Formação e pessoal" },
  },
];

const ready: Ready<ExchangeForm>[] = [
  {
    id: "fair",
    name: "exchange.ready.fair",
    question: {
      es: "¿Qué puede ofrecer su delegación y qué necesita?",
      en: "What can your delegation offer, and what does it need?",
      pt: "O que sua delegação pode oferecer e de que precisa?",
    },
    minutes: 15,
    form: { themes: linesOf(THEMES, "es"), perSeat: 6, supports: undefined },
  },
];

export function read(setup: Record<string, unknown>): ExchangeForm {
  const themes = (setup.themes as Item[] | undefined) ?? [];
  return {
    themes: linesOf(themes, writingLang()),
    perSeat: typeof setup.per_seat === "number" ? setup.per_seat : 6,
    supports: setup.supports,
  };
}

export function write(form: ExchangeForm): Record<string, unknown> {
  const themes = itemsOf(form.themes, "T", false);
  const own = form.supports ? { supports: form.supports } : {};
  return { themes, per_seat: form.perSeat, ...own };
}

export function faults(form: ExchangeForm): string[] {
  return [
    ...optionFaults(form.themes, false),
    ...(form.perSeat === null ? ["exchange.fault.per_seat"] : []),
  ];
}

function Main({ form, onForm }: FormProps<ExchangeForm>) {
  return (
    <LinesField
      label={t("exchange.edit.themes")}
      lines={form.themes}
      onLines={(themes) => onForm({ ...form, themes })}
    />
  );
}

function More({ form, onForm }: FormProps<ExchangeForm>) {
  return (
    <NumberField
      label={t("exchange.edit.per_seat")}
      value={form.perSeat}
      low={1}
      high={20}
      onValue={(perSeat) => onForm({ ...form, perSeat })}
    />
  );
}

export const edit: Edit<ExchangeForm> = {
  place: 6,
  name: "exchange.edit.name",
  ready,
  read,
  write,
  faults,
  Main,
  More,
};
