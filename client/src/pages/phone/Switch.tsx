import { pick } from "../../i18n";
import { key } from "../../state";
import { goTo } from "./follow";

/** When more than one activity is open (notes beside a poll), one tap goes from one to the other. */
export function Switch({ shown }: { shown: string | undefined }) {
  const now = key("now");
  const session = key("programme")?.sessions.find((line) => line.id === now?.session);
  const open = (session?.activities ?? []).filter(
    (line) => line.phase === "open" || line.id === now?.activity,
  );
  if (open.length < 2) return null;
  return (
    <nav class="switch">
      {open.map((line) => (
        <button
          key={line.id}
          type="button"
          class="button"
          aria-current={line.id === shown}
          onClick={() => goTo(line.id)}
        >
          {pick(line.title)}
        </button>
      ))}
    </nav>
  );
}
