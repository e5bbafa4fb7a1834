import "./words";
import { t } from "../i18n";
import { drawer } from "../roadmap/drawn";
import { agreementOf } from "./agreed";

/** Opens how far a note may travel; says so at once where that is not as its session has it. */
export function NoteMark({ id, code }: { id: string; code: string }) {
  const agreement = agreementOf(id);
  const own = agreement && agreement.regime !== agreement.session;
  return (
    <>
      <button
        type="button"
        class="button quiet small note-mark"
        aria-label={`${t("agreement.open")}: ${code}`}
        onClick={() => {
          drawer.value = { show: "regime", sort: "entry", id };
        }}
      >
        {t("agreement.open")}
      </button>
      {own && (
        <span class="small flagged">
          {t("agreement.marked", { regime: t(`agreement.regime.${agreement.regime}`) })}
        </span>
      )}
      {agreement?.asked && (
        <span class="small muted">
          {t("agreement.waits_short", { regime: t(`agreement.regime.${agreement.asked}`) })}
        </span>
      )}
    </>
  );
}
