import type { EventDate } from "../dates/event-date.ts";
import type { Force } from "../record/organ.ts";
import type { Provision, Treaty } from "../record/treaty.ts";
import { provisionsOn } from "../treaty/provisions-on.ts";
import type { Call } from "./call.ts";

/** A provision of help or consultation in force on the day of a call. */
export interface Route {
  readonly treaty: Treaty;
  readonly provision: Provision;
  readonly version: string;
  /** What it opens: help, consultation, or neither; a `rule` says who decides where help is due. */
  readonly kind: "help" | "consultation" | "rule";
  /** Whether its text surely was in force. */
  readonly certain: boolean;
  /** Whether the call falls under it. */
  readonly open: boolean;
  /** What stands against it, each as words that follow the article's name. */
  readonly against: readonly string[];
}

/** `cst-1992 article 4 (text of 2010)`. */
export function articleName({
  treaty,
  provision,
  version,
}: Pick<Route, "treaty" | "provision" | "version">): string {
  const text = treaty.versions.length > 1 ? ` (text of ${version})` : "";
  return `${treaty.id} article ${provision.article}${text}`;
}

/** Whether operations under a provision need a mandate of the United Nations first. */
export function needsMandate({ provision }: Route): boolean {
  if (provision.trigger?.area !== "outside") return false;
  return provision.constraints.some(
    ({ template, target }) =>
      template === "precedence" &&
      target.events.includes("mandate") &&
      target.actors.includes("un-security-council"),
  );
}

/** What a provision opens; null for one that a call cannot fall under. */
function kindOf(
  { obligation, trigger, instruments, decides }: Provision,
  forces: ReadonlySet<string>,
): Route["kind"] | null {
  if (obligation === "consultation") return "consultation";
  if (obligation === "defense") return "help";
  if (trigger === null) return null;
  if (instruments.some((id) => forces.has(id) || isMateriel(id))) return "help";
  return decides === null ? null : "rule";
}

/** Whether an instrument is means without people. */
const isMateriel = (id: string): boolean => id.endsWith("materiel");

/** Whether a provision of help opens an instrument: `troops`, `materiel` or a force by its id. */
export function opens({ instruments }: Provision, instrument: string): boolean {
  if (instrument === "troops")
    return instruments.length === 0 || !instruments.every(isMateriel);
  if (instrument === "materiel") return true;
  return instruments.includes(instrument);
}

function againstOf(
  { trigger, obligation }: Provision,
  call: Call,
  betweenMembers: boolean,
): readonly string[] {
  const against: string[] = [];
  const named = trigger?.threats ?? [];
  if (named.length > 0 && !named.includes(call.threat)) {
    const kinds = named.filter((threat) => threat !== "mixed");
    against.push(`speaks of threats that are ${kinds.join(", ")} only`);
  }
  const area = trigger?.area ?? null;
  if (area === "between" && !betweenMembers) {
    against.push("speaks of disputes between parties only");
  } else if (area === "inside" && call.place === "outside") {
    against.push(`covers ${trigger?.place ?? "the parties"} only`);
  } else if (area === "outside" && call.place === "inside") {
    against.push(`covers ${trigger?.place ?? "operations outside"} only`);
  }
  if (named.length === 0 && area === null && obligation === "consultation") return [];
  return against;
}

/** Every provision of help or consultation of some treaties on a day, with what stands against it. */
export function routesFor(
  call: Call,
  treaties: readonly Treaty[],
  date: EventDate,
  facts: { readonly betweenMembers: boolean; readonly forces: readonly Force[] },
): readonly Route[] {
  const forces = new Set(facts.forces.map(({ id }) => id));
  return treaties.flatMap((treaty) =>
    provisionsOn(treaty, date).flatMap(({ provision, version, certain }): Route[] => {
      const kind = kindOf(provision, forces);
      if (kind === null) return [];
      const against = againstOf(provision, call, facts.betweenMembers);
      return [
        { treaty, provision, version, kind, certain, open: against.length === 0, against },
      ];
    }),
  );
}
