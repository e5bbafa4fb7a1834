import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { has, t } from "../i18n";
import { freshSlug } from "../ids";
import { NoteMark } from "../regimes/NoteMark";
import { Take } from "../roadmap/Take";
import { answered } from "./answered";
import { Comment, commentsOn } from "./Comment";
import type { Note } from "./sideBySide";

interface Props {
  note: Note;
  code: string;
  chosen: boolean;
  choose: (on: boolean) => void;
}

/** One note among the others: marked to be merged, or asked about. */
export function NoteCell({ note, code, chosen, choose }: Props) {
  const text = useRef<HTMLParagraphElement>(null);
  const quote = useSignal<string | undefined>(undefined);
  const comments = commentsOn(note.node);
  return (
    <li class={chosen ? "side-note chosen" : "side-note"}>
      <label class="side-choose">
        <input
          type="checkbox"
          checked={chosen}
          aria-label={t("synthesis.choose", { code })}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
        <span class="object-code">{code}</span>
      </label>
      <p ref={text} dir="auto">
        {note.text}
      </p>
      {comments.map((comment) => (
        <Comment key={comment.id} comment={comment} />
      ))}
      {quote.value === undefined ? (
        <div class="side-tools">
          <button
            type="button"
            class="button quiet small"
            aria-label={t("comment.add_of", { code })}
            title={t("comment.select")}
            // A press would take the selection away before it is read.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              quote.value = selectedIn(text.current, note.text);
            }}
          >
            {t("comment.add")}
          </button>
          <Take sort="entry" id={note.node} short />
          <NoteMark id={note.node} code={code} />
        </div>
      ) : (
        <CommentForm
          entry={note.node}
          quote={quote.value}
          shut={() => {
            quote.value = undefined;
          }}
        />
      )}
    </li>
  );
}

/** The words selected in `element`; empty where none are, or where they are no passage of `text`. */
function selectedIn(element: HTMLElement | null, text: string): string {
  const selection = getSelection();
  if (!element || !selection?.anchorNode || !element.contains(selection.anchorNode)) return "";
  const words = selection.toString().trim();
  return text.includes(words) ? words : "";
}

function CommentForm({ entry, quote, shut }: { entry: string; quote: string; shut: () => void }) {
  const text = useSignal("");
  const refused = useSignal<string | undefined>(undefined);
  const id = useSignal(freshSlug("c")).value;
  return (
    <form
      class="side-comment"
      onSubmit={(event) => {
        event.preventDefault();
        void answered("comment_entry", { comment: id, entry, quote, text: text.value }).then(
          (code) => {
            refused.value = code;
            if (code === undefined) shut();
          },
        );
      }}
    >
      {quote && <p class="small muted">{t("comment.about", { quote })}</p>}
      <textarea
        class="field"
        rows={2}
        dir="auto"
        maxLength={1000}
        aria-label={t("comment.text")}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
      />
      {refused.value && (
        <p class="banner danger small" role="alert">
          {t(has(`code.${refused.value}`) ? `code.${refused.value}` : "code.unknown")}
        </p>
      )}
      <div class="side-tools">
        <button type="submit" class="button" disabled={!text.value.trim()}>
          {t("comment.send")}
        </button>
        <button type="button" class="button" onClick={shut}>
          {t("synthesis.cancel")}
        </button>
      </div>
    </form>
  );
}
