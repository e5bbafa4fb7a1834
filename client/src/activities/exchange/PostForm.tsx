import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { submit } from "../../entries/queue";
import { TextArea } from "../../entries/TextArea";
import { pick, t } from "../../i18n";
import { useAnnounced } from "../../parts/Live";
import { key } from "../../state";
import { forget, keep, kept } from "../../storage";
import { unsent } from "../../unsent";
import type { ActivityValue } from "../../wire";
import type { Option } from "../kind";
import { supportsOf, themesOf } from "./sorted";

interface Draft {
  side: "offer" | "need" | "";
  theme: string;
  support: string;
  text: string;
}

const BLANK: Draft = { side: "", theme: "", support: "", text: "" };

/** One offer or need: which of the two, about what, and in a few words. */
export function PostForm({ activity, left }: { activity: ActivityValue; left: number }) {
  const name = `draft.entry.${key("meeting")?.id}.${key("seat")?.id}.${activity.id}`;
  const draft = useSignal<Draft>(kept<Draft>(name) ?? BLANK);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const { side, theme, support, text } = draft.value;
  const written = /[\p{L}\p{N}]/u.test(text);
  const missing = (["side", "theme", "support"] as const).find((field) => !draft.value[field]);
  const hint =
    left === 0
      ? t("exchange.none_left")
      : written && missing
        ? t(`exchange.missing.${missing}`)
        : t("exchange.left", { n: left });
  useAnnounced(hint);
  useEffect(() => {
    if (draft.peek().text) unsent.value = activity.id;
    return () => {
      if (unsent.peek() === activity.id) unsent.value = undefined;
    };
  }, []);
  const write = (change: Partial<Draft>) => {
    draft.value = { ...draft.value, ...change };
    unsent.value = draft.value.text ? activity.id : undefined;
    if (draft.value.text) keep(name, draft.value);
    else forget(name);
  };
  const ready = left > 0 && !missing && written;
  const send = () => {
    if (!ready) return;
    const fields = { side, theme, support, text: text.trim() };
    void submit(activity.id, activity.round, "add", fields);
    write({ text: "" });
    if (left > 1) form.current?.querySelector("textarea")?.focus();
  };
  return (
    <form
      ref={form}
      class="entry-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <fieldset class="fair-side">
        <legend class="form-label">{t("exchange.side")}</legend>
        {(["offer", "need"] as const).map((value) => (
          <label key={value} class="row">
            <input
              type="radio"
              name={`${id}-side`}
              checked={side === value}
              onChange={() => write({ side: value })}
            />
            {t(`exchange.${value}`)}
          </label>
        ))}
      </fieldset>
      <Chooser
        label={t("exchange.theme")}
        options={themesOf(activity)}
        value={theme}
        onValue={(value) => write({ theme: value })}
      />
      <Chooser
        label={t("exchange.support")}
        options={supportsOf(activity)}
        value={support}
        onValue={(value) => write({ support: value })}
      />
      <label class="form-label" for={`${id}-text`}>
        {t("exchange.text")}
      </label>
      <TextArea
        id={`${id}-text`}
        value={text}
        onValue={(value) => write({ text: value })}
        onEnter={send}
      />
      <div class="thumb">
        <p class="hint small">{hint}</p>
        <button type="submit" class="button main" disabled={!ready}>
          {t("exchange.post")}
        </button>
      </div>
    </form>
  );
}

function Chooser({
  label,
  options,
  value,
  onValue,
}: {
  label: string;
  options: readonly Option[];
  value: string;
  onValue: (value: string) => void;
}) {
  const id = useId();
  return (
    <div class="fair-chooser">
      <label class="form-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="field"
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        <option value="" disabled>
          {t("exchange.choose")}
        </option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {pick(option.text)}
          </option>
        ))}
      </select>
    </div>
  );
}
