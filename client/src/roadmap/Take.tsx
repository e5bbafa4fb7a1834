import "./roadmap.css";
import "./words";
import { pick, t } from "../i18n";
import { openTab } from "../pages/report/tabs";
import { key } from "../state";
import type { LineFieldsValue, NodeValue, OutcomeValue, Text } from "../wire";
import { beginLine, cited } from "./born";
import { Code } from "./Code";

interface Props {
  sort: string;
  id: string;
  fields?: Partial<LineFieldsValue>;
  /** Where there is little room. */
  short?: boolean;
}

function nodeOf({ sort, id }: Pick<Props, "sort" | "id">): NodeValue | undefined {
  return key("lineage")?.nodes.find((one) => one.sort === sort && one.id === id);
}

/** Begins a line that comes from this object. Nothing where the object has no code yet, or may not be read. */
export function Take(props: Props) {
  const node = nodeOf(props);
  if (!node || node.withheld || node.tombstone) return null;
  return (
    <button
      type="button"
      class="button small take"
      aria-label={`${t("roadmap.take")}: ${node.code}`}
      onClick={() => beginLine([cited(node)], props.fields ?? {}, () => openTab("roadmap"))}
    >
      {t(props.short ? "roadmap.take_short" : "roadmap.take")}
    </button>
  );
}

/** An object's code, which opens its chain, and beside it the way to the roadmap. */
export function CodeAndTake(props: Props) {
  const node = nodeOf(props);
  if (!node) return null;
  return (
    <>
      <Code sort={node.sort} id={node.id} code={node.code} />
      <Take {...props} />
    </>
  );
}

interface Finding {
  id: string;
  label: Text;
  text?: Text | null;
  place?: [number, number];
}

/** What an activity settled, each ready to be taken to the roadmap, with its position and how firm it is. */
export function TakeFindings({ activity, told }: { activity: string; told: OutcomeValue }) {
  const findings = (told.outcome.findings as Finding[] | undefined) ?? [];
  if (findings.length === 0) return null;
  return (
    <details class="take-findings">
      <summary>{t("roadmap.take")}</summary>
      <ul>
        {findings.map((finding) => (
          <li key={finding.id} class="take-line">
            <CodeAndTake
              sort="outcome"
              id={`${activity}.${finding.id}`}
              fields={settled(finding, told)}
            />
            <span dir="auto">
              {pick(finding.label)}
              {finding.text && <span class="muted"> · {pick(finding.text)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The columns of a line that a finding fills in: its position, how firm it is, and the bank's challenge it is. */
export function settled(finding: Finding, told: OutcomeValue): Partial<LineFieldsValue> {
  const challenge = key("bank")?.challenges.find(({ id }) => id === finding.id);
  const [first, last] = finding.place ?? [];
  const { panel } = (told.outcome.result ?? {}) as {
    panel?: { bands?: { name: string; options: string[] }[] };
  };
  const stability = panel?.bands?.find(({ options }) => options.includes(finding.id))?.name;
  return {
    ...(challenge ? { challenge: challenge.id, theme: challenge.theme } : {}),
    ...(first ? { position: last && last !== first ? `${first}-${last}` : `${first}` } : {}),
    ...(stability ? { stability } : {}),
  };
}
