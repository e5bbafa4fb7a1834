import { pick, t } from "../i18n";
import { key } from "../state";
import type { LineValue } from "../wire";
import { told } from "./told";

const GROUPS = [
  ["theme", "challenge", "position", "stability"],
  ["activity", "output"],
  ["mechanism", "alignment"],
  ["leads", "participants", "institution", "support"],
  ["quarter", "year", "milestone"],
  ["indicator", "baseline", "target", "verification"],
  ["cooperation", "amount", "remarks"],
] as const;
const HEADS = ["theme", "activity", "mechanism", "leads", "quarter", "indicator", "cooperation"];

/** The lines as a matrix across the page: what is shown on paper in place of the boxes to write in. */
export function PrintedLines({ lines }: { lines: readonly LineValue[] }) {
  return (
    <table class="roadmap-print" aria-hidden="true">
      <thead>
        <tr>
          <th>{t("roadmap.field.code")}</th>
          {HEADS.map((name) => (
            <th key={name}>{t(`roadmap.field.${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>
              <strong>{line.code}</strong>
              <div>{t(`roadmap.status.${line.status}`)}</div>
              <div>{line.sources.map(({ code }) => code).join(", ")}</div>
            </td>
            {line.fields === null ? (
              <td colSpan={GROUPS.length}>{t("roadmap.withheld")}</td>
            ) : (
              GROUPS.map((names, index) => (
                <td key={names[0]}>
                  {names.map((name) => (
                    <Said key={name} name={name} head={HEADS[index] === name} line={line} />
                  ))}
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A field with its name before it, unless the column's head says it. */
function Said({ name, head, line }: { name: string; head: boolean; line: LineValue }) {
  const value = valueIn(name, line);
  if (!value) return null;
  return (
    <div dir="auto">
      {!head && <span class="muted">{t(`roadmap.field.${name}`)}: </span>}
      {value}
    </div>
  );
}

function valueIn(name: string, line: LineValue): string {
  const names = key("programme")?.delegations;
  if (name === "participants") return line.participants.map((id) => pick(names?.[id])).join(", ");
  const value = line.fields?.[name as keyof typeof line.fields];
  if (value === null || value === undefined || value === "") return "";
  if (Array.isArray(value) && value.length === 0) return "";
  return told(name, value);
}
