import "./roadmap.css";
import "./print.css";
import "./words";
import { useSignal } from "@preact/signals";
import { t } from "../i18n";
import { Scrolls } from "../pages/report/Scrolls";
import { key } from "../state";
import type { NodeValue } from "../wire";
import {
  around,
  connected,
  drawn,
  type Edge,
  kin,
  type Placed,
  placeOf,
  STEP_X,
  STEP_Y,
  written,
} from "./chain";
import { drawer } from "./drawn";
import { textOf } from "./Picker";

const BOX = { width: STEP_X - 50, height: STEP_Y - 8 };

/** The whole chain of the meeting, from challenges and ideas on the left to roadmap lines on the right. */
export function LineagePanel() {
  const all = useSignal(false);
  const words = useSignal("");
  const near = useSignal<string | undefined>(undefined);
  const known = key("lineage")?.nodes ?? [];
  const nodes = around(connected(known, all.value), words.value, textOf);
  const { placed, edges, generations, width, height } = drawn(nodes);
  const start = placed.find(({ node }) => placeOf(node) === near.value)?.node;
  const kept = start ? kin(nodes, start) : undefined;
  return (
    <section class="lineage">
      <search class="lineage-tools">
        <label class="report-filter grow">
          <span class="small muted">{t("roadmap.lineage.search")}</span>
          <input
            class="field"
            type="search"
            value={words.value}
            onInput={(event) => {
              words.value = event.currentTarget.value;
            }}
          />
        </label>
        <label class="lacking">
          <input
            type="checkbox"
            checked={all.value}
            onChange={(event) => {
              all.value = event.currentTarget.checked;
            }}
          />
          {t("roadmap.lineage.all")}
        </label>
      </search>
      {placed.length === 0 ? (
        <p class="muted report-empty">
          {t(words.value.trim() ? "roadmap.lineage.not_found" : "roadmap.lineage.none")}
        </p>
      ) : (
        <Scrolls label={t("report.tab.lineage")}>
          <svg
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            aria-label={t("report.tab.lineage")}
          >
            {generations.map((sorts, index) => (
              <text key={sorts[0]} class="generation" x={index * STEP_X + 2} y={18}>
                {t(`roadmap.generation.${sorts[0]}`)}
              </text>
            ))}
            {edges.map((edge) => (
              <Line
                key={`${placeOf(edge.from.node)} ${placeOf(edge.to.node)}`}
                edge={edge}
                dim={kept !== undefined && !(isKept(edge.from, kept) && isKept(edge.to, kept))}
              />
            ))}
            {placed.map((one) => (
              <Box
                key={placeOf(one.node)}
                placed={one}
                dim={kept !== undefined && !isKept(one, kept)}
                look={() => {
                  near.value = placeOf(one.node);
                }}
                leave={() => {
                  near.value = undefined;
                }}
              />
            ))}
          </svg>
        </Scrolls>
      )}
      <Written nodes={nodes} />
    </section>
  );
}

/** On paper, where a drawing would be cut: each line with the codes it comes from. */
function Written({ nodes }: { nodes: readonly NodeValue[] }) {
  const ends = nodes.filter(({ sort }) => sort === "line");
  return (
    <table class="roadmap-print" aria-hidden="true">
      <tbody>
        {ends.map((node) => (
          <tr key={node.id}>
            <td>{written(nodes, node)}</td>
            <td>{textOf(node)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isKept({ node }: Placed, kept: Set<string>): boolean {
  return kept.has(placeOf(node));
}

function Line({ edge: { from, to, why }, dim }: { edge: Edge; dim: boolean }) {
  const x1 = from.x + BOX.width;
  const y1 = from.y + STEP_Y / 2;
  const y2 = to.y + STEP_Y / 2;
  const middle = (x1 + to.x) / 2;
  return (
    <path
      class={dim ? "edge dim" : "edge"}
      d={`M ${x1} ${y1} C ${middle} ${y1}, ${middle} ${y2}, ${to.x} ${y2}`}
    >
      <title>{`${from.node.code} → ${to.node.code}: ${t(`roadmap.why.${why}`)}`}</title>
    </path>
  );
}

/** How many characters of an object's words stand beside its code. */
function room(code: string): number {
  return Math.floor((BOX.width - 22 - code.length * 8) / 6.6);
}

/** As many whole words as there is room for: what is seen must be part of what is read aloud. */
function wholeWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most).lastIndexOf(" ");
  return `${text.slice(0, Math.max(cut, 0)).replace(/[\s,.;:–-]+$/, "")}…`;
}

function Box({
  placed: { node, x, y },
  dim,
  look,
  leave,
}: {
  placed: Placed;
  dim: boolean;
  look: () => void;
  leave: () => void;
}) {
  const text = textOf(node) || t(node.tombstone ? "roadmap.tombstone" : "roadmap.withheld");
  const open = () => {
    drawer.value = { show: "chain", sort: node.sort, id: node.id };
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button of HTML does not go into a drawing
    <g
      class={["node", node.sort, dim && "dim", node.tombstone && "gone"].filter(Boolean).join(" ")}
      transform={`translate(${x} ${y})`}
      role="button"
      tabIndex={0}
      aria-label={`${node.code}: ${text}`}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          open();
        }
      }}
      onMouseEnter={look}
      onMouseLeave={leave}
      onFocus={look}
      onBlur={leave}
    >
      <title>{text}</title>
      <rect y={4} width={BOX.width} height={BOX.height} rx={5} />
      <text x={8} y={STEP_Y / 2 + 4}>
        <tspan class="node-code">{node.code}</tspan>{" "}
        <tspan dx={2}>{wholeWords(text, room(node.code))}</tspan>
      </text>
    </g>
  );
}
