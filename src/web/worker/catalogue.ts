import { membersEver, membershipsOn } from "../../record/membership.ts";
import type { CasusRecord } from "../../record/record.ts";
import { ALL_VIEWS } from "../../claims/views/index.ts";
import type { Catalogue, Holdings, Names } from "../laboratory/questions.ts";

/** What the record holds, by name. */
export function catalogue(record: CasusRecord): Catalogue {
  const { rollCalls, voters } = record.votes;
  const first = rollCalls[0]?.date ?? "";
  const last = rollCalls.at(-1)?.date ?? "";
  const voting = new Set<string>(voters);
  return {
    release: record.release,
    first,
    last,
    rollCalls: rollCalls.length,
    states: record.states.all().map((key) => {
      const identities = record.states.identities(key);
      const latest = identities.at(-1);
      const name = record.states.name(key);
      return {
        key,
        name,
        also: [...new Set(identities.map((one) => one.name))].filter((one) => one !== name),
        m49: latest?.m49 ?? "",
        to: latest?.to ?? "",
        votes: voting.has(key),
      };
    }),
    organisations: record.organisations.map((organisation) => ({
      id: organisation.id,
      name: organisation.name,
      short: organisation.short,
      kind: organisation.kind,
      ended: organisation.ended !== null,
      members: membershipsOn(organisation, last).map(({ state }) => state),
      ever: [...membersEver(organisation)],
    })),
    views: ALL_VIEWS.map(({ path, describe, parameters, example }) => ({
      path,
      describe,
      parameters,
      example,
    })),
  };
}

/** The cases and treaties, by name. */
export function namesIn(record: CasusRecord): Names {
  return {
    cases: record.cases.map(({ id, title }) => ({ id, name: title })),
    treaties: record.treaties.map(({ id, name }) => ({ id, name })),
  };
}

/** The record's sources, its coverage by decade, and where its providers differ. */
export function holdings(record: CasusRecord): Holdings {
  const decades = new Map<string, { rollCalls: number; complete: number; coded: number }>();
  for (const { date, complete, partial, topics } of record.votes.rollCalls) {
    const decade = `${date.slice(0, 3)}0s`;
    const row = decades.get(decade) ?? { rollCalls: 0, complete: 0, coded: 0 };
    row.rollCalls += 1;
    if (complete && partial !== true) row.complete += 1;
    if (topics !== null) row.coded += 1;
    decades.set(decade, row);
  }
  return {
    sources: record.sources,
    disagreements: record.disagreements,
    decades: [...decades].map(([decade, row]) => ({ decade, ...row })),
  };
}
