/* Preparing shared notes. */
import { register, t } from "../../i18n";
import type { Text } from "../../wire";
import { LinesField, writingLang } from "../editing/fields";
import type { Edit, FormProps, Ready } from "../editing/kind";
import { type Item, itemsOf, type Lines, linesOf, repeats, split } from "../editing/lines";

register({
  "notes.edit.name": { es: "Notas compartidas", en: "Shared notes", pt: "Notas compartilhadas" },
  "notes.edit.headings": {
    es: "Apartados, uno por línea",
    en: "Headings, one a line",
    pt: "Seções, uma por linha",
  },
  "notes.edit.usual": {
    es: "Vacío: los siete apartados de siempre (desafíos, buenas prácticas, lecciones, propuestas, ofertas, cooperación requerida, acuerdos).",
    en: "Empty: the usual seven headings (challenges, good practices, lessons, proposals, offers, cooperation required, agreements).",
    pt: "Vazio: as sete seções de sempre (desafios, boas práticas, lições, propostas, ofertas, cooperação necessária, acordos).",
  },
  "notes.fault.many": {
    es: "Son demasiados apartados: el máximo es 20.",
    en: "There are too many headings: 20 at most.",
    pt: "São seções demais: o máximo é 20.",
  },
  "notes.fault.twice": {
    es: "Hay dos apartados iguales.",
    en: "Two headings are the same.",
    pt: "Há duas seções iguais.",
  },
  "notes.ready.table": { es: "Notas de mesa", en: "Table notes", pt: "Notas de mesa" },
});

export interface NotesForm {
  lines: Lines;
}

interface Heading {
  id: string;
  title: Text;
  hint?: Text;
}

const MOST = 20;

function ready(): Ready<NotesForm>[] {
  return [
    {
      id: "table",
      name: "notes.ready.table",
      question: {
        es: "¿Qué desafíos, prácticas y propuestas deja esta mesa?",
        en: "What challenges, practices and proposals does this table leave?",
        pt: "Que desafios, práticas e propostas esta mesa deixa?",
      },
      note: {
        es: "No incluya nombres, números de expediente ni datos que permitan identificar a personas solicitantes o refugiadas.",
        en: "Do not include names, file numbers or details that could identify applicants or refugees.",
        pt: "Não inclua nomes, números de processo nem dados que permitam identificar solicitantes ou pessoas refugiadas.",
      },
      minutes: 40,
      form: { lines: linesOf([], writingLang()) },
    },
  ];
}

export function read(setup: Record<string, unknown>): NotesForm {
  const headings = (setup.headings as Heading[] | undefined) ?? [];
  const items: Item[] = headings.map(({ id, title, hint }) => ({
    id,
    text: title,
    ...(hint ? { hint } : {}),
  }));
  return { lines: linesOf(items, writingLang()) };
}

export function write(form: NotesForm): Record<string, unknown> {
  const items = itemsOf(form.lines, "h", false) as Item[];
  if (items.length === 0) return {};
  return {
    headings: items.map(({ id, text, hint }) => ({ id, title: text, ...(hint ? { hint } : {}) })),
  };
}

export function faults(form: NotesForm): string[] {
  if (split(form.lines).length > MOST) return ["notes.fault.many"];
  return repeats(form.lines) ? ["notes.fault.twice"] : [];
}

function Main({ form, onForm }: FormProps<NotesForm>) {
  return (
    <>
      <LinesField
        label={t("notes.edit.headings")}
        lines={form.lines}
        onLines={(lines) => onForm({ lines })}
      />
      <p class="small muted">{t("notes.edit.usual")}</p>
    </>
  );
}

export const edit: Edit<NotesForm> = {
  place: 3,
  name: "notes.edit.name",
  get ready() {
    return ready();
  },
  read,
  write,
  faults,
  Main,
};
