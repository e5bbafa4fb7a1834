/* A command that was refused: why, how things stand now. */
import { has, t } from "../../i18n";
import { type Refusal, refusal } from "./act";
import { standing } from "./steps";

export function Notice() {
  const refused = refusal.value;
  return (
    <div role="alert">
      {refused && (
        <div class="banner notice">
          <p>
            <strong>{t("control.refused", { what: t(`control.does.${refused.name}`) })}</strong>{" "}
            {reason(refused)} {standing(refused.args)}
          </p>
          <button
            type="button"
            class="button small-button notice-read"
            onClick={() => {
              refusal.value = null;
            }}
          >
            {t("control.refused.read")}
          </button>
        </div>
      )}
    </div>
  );
}

/** The reason in words. Some codes mean something more exact to whoever runs the meeting. */
export function reason({ name, code }: Refusal): string {
  if (has(`control.refused.${name}.${code}`)) return t(`control.refused.${name}.${code}`);
  if (has(`control.refused.${code}`)) return t(`control.refused.${code}`);
  return t(has(`code.${code}`) ? `code.${code}` : "code.unknown");
}
