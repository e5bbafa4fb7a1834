import { signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { pick, t } from "../i18n";
import { openTab } from "../pages/report/tabs";
import { clockTime } from "../parts/time";
import { key } from "../state";
import type { ChangeValue, LineValue, NodeValue } from "../wire";
import { beginLine, cited, type Source } from "./born";
import { placeOf } from "./chain";
import { Picker, textOf } from "./Picker";
import { give } from "./save";

export interface Drawn {
  show: "history" | "chain" | "sources";
  sort: string;
  id: string;
}

/** What lies open beside the table, if anything does. */
export const drawer = signal<Drawn | undefined>(undefined);

export function Drawer() {
  const open = drawer.value;
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
  }, [open]);
  if (!open) return null;
  const shut = () => {
    drawer.value = undefined;
  };
  const line = open.sort === "line" ? key(`line/${open.id}`) : undefined;
  return (
    <dialog ref={box} class="drawer" aria-label={t(`roadmap.drawer.${open.show}`)} onClose={shut}>
      <header class="card-head">
        <h2 class="grow">{t(`roadmap.drawer.${open.show}`)}</h2>
        <button type="button" class="button" onClick={shut}>
          {t("roadmap.close")}
        </button>
      </header>
      {open.show === "history" && line && <History line={line} />}
      {open.show === "chain" && <Chain at={open} />}
      {open.show === "sources" && line && <Sources line={line} />}
    </dialog>
  );
}

/** All that was done to a line, the latest first. */
function History({ line }: { line: LineValue }) {
  const changes = key(`history/${line.id}`)?.changes ?? [];
  return (
    <>
      <p class="object-code">{line.code}</p>
      <ol class="history">
        {[...changes].reverse().map((change, index) => (
          <li key={changes.length - index}>
            <p class="small muted">
              {clockTime(change.at)} · {whoOf(change)} · {t(`roadmap.did.${change.what}`)}
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

function told(name: string, value: unknown): string {
  if (name === "status") return t(`roadmap.status.${String(value)}`);
  if (name === "mechanism" && value) return t(`roadmap.mechanism.${String(value)}`);
  if (name === "cooperation" && value) return t(`roadmap.cooperation.${String(value)}`);
  if (name === "sources" && Array.isArray(value)) return (value as Source[]).map(codeOf).join(", ");
  if (name === "leads" && Array.isArray(value))
    return value.map((id) => pick(key("programme")?.delegations[String(id)])).join(", ");
  return value === null || value === "" ? "—" : String(value);
}

function codeOf(source: Source): string {
  const id = source.part ? `${source.id}.${source.part}` : source.id;
  const nodes = key("lineage")?.nodes ?? [];
  return nodes.find((node) => node.sort === source.sort && node.id === id)?.code ?? id;
}

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
          {t("roadmap.take")}
        </button>
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

/** Each choice is saved at once: a line never stands without a source. */
function Sources({ line }: { line: LineValue }) {
  const refused = useSignal("");
  const chosen = line.sources.map(({ sort, id, part, why }) => ({
    sort,
    id,
    why,
    ...(part ? { part } : {}),
  }));
  const save = async (sources: Source[]) => {
    const { words } = await give("edit_line", {
      line: line.id,
      version: line.version,
      changes: { sources },
    });
    refused.value = words;
  };
  return (
    <>
      <p class="object-code">{line.code}</p>
      <Picker chosen={chosen} choose={(next) => void save(next)} />
      {refused.value && (
        <p class="banner danger" role="alert">
          {refused.value}
        </p>
      )}
    </>
  );
}
