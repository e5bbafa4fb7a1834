import { pick, t } from "../i18n";
import { when } from "../pages/report/when";
import { key } from "../state";
import type { ChangeValue, LineValue } from "../wire";
import { told } from "./told";

/** All that was done to a line, the latest first. */
export function LineHistory({ line }: { line: LineValue }) {
  const changes = key(`history/${line.id}`)?.changes ?? [];
  return (
    <>
      <p class="object-code">{line.code}</p>
      <ol class="history" reversed>
        {[...changes].reverse().map((change, index) => (
          <li key={changes.length - index}>
            <p class="small muted">
              {when(change.at)} · {whoOf(change)} · {t(`roadmap.did.${change.what}`)}
            </p>
            <Values change={change} />
          </li>
        ))}
      </ol>
    </>
  );
}

function whoOf({ role, table, delegation }: ChangeValue): string {
  const name = delegation && pick(key("programme")?.delegations[delegation]);
  const at = table && t("table.name", { number: table.replace(/^t/, "") });
  return [name || t(`roadmap.role.${role}`), at].filter(Boolean).join(", ");
}

function Values({ change }: { change: ChangeValue }) {
  if (change.what === "answered")
    return <p class="small">{t(`reading.${String(change.after.answer)}`)}</p>;
  return (
    <dl class="changes">
      {Object.entries(change.after).map(([name, after]) => (
        <div key={name}>
          <dt class="small">{t(`roadmap.field.${name}`)}</dt>
          <dd dir="auto">
            {change.before[name] ? <del>{told(name, change.before[name])}</del> : null}{" "}
            <ins>{told(name, after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
