/* Preparing a poll. */
import { register, t } from "../../i18n";
import type { Text } from "../../wire";
import {
  ChoiceField,
  isWritten,
  LinesField,
  NumberField,
  TextField,
  writingLang,
} from "../editing/fields";
import type { Edit, FormProps, Ready } from "../editing/kind";
import { type Item, itemsOf, type Lines, linesOf, split } from "../editing/lines";
import { optionFaults } from "../editing/options";

register({
  "poll.edit.name": { es: "Sondeo", en: "Poll", pt: "Enquete" },
  "poll.edit.answer": { es: "Tipo de respuesta", en: "Type of answer", pt: "Tipo de resposta" },
  "poll.edit.single": { es: "Una opción", en: "One option", pt: "Uma opção" },
  "poll.edit.multiple": { es: "Varias opciones", en: "Several options", pt: "Várias opções" },
  "poll.edit.scale": { es: "Escala", en: "Scale", pt: "Escala" },
  "poll.edit.text": { es: "Texto breve", en: "Short text", pt: "Texto curto" },
  "poll.edit.at_most": { es: "Máximo por persona", en: "Most per person", pt: "Máximo por pessoa" },
  "poll.edit.at_most.hint": {
    es: "Vacío: sin límite",
    en: "Empty: no limit",
    pt: "Vazio: sem limite",
  },
  "poll.edit.low": { es: "Desde", en: "From", pt: "De" },
  "poll.edit.high": { es: "Hasta", en: "To", pt: "Até" },
  "poll.edit.low_label": {
    es: "El extremo bajo significa",
    en: "The low end means",
    pt: "O extremo baixo significa",
  },
  "poll.edit.high_label": {
    es: "El extremo alto significa",
    en: "The high end means",
    pt: "O extremo alto significa",
  },
  "poll.edit.max_length": {
    es: "Máximo de caracteres",
    en: "Most characters",
    pt: "Máximo de caracteres",
  },
  "poll.edit.text.hint": {
    es: "Las respuestas se muestran juntas, en orden alfabético y sin autoría.",
    en: "Answers are shown together, in alphabetical order and without authors.",
    pt: "As respostas são mostradas juntas, em ordem alfabética e sem autoria.",
  },
  "poll.fault.scale": {
    es: "La escala va de menor a mayor y tiene como máximo 11 valores.",
    en: "The scale goes from low to high and has 11 steps at most.",
    pt: "A escala vai do menor ao maior e tem no máximo 11 valores.",
  },
  "poll.fault.ends": {
    es: "Escriba qué significan los dos extremos de la escala.",
    en: "Write what the two ends of the scale mean.",
    pt: "Escreva o que significam os dois extremos da escala.",
  },
  "poll.ready.single": {
    es: "Elegir una opción",
    en: "Choose one option",
    pt: "Escolher uma opção",
  },
  "poll.ready.multiple": {
    es: "Elegir varias opciones",
    en: "Choose several options",
    pt: "Escolher várias opções",
  },
  "poll.ready.agree": { es: "¿Hay acuerdo?", en: "Is there agreement?", pt: "Há acordo?" },
  "poll.ready.time": {
    es: "¿Seguir o pasar al tema siguiente?",
    en: "Go on or move on?",
    pt: "Continuar ou passar ao próximo tema?",
  },
  "poll.ready.scale": { es: "Valorar de 1 a 5", en: "Rate from 1 to 5", pt: "Avaliar de 1 a 5" },
  "poll.ready.text": {
    es: "Responder con una frase",
    en: "Answer in a sentence",
    pt: "Responder com uma frase",
  },
});

export type Answer = "single" | "multiple" | "scale" | "text";

export interface PollForm {
  answer: Answer;
  lines: Lines;
  atMost: number | null;
  low: number;
  high: number;
  lowLabel: Text;
  highLabel: Text;
  maxLength: number;
}

const ANSWERS: Answer[] = ["single", "multiple", "scale", "text"];

function blank(
  answer: Answer,
  options: readonly Item[] = [],
  more: Partial<PollForm> = {},
): PollForm {
  return {
    answer,
    lines: linesOf(options, writingLang()),
    atMost: null,
    low: 1,
    high: 5,
    lowLabel: { es: "Nada", en: "Not at all", pt: "Nada" },
    highLabel: { es: "Mucho", en: "Very much", pt: "Muito" },
    maxLength: 140,
    ...more,
  };
}

const AGREE: Item[] = [
  { id: "si", text: { es: "Sí", en: "Yes", pt: "Sim" } },
  {
    id: "con-cambios",
    text: { es: "Sí, con cambios", en: "Yes, with changes", pt: "Sim, com mudanças" },
  },
  { id: "no", text: { es: "No", en: "No", pt: "Não" } },
];

const GO_ON: Item[] = [
  {
    id: "seguir",
    text: {
      es: "Seguir con este tema",
      en: "Go on with this topic",
      pt: "Continuar com este tema",
    },
  },
  {
    id: "pasar",
    text: {
      es: "Pasar al tema siguiente",
      en: "Move on to the next topic",
      pt: "Passar ao próximo tema",
    },
  },
];

