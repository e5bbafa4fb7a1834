import { useSignal } from "@preact/signals";
import { command } from "../../connection";
import { has, pick, t } from "../../i18n";
import { useAnnounced } from "../../parts/Live";
import { RotationTime } from "../../parts/RotationTime";
import { key } from "../../state";

/** Where one sits, who else does, and one tap to another table. */
export function OwnTable() {
  const refused = useSignal<string | undefined>(undefined);
  const session = key("now")?.session;
  const own = session ? key(`table/${session}`) : undefined;
  const tables = key("tables");
  const names = key("programme")?.delegations;
  useAnnounced(own && t("table.name", { number: own.number }));
  if (!own) return null;
  const seated = (table: string) =>
    (tables?.session === session ? (tables?.delegations[table] ?? []) : [])
      .map((id) => pick(names?.[id]))
      .join(", ");
  const move = async (table: string) => {
    const reply = await command("choose_table", { table });
    refused.value = reply.verdict === "refused" ? (reply.code ?? "unknown") : undefined;
  };
  return (
    <details class="own-table">
      <summary>
        <strong>{t("table.name", { number: own.number })}</strong>
        <span class="small">{t("phone.change_table")}</span>
        <span class="small muted rotation-time">
          <RotationTime session={session} />
        </span>
      </summary>
      {refused.value && (
        <p class="banner danger" role="alert">
          {t(has(`code.${refused.value}`) ? `code.${refused.value}` : "code.unknown")}
        </p>
      )}
      <ul class="rows">
        {Array.from({ length: own.of }, (_, index) => `t${index + 1}`).map((id, index) => (
          <li key={id}>
            <button
              type="button"
              class="row"
              aria-pressed={id === own.table}
              onClick={() => void move(id)}
            >
              <strong>{t("table.name", { number: index + 1 })}</strong>
              <span class="grow small muted">{seated(id)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
