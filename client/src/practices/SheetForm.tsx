import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { has, pick, t } from "../i18n";
import { looksPersonal } from "../notes/personal";
import { key } from "../state";
import { addressFits, type Draft, FIELDS, type FieldShape } from "./fields";

interface Props {
  draft: Draft;
  /** What is written, at every change, to be kept. */
  onWrite: (draft: Draft) => void;
  /** The code of the refusal, if the server did not take it. */
  onSave: () => Promise<string | undefined>;
  onCancel: () => void;
  /** What is asked below the fields, before the sheet is saved. */
  children?: ComponentChildren;
}

/** A sheet as a form of one column, with what is missing said before it is sent. */
export function SheetForm({ draft, onWrite, onSave, onCancel, children }: Props) {
  const busy = useSignal(false);
  const refused = useSignal<string | undefined>(undefined);
  const missing = !draft.texts.title.trim()
    ? "practice.needs_title"
    : addressFits(draft)
      ? undefined
      : "practice.address";
  const save = async () => {
    busy.value = true;
    refused.value = await onSave();
    busy.value = false;
  };
  return (
    <form
      class="practice-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!missing && !busy.value) void save();
      }}
    >
      {FIELDS.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={draft.texts[field.name]}
          onInput={(value) => onWrite({ ...draft, texts: { ...draft.texts, [field.name]: value } })}
        />
      ))}
      <label class="practice-field">
        <span>{t("practice.field.tags")}</span>
        <input
          class="field"
          maxLength={440}
          value={draft.tags}
          onInput={(event) => onWrite({ ...draft, tags: event.currentTarget.value })}
        />
      </label>
      <Categories draft={draft} onWrite={onWrite} />
      {children}
      {missing && <p class="small muted">{t(missing)}</p>}
      {refused.value && (
        <p class="banner danger" role="alert">
          {t(has(`code.${refused.value}`) ? `code.${refused.value}` : "code.unknown")}
        </p>
      )}
      <div class="practice-tools">
        <button type="submit" class="button main" disabled={Boolean(missing) || busy.value}>
          {t(busy.value ? "practice.saving" : "practice.save")}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t("practice.cancel")}
        </button>
      </div>
    </form>
  );
}

function Field({
  field,
  value,
  onInput,
}: {
  field: FieldShape;
  value: string;
  onInput: (value: string) => void;
}) {
  const id = useId();
  const personal = field.name !== "website" && looksPersonal(value);
  const shared = {
    id,
    class: "field",
    dir: "auto" as const,
    maxLength: field.max,
    value,
    "aria-describedby": personal ? `${id}-warning` : undefined,
  };
  return (
    <div class="practice-field">
      <label for={id}>{t(`practice.field.${field.name}`)}</label>
      {field.long ? (
        <textarea {...shared} rows={3} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input {...shared} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      {personal && (
        <p id={`${id}-warning`} class="banner small">
          {t("practice.personal")}
        </p>
      )}
    </div>
  );
}

/** The programme's themes, where this page knows them. */
function Categories({ draft, onWrite }: { draft: Draft; onWrite: (draft: Draft) => void }) {
  const themes = key("bank")?.themes ?? [];
  if (themes.length === 0) return null;
  const toggle = (id: string, on: boolean) => {
    const others = draft.categories.filter((other) => other !== id);
    onWrite({ ...draft, categories: on ? [...others, id] : others });
  };
  return (
    <fieldset class="practice-field">
      <legend>{t("practice.field.categories")}</legend>
      {themes.map(({ id, name }) => (
        <label key={id} class="practice-category">
          <input
            type="checkbox"
            checked={draft.categories.includes(id)}
            onChange={(event) => toggle(id, event.currentTarget.checked)}
          />
          {pick(name)}
        </label>
      ))}
    </fieldset>
  );
}
