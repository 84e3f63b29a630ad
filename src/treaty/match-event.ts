import type { Ternary } from "../dates/lag.ts";
import type { ActorId, ArticleRef, Case, CaseEvent } from "../record/case.ts";
import type { ActorTerm, EventSelector } from "../record/treaty.ts";
import { allOf } from "./ternary.ts";
import type { ConstraintContext } from "./constraint-context.ts";

const isState = (actor: ActorId): boolean => /^[A-Z]/u.test(actor);

/** An organ or organisation; the United Nations is nobody's alliance and is named by its own id. */
export function isOrgan(actor: ActorId): boolean {
  return !isState(actor) && !/^(?:other:|un$|un-)/u.test(actor);
}

/** The states in trouble: concerned by the case or calling in it. */
export function statesInTrouble(item: Case): ReadonlySet<string> {
  return new Set<string>([...item.concerned, ...(item.appellant?.states ?? [])]);
}

/** Whether an actor is one that a term of a constraint means. */
export function actorFits(
  actor: ActorId,
  term: ActorTerm,
  item: Case,
  { parties }: ConstraintContext,
): boolean {
  const isParty = (parties as readonly string[]).includes(actor);
  switch (term) {
    case "any":
      return true;
    case "appellant":
      return (
        (item.appellant?.states as readonly string[] | undefined)?.includes(actor) === true
      );
    case "addressee":
      return item.addressee.ids.includes(actor);
    case "member":
    case "each-member":
      return isParty;
    case "other-members":
    case "each-other-member":
      return isParty && !statesInTrouble(item).has(actor);
    case "non-member":
      return !isParty && !isOrgan(actor) && !actor.startsWith("un");
    case "organ":
      return isOrgan(actor);
    default:
      return actor === term;
  }
}

/** Whether one of the actors is meant; an event that names nobody does not decide it. */
function actorsFit(
  actors: readonly ActorId[],
  terms: readonly ActorTerm[],
  item: Case,
  context: ConstraintContext,
): Ternary {
  if (terms.length === 0 || terms.includes("any")) return "yes";
  if (actors.length === 0) return "undecidable";
  const fits = actors.some((actor) =>
    terms.some((term) => actorFits(actor, term, item, context)),
  );
  return fits ? "yes" : "no";
}

/** `4(1)` and `4` name each other: who cites an article cites its paragraphs. */
function sameArticle(cited: string, wanted: string): boolean {
  const bare = (article: string): string => article.replace(/\(.*$/u, "");
  return cited === wanted || cited === bare(wanted) || bare(cited) === wanted;
}

/** Whether one of the articles is invoked; a record without any, or in words only, is silent. */
export function invokes(
  refs: readonly ArticleRef[],
  wanted: readonly string[],
  treaty: string,
): Ternary {
  if (wanted.length === 0) return "yes";
  const own = refs.filter((ref) => ref.treaty === treaty);
  const named = own.filter(({ article }) => article !== null);
  if (named.some(({ article }) => wanted.some((one) => sameArticle(article!, one))))
    return "yes";
  if (named.length > 0) return "no";
  if (own.length > 0) return "undecidable";
  return refs.some((ref) => ref.treaty !== null) ? "no" : "undecidable";
}

/** Whether the kind of threat and the place of a case are those that a selector speaks of. */
export function caseFits(item: Case, { threats, place }: EventSelector): Ternary {
  const spoken = item.threat.claimed.length > 0 ? item.threat.claimed : [item.threat.coded];
  const inside = item.place.insideTreatyArea;
  return allOf([
    threats.length === 0 || spoken.some((threat) => threats.includes(threat)) ? "yes" : "no",
    place === null
      ? "yes"
      : inside === null
        ? "undecidable"
        : inside === (place === "inside")
          ? "yes"
          : "no",
  ]);
}

/** Whether the adversary of a case is, or is not, another party. */
export function adversaryFits(
  item: Case,
  { adversary }: EventSelector,
  { parties }: ConstraintContext,
): Ternary {
  if (adversary === null) return "yes";
  if (item.adversary.length === 0) return "undecidable";
  const trouble = [...statesInTrouble(item)];
  // Where parties stand against each other, both may be concerned and adversary.
  const isOtherParty = (actor: ActorId): boolean =>
    (parties as readonly string[]).includes(actor) && trouble.some((state) => state !== actor);
  const wanted = adversary === "member";
  return item.adversary.some((actor) => isOtherParty(actor) === wanted) ? "yes" : "no";
}

/** Whether one of the means is meant; an event that names none does not decide it. */
function instrumentsFit(used: readonly string[], wanted: readonly string[]): Ternary {
  if (wanted.length === 0) return "yes";
  if (used.length === 0) return "undecidable";
  return used.some((id) => wanted.includes(id)) ? "yes" : "no";
}

/** Whether an event of a case is one that a selector speaks of. */
export function matchEvent(
  event: CaseEvent,
  selector: EventSelector,
  item: Case,
  context: ConstraintContext,
): Ternary {
  if (selector.events.length > 0 && !selector.events.includes(event.type)) return "no";
  const refs = event.articles.length > 0 ? event.articles : item.articlesInvoked;
  const unaddressed = event.addressees.length === 0 && event.type === "appeal";
  const addressees = unaddressed ? item.addressee.ids : event.addressees;
  return allOf([
    caseFits(item, selector),
    adversaryFits(item, selector, context),
    actorsFit(event.actors, selector.actors, item, context),
    actorsFit(addressees, selector.addressees, item, context),
    invokes(refs, selector.articles, context.treaty.id),
    instrumentsFit(event.instruments, selector.instruments),
  ]);
}
