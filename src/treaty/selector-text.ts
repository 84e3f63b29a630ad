import type { EventSelector } from "../record/treaty.ts";

const words = (ids: readonly string[]): string =>
  ids.map((id) => id.replaceAll("-", " ")).join(" or ");

const PERSON: Readonly<Record<string, string>> = {
  appellant: "the appellant",
  addressee: "the addressee",
  member: "a party",
  "each-member": "each party",
  "other-members": "another party",
  "each-other-member": "each other party",
  "non-member": "an outsider",
  organ: "an organ",
};

const people = (terms: readonly string[]): string =>
  terms.map((term) => PERSON[term] ?? term).join(" or ");

/** What a selector asks for, in words: `consultation or session by an organ or a party`. */
export function selectorText(selector: EventSelector): string {
  const { events, actors, addressees, articles, instruments, threats, place, adversary } =
    selector;
  return [
    events.length === 0 ? "an event" : words(events),
    actors.length === 0 || actors.includes("any") ? "" : `by ${people(actors)}`,
    addressees.length === 0 || addressees.includes("any") ? "" : `to ${people(addressees)}`,
    articles.length === 0 ? "" : `under article ${articles.join(" or ")}`,
    instruments.length === 0 ? "" : `with ${words(instruments)}`,
    threats.length === 0 ? "" : `on a threat that is ${words(threats)}`,
    place === null ? "" : `${place} the treaty area`,
    adversary === null
      ? ""
      : `against ${adversary === "member" ? "another party" : "an outsider"}`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}
