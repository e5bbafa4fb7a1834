import { register, t } from "../../i18n";
import { type Ballot, isApart, type Option, type Readiness } from "../kind";

register({
  "rank.more.one": { es: "Elija {n} más", en: "Choose {n} more", pt: "Escolha mais {n}" },
  "rank.more.other": { es: "Elija {n} más", en: "Choose {n} more", pt: "Escolha mais {n}" },
  "rank.may_send": {
    es: "Elija {count} más o envíe ya",
    en: "Choose {count} more or send now",
    pt: "Escolha mais {count} ou envie já",
  },
  "approval.more": {
    es: "Puede marcar {count} más o enviar ya",
    en: "You may mark {count} more or send now",
    pt: "Pode marcar mais {count} ou enviar já",
  },
  "approval.none": {
    es: "Marque una opción por lo menos",
    en: "Mark one option at least",
    pt: "Marque uma opção pelo menos",
  },
  "points.left": {
    es: "Reparta los {count} puntos que quedan",
    en: "Share out the {count} points left",
    pt: "Distribua os {count} pontos que restam",
  },
  "dots.left.one": { es: "Le queda {n} punto", en: "{n} dot left", pt: "Resta {n} ponto" },
  "dots.left.other": { es: "Le quedan {n} puntos", en: "{n} dots left", pt: "Restam {n} pontos" },
});

export interface PrioritiseSetupShape {
  method: "rank" | "dots" | "points" | "approval";
  top?: number;
  dots?: number;
  per_option?: number;
  options: Option[];
}

/** The ranking without anything that is no option any more. */
export function ranked(setup: PrioritiseSetupShape, draft: Ballot | undefined): string[] {
  const known = new Set(setup.options.map((option) => option.id));
  return ((draft?.ranking as string[] | undefined) ?? []).filter((id) => known.has(id));
}

/** `order` with what stood at `from` at `to`. */
export function moved(order: readonly string[], from: number, to: number): string[] {
  const next = [...order];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

export function without(order: readonly string[], id: string): string[] {
  return order.filter((other) => other !== id);
}

export function points(draft: Ballot | undefined): Record<string, number> {
  return (draft?.points as Record<string, number> | undefined) ?? {};
}

export function dotsLeft(setup: PrioritiseSetupShape, draft: Ballot | undefined): number {
  return (setup.dots ?? 0) - Object.values(points(draft)).reduce((sum, n) => sum + n, 0);
}

/** The options approved of without anything that is no option any more. */
export function approved(setup: PrioritiseSetupShape, draft: Ballot | undefined): string[] {
  const known = new Set(setup.options.map((option) => option.id));
  return ((draft?.approved as string[] | undefined) ?? []).filter((id) => known.has(id));
}

/** What one tap gives or takes. */
export function stepOf(setup: PrioritiseSetupShape): number {
  return setup.method === "points" ? 10 : 1;
}

function approvalReadiness(setup: PrioritiseSetupShape, draft: Ballot | undefined): Readiness {
  const chosen = approved(setup, draft).length;
  const left = (setup.top ?? 1) - chosen;
  if (chosen === 0) return { ready: false, hint: t("approval.none") };
  return { ready: true, hint: left > 0 ? t("approval.more", { count: left }) : t("vote.ready") };
}

/** What a ranking's draft still lacks. */
export function readiness(raw: Record<string, unknown>, draft: Ballot | undefined): Readiness {
  const setup = raw as unknown as PrioritiseSetupShape;
  if (isApart(draft)) return { ready: true, hint: t("vote.ready") };
  if (setup.method === "approval") return approvalReadiness(setup, draft);
  if (setup.method === "points") {
    const count = dotsLeft(setup, draft);
    return { ready: count === 0, hint: count ? t("points.left", { count }) : t("vote.ready") };
  }
  if (setup.method === "dots") {
    const left = dotsLeft(setup, draft);
    return {
      ready: left < (setup.dots ?? 0),
      hint: left ? t("dots.left", { n: left }) : t("vote.ready"),
    };
  }
  const missing = (setup.top ?? 1) - ranked(setup, draft).length;
  if (missing === 0) return { ready: true, hint: t("vote.ready") };
  if (ranked(setup, draft).length === 0)
    return { ready: false, hint: t("rank.more", { n: missing }) };
  return { ready: true, hint: t("rank.may_send", { count: missing }) };
}
