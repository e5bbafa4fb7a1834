import { register, t } from "../i18n";

register({
  "tie.two": {
    es: "empate: comparten los puestos {low} y {high}",
    en: "tie: they share places {low} and {high}",
    pt: "empate: dividem os lugares {low} e {high}",
  },
  "tie.more": {
    es: "empate: comparten los puestos {low} a {high}",
    en: "tie: they share places {low} to {high}",
    pt: "empate: dividem os lugares {low} a {high}",
  },
});

interface Props {
  place: readonly number[] | null | undefined;
  /** The place of the row above. */
  before?: readonly number[] | null | undefined;
  size: "phone" | "screen";
}

/** What a shared place means, beside the first of those that share it. */
export function Tie({ place, before, size }: Props) {
  const [low = 0, high = low] = place ?? [];
  if (low === high || before?.[0] === low) return null;
  const words = t(high === low + 1 ? "tie.two" : "tie.more", { low, high });
  // On a phone a line of its own, for there the label wraps.
  return size === "phone" ? (
    <span class="small muted under"> {words}</span>
  ) : (
    <span class="muted"> · {words}</span>
  );
}
