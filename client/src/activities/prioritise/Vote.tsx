import { useRef } from "preact/hooks";
import { pick, register, t } from "../../i18n";
import { Apart } from "../Apart";
import type { VoteProps } from "../kind";
import { shuffled } from "../order";
import { Question } from "../Question";
import { dotsLeft, type PrioritiseSetupShape, points, ranked } from "./readiness";

register({
  "rank.tray": { es: "Su orden", en: "Your order", pt: "Sua ordem" },
  "rank.rest": {
    es: "Toque en orden de prioridad",
    en: "Tap in order of priority",
    pt: "Toque em ordem de prioridade",
  },
  "rank.up": { es: "Subir", en: "Up", pt: "Subir" },
  "rank.down": { es: "Bajar", en: "Down", pt: "Descer" },
  "rank.remove": { es: "Quitar", en: "Remove", pt: "Retirar" },
  "rank.add": { es: "Elegir como {place}", en: "Choose as {place}", pt: "Escolher como {place}" },
  "dots.more": { es: "Un punto más", en: "One dot more", pt: "Mais um ponto" },
  "dots.less": { es: "Un punto menos", en: "One dot less", pt: "Menos um ponto" },
});

type Setup = PrioritiseSetupShape;

export function PrioritiseVote(props: VoteProps) {
  const setup = props.activity.setup as unknown as Setup;
  return (
    <>
      <Question setup={props.activity.setup} />
      {setup.method === "dots" ? (
        <Dots {...props} setup={setup} />
      ) : (
        <Rank {...props} setup={setup} />
      )}
      <Apart draft={props.draft} onDraft={props.onDraft} name={props.activity.id} />
    </>
  );
}

/** Tap in order; what is chosen stands in the tray with its number, the rest keeps its place. */
function Rank({ draft, onDraft, seed, setup }: VoteProps & { setup: Setup }) {
  const tray = useRef<HTMLOListElement>(null);
  const order = ranked(setup, draft);
  const by = new Map(setup.options.map((option) => [option.id, option]));
  const full = order.length >= (setup.top ?? 1);
  const move = (from: number, to: number) => {
    const next = [...order];
    const [moved] = next.splice(from, 1);
    if (moved !== undefined) next.splice(to, 0, moved);
    onDraft({ ranking: next });
    requestAnimationFrame(() =>
      tray.current?.querySelectorAll<HTMLElement>("li")[to]?.querySelector("button")?.focus(),
    );
  };
  return (
    <>
      {order.length > 0 && (
        <section class="tray">
          <h3>{t("rank.tray")}</h3>
          <ol ref={tray}>
            {order.map((id, index) => (
              <li key={id}>
                <span class="number">{index + 1}</span>
                <span class="grow" dir="auto">
                  {pick(by.get(id)?.text)}
                </span>
                <span class="moves">
                  <button
                    type="button"
                    class="button small"
                    disabled={index === 0}
                    onClick={() => move(index, index - 1)}
                  >
                    {t("rank.up")}
                  </button>
                  <button
                    type="button"
                    class="button small"
                    disabled={index === order.length - 1}
                    onClick={() => move(index, index + 1)}
                  >
                    {t("rank.down")}
                  </button>
                  <button
                    type="button"
                    class="button small"
                    onClick={() => onDraft({ ranking: order.filter((other) => other !== id) })}
                  >
                    {t("rank.remove")}
                  </button>
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <p class="muted small">{t("rank.rest")}</p>
      <ul class="rows">
        {shuffled(setup.options, seed).map((option) => {
          const place = order.indexOf(option.id);
          return (
            <li key={option.id}>
              <button
                type="button"
                class="row pickable"
                aria-pressed={place >= 0}
                disabled={place < 0 && full}
                onClick={() =>
                  onDraft({
                    ranking:
                      place >= 0 ? order.filter((id) => id !== option.id) : [...order, option.id],
                  })
                }
              >
                <span class="number" aria-hidden={place < 0}>
                  {place >= 0 ? place + 1 : ""}
                </span>
                <span class="grow" dir="auto">
                  {pick(option.text)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Dots({ draft, onDraft, seed, setup }: VoteProps & { setup: Setup }) {
  const given = points(draft);
  const left = dotsLeft(setup, draft);
  const most = setup.per_option ?? setup.dots ?? 1;
  const change = (id: string, by: number) => {
    const next = { ...given, [id]: (given[id] ?? 0) + by };
    onDraft({ points: Object.fromEntries(Object.entries(next).filter(([, n]) => n > 0)) });
  };
  return (
    <ul class="rows">
      {shuffled(setup.options, seed).map((option) => {
        const n = given[option.id] ?? 0;
        return (
          <li key={option.id} class="row">
            <span class="grow" dir="auto">
              {pick(option.text)}
            </span>
            <span class="moves">
              <button
                type="button"
                class="button"
                aria-label={t("dots.less")}
                disabled={n === 0}
                onClick={() => change(option.id, -1)}
              >
                −
              </button>
              <strong aria-live="off">{n}</strong>
              <button
                type="button"
                class="button"
                aria-label={t("dots.more")}
                disabled={left === 0 || n >= most}
                onClick={() => change(option.id, 1)}
              >
                +
              </button>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
