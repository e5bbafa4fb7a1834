/* A field's value as people read it: in the history, and on paper. */
import { pick, t } from "../i18n";
import { key } from "../state";
import { nodeId, type Source } from "./born";

const WORDED = new Set(["status", "mechanism", "cooperation", "quarter", "stability"]);

export function told(name: string, value: unknown): string {
  if (value === null || value === "") return "—";
  if (WORDED.has(name)) return t(`roadmap.${name}.${String(value)}`);
  if (name === "theme" || name === "challenge") return inBank(name, String(value));
  if (name === "sources" && Array.isArray(value)) return (value as Source[]).map(codeOf).join(", ");
  if (name === "leads" && Array.isArray(value))
    return value.map((id) => pick(key("programme")?.delegations[String(id)])).join(", ");
  return String(value);
}

function inBank(name: "theme" | "challenge", id: string): string {
  const bank = key("bank");
  const word =
    name === "theme"
      ? bank?.themes.find((one) => one.id === id)?.name
      : bank?.challenges.find((one) => one.id === id)?.short;
  return word ? `${id} · ${pick(word)}` : id;
}

function codeOf(source: Source): string {
  const id = nodeId(source);
  const nodes = key("lineage")?.nodes ?? [];
  return nodes.find((node) => node.sort === source.sort && node.id === id)?.code ?? id;
}
