/* A seat without a phone of its own for this vote: its ballot is on paper, or its hand goes up. */
import { Question } from "../../activities/Question";
import { register, t } from "../../i18n";
import { Method } from "../../parts/Method";
import { key } from "../../state";
import type { ActivityValue, MineValue } from "../../wire";

register({
  "apart.paper": {
    es: "En esta ronda su voto va en papel, no por teléfono. Entregue su papeleta a quien facilita: la anota dos veces para que no haya errores.",
    en: "In this round you vote on paper, not by phone. Hand your ballot to the facilitator, who enters it twice so that there are no mistakes.",
    pt: "Nesta rodada seu voto vai em papel, não pelo telefone. Entregue sua cédula a quem facilita: é anotada duas vezes para que não haja erros.",
  },
  "apart.envelope": {
    es: "En esta ronda su voto va en papel, no por teléfono. Entréguelo en un sobre sin nombre: se abre después de cerrar y nada dice de quién es.",
    en: "In this round you vote on paper, not by phone. Hand it in in an envelope without a name: it is opened after closing, and nothing says whose it is.",
    pt: "Nesta rodada seu voto vai em papel, não pelo telefone. Entregue-o em um envelope sem nome: abre-se depois do encerramento e nada diz de quem é.",
  },
  "apart.alone": {
    es: "Por ahora es el único sobre de la ronda: quien lo abra podría saber que es el suyo.",
    en: "So far it is the only envelope of the round: whoever opens it could know that it is yours.",
    pt: "Por enquanto é o único envelope da rodada: quem o abrir poderia saber que é o seu.",
  },
  "apart.hands": {
    es: "En esta ronda usted vota a mano alzada, no por teléfono. Levante la mano cuando la moderación lo pida.",
    en: "In this round you vote by show of hands, not by phone. Raise your hand when the moderator asks.",
    pt: "Nesta rodada você vota de mão levantada, não pelo telefone. Levante a mão quando a moderação pedir.",
  },
  "apart.entered": {
    es: "Su papeleta ya está anotada.",
    en: "Your ballot has been entered.",
    pt: "Sua cédula já está anotada.",
  },
  "apart.mistake": {
    es: "Si prefiere votar por teléfono, avise a la moderación.",
    en: "If you would rather vote by phone, tell the moderator.",
    pt: "Se preferir votar pelo telefone, avise a moderação.",
  },
});

export function Elsewhere({ activity, mine }: { activity: ActivityValue; mine: MineValue }) {
  const sealed = mine.apart === "paper" && activity.secrecy === "secret";
  return (
    <>
      <Question setup={activity.setup} />
      <p class="banner calm">{t(sealed ? "apart.envelope" : `apart.${mine.apart}`)}</p>
      {sealed && key(`turnout/${activity.id}`)?.apart === 1 && (
        <p class="banner">{t("apart.alone")}</p>
      )}
      <p class={mine.recorded ? "receipt received" : "muted"}>
        {t(mine.recorded ? "apart.entered" : "apart.mistake")}
      </p>
      <Method activity={activity} />
    </>
  );
}