function ready(): Ready<PollForm>[] {
  return [
    { id: "single", name: "poll.ready.single", minutes: 2, form: blank("single") },
    { id: "multiple", name: "poll.ready.multiple", minutes: 2, form: blank("multiple") },
    {
      id: "agree",
      name: "poll.ready.agree",
      question: {
        es: "¿Está de acuerdo con lo propuesto?",
        en: "Do you agree with what is proposed?",
        pt: "Está de acordo com o proposto?",
      },
      minutes: 1,
      form: blank("single", AGREE),
    },
    {
      id: "time",
      name: "poll.ready.time",
      question: {
        es: "¿Conviene seguir con este tema o pasar al siguiente?",
        en: "Should we go on with this topic or move on to the next?",
        pt: "Convém continuar com este tema ou passar ao próximo?",
      },
      minutes: 1,
      form: blank("single", GO_ON),
    },
    {
      id: "scale",
      name: "poll.ready.scale",
      question: {
        es: "¿Qué tan útil fue esta sesión para su trabajo?",
        en: "How useful was this session for your work?",
        pt: "Quão útil foi esta sessão para seu trabalho?",
      },
      minutes: 1,
      form: blank("scale", [], {
        lowLabel: { es: "Nada útil", en: "Not useful", pt: "Nada útil" },
        highLabel: { es: "Muy útil", en: "Very useful", pt: "Muito útil" },
      }),
    },
    {
      id: "text",
      name: "poll.ready.text",
      question: {
        es: "¿Qué idea se lleva de esta sesión?",
        en: "Which idea do you take away from this session?",
        pt: "Que ideia você leva desta sessão?",
      },
      note: {
        es: "No incluya nombres, números de expediente ni datos que permitan identificar a personas.",
        en: "Do not include names, file numbers or details that could identify people.",
        pt: "Não inclua nomes, números de processo nem dados que permitam identificar pessoas.",
      },
      minutes: 2,
      form: blank("text"),
    },
  ];
}

export function read(setup: Record<string, unknown>): PollForm {
  const scale = setup.scale as
    | { low: number; high: number; low_label: Text; high_label: Text }
    | undefined;
  return blank(setup.answer as Answer, (setup.options as Item[] | undefined) ?? [], {
    atMost: (setup.at_most as number | undefined) ?? null,
    maxLength: (setup.max_length as number | undefined) ?? 140,
    ...(scale
      ? { low: scale.low, high: scale.high, lowLabel: scale.low_label, highLabel: scale.high_label }
      : {}),
  });
}

export function write(form: PollForm): Record<string, unknown> {
  const answer = form.answer;
  if (answer === "scale") {
    const { low, high, lowLabel, highLabel } = form;
    return { answer, scale: { low, high, low_label: lowLabel, high_label: highLabel } };
  }
  if (answer === "text") return { answer, max_length: form.maxLength };
  const options = itemsOf(form.lines, "o");
  return answer === "multiple" && form.atMost !== null
    ? { answer, options, at_most: form.atMost }
    : { answer, options };
}

export function faults(form: PollForm): string[] {
  if (form.answer === "text") return [];
  if (form.answer === "scale") {
    if (form.low >= form.high || form.high - form.low > 10) return ["poll.fault.scale"];
    return isWritten(form.lowLabel) && isWritten(form.highLabel) ? [] : ["poll.fault.ends"];
  }
  const found = optionFaults(form.lines);
  const tooMany = form.answer === "multiple" && (form.atMost ?? 1) > split(form.lines).length;
  return tooMany ? [...found, "edit.fault.at_most"] : found;
}

function Main({ form, onForm }: FormProps<PollForm>) {
  const set = (change: Partial<PollForm>) => onForm({ ...form, ...change });
  if (form.answer === "text") return <p class="muted">{t("poll.edit.text.hint")}</p>;
  if (form.answer === "scale") {
    return (
      <div class="form-pair">
        <TextField
          label={t("poll.edit.low_label")}
          value={form.lowLabel}
          onValue={(lowLabel) => set({ lowLabel })}
        />
        <TextField
          label={t("poll.edit.high_label")}
          value={form.highLabel}
          onValue={(highLabel) => set({ highLabel })}
        />
      </div>
    );
  }
  return (
    <LinesField
      label={t("edit.options")}
      lines={form.lines}
      cite
      onLines={(lines) => set({ lines })}
    />
  );
}

function More({ form, onForm }: FormProps<PollForm>) {
  const set = (change: Partial<PollForm>) => onForm({ ...form, ...change });
  return (
    <>
      <ChoiceField
        label={t("poll.edit.answer")}
        value={form.answer}
        choices={ANSWERS.map((value) => ({ value, label: t(`poll.edit.${value}`) }))}
        onValue={(answer) => set({ answer: answer as Answer })}
      />
      {form.answer === "multiple" && (
        <NumberField
          label={t("poll.edit.at_most")}
          hint={t("poll.edit.at_most.hint")}
          value={form.atMost}
          low={1}
          high={40}
          onValue={(atMost) => set({ atMost })}
        />
      )}
      {form.answer === "scale" && (
        <div class="form-pair">
          <NumberField
            label={t("poll.edit.low")}
            value={form.low}
            low={0}
            high={1000}
            onValue={(n) => set({ low: n ?? 0 })}
          />
          <NumberField
            label={t("poll.edit.high")}
            value={form.high}
            low={0}
            high={1000}
            onValue={(n) => set({ high: n ?? 5 })}
          />
        </div>
      )}
      {form.answer === "text" && (
        <NumberField
          label={t("poll.edit.max_length")}
          value={form.maxLength}
          low={1}
          high={500}
          onValue={(n) => set({ maxLength: n ?? 140 })}
        />
      )}
    </>
  );
}

export const edit: Edit<PollForm> = {
  place: 1,
  votes: true,
  name: "poll.edit.name",
  get ready() {
    return ready();
  },
  read,
  write,
  faults,
  Main,
  More,
};
