import type { IssueScale, Stakeholder } from "./stakeholder.ts";

/** A published input of a bargaining model, with the outcomes published for it. */
export interface ReferenceCase {
  readonly id: string;
  readonly title: string;
  readonly stakeholders: readonly Stakeholder[];
  /** The ends of the scale that the source holds positions against; null for their own span. */
  readonly scale: IssueScale | null;
  readonly source: string;
  /** Outcomes printed for this input, and by whom. */
  readonly published: readonly { readonly by: string; readonly median: number }[];
  /** The published course of the median, turn 0 first; null where none is published. */
  readonly path: readonly number[] | null;
  /** How far replications in public fall from each other, on the scale; null where none is known. */
  readonly tolerance: number | null;
}

const stakeholder = (
  id: string,
  capability: number,
  position: number,
  salience: number,
): Stakeholder => ({ id, capability, position, salience });

/** The year from which cars must meet emission standards, European Community, years from 1989. */
const CAR_EMISSIONS: ReferenceCase = {
  id: "car-emissions",
  title: "Introduction of emission standards for cars, European Community",
  stakeholders: [
    stakeholder("NLD", 0.08, 4, 0.8),
    stakeholder("BEL", 0.08, 7, 0.4),
    stakeholder("LUX", 0.03, 4, 0.2),
    stakeholder("DEU", 0.16, 4, 0.8),
    stakeholder("FRA", 0.16, 10, 0.6),
    stakeholder("ITA", 0.16, 10, 0.6),
    stakeholder("GBR", 0.16, 10, 0.9),
    stakeholder("IRL", 0.05, 7, 0.1),
    stakeholder("DNK", 0.05, 4, 1),
    stakeholder("GRC", 0.08, 7, 0.7),
  ],
  scale: null,
  source:
    "Bueno de Mesquita 1994 and Scholz, Calbert and Smith 2011, doi:10.1177/0951629811418142, as " +
    "transcribed in public replications",
  published: [
    { by: "Bueno de Mesquita 1994", median: 9.05 },
    { by: "Scholz, Calbert and Smith 2011", median: 9.9 },
    { by: "a replication in public", median: 9.53 },
  ],
  path: null,
  tolerance: 1,
};

/** Reform of policy towards private oil and gas in China, 0 to 100: the KTAB example SOE-Policy. */
const STATE_OIL: ReferenceCase = {
  id: "soe-policy",
  title: "Private companies in oil and gas, China: the example SOE-Policy of KTAB",
  stakeholders: (
    [
      ["XJ", 100, 30, 30],
      ["LK", 65, 45, 65],
      ["ZG", 35, 30, 40],
      ["MK", 35, 45, 25],
      ["LH", 40, 50, 70],
      ["XS", 20, 15, 40],
      ["NEA", 15, 20, 40],
      ["MLR", 25, 60, 70],
      ["MEP", 20, 30, 30],
      ["MOF", 35, 45, 50],
      ["SHX", 20, 50, 70],
      ["HLJ", 20, 20, 70],
      ["PC", 15, 15, 75],
      ["COG", 50, 10, 80],
      ["WY", 40, 15, 80],
      ["SPC", 45, 15, 80],
      ["PSOE", 15, 60, 60],
      ["CPCIA", 20, 40, 80],
      ["CUCBM", 10, 45, 60],
      ["USA", 8, 100, 50],
      ["USCC", 8, 90, 50],
      ["EUCC", 5, 90, 50],
      ["IOC", 10, 90, 75],
      ["MY", 10, 75, 75],
      ["ZD", 15, 30, 50],
      ["ZGB", 15, 20, 50],
    ] as const
  ).map(([id, capability, position, salience]) =>
    stakeholder(id, capability, position, salience / 100),
  ),
  scale: { low: 0, high: 100 },
  source:
    "KAPSARC Toolkit for Behavioral Analysis, examples/smp/doc/SOE-Policy.csv and its log of " +
    "positions (MIT), medians computed here",
  published: [{ by: "the log of KTAB's example", median: 43.2 }],
  path: [30, 45, 45.1, 46.9, 45, 41.7, 42.8, 42.8, 43.2, 43.2],
  tolerance: null,
};

/** The published cases that the models are held against. */
export const REFERENCE_CASES: readonly ReferenceCase[] = [CAR_EMISSIONS, STATE_OIL];
