import { second } from "../clock";
import { register, t } from "../i18n";
import { key } from "../state";
import { duration } from "./time";

register({
  "rotation.next": {
    es: "Cambio de mesa en {time}",
    en: "Change of table in {time}",
    pt: "Mudança de mesa em {time}",
  },
  "rotation.last": {
    es: "Última mesa: quedan {time}",
    en: "Last table: {time} left",
    pt: "Última mesa: restam {time}",
  },
  "rotation.now": {
    es: "Hora de cambiar de mesa",
    en: "Time to change tables",
    pt: "Hora de mudar de mesa",
  },
});

/** How long the groups still sit where they sit, in a session whose groups move on. At zero nothing moves by itself. */
export function RotationTime({ session }: { session: string | null | undefined }) {
  const line = key("programme")?.sessions.find(({ id }) => id === session);
  const endsAt = line?.rotation_ends_at;
  if (!line || endsAt == null) return null;
  const left = endsAt - second.value;
  const last = line.rotation >= line.rotations;
  if (left <= 0)
    return <span class="countdown over">{t(last ? "time.over" : "rotation.now")}</span>;
  const words = t(last ? "rotation.last" : "rotation.next", { time: duration(left) });
  return <span class="countdown">{words}</span>;
}
