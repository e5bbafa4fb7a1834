import { otherLang, pick, t } from "../../i18n";
import type { RulesValue } from "../../wire";

const PARTS = ["confidentiality", "votes", "stored", "contact"] as const;

/** What people read on entering: what may be repeated, what is kept, what a vote promises. */
export function RoomRules({ rules }: { rules: RulesValue }) {
  return (
    <details class="room-rules" open>
      <summary>{t("join.rules")}</summary>
      <p class="small">{t("join.no_name")}</p>
      {PARTS.map((part) => {
        const text = rules[part];
        if (!text) return null;
        return (
          <section key={part}>
            <h2>{t(`join.rules.${part}`)}</h2>
            {pick(text)
              .split(/\n+/)
              .map((paragraph) => (
                <p key={paragraph} class="small" lang={otherLang(text)} dir="auto">
                  {paragraph}
                </p>
              ))}
          </section>
        );
      })}
    </details>
  );
}
