import { useSignal } from "@preact/signals";
import { t } from "../../i18n";
import { useAnnounced } from "../../parts/Live";
import { foldCode } from "./door";

/** The code of the screen, typed or pasted whole, in any case, with or without its dash. */
export function CodeForm({ busy, onCode }: { busy: boolean; onCode: (code: string) => void }) {
  const typed = useSignal("");
  const { code, shown, doubtful } = foldCode(typed.value);
  const doubt = doubtful && t("join.look_alike", { letter: doubtful });
  useAnnounced(doubt);
  return (
    <form
      class="step-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.length === 6) onCode(code);
      }}
    >
      <label for="code">{t("join.code")}</label>
      <input
        id="code"
        class="field code"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        inputMode="text"
        placeholder="ABC-DEF"
        aria-describedby="code-hint"
        value={shown}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          event.currentTarget.value = foldCode(typed.value).shown;
        }}
      />
      <p id="code-hint" class={doubt ? "small doubt" : "small muted"}>
        {doubt ?? t("join.code_hint")}
      </p>
      <button type="submit" class="button main" disabled={busy || code.length !== 6}>
        {t("join.continue")}
      </button>
      <p class="small muted">{t("join.no_name")}</p>
    </form>
  );
}
