import type { StateKey } from "../states/state.ts";

/** How far a fact may be trusted. */
export type Confidence = "high" | "medium" | "low";

/** What a dated fact about an organisation says, and where it is from. */
export interface DatedEvent {
  /** EDTF date. */
  readonly date: string;
  readonly event?: string;
  readonly sources: readonly string[];
  readonly note?: string;
}

/** One unbroken stay of a state in an organisation. */
export interface MembershipSpell {
  readonly state: StateKey;
  /** EDTF date of entry, and the kind of act that dates it. */
  readonly from: string;
  readonly fromEvent: string;
  /** EDTF date on which membership had ended, or null for a member today. */
  readonly to: string | null;
  readonly toEvent: string | null;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  readonly note?: string;
}

/** A suspension: the state stays a member. */
export interface Suspension {
  readonly state: StateKey;
  readonly from: string;
  readonly to: string | null;
  readonly kind: string;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  readonly note?: string;
}

/** Which member was the largest, by a named criterion, over a span of dates. */
export interface LargestMember {
  readonly state: StateKey;
  readonly from: string;
  readonly to: string | null;
  readonly criterion: string;
  readonly sources: readonly string[];
  readonly note?: string;
}

/** The share of a budget that one member was to pay, as a source gives it. */
export interface BudgetShare {
  readonly state: StateKey;
  /** EDTF date, or span, of the budget. */
  readonly date: string;
  /** Which budget. */
  readonly budget: string;
  /** In [0, 1]; bounds where sources give a range. */
  readonly least: number;
  readonly most: number;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  readonly note?: string;
}

/** The rule by which an organisation's organ decides. */
export type DecisionRule =
  | "consensus"
  | "consensus-minus-abstainers"
  | "two-thirds"
  | "unanimity"
  | "majority"
  | "each-for-itself"
  | "weighted"
  | "mixed";

/** An alliance, or an organisation without a defence obligation that it is compared with. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly kind: "alliance" | "comparator";
  readonly founded: DatedEvent;
  readonly inForce: DatedEvent | null;
  readonly ended: DatedEvent | null;
  readonly treatyNames: readonly string[];
  readonly decisionRule: DecisionRule;
  readonly decisionNote: string | null;
  /** Which act dates a membership in this organisation. */
  readonly dating: string | null;
  readonly largest: readonly LargestMember[];
  readonly memberships: readonly MembershipSpell[];
  readonly suspensions: readonly Suspension[];
  /** Only the shares that a source was found for. */
  readonly budgetShares?: readonly BudgetShare[];
  readonly notes: string | null;
  /** True for an organisation of the user's overlay. */
  readonly overlay?: true;
}
