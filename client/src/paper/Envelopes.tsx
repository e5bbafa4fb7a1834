/* The envelopes of a secret round that was closed: opened in any order, and whose each is nobody writes down. */
import { useState } from "preact/hooks";
import { NumberField } from "../activities/editing/fields";
import { t } from "../i18n";
import { act, locked } from "../pages/control/act";
import type { ActivityValue, PaperValue } from "../wire";
import { PaperBallot } from "./Ballot";

const MOST = 9999;

export function Envelopes({ activity, paper }: { activity: ActivityValue; paper: PaperValue }) {
  const [number, setNumber] = useState<number | null>(null);
  const [entering, setEntering] = useState(false);
  const seats = Object.keys(paper.seats).length;
  const entered = paper.envelopes.length;
  const next = number ?? firstFree(paper.envelopes);
  const there = paper.envelopes.includes(next);
  const missing = seats - entered;
  const finish = () => void act("finish_paper", { activity: activity.id, round: activity.round });
  return (
    <section class="paper-envelopes">
      <p>
        <strong>{t("paper.envelopes", { entered, of: seats })}</strong>
        {entered > 0 && (
          <span class="muted">
            {" "}
            {t("paper.envelopes.which", { which: paper.envelopes.join(", ") })}
          </span>
        )}
      </p>
      {entering ? (
        <>
          <h4>{t("paper.envelope", { number: next })}</h4>
          {there && <p class="small warn">{t("paper.envelope.there")}</p>}
          <PaperBallot
            key={next}
            activity={activity}
            whose={{ envelope: next }}
            onDone={() => {
              setEntering(false);
              setNumber(null);
            }}
          />
        </>
      ) : (
        <div class="paper-envelope">
          <NumberField
            label={t("paper.envelope.number")}
            value={next}
            low={1}
            high={MOST}
            onValue={setNumber}
          />
          <button
            type="button"
            class="button"
            disabled={locked.value || (missing <= 0 && !there)}
            onClick={() => {
              setNumber(next);
              setEntering(true);
            }}
          >
            {t(there ? "paper.enter_again" : "paper.enter")}
          </button>
        </div>
      )}
      {!entering && (
        <div class="paper-finish">
          <p class="small muted">{t("paper.envelope.hint")}</p>
          <p class="small muted">
            {missing > 0 ? t("paper.missing", { n: missing }) : t("paper.complete")}
          </p>
          {document.body.dataset.role === "facilitator" ? (
            <p class="small muted">{t("paper.missing.desk")}</p>
          ) : (
            <button
              type="button"
              class="button primary"
              disabled={locked.value || missing !== 0}
              onClick={finish}
            >
              {t("paper.finish")}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

function firstFree(envelopes: readonly number[]): number {
  let number = 1;
  while (envelopes.includes(number)) number += 1;
  return number;
}
