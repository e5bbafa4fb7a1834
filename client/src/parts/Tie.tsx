import { t } from "../i18n";

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
