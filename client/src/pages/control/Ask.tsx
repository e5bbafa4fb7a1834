/* What cannot be undone is asked, and nothing else. */
import { signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n";

export interface Question {
  title: string;
  text: string;
  confirm: string;
  cancel: string;
  danger?: boolean;
  /** A word to type before the answer counts. */
  word?: string;
  /** False once there is nothing left to ask about, for example because somebody else has done it. */
  stands: () => boolean;
  run: () => void;
}

export const asked = signal<Question | null>(null);

export function Ask() {
  const question = asked.value;
  if (!question) return null;
  if (!question.stands()) {
    queueMicrotask(() => {
      asked.value = null;
    });
    return null;
  }
  return <Dialog question={question} />;
}

function Dialog({ question }: { question: Question }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  useEffect(() => dialog.current?.showModal?.(), []);
  const close = () => {
    asked.value = null;
  };
  const may = !question.word || typed.trim().toLocaleUpperCase() === question.word;
  const confirm = () => {
    if (!may) return;
    close();
    question.run();
  };
  return (
    <dialog ref={dialog} class="ask" aria-labelledby="ask-title" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <h2 id="ask-title">{question.title}</h2>
        <p>{question.text}</p>
        {question.word && (
          <label class="form-field">
            <span class="form-label">{t("control.ask.type", { word: question.word })}</span>
            <input
              class="field"
              autoComplete="off"
              value={typed}
              onInput={(e) => setTyped(e.currentTarget.value)}
            />
          </label>
        )}
        <div class="form-actions">
          {/* First, so that it has the focus: a space bar pressed twice must not confirm. */}
          <button type="button" class="button" onClick={close}>
            {question.cancel}
          </button>
          <button
            type="submit"
            class={question.danger ? "button danger" : "button primary"}
            disabled={!may}
          >
            {question.confirm}
          </button>
        </div>
      </form>
    </dialog>
  );
}
