// Written by scripts/write-client.mjs from the API's description; changes belong there.
import type {
  Answer,
  BulkList,
  Health,
  Parameters,
  Problem,
  RecordFiles,
} from "./client-types.ts";

/** The API said no: what it said, as problem details. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.title}: ${problem.detail}`);
    this.name = new.target.name;
    this.problem = problem;
  }
}

const part = (text: string): string => encodeURIComponent(text).replaceAll("%7E", "~");

/**
 * A client of the API with one function a kind of address.
 *
 * @param base Where the server is, such as `http://127.0.0.1:8765`.
 * @param ask Sends a request; by default the runtime's own `fetch`.
 */
export function createClient(base: string, ask: typeof fetch = fetch) {
  async function get<T>(path: string, query: Parameters = {}): Promise<T> {
    const url = new URL(path, base);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const response = await ask(url, { headers: { Accept: "application/json" } });
    if (response.ok) return (await response.json()) as T;
    throw new ProblemError((await response.json()) as Problem);
  }

  return {
    /** What the API offers. */
    index: () => get<unknown>("/api/v1"),
    /** This description. */
    openApi: () => get<unknown>("/api/v1/openapi.json"),
    /** Whether the server answers. */
    health: () => get<Health>("/healthz"),
    /** The tables that can be had whole. */
    bulk: () => get<BulkList>("/api/v1/bulk"),
    /** The files of the compiled record. */
    recordFiles: () => get<RecordFiles>("/api/v1/bulk/record"),
    /** Every organisation of the record, with its members on a day. */
    alliances: (query: Pick<Parameters, "at"> = {}) => get<Answer>("/api/v1/alliances", query),
    /** An organisation: its members, since when, its largest member and its rule of decision. */
    alliancesById: (id: string, query: Pick<Parameters, "at"> = {}) =>
      get<Answer>(`/api/v1/alliances/${part(id)}`, query),
    /** The assessment of an organisation in findings with intervals: members, alignment, cohesion, positions, splits, blocs, influence, dependence, conduct, durability. */
    alliancesByIdAssessment: (
      id: string,
      query: Pick<Parameters, "measure" | "convention" | "level" | "draws" | "seed"> = {},
    ) => get<Answer>(`/api/v1/alliances/${part(id)}/assessment`, query),
    /** Similarity of each member's votes with the largest member's, period by period, and the mean over all pairs. */
    alliancesByIdAlignment: (
      id: string,
      query: Pick<
        Parameters,
        | "from"
        | "to"
        | "topic"
        | "measure"
        | "convention"
        | "by"
        | "level"
        | "draws"
        | "seed"
        | "state"
      > = {},
    ) => get<Answer>(`/api/v1/alliances/${part(id)}/alignment`, query),
    /** How alike the members vote, period by period, against other organisations and random groups. */
    alliancesByIdCohesion: (
      id: string,
      query: Pick<Parameters, "from" | "to" | "topic" | "by" | "level" | "draws" | "seed"> = {},
    ) => get<Answer>(`/api/v1/alliances/${part(id)}/cohesion`, query),
    /** The families of resolutions that move the cohesion of an organisation most. */
    alliancesByIdExplain: (
      id: string,
      query: Pick<Parameters, "from" | "to" | "topic" | "limit"> = {},
    ) => get<Answer>(`/api/v1/alliances/${part(id)}/explain`, query),
    /** The roll calls that split an organisation most, the splits that recur, who stands with whom. */
    alliancesByIdSplits: (
      id: string,
      query: Pick<Parameters, "from" | "to" | "topic" | "q" | "limit" | "level"> = {},
    ) => get<Answer>(`/api/v1/alliances/${part(id)}/splits`, query),
    /** In which voting bloc of all states each member falls, how firmly, and whether all fall into one; the last ten years unless told. */
    alliancesByIdBlocs: (
      id: string,
      query: Pick<
        Parameters,
        "from" | "to" | "topic" | "convention" | "level" | "seed" | "by"
      > = {},
    ) => get<Answer>(`/api/v1/alliances/${part(id)}/blocs`, query),
    /** Since when: shifts in the yearly alignment of each member with the largest, and in the agreement of all. */
    alliancesByIdBreaks: (
      id: string,
      query: Pick<
        Parameters,
        "from" | "to" | "topic" | "measure" | "convention" | "level" | "seed"
      > = {},
    ) => get<Answer>(`/api/v1/alliances/${part(id)}/breaks`, query),
    /** Where an organisation's members stand, and how far from the largest member, with intervals. */
    alliancesByIdPositions: (
      id: string,
      query: Pick<Parameters, "from" | "to" | "topic" | "by" | "level" | "year" | "scope"> = {},
    ) => get<Answer>(`/api/v1/alliances/${part(id)}/positions`, query),
    /** Each member's vote on every roll call of the emergency session on Ukraine, as forecast the day before. */
    alliancesByIdForecast: (id: string) =>
      get<Answer>(`/api/v1/alliances/${part(id)}/forecast`),
    /** The dated organs of an organisation, its forces with their sizes and mandates, its exercises and sessions. */
    alliancesByIdOrgans: (id: string, query: Pick<Parameters, "from" | "to" | "q"> = {}) =>
      get<Answer>(`/api/v1/alliances/${part(id)}/organs`, query),
    /** The cases of an organisation: calls, crises without a call, and what came of each. */
    alliancesByIdRecord: (
      id: string,
      query: Pick<
        Parameters,
        "threat" | "from" | "to" | "confidence" | "coding" | "level"
      > = {},
    ) => get<Answer>(`/api/v1/alliances/${part(id)}/record`, query),
    /** How often and how soon calls on an organisation are answered, and whether members are treated alike. */
    alliancesByIdResponsiveness: (
      id: string,
      query: Pick<
        Parameters,
        "threat" | "from" | "to" | "confidence" | "coding" | "level"
      > = {},
    ) => get<Answer>(`/api/v1/alliances/${part(id)}/responsiveness`, query),
    /** Public statements and acts of members, dated and sourced, coded towards the largest member. */
    alliancesByIdStances: (
      id: string,
      query: Pick<Parameters, "from" | "to" | "state" | "q"> = {},
    ) => get<Answer>(`/api/v1/alliances/${part(id)}/stances`, query),
    /** Attendance and its level, exercises, dues and signatures, members that stayed included. */
    alliancesByIdParticipation: (
      id: string,
      query: Pick<Parameters, "from" | "to" | "state" | "q"> = {},
    ) => get<Answer>(`/api/v1/alliances/${part(id)}/participation`, query),
    /** Power indices of the members under the organisation's rules of decision on a day, given positions too, and on whom alone the rule would have failed. */
    alliancesByIdPower: (
      id: string,
      query: Pick<Parameters, "at" | "from" | "to" | "topic" | "level" | "draws" | "seed"> = {},
    ) => get<Answer>(`/api/v1/alliances/${part(id)}/power`, query),
    /** Dominance in conduct: the largest member's share of those sent, its commands, decisions without it, sessions at its place and its share of budgets. */
    alliancesByIdDominance: (id: string, query: Pick<Parameters, "level"> = {}) =>
      get<Answer>(`/api/v1/alliances/${part(id)}/dominance`, query),
    /** Who moves toward whom: the largest member and the majority of the others, siding with it when it is alone, and the share of the gap of positions that each side closes. */
    alliancesByIdInfluence: (
      id: string,
      query: Pick<Parameters, "from" | "to" | "level" | "draws" | "seed"> = {},
    ) => get<Answer>(`/api/v1/alliances/${part(id)}/influence`, query),
    /** The largest member's share of the members' GDP and population by year, its concentration and ratio to the rest; CINC and military means from a file that the reader brings. */
    alliancesByIdCapabilities: (
      id: string,
      query: Pick<Parameters, "means" | "from" | "to" | "year" | "level"> = {},
    ) => get<Answer>(`/api/v1/alliances/${part(id)}/capabilities`, query),
    /** Every organisation side by side in a year: the largest member's share of the members' means, and how concentrated they are. */
    capabilities: (query: Pick<Parameters, "means" | "year" | "level"> = {}) =>
      get<Answer>("/api/v1/capabilities", query),
    /** What each member depends on the largest and on each other for: trade, arms, money transfers, promises of defence, troops, bases; and which of it is unknown. */
    alliancesByIdDependence: (
      id: string,
      query: Pick<Parameters, "from" | "to" | "year"> = {},
    ) => get<Answer>(`/api/v1/alliances/${part(id)}/dependence`, query),
    /** How long memberships and organisations last: exits, dissolutions and ends of states told apart, and where this organisation stands. */
    alliancesByIdDurability: (id: string, query: Pick<Parameters, "at" | "level"> = {}) =>
      get<Answer>(`/api/v1/alliances/${part(id)}/durability`, query),
    /** Years to come: calls, answers and members left at the record's rates, and how other rules of decision would change them; first how such predictions of the past did. */
    alliancesByIdDynamics: (
      id: string,
      query: Pick<
        Parameters,
        "at" | "years" | "rule" | "coding" | "level" | "draws" | "seed"
      > = {},
    ) => get<Answer>(`/api/v1/alliances/${part(id)}/dynamics`, query),
    /** Exit, dissolution and dormancy told apart, and who takes part, beside members before they left. */
    alliancesByIdVitality: (
      id: string,
      query: Pick<Parameters, "from" | "at" | "level"> = {},
    ) => get<Answer>(`/api/v1/alliances/${part(id)}/vitality`, query),
    /** The cases: who called whom, about what, and what came of it, with lags as intervals. */
    cases: (
      query: Pick<
        Parameters,
        | "organisation"
        | "threat"
        | "outcome"
        | "decider"
        | "from"
        | "to"
        | "confidence"
        | "coding"
        | "level"
        | "limit"
        | "offset"
      > = {},
    ) => get<Answer>("/api/v1/cases", query),
    /** One case: its events by the clock, lags as intervals, ranks and the causes named. */
    casesById: (id: string, query: Pick<Parameters, "confidence" | "coding"> = {}) =>
      get<Answer>(`/api/v1/cases/${part(id)}`, query),
    /** One case against the treaty text in force that day: duties kept, open routes, means. */
    casesByIdConformance: (id: string) => get<Answer>(`/api/v1/cases/${part(id)}/conformance`),
    /** One case against its reference classes, by who decided, threat, organisation and era. */
    casesByIdCompare: (
      id: string,
      query: Pick<Parameters, "confidence" | "coding" | "level"> = {},
    ) => get<Answer>(`/api/v1/cases/${part(id)}/compare`, query),
    /** What came after a case: alignment with the helper before and after, against matched cases, and how long the leader stayed. */
    casesByIdAfter: (
      id: string,
      query: Pick<
        Parameters,
        "confidence" | "coding" | "convention" | "level" | "draws" | "seed"
      > = {},
    ) => get<Answer>(`/api/v1/cases/${part(id)}/after`, query),
    /** Every case replayed against the text in force: duties satisfied, violated, undecidable. */
    conformance: (query: Pick<Parameters, "threat" | "from" | "to" | "confidence"> = {}) =>
      get<Answer>("/api/v1/conformance", query),
    /** Every treaty of the record: when signed and in force, its texts, provisions and constraints. */
    treaties: () => get<Answer>("/api/v1/treaties"),
    /** A treaty: its text in force on a day, what changed since and before, and its constraints. */
    treatiesById: (id: string, query: Pick<Parameters, "at"> = {}) =>
      get<Answer>(`/api/v1/treaties/${part(id)}`, query),
    /** What would follow if a member called on its alliance: the path under the texts in force, each member's likely stance, the decision and what comes, with how often such answers were right. */
    scenariosAppeal: (
      query: Pick<
        Parameters,
        | "alliance"
        | "appellant"
        | "at"
        | "threat"
        | "place"
        | "adversary"
        | "instrument"
        | "mandate"
        | "rule"
        | "left"
        | "hold"
        | "model"
        | "capability"
        | "calls"
        | "level"
        | "seed"
      > = {},
    ) => get<Answer>("/api/v1/scenarios/appeal", query),
    /** How often the models behind the scenarios would have been right on the cases on record, each kept out of its own forecast, against the base rate. */
    scenariosBacktest: (query: Pick<Parameters, "level"> = {}) =>
      get<Answer>("/api/v1/scenarios/backtest", query),
    /** The named, versioned scenarios of the record, each a question that people ask. */
    scenarios: () => get<Answer>("/api/v1/scenarios"),
    /** Any set of states: who they are, and which organisations each belongs to. */
    groupsByStates: (states: string, query: Pick<Parameters, "at"> = {}) =>
      get<Answer>(`/api/v1/groups/${part(states)}`, query),
    /** Similarity of votes of every pair in any set of states, and the mean over all pairs. */
    groupsByStatesAlignment: (
      states: string,
      query: Pick<
        Parameters,
        | "from"
        | "to"
        | "topic"
        | "measure"
        | "convention"
        | "by"
        | "level"
        | "draws"
        | "seed"
        | "state"
      > = {},
    ) => get<Answer>(`/api/v1/groups/${part(states)}/alignment`, query),
    /** How alike any set of states votes, period by period, against organisations and random groups. */
    groupsByStatesCohesion: (
      states: string,
      query: Pick<Parameters, "from" | "to" | "topic" | "by" | "level" | "draws" | "seed"> = {},
    ) => get<Answer>(`/api/v1/groups/${part(states)}/cohesion`, query),
    /** The roll calls that split any set of states most, the splits that recur, who stands with whom. */
    groupsByStatesSplits: (
      states: string,
      query: Pick<Parameters, "from" | "to" | "topic" | "q" | "limit" | "level"> = {},
    ) => get<Answer>(`/api/v1/groups/${part(states)}/splits`, query),
    /** Where any set of states stands, with intervals. */
    groupsByStatesPositions: (
      states: string,
      query: Pick<Parameters, "from" | "to" | "topic" | "by" | "level" | "year" | "scope"> = {},
    ) => get<Answer>(`/api/v1/groups/${part(states)}/positions`, query),
    /** Every state and territory of the record, with its codes today or when it ended. */
    states: () => get<Answer>("/api/v1/states"),
    /** A state: its dated identities and codes, its seat in the United Nations, its alliances, cases and treaties. */
    statesByKey: (key: string, query: Pick<Parameters, "at"> = {}) =>
      get<Answer>(`/api/v1/states/${part(key)}`, query),
    /** Where a state stands, period by period, with intervals, and the votes that moved it most. */
    statesByKeyPosition: (
      key: string,
      query: Pick<Parameters, "from" | "to" | "topic" | "by" | "level"> = {},
    ) => get<Answer>(`/api/v1/states/${part(key)}/position`, query),
    /** Where every state stands, session by session, with intervals; any topic, period or set of states. */
    positions: (
      query: Pick<Parameters, "from" | "to" | "topic" | "by" | "level" | "state" | "year"> = {},
    ) => get<Answer>("/api/v1/positions", query),
    /** Similarity of two states' votes, period by period. */
    dyadsByDyadAlignment: (
      dyad: string,
      query: Pick<
        Parameters,
        "from" | "to" | "topic" | "measure" | "convention" | "by" | "level" | "draws" | "seed"
      > = {},
    ) => get<Answer>(`/api/v1/dyads/${part(dyad)}/alignment`, query),
    /** The families of resolutions that move the similarity of two states most. */
    dyadsByDyadExplain: (
      dyad: string,
      query: Pick<
        Parameters,
        "from" | "to" | "topic" | "measure" | "convention" | "limit"
      > = {},
    ) => get<Answer>(`/api/v1/dyads/${part(dyad)}/explain`, query),
    /** Since when: shifts in the yearly alignment of two states. */
    dyadsByDyadBreaks: (
      dyad: string,
      query: Pick<
        Parameters,
        "from" | "to" | "topic" | "measure" | "convention" | "level" | "seed"
      > = {},
    ) => get<Answer>(`/api/v1/dyads/${part(dyad)}/breaks`, query),
    /** The voting blocs of the whole Assembly over one span, with the stability of each state; the last ten years unless told. */
    blocs: (
      query: Pick<Parameters, "from" | "to" | "topic" | "convention" | "level" | "seed"> = {},
    ) => get<Answer>("/api/v1/blocs", query),
    /** Recorded votes, newest first, by date, topic, text and state. */
    rollcalls: (
      query: Pick<
        Parameters,
        "from" | "to" | "topic" | "state" | "q" | "limit" | "offset"
      > = {},
    ) => get<Answer>("/api/v1/rollcalls", query),
    /** One recorded vote: every state's vote, the tallies, how each organisation split, and the roll calls that divided the states alike. */
    rollcallsById: (id: string) => get<Answer>(`/api/v1/rollcalls/${part(id)}`),
    /** One recorded vote in the position model: discrimination, cut points, and the votes that surprise. */
    rollcallsByIdFit: (id: string) => get<Answer>(`/api/v1/rollcalls/${part(id)}/fit`),
    /** Every state's vote on a roll call as forecast from what was known the day before, against base rates. */
    rollcallsByIdForecast: (id: string) =>
      get<Answer>(`/api/v1/rollcalls/${part(id)}/forecast`),
    /** The bargaining models held against published cases: where the median ends by each choice that the texts leave open. */
    bargaining: () => get<Answer>("/api/v1/bargaining"),
    /** A named scenario: its path under the texts in force, the likely outcome, its variants side by side, and an analysis written by rules from what was computed. */
    scenariosById: (
      id: string,
      query: Pick<
        Parameters,
        "hold" | "model" | "capability" | "calls" | "level" | "seed"
      > = {},
    ) => get<Answer>(`/api/v1/scenarios/${part(id)}`, query),
    /** The texts whose claims are tested on the record, with how many claims each makes. */
    claims: () => get<Answer>("/api/v1/claims"),
    /** The claims of a text, each tested: verdict, evidence, and what the argument loses. */
    claimsById: (id: string, query: Pick<Parameters, "at"> = {}) =>
      get<Answer>(`/api/v1/claims/${part(id)}`, query),
    /** One claim: its test, its verdict, the rows behind it and the fact that would turn it. */
    claimsByIdByN: (id: string, n: string, query: Pick<Parameters, "at"> = {}) =>
      get<Answer>(`/api/v1/claims/${part(id)}/${part(n)}`, query),
    /** Rival readings of what an alliance is, what each implies, and what the record says of each on five organisations. */
    readings: () => get<Answer>("/api/v1/readings"),
    /** Alliance or instrument: rival readings of one organisation, what each implies, and what the record says. */
    alliancesByIdReadings: (id: string) =>
      get<Answer>(`/api/v1/alliances/${part(id)}/readings`),
  };
}
