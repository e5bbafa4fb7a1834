import "./words";
import { pick, t } from "../i18n";
import { openTab } from "../pages/report/tabs";
import { key } from "../state";
import type { LineFieldsValue, OutcomeValue, Text } from "../wire";
import { beginLine, cited } from "./born";

interface Props {
  sort: string;
  id: string;
  fields?: Partial<LineFieldsValue>;
  label?: string;
}

/** Begins a line that comes from this object. Nothing where the object has no code yet. */
export function Take({ sort, id, fields = {}, label }: Props) {
  const node = key("lineage")?.nodes.find((one) => one.sort === sort && one.id === id);
  if (!node || node.withheld || node.tombstone) return null;
  return (
    <button
      type="button"
      class="button small take"
      aria-label={`${t("roadmap.take")}: ${node.code}`}
      onClick={() => beginLine([cited(node)], fields, () => openTab("roadmap"))}
    >
      <span class="object-code">{node.code}</span> {label ?? t("roadmap.take")}
    </button>
  );
}

interface Finding {
  id: string;
  label: Text;
  place?: [number, number];
}

/** What an activity settled, each ready to be taken to the roadmap, with its position and how firm it is. */
export function TakeFindings({ activity, told }: { activity: string; told: OutcomeValue }) {
  const findings = (told.outcome.findings as Finding[] | undefined) ?? [];
  if (findings.length === 0) return null;
  return (
    <details class="take-findings">
      <summary>{t("roadmap.take")}</summary>
      <ul class="rows">
        {findings.map((finding) => (
          <li key={finding.id}>
            <Take
              sort="outcome"
              id={`${activity}.${finding.id}`}
              fields={settled(finding, told)}
              label={pick(finding.label)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The columns of a line that a finding fills in: those of the bank's challenge it is. */
export function settled(finding: Finding, told: OutcomeValue): Partial<LineFieldsValue> {
  const challenge = key("bank")?.challenges.find(({ id }) => id === finding.id);
  if (!challenge) return {};
  const [first, last] = finding.place ?? [];
  const { bands } = (told.outcome.result ?? {}) as {
    bands?: { name: string; options: string[] }[];
  };
  const stability = bands?.find(({ options }) => options.includes(finding.id))?.name;
  return {
    challenge: challenge.id,
    theme: challenge.theme,
    ...(first ? { position: last && last !== first ? `${first}-${last}` : `${first}` } : {}),
    ...(stability ? { stability } : {}),
  };
}
