import { second } from "../clock";
import { t } from "../i18n";
import { duration } from "./time";

/** Time left until `endsAt`; at zero it says so, and nothing else happens by itself. */
export function Countdown({ endsAt, bare = false }: { endsAt: number | null; bare?: boolean }) {
  if (endsAt === null) return null;
  const left = endsAt - second.value;
  if (left <= 0) return <span class="countdown over">{t("time.over")}</span>;
  const text = duration(left);
  return <span class="countdown">{bare ? text : t("time.left", { time: text })}</span>;
}
