import { pick, t } from "../i18n";
import { openTab } from "../pages/report/tabs";
import { NoteMark } from "../regimes/NoteMark";
import { key } from "../state";
import type { NodeValue } from "../wire";
import { beginLine, cited } from "./born";
import { placeOf } from "./chain";
import { drawer } from "./drawn";
import { textOf } from "./Picker";

/** Where an object comes from and what came of it; every step opens. */
export function Chain({ at }: { at: { sort: string; id: string } }) {
  const nodes = key("lineage")?.nodes ?? [];
  const node = nodes.find((one) => placeOf(one) === placeOf(at));
  if (!node) return <p class="muted">{t("roadmap.gone")}</p>;
  const parents = node.parents.flatMap((parent) => {
    const found = nodes.find((one) => placeOf(one) === placeOf(parent));
    return found ? [{ found, why: parent.why }] : [];
  });
  const heirs = nodes.flatMap((one) => {
    const link = one.parents.find((parent) => placeOf(parent) === placeOf(node));
    return link ? [{ found: one, why: link.why }] : [];
  });
  const names = key("programme")?.delegations;
  return (
    <>
      <Said node={node} />
      <p class="small muted">
        {[
          t(`roadmap.sort.${node.sort}`),
          node.regime && t(`regime.${node.regime}`),
          node.delegations.map((id) => pick(names?.[id])).join(", "),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {!node.withheld && !node.tombstone && node.sort !== "challenge" && (
        <button
          type="button"
          class="button small"
          onClick={() => {
            drawer.value = undefined;
            beginLine([cited(node, node.sort === "line" ? "split" : "promote")], {}, () =>
              openTab("roadmap"),
            );
          }}
        >
          {t(node.sort === "line" ? "roadmap.take_line" : "roadmap.take")}
        </button>
      )}
      {node.sort === "entry" && !node.tombstone && (
        <p>
          <NoteMark id={node.id} code={node.code} />
        </p>
      )}
      <Steps title={t("roadmap.from")} steps={parents} />
      <Steps title={t("roadmap.to")} steps={heirs} />
    </>
  );
}

function Said({ node }: { node: NodeValue }) {
  return (
    <p>
      <span class="object-code">{node.code}</span>{" "}
      <span dir="auto">
        {textOf(node) || t(node.tombstone ? "roadmap.tombstone" : "roadmap.withheld")}
      </span>
    </p>
  );
}

function Steps({ title, steps }: { title: string; steps: { found: NodeValue; why: string }[] }) {
  if (steps.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul class="rows">
        {steps.map(({ found, why }) => (
          <li key={placeOf(found)}>
            <button
              type="button"
              class="row"
              onClick={() => {
                drawer.value = { show: "chain", sort: found.sort, id: found.id };
              }}
            >
              <span class="object-code">{found.code}</span>
              <span class="grow" dir="auto">
                {textOf(found) || t(found.tombstone ? "roadmap.tombstone" : "roadmap.withheld")}
              </span>
              <span class="small muted">{t(`roadmap.why.${why}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
