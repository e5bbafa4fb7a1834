/* Fields that the forms of the control page share. */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { lang, pick, t } from "../../i18n";
import { key } from "../../state";
import type { Text } from "../../wire";
import { Bank } from "./Bank";
import { type Lines, split } from "./lines";
import "./words";

export function Field({
  label,
  hint,
  children,
}: {
  label: string;
  hint?: string;
  children: ComponentChildren;
}) {
  return (
    <div class="form-field">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
      <label>
        <span class="form-label">{label}</span>
        {children}
      </label>
      {hint && <p class="small muted">{hint}</p>}
    </div>
  );
}

type Every = Record<string, string | undefined>;

/** The language a new text is written in: the reader's where the meeting has it, else the meeting's own. */
export function writingLang(): string {
  const languages = key("meeting")?.languages ?? ["es"];
  return languages.includes(lang.value) ? lang.value : (languages[0] ?? "es");
}

/** `text` with what was typed in one language; an emptied one is gone. */
export function withText(text: Text, language: string, typed: string): Text {
  const { [language]: _, ...others } = text as Every;
  return (typed ? { ...others, [language]: typed } : others) as Text;
}

interface TextFieldProps {
  label: string;
  value: Text;
  onValue: (value: Text) => void;
  rows?: number;
  hint?: string;
  maxLength?: number;
}

/** A text in the reader's language, and folded below it in the meeting's others. */
export function TextField({
  label,
  value,
  onValue,
  rows = 1,
  hint,
  maxLength = 500,
}: TextFieldProps) {
  const own = writingLang();
  const others = (key("meeting")?.languages ?? []).filter((language) => language !== own);
  const every = value as Every;
  const box = (language: string, shown: string) => (
    <Box
      rows={rows}
      language={language}
      value={shown}
      maxLength={maxLength}
      onValue={(typed) => onValue(withText(value, language, typed))}
    />
  );
  return (
    <div>
      <Field label={label} {...(hint ? { hint } : {})}>
        {box(own, every[own] ?? "")}
      </Field>
      {others.length > 0 && (
        <details class="translations">
          <summary>{t("edit.translations")}</summary>
          {others.map((language) => (
            <Field key={language} label={`${label} · ${t(`edit.lang.${language}`)}`}>
              {box(language, every[language] ?? "")}
            </Field>
          ))}
          <p class="small muted">{t("edit.translations.hint")}</p>
        </details>
      )}
    </div>
  );
}

interface BoxProps {
  rows: number;
  language: string;
  value: string;
  maxLength: number;
  onValue: (typed: string) => void;
}

function Box({ rows, language, value, maxLength, onValue }: BoxProps) {
  const shared = { class: "field", lang: language, dir: "auto" as const, value, maxLength };
  return rows > 1 ? (
    <textarea {...shared} rows={rows} onInput={(event) => onValue(event.currentTarget.value)} />
  ) : (
    <input {...shared} type="text" onInput={(event) => onValue(event.currentTarget.value)} />
  );
}

interface NumberFieldProps {
  label: string;
  value: number | null;
  onValue: (value: number | null) => void;
  low: number;
  high: number;
  hint?: string;
}

/** A whole number; null where the field is empty. */
export function NumberField({ label, value, onValue, low, high, hint }: NumberFieldProps) {
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      <input
        class="field narrow"
        type="number"
        inputMode="numeric"
        min={low}
        max={high}
        step={1}
        value={value ?? ""}
        onInput={(event) => {
          const typed = event.currentTarget.valueAsNumber;
          onValue(Number.isFinite(typed) ? Math.min(high, Math.max(low, Math.round(typed))) : null);
        }}
      />
    </Field>
  );
}

interface ChoiceFieldProps {
  label: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  onValue: (value: string) => void;
  hint?: string;
}

export function ChoiceField({ label, value, choices, onValue, hint }: ChoiceFieldProps) {
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      <select class="field" value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface LinesFieldProps {
  label: string;
  lines: Lines;
  onLines: (lines: Lines) => void;
  /** Whether a line may be the code of a challenge of the bank. */
  cite?: boolean;
}

/** One item a line. */
export function LinesField({ label, lines, onLines, cite = false }: LinesFieldProps) {
  const count = split(lines).length;
  const translated = lines.before.some((item) => Object.keys(item.text).length > 1);
  const about = useId();
  const banked = cite && (key("bank")?.challenges.length ?? 0) > 0;
  return (
    <div class="form-field">
      <label>
        <span class="form-label">{label}</span>
        <textarea
          class="field"
          rows={Math.min(12, Math.max(4, count + 1))}
          lang={lines.lang}
          dir="auto"
          aria-describedby={about}
          value={lines.typed}
          onInput={(event) => onLines({ ...lines, typed: event.currentTarget.value })}
        />
      </label>
      <p class="small muted" id={about}>
        {t("edit.lines.count", { n: count })}
        {cite && !banked && ` · ${t("edit.options.cite")}`}
        {translated && ` · ${t("edit.options.reworded")}`}
      </p>
      {banked && <Bank lines={lines} onLines={onLines} />}
    </div>
  );
}

/** Whether a text says anything in any language. */
export function isWritten(text: Text): boolean {
  return pick(text).trim() !== "";
}
