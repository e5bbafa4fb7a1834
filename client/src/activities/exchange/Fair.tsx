/* A phone at the fair of offers and needs: posting, and saying where two should meet. */
import "../../entries/entries.css";
import "./exchange.css";
import "./words";
import { useEffect } from "preact/hooks";
import { command } from "../../connection";
import { Entry } from "../../entries/Entry";
import { queuedOf, resume, tidy } from "../../entries/queue";
import { pick, t } from "../../i18n";
import { key } from "../../state";
import type { ActivityValue, ExchangeValue, PostValue } from "../../wire";
import { Question } from "../Question";
import { answerTo, between, othersOf, type Point, pointsOf } from "./fair";
import { PostForm } from "./PostForm";
import { sortedBy } from "./sorted";

export function Fair({ activity }: { activity: ActivityValue }) {
  const seat = key("seat");
  resume(key("meeting")?.id ?? "", seat?.id ?? "");
  const { id, round } = activity;
  const told = key(`written/${id}`);
  const fair = key(`exchange/${id}`);
  const open = activity.phase === "open";
  useEffect(() => {
    if (!open) tidy(id, round);
  }, [open, id, round]);
  const waiting = queuedOf(id, round).filter(
    (one) => !(one.state === "received" && told?.items.some((item) => item.id === one.id)),
  );
  const sending = waiting.filter((one) => one.does === "add" && one.state !== "refused").length;
  const may = key(`mine/${id}`)?.voter !== false;
  return (
    <div class="written fair">
      {activity.phase !== "revealed" && <Question setup={activity.setup} />}
      {!open && <p>{t("exchange.closed")}</p>}
      {open && may && (
        <PostForm activity={activity} left={Math.max(0, (told?.left ?? 0) - sending)} />
      )}
      {fair && seat && <Points fair={fair} delegation={seat.delegation} activity={activity} />}
      {may && told && told.items.length + waiting.length > 0 && (
        <section aria-label={t("exchange.own")}>
          <h3>{t("exchange.own")}</h3>
          <ul class="own-entries">
            {told.items.map((item) => (
              <Entry
                key={item.id}
                item={item}
                activity={activity}
                pending={waiting.find((one) => one.id === item.id)}
              />
            ))}
            {waiting
              .filter((one) => !told.items.some((item) => item.id === one.id))
              .map((one) => (
                <li
                  key={one.id}
                  class={one.state === "refused" ? "own-entry refused" : "own-entry"}
                >
                  <p dir="auto">{one.fields.text}</p>
                  <p class="small muted">
                    {t(`entries.state.${one.state === "received" ? "shown" : one.state}`)}
                    {one.code ? `: ${t(`code.${one.code}`)}` : ""}
                  </p>
                </li>
              ))}
          </ul>
        </section>
      )}
      {fair && seat && <Others fair={fair} delegation={seat.delegation} activity={activity} />}
      <p class="small muted">{t("exchange.named")}</p>
    </div>
  );
}

interface Props {
  fair: ExchangeValue;
  delegation: string;
  activity: ActivityValue;
}

/** Where something of ours and something of another delegation may meet. */
function Points({ fair, delegation, activity }: Props) {
  const points = pointsOf(fair, delegation);
  const posted = fair.posts.some((post) => post.delegation === delegation);
  if (!posted) return null;
  return (
    <section aria-label={t("exchange.fit")}>
      <h3>{t("exchange.fit")}</h3>
      {points.length === 0 && <p class="small muted">{t("exchange.fit.none")}</p>}
      <ul class="fair-points">
        {points.map((point) => (
          <PointLine
            key={`${point.point.offer}:${point.point.need}`}
            point={point}
            delegation={delegation}
            activity={activity}
          />
        ))}
      </ul>
    </section>
  );
}

function PointLine({
  point: { point, own, other },
  delegation,
  activity,
}: {
  point: Point;
  delegation: string;
  activity: ActivityValue;
}) {
  const who = nameOf(other);
  const ours = point.interested.includes(delegation);
  const theirs = other.delegation !== null && point.interested.includes(other.delegation);
  const word = point.agreed
    ? "exchange.agreed"
    : ours
      ? "exchange.we_wait"
      : theirs
        ? "exchange.they_wait"
        : undefined;
  return (
    <li class={point.agreed ? "fair-point agreed" : "fair-point"}>
      <p dir="auto">
        <strong>{who}</strong> ·{" "}
        {t(other.sort === "offer" ? "exchange.an_offer" : "exchange.a_need")}:{" "}
        {String(other.fields.text)}
      </p>
      <p class="small muted" dir="auto">
        {sortedBy(activity, other)}
        <br />
        {t("exchange.with", { text: String(own.fields.text) })}
      </p>
      {word && <p class="small">{t(word, { who })}</p>}
      <Interest activity={activity.id} one={own} other={other} ours={ours} />
    </li>
  );
}

function Interest({
  activity,
  one,
  other,
  ours,
}: {
  activity: string;
  one: PostValue;
  other: PostValue;
  ours: boolean;
}) {
  return (
    <button
      type="button"
      class={ours ? "button quiet" : "button"}
      onClick={() =>
        void command("show_interest", { activity, ...between(one, other), interested: !ours })
      }
    >
      {t(ours ? "exchange.no_interest" : "exchange.interest")}
    </button>
  );
}

/** What else is on offer or wanted; whoever has something to answer with may. */
function Others({ fair, delegation, activity }: Props) {
  const others = othersOf(fair, delegation);
  return (
    <details class="fair-others" open={others.length <= 6}>
      <summary>
        {t("exchange.all")} ({others.length})
      </summary>
      {others.length === 0 && <p class="small muted">{t("exchange.all.none")}</p>}
      <ul class="fair-points">
        {others.map((post) => {
          const answer = answerTo(fair, delegation, post);
          return (
            <li key={post.id} class="fair-point">
              <p dir="auto">
                <strong>{nameOf(post)}</strong> ·{" "}
                {t(post.sort === "offer" ? "exchange.an_offer" : "exchange.a_need")}:{" "}
                {String(post.fields.text)}
              </p>
              <p class="small muted">{sortedBy(activity, post)}</p>
              {answer ? (
                <Interest activity={activity.id} one={answer} other={post} ours={false} />
              ) : (
                <p class="small muted">{t("exchange.answer_first")}</p>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function nameOf(post: PostValue): string {
  return pick(key("programme")?.delegations[post.delegation ?? ""]);
}
