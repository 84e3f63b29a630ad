import type { ParameterName } from "../../answer/query.ts";

/** What every control is given: its parameter, the value as written, and how to change it. */
export interface ControlProps {
  readonly name: ParameterName;
  readonly value: string;
  /** Takes the value as written in an address; not final while a slider is being dragged. */
  readonly onChange: (value: string, final: boolean) => void;
}
