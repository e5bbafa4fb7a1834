import { useSignal } from "@preact/signals";
import { pick, t } from "../i18n";
import { key } from "../state";
import type { LineValue } from "../wire";
import { give } from "./save";

const MOST = 2;

/** The one or two States that lead a line. */
export function Leads({ line, still }: { line: LineValue; still: boolean }) {
  const refused = useSignal("");
  const names = key("programme")?.delegations;
  const leads = line.fields?.leads ?? [];
  const states = key("bank")?.states ?? [];
  const set = async (index: number, id: string) => {
    const chosen = [...leads];
    chosen[index] = id;
    const changes = { leads: [...new Set(chosen.filter(Boolean))] };
    const { words } = await give("edit_line", { line: line.id, version: line.version, changes });
    refused.value = words;
  };
  return (
    <>
      {Array.from({ length: Math.min(MOST, leads.length + 1) }, (_, index) => (
        <select
          key={index}
          class="field"
          aria-label={`${t("roadmap.field.leads")} ${index + 1}: ${line.code}`}
          disabled={still}
          value={leads[index] ?? ""}
          onChange={(event) => void set(index, event.currentTarget.value)}
        >
          <option value="">—</option>
          {states.map((id) => (
            <option key={id} value={id}>
              {pick(names?.[id])}
            </option>
          ))}
        </select>
      ))}
      {refused.value && (
        <p class="small flagged" role="alert">
          {refused.value}
        </p>
      )}
    </>
  );
}
