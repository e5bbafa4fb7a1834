import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n";
import { freshSlug } from "../ids";
import { birth, type Source } from "./born";
import { beginsWithVerb } from "./fields";
import { Picker } from "./Picker";
import { give } from "./save";

/** A line begins with what it comes from and what is to be done; everything else is written in the table. */
export function NewLine() {
  const start = birth.value;
  const activity = useSignal(start?.fields.activity ?? "");
  const sources = useSignal<Source[]>(start?.sources ?? []);
  const refused = useSignal("");
  const id = useRef(freshSlug("line-"));
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const shut = () => {
    birth.value = undefined;
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const { saved, words } = await give("add_line", {
      line: id.current,
      fields: { ...start?.fields, activity: activity.value, sources: sources.value },
    });
    refused.value = words;
    if (saved) shut();
  };
  const ready = activity.value.trim() !== "" && sources.value.length > 0;
  return (
    <form class="card new-line" aria-label={t("roadmap.new")} onSubmit={save}>
      <h2>{t("roadmap.new")}</h2>
      <label>
        <span class="small">{t("roadmap.field.activity")}</span>
        <textarea
          ref={first}
          class="field"
          rows={2}
          maxLength={200}
          dir="auto"
          value={activity.value}
          onInput={(event) => {
            activity.value = event.currentTarget.value;
          }}
        />
        {!beginsWithVerb(activity.value) && (
          <span class="small muted">{t("roadmap.infinitive")}</span>
        )}
      </label>
      <Picker
        chosen={sources.value}
        choose={(next) => {
          sources.value = next;
        }}
      />
      {sources.value.length === 0 && <p class="small flagged">{t("roadmap.sources.needed")}</p>}
      {refused.value && (
        <p class="banner danger" role="alert">
          {refused.value}
        </p>
      )}
      <p class="card-tools">
        <button type="submit" class="button main" disabled={!ready}>
          {t("roadmap.save")}
        </button>
        <button type="button" class="button" onClick={shut}>
          {t("roadmap.cancel")}
        </button>
      </p>
    </form>
  );
}
