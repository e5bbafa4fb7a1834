import "./words";
import { useSignal } from "@preact/signals";
import { pick, t } from "../i18n";
import { when } from "../pages/report/when";
import { give } from "../roadmap/save";
import { key } from "../state";
import type { AgreementStep, AgreementValue, NodeValue } from "../wire";
import { agreementOf, REGIMES, type Regime, takes } from "./agreed";

/** How far one note may travel: what holds, what was asked, who agreed when; and moving it. */
export function NoteRegime({ id }: { id: string }) {
  const node = key("lineage")?.nodes.find((one) => one.sort === "entry" && one.id === id);
  if (!node?.regime) return <p class="muted">{t("agreement.not_recorded")}</p>;
  const agreement = agreementOf(id);
  return (
    <>
      <p>
        <span class="object-code">{node.code}</span>{" "}
        <span dir="auto">
          {typeof node.text === "string" ? node.text : t("agreement.withheld")}
        </span>
      </p>
      <Stands node={node} agreement={agreement} />
      <Move key={agreement?.asked ?? node.regime} node={node} agreement={agreement} />
      {agreement && <Steps steps={agreement.steps} />}
    </>
  );
}

interface Props {
  node: NodeValue;
  agreement: AgreementValue | undefined;
}

function Stands({ node, agreement }: Props) {
  const own = agreement !== undefined && agreement.regime !== agreement.session;
  return (
    <div>
      <p>
        <strong>{t("agreement.now", { regime: t(`agreement.regime.${node.regime}`) })}.</strong>{" "}
        {own
          ? t("agreement.of_note", { regime: t(`agreement.regime.${agreement.session}`) })
          : t("agreement.of_session")}
      </p>
      {agreement?.asked && (
        <p class="banner calm">
          {t("agreement.waits", { regime: t(`agreement.regime.${agreement.asked}`) })}
        </p>
      )}
      <p class="small muted">
        {agreement && agreement.agreed > 0 && `${t("agreement.agreed", { n: agreement.agreed })} `}
        {agreement && agreement.declined > 0 && t("agreement.declined", { n: agreement.declined })}
      </p>
    </div>
  );
}

function Move({ node, agreement }: Props) {
  const now = node.regime ?? "";
  const chosen = useSignal<Regime>((agreement?.asked ?? now) as Regime);
  const refused = useSignal("");
  const busy = useSignal(false);
  const move = async (regime: string) => {
    busy.value = true;
    const { words } = await give("set_regime", { entry: node.id, regime });
    busy.value = false;
    refused.value = words;
  };
  const how = takes(chosen.value, now, agreement);
  const word = {
    free: "agreement.stricter",
    agreed: "agreement.agreed_to",
    asked: "agreement.looser",
  };
  return (
    <form
      class="note-regime"
      onSubmit={(event) => {
        event.preventDefault();
        void move(chosen.value);
      }}
    >
      <fieldset class="rows">
        <legend class="small muted">{t("agreement.choose")}</legend>
        {REGIMES.map((regime) => (
          <label key={regime} class="row">
            <input
              type="radio"
              name="regime"
              checked={chosen.value === regime}
              onChange={() => {
                chosen.value = regime;
              }}
            />
            <span class="grow">
              <strong>{t(`agreement.regime.${regime}`)}</strong>
              <span class="small muted regime-means">{t(`agreement.means.${regime}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {how !== "none" && <p class="small">{t(word[how])}</p>}
      <p class="card-tools">
        <button type="submit" class="button" disabled={how === "none" || busy.value}>
          {t(how === "asked" ? "agreement.ask" : "agreement.move")}
        </button>
        {agreement?.asked && (
          <button type="button" class="button" disabled={busy.value} onClick={() => void move(now)}>
            {t("agreement.withdraw")}
          </button>
        )}
      </p>
      {refused.value && (
        <p class="banner danger" role="alert">
          {refused.value}
        </p>
      )}
    </form>
  );
}

function Steps({ steps }: { steps: readonly AgreementStep[] }) {
  return (
    <section>
      <h3>{t("agreement.steps")}</h3>
      <ol class="history" reversed>
        {[...steps].reverse().map((step, index) => (
          <li key={steps.length - index}>
            <span class="small muted">{when(step.at)}</span> {told(step)}
          </li>
        ))}
      </ol>
    </section>
  );
}

function told(step: AgreementStep): string {
  const named = step.delegation && pick(key("programme")?.delegations[step.delegation]);
  const role = step.role && t(`roadmap.role.${step.role}`);
  const table = step.table && t("table.name", { number: step.table.replace(/^t/, "") });
  const who = named || [role, table].filter(Boolean).join(", ") || t("agreement.a_delegation");
  const regime = step.regime ? t(`agreement.regime.${step.regime}`) : "";
  const what = step.what === "set" && !step.role ? "set_by_consent" : step.what;
  return t(`agreement.step.${what}`, { who, regime });
}
