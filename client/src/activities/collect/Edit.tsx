/* Preparing a gathering of ideas. */
import { register, t } from "../../i18n";
import { ChoiceField, NumberField } from "../editing/fields";
import type { Edit, FormProps, Ready } from "../editing/kind";

register({
  "collect.edit.name": {
    es: "Lluvia de ideas",
    en: "Gathering ideas",
    pt: "Levantamento de ideias",
  },
  "collect.edit.per_seat": {
    es: "Ideas por persona",
    en: "Ideas a person",
    pt: "Ideias por pessoa",
  },
  "collect.edit.wall": {
    es: "Qué muestra la pantalla mientras se escribe",
    en: "What the screen shows while people write",
    pt: "O que a tela mostra enquanto se escreve",
  },
  "collect.edit.wall.closed": {
    es: "Solo cuántas ideas hay (en silencio)",
    en: "Only how many ideas there are (in silence)",
    pt: "Apenas quantas ideias há (em silêncio)",
  },
  "collect.edit.wall.live": { es: "Las ideas", en: "The ideas", pt: "As ideias" },
  "collect.edit.wall.why": {
    es: "Quien lee lo de otros antes de escribir propone menos y más parecido.",
    en: "People who read others before they write propose less, and more of the same.",
    pt: "Quem lê os outros antes de escrever propõe menos e mais do mesmo.",
  },
  "collect.edit.approval": {
    es: "Cada idea espera la aprobación de la moderación",
    en: "Each idea waits for the moderator’s approval",
    pt: "Cada ideia aguarda a aprovação da moderação",
  },
  "collect.fault.per_seat": {
    es: "Indique cuántas ideas puede enviar cada persona (1 a 20).",
    en: "Say how many ideas each person may send (1 to 20).",
    pt: "Indique quantas ideias cada pessoa pode enviar (1 a 20).",
  },
  "collect.ready.silent": {
    es: "Entrada en silencio",
    en: "Silent entry",
    pt: "Entrada em silêncio",
  },
});

export interface CollectForm {
  perSeat: number | null;
  wall: string;
  approval: boolean;
}

const USUAL: CollectForm = { perSeat: 3, wall: "closed", approval: false };

const ready: Ready<CollectForm>[] = [
  {
    id: "silent",
    name: "collect.ready.silent",
    question: {
      es: "¿Qué desafíos debería atender la región primero?",
      en: "Which challenges should the region address first?",
      pt: "Que desafios a região deveria atender primeiro?",
    },
    minutes: 4,
    form: USUAL,
  },
];

export function read(setup: Record<string, unknown>): CollectForm {
  return {
    perSeat: typeof setup.per_seat === "number" ? setup.per_seat : USUAL.perSeat,
    wall: setup.wall === "live" ? "live" : "closed",
    approval: setup.approval === true,
  };
}

export function write(form: CollectForm): Record<string, unknown> {
  return { per_seat: form.perSeat, wall: form.wall, approval: form.approval };
}

export function faults(form: CollectForm): string[] {
  return form.perSeat === null ? ["collect.fault.per_seat"] : [];
}

function Main({ form, onForm }: FormProps<CollectForm>) {
  return (
    <NumberField
      label={t("collect.edit.per_seat")}
      value={form.perSeat}
      low={1}
      high={20}
      onValue={(perSeat) => onForm({ ...form, perSeat })}
    />
  );
}

function More({ form, onForm }: FormProps<CollectForm>) {
  return (
    <>
      <ChoiceField
        label={t("collect.edit.wall")}
        hint={t("collect.edit.wall.why")}
        value={form.wall}
        choices={["closed", "live"].map((value) => ({
          value,
          label: t(`collect.edit.wall.${value}`),
        }))}
        onValue={(wall) => onForm({ ...form, wall })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={form.approval}
          onChange={(event) => onForm({ ...form, approval: event.currentTarget.checked })}
        />{" "}
        {t("collect.edit.approval")}
      </label>
    </>
  );
}

export const edit: Edit<CollectForm> = {
  place: 4,
  name: "collect.edit.name",
  ready,
  read,
  write,
  faults,
  Main,
  More,
};
