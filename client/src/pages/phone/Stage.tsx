import { useSignalEffect } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { pick, t } from "../../i18n";
import { useAnnounced } from "../../parts/Live";
import { Method } from "../../parts/Method";
import { key } from "../../state";
import { Activity } from "./Activity";
import { Between } from "./Between";
import { follow, goTo, isWriting, place, unsent } from "./follow";
import { Switch } from "./Switch";

function advance(): void {
  const now = key("now");
  const before = place.value;
  const shown = before.shown;
  place.value = follow(before, {
    followed: now?.activity ?? undefined,
    step: `${now?.activity}.${now?.round}.${now?.phase === "revealed"}`,
    busy: isWriting() || (shown !== undefined && unsent.peek() === shown),
    open: shown !== undefined && key(`activity/${shown}`)?.phase === "open",
  });
}

/** One thing at a time: what the moderator has opened, or what comes next. */
export function Stage() {
  useState(advance); // before anything is drawn, so that nothing flashes by
  useSignalEffect(advance);
  const { shown, waiting } = place.value;
  const banner =
    waiting === undefined
      ? undefined
      : t("phone.moved_on", { title: pick(key(`activity/${waiting}`)?.title) });
  useAnnounced(banner);
  useEffect(() => window.scrollTo(0, 0), [shown]);
  const card = key("card");
  return (
    <>
      {banner && (
        <div class="banner calm moved-on">
          <span class="grow">{banner}</span>
          <button type="button" class="button" onClick={() => goTo(waiting)}>
            {t("phone.go")}
          </button>
        </div>
      )}
      {card && card.activity !== shown && (
        <section class="banner calm">
          <p dir="auto">{pick(card.question)}</p>
          <Method activity={card} />
        </section>
      )}
      <Switch shown={shown} />
      {shown ? <Activity key={shown} id={shown} /> : <Between />}
    </>
  );
}
