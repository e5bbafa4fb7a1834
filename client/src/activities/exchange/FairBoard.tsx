/* What the moderator sees of the fair: how much is posted, and what met. */
import "./exchange.css";
import "./words";
import { pick, t } from "../../i18n";
import { act, locked } from "../../pages/control/act";
import { key } from "../../state";
import type { ActivityValue, PostValue } from "../../wire";
import { sortedBy } from "./sorted";

export function FairBoard({ activity }: { activity: ActivityValue }) {
  const fair = key(`exchange/${activity.id}`);
  if (!fair) return null;
  const agreed = fair.points.filter((point) => point.agreed);
  const offers = fair.posts.filter(({ sort }) => sort === "offer").length;
  const counts = { offers, needs: fair.posts.length - offers, pairs: agreed.length };
  return (
    <div class="fair">
      <p>{t("exchange.counts", counts)}</p>
      <details>
        <summary>
          {t("exchange.all")} ({fair.posts.length})
        </summary>
        <ul class="fair-points">
          {fair.posts.map((post) => (
            <Posted key={post.id} post={post} activity={activity} />
          ))}
        </ul>
      </details>
    </div>
  );
}

function Posted({ post, activity }: { post: PostValue; activity: ActivityValue }) {
  const text = String(post.fields.text);
  return (
    <li class="fair-point">
      <p dir="auto">
        <strong>{pick(key("programme")?.delegations[post.delegation ?? ""])}</strong> ·{" "}
        {t(post.sort === "offer" ? "exchange.an_offer" : "exchange.a_need")}: {text}
      </p>
      <p class="small muted">{sortedBy(activity, post)}</p>
      <button
        type="button"
        class="button quiet small"
        disabled={locked.value}
        aria-label={t("exchange.hide_of", { text })}
        onClick={() => void act("hide_entry", { activity: activity.id, entry: post.id })}
      >
        {t("exchange.hide")}
      </button>
    </li>
  );
}
