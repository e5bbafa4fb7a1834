import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { second } from "../../clock";
import { status } from "../../connection";
import { pick, t } from "../../i18n";
import { LanguageMenu } from "../../parts/LanguageMenu";
import { clockTime } from "../../parts/time";
import { key } from "../../state";
import { asked } from "./Ask";
import { act } from "./act";
import { endQuestion } from "./NextBar";

const joining = signal(false);

export function Header() {
  const meeting = key("meeting");
  const desks = key("presence")?.desks ?? 0;
  const offline = status.value === "offline";
  return (
    <header class="control-header">
      <div class="grow">
        <h1>{meeting ? pick(meeting.title) : t("state.loading")}</h1>
        <p class="small muted">
          {meeting?.rehearsal && <strong class="warn">{t("test.rehearsal")} · </strong>}
          {clockTime(second.value)}
          {desks > 1 && <span> · {t("control.desks", { n: desks })}</span>}
        </p>
      </div>
      {meeting && (
        <nav class="links" aria-label={t("control.links")}>
          <button
            type="button"
            class="button small-button"
            onClick={() => {
              joining.value = true;
            }}
          >
            {t("control.join")}
          </button>
          <a
            class="button small-button"
            href={`/m/${meeting.id}/screen`}
            target="_blank"
            rel="noopener"
          >
            {t("control.screen")}
          </a>
          <a
            class="button small-button"
            href={`/m/${meeting.id}/report`}
            target="_blank"
            rel="noopener"
          >
            {t("control.report")}
          </a>
          {meeting.closed_at === null && (
            <button
              type="button"
              class="button small-button"
              disabled={status.value !== "online"}
              onClick={end}
            >
              {t("control.end")}
            </button>
          )}
        </nav>
      )}
      <LanguageMenu />
      {joining.value && meeting && <JoinDialog code={meeting.code} />}
      <p role="status" class={offline ? "banner offline" : "hidden-text"}>
        {offline ? t("control.offline") : ""}
      </p>
    </header>
  );
}

function end(): void {
  asked.value = endQuestion(
    () => key("meeting")?.closed_at === null,
    () => void act("close_meeting"),
  );
}

function JoinDialog({ code }: { code: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal?.(), []);
  const close = () => {
    joining.value = false;
  };
  return (
    <dialog ref={dialog} class="ask join-qr" aria-label={t("control.join")} onClose={close}>
      <img
        src={`/qr.svg?code=${encodeURIComponent(code)}`}
        alt={t("control.join.alt")}
        width="320"
        height="320"
      />
      <p class="code-large">{`${code.slice(0, 3)}-${code.slice(3)}`}</p>
      <button type="button" class="button" onClick={close}>
        {t("control.close")}
      </button>
    </dialog>
  );
}
