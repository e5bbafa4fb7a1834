import { has, t } from "../i18n";
import type { PadSync } from "./sync";

const ON_COMPUTERS = new Set(["moderator", "secretariat", "rapporteur", "facilitator"]);

/** Where what was written is, in plain words; and what is wrong, where something is. */
export function SavedLine({
  sync,
  canWrite,
  role,
}: {
  sync: PadSync;
  canWrite: boolean;
  role: string;
}) {
  const device = ON_COMPUTERS.has(role) ? "computer" : "phone";
  const link = sync.link.value;
  const place = sync.place.value;
  const refused = sync.refused.value;
  if (link === "ended") return <p class="banner danger">{t("pad.ended")}</p>;
  const waits = place !== "room";
  return (
    <>
      {refused && (
        <p class="banner" role="alert">
          {t(has(`pad.refused.${refused}`) ? `pad.refused.${refused}` : "pad.refused.other")}
        </p>
      )}
      {link === "offline" && (
        <p class="banner" role="status">
          {t(canWrite ? `pad.offline.${device}` : "pad.offline.read")}
        </p>
      )}
      <p class={waits ? "pad-saved waits small" : "pad-saved small"} role="status">
        {!canWrite && !waits && t(role === "observer" ? "pad.observer" : "pad.read_only")}
        {canWrite && !waits && link === "online" && t("pad.saved.room")}
        {waits && t(`pad.saved.${place === "page" ? "page" : device}`)}
      </p>
    </>
  );
}
