/* One ballot that a delegation has in common: what the phone of each of its seats says of it. Never whose hand it was. */
import { useRef } from "preact/hooks";
import { register, t } from "../../i18n";
import { useAnnounced } from "../../parts/Live";
import type { SharedValue } from "../../wire";

register({
  "shared.rule": {
    es: "Una papeleta por delegación; cualquier persona de su delegación puede emitirla o cambiarla hasta el cierre.",
    en: "One ballot a delegation; anybody of your delegation can cast or change it until closing.",
    pt: "Uma cédula por delegação; qualquer pessoa da sua delegação pode emiti-la ou mudá-la até o encerramento.",
  },
  "shared.none": {
    es: "Su delegación todavía no tiene papeleta.",
    en: "Your delegation has no ballot yet.",
    pt: "Sua delegação ainda não tem cédula.",
  },
  "shared.there": {
    es: "Esta es la papeleta que su delegación tiene ahora.",
    en: "This is the ballot your delegation has now.",
    pt: "Esta é a cédula que sua delegação tem agora.",
  },
  "shared.changing": {
    es: "Está preparando un cambio. Hasta que lo envíe vale la papeleta que su delegación tiene.",
    en: "You are preparing a change. Until you send it, the ballot your delegation has counts.",
    pt: "Está preparando uma mudança. Até enviá-la, vale a cédula que sua delegação tem.",
  },
  "shared.overtaken": {
    es: "La papeleta de su delegación cambió mientras usted preparaba esta. Si envía la suya, la reemplaza.",
    en: "Your delegation’s ballot has changed while you prepared this one. If you send yours, it replaces that one.",
    pt: "A cédula da sua delegação mudou enquanto você preparava esta. Se enviar a sua, ela a substitui.",
  },
  "shared.look": {
    es: "Ver la de la delegación",
    en: "See the delegation’s",
    pt: "Ver a da delegação",
  },
  "shared.secrecy.secret": {
    es: "Voto secreto de la delegación. La papeleta la ven solo las personas de su delegación, y solo mientras la ronda está abierta. Quien administra el servidor podría verla hasta entonces; una vez sellada, nadie puede unirla con su delegación.",
    en: "Secret vote of the delegation. Only people of your delegation see its ballot, and only while the round is open. Whoever runs the server could look until then; once it is sealed, nobody can link it to your delegation.",
    pt: "Voto secreto da delegação. Só as pessoas da sua delegação veem a cédula, e só enquanto a rodada está aberta. Quem administra o servidor poderia vê-la até então; depois de selada, ninguém pode ligá-la à sua delegação.",
  },
  "shared.secrecy.by_delegation": {
    es: "Voto por delegación, no secreto. Mientras está abierto, la papeleta la ven solo las personas de su delegación. El sistema la guarda con el nombre de la delegación y no la borra. La sala y el informe ven totales.",
    en: "Vote by delegation, not secret. While it is open, only people of your delegation see its ballot. The system keeps it with the delegation’s name and does not erase it. Room and report see totals.",
    pt: "Voto por delegação, não secreto. Enquanto está aberto, só as pessoas da sua delegação veem a cédula. O sistema a guarda com o nome da delegação e não a apaga. A sala e o relatório veem totais.",
  },
  "shared.secrecy.open": {
    es: "Votación abierta, no secreta. Mientras dura, la papeleta la ven solo las personas de su delegación. El sistema la guarda con el nombre de la delegación y no la borra.",
    en: "Open vote, not secret. While it lasts, only people of your delegation see its ballot. The system keeps it with the delegation’s name and does not erase it.",
    pt: "Votação aberta, não secreta. Enquanto dura, só as pessoas da sua delegação veem a cédula. O sistema a guarda com o nome da delegação e não a apaga.",
  },
});

interface Props {
  together: SharedValue | undefined;
  /** Something here is chosen and not sent. */
  changed: boolean;
  onDrop: () => void;
}

export function Shared({ together, changed, onDrop }: Props) {
  const begun = useRef(together);
  if (!changed) begun.current = together;
  const overtaken = changed && JSON.stringify(together) !== JSON.stringify(begun.current);
  const state = overtaken ? "overtaken" : !together ? "none" : changed ? "changing" : "there";
  const text = t(`shared.${state}`);
  useAnnounced(text);
  return (
    <div style={{ display: "grid", gap: "8px", justifyItems: "start" }}>
      <p class="small muted">{t("shared.rule")}</p>
      <p class={overtaken ? "banner small" : "small"}>{text}</p>
      {changed && together && (
        <button type="button" class="button" onClick={onDrop}>
          {t("shared.look")}
        </button>
      )}
    </div>
  );
}

export function SharedSecrecy({ secrecy }: { secrecy: string }) {
  return <p class="small muted">{t(`shared.secrecy.${secrecy}`)}</p>;
}
