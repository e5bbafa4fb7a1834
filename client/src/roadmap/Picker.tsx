import { useSignal } from "@preact/signals";
import { pick, t } from "../i18n";
import { key } from "../state";
import type { NodeValue } from "../wire";
import { cited, nodeId, type Source } from "./born";
import { folded } from "./filter";

const MAY_BE = new Set([
  "idea",
  "offer",
  "need",
  "entry",
  "outcome",
  "synthesis",
  "practice",
  "line",
  "earlier",
]);
const MOST = 40;

/** What a line comes from: those chosen first, then whatever the search finds. */
export function Picker({ chosen, choose }: { chosen: Source[]; choose: (next: Source[]) => void }) {
  const words = useSignal("");
  const nodes = (key("lineage")?.nodes ?? []).filter(({ sort }) => MAY_BE.has(sort));
  const isChosen = (node: NodeValue) =>
    chosen.some((source) => source.sort === node.sort && nodeId(source) === node.id);
  const asked = folded(words.value).split(/\s+/).filter(Boolean);
  const found = nodes.filter((node) => {
    if (isChosen(node) || node.tombstone) return false;
    const text = folded(`${node.code} ${textOf(node)}`);
    return asked.every((word) => text.includes(word));
  });
  const toggle = (node: NodeValue) =>
    choose(
      isChosen(node)
        ? chosen.filter((source) => source.sort !== node.sort || nodeId(source) !== node.id)
        : [...chosen, cited(node)],
    );
  return (
    <fieldset class="picker">
      <legend class="small">{t("roadmap.sources")}</legend>
      <ul class="rows">
        {nodes.filter(isChosen).map((node) => (
          <Choice key={`${node.sort} ${node.id}`} node={node} on toggle={() => toggle(node)} />
        ))}
      </ul>
      <input
        class="field"
        type="search"
        aria-label={t("roadmap.sources.search")}
        placeholder={t("roadmap.sources.search")}
        value={words.value}
        onInput={(event) => {
          words.value = event.currentTarget.value;
        }}
      />
      <ul class="rows picker-found">
        {found.slice(0, MOST).map((node) => (
          <Choice
            key={`${node.sort} ${node.id}`}
            node={node}
            on={false}
            toggle={() => toggle(node)}
          />
        ))}
      </ul>
      {found.length > MOST && (
        <p class="small muted">{t("roadmap.sources.more", { n: found.length - MOST })}</p>
      )}
    </fieldset>
  );
}

function Choice({ node, on, toggle }: { node: NodeValue; on: boolean; toggle: () => void }) {
  return (
    <li>
      <label class="row">
        <input type="checkbox" checked={on} onChange={toggle} />
        <span class="object-code">{node.code}</span>
        <span class="grow" dir="auto">
          {textOf(node) || t("roadmap.withheld")}
        </span>
      </label>
    </li>
  );
}

/** What a node says, in the language of the page where it has several. */
export function textOf(node: Pick<NodeValue, "text" | "sort" | "id">): string {
  if (node.sort === "line") return key(`line/${node.id}`)?.fields?.activity ?? "";
  return typeof node.text === "string" ? node.text : pick(node.text ?? undefined);
}
