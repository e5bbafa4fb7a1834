import { useRef } from "preact/hooks";
import { otherLang, pick, register, t } from "../../i18n";
import { Apart } from "../Apart";
import type { VoteProps } from "../kind";
import { shuffled } from "../order";
import { Question } from "../Question";
import { dotsLeft, moved, type PrioritiseSetupShape, points, ranked, without } from "./readiness";

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
  const root = useRef<HTMLDivElement>(null);
  const order = ranked(setup, draft);
  const text = (id: string) => pick(setup.options.find((option) => option.id === id)?.text);
  const full = order.length >= (setup.top ?? 1);
  /** Buttons that move are drawn anew: the focus goes with the option, else back to where it was chosen. */
  const change = (next: string[], id: string, wanted: string) => {
    onDraft({ ranking: next });
    requestAnimationFrame(() => {
      const one = [...(root.current?.querySelectorAll<HTMLElement>("[data-option]") ?? [])];
      const own = one.filter((element) => element.dataset.option === id);
      const buttons = own.flatMap((element) => [
        ...element.querySelectorAll<HTMLButtonElement>("button:not(:disabled)"),
      ]);
      (buttons.find((button) => button.dataset.move === wanted) ?? buttons[0])?.focus();
    });
  };
  return (
    <div ref={root} class="rank">
      {order.length > 0 && (
        <section class="tray">
          <h3>{t("rank.tray")}</h3>
          <ol>
            {order.map((id, index) => (
              <li key={id} data-option={id}>
                <span class="number chosen">{index + 1}</span>
                <span class="grow" dir="auto">
                  {text(id)}
                </span>
                <span class="moves">
                  <Move
                    name="up"
                    of={text(id)}
                    disabled={index === 0}
                    onClick={() => change(moved(order, index, index - 1), id, "up")}
                  />
                  <Move
                    name="down"
                    of={text(id)}
                    disabled={index === order.length - 1}
                    onClick={() => change(moved(order, index, index + 1), id, "down")}
                  />
                  <Move
                    name="remove"
                    of={text(id)}
                    onClick={() => change(without(order, id), id, "pick")}
                  />
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
          const chosen = place >= 0;
          return (
            <li key={option.id} data-option={option.id}>
              <button
                type="button"
                class="row"
                data-move="pick"
                aria-pressed={chosen}
                disabled={!chosen && full}
                onClick={() =>
                  onDraft({
                    ranking: chosen ? without(order, option.id) : [...order, option.id],
                  })
                }
              >
                <span class={chosen ? "number chosen" : "number"}>{chosen && place + 1}</span>
                <span class="grow" lang={otherLang(option.text)} dir="auto">
                  {pick(option.text)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Move(props: {
  name: "up" | "down" | "remove";
  of: string;
  disabled?: boolean;
  onClick: () => void;
}) {
  const word = t(`rank.${props.name}`);
  return (
    <button
      type="button"
      class="button small"
      data-move={props.name}
      aria-label={`${word}: ${props.of}`}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      {word}
    </button>
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
    <ul class="rows dots">
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
                aria-label={`${t("dots.less")}: ${pick(option.text)}`}
                disabled={n === 0}
                onClick={() => change(option.id, -1)}
              >
                −
              </button>
              <strong>{n}</strong>
              <button
                type="button"
                class="button"
                aria-label={`${t("dots.more")}: ${pick(option.text)}`}
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
