import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "../../i18n";
import { locked } from "./act";
import { editing } from "./look";

interface Action {
  label: string;
  ready: boolean;
  run: () => Promise<void>;
}

interface FormFrameProps {
  title: string;
  about: string;
  /** Names in the catalogue; shown once somebody has tried to send. */
  faults: string[];
  actions: Action[];
  children: ComponentChildren;
}

/** A form over the middle: what is missing is said when sending is tried, not while somebody still types. */
export function FormFrame({ title, about, faults, actions, children }: FormFrameProps) {
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const off = locked.value;
  const run = async (action: Action) => {
    setTried(true);
    if (faults.length || !action.ready || sending || off) return;
    setSending(true);
    await action.run();
    setSending(false);
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (actions[0]) void run(actions[0]);
      }}
    >
      <h2>{title}</h2>
      {about && <p class="muted">{about}</p>}
      {children}
      {tried && faults.length > 0 && (
        <ul class="faults" role="alert">
          {faults.map((fault) => (
            <li key={fault}>{t(fault)}</li>
          ))}
        </ul>
      )}
      <div class="form-actions">
        {actions.map((action, index) => (
          <button
            key={action.label}
            type={index === 0 ? "submit" : "button"}
            class={index === actions.length - 1 ? "button primary" : "button"}
            disabled={!action.ready || sending || off}
            onClick={index === 0 ? undefined : () => void run(action)}
          >
            {action.label}
          </button>
        ))}
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            editing.value = null;
          }}
        >
          {t("control.cancel")}
        </button>
      </div>
    </form>
  );
}
