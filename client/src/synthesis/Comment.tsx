import "./synthesis.css";
import "./words";
import { t } from "../i18n";
import { when } from "../pages/report/when";
import { key } from "../state";
import type { CommentValue } from "../wire";
import { answered } from "./answered";

/** What was asked about a note, by its id in the chain. */
export function commentsOn(entry: string): CommentValue[] {
  return (key("comments")?.comments ?? []).filter((comment) => comment.entry === entry);
}

/** A question about a passage, and whether it is settled. */
export function Comment({ comment }: { comment: CommentValue }) {
  const done = comment.resolved_at !== null;
  return (
    <div class={done ? "side-comment done small" : "side-comment small"}>
      {comment.quote && <p class="muted">{t("comment.about", { quote: comment.quote })}</p>}
      <p dir="auto">{comment.text}</p>
      <p class="muted">
        {comment.resolved_at !== null &&
          `${t("comment.resolved", { time: when(comment.resolved_at) })} · `}
        <button
          type="button"
          class="button quiet small"
          onClick={() => void answered("resolve_comment", { comment: comment.id, resolved: !done })}
        >
          {t(done ? "comment.reopen" : "comment.resolve")}
        </button>
      </p>
    </div>
  );
}
