import { PARAMETERS } from "../../answer/parameters.ts";
import type { ControlProps } from "./control-props.ts";
import { labelOf, valueLabel } from "./labels.ts";

/** One of some values, in a list. */
export function ChoiceControl({
  name,
  value,
  onChange,
  values,
}: ControlProps & { readonly values: readonly string[] }) {
  const open = PARAMETERS[name].default === null;
  return (
    <label class="control">
      <span>{labelOf(name)}</span>
      <select
        name={name}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value, true)}
      >
        {open && <option value="">all</option>}
        {values.map((one) => (
          <option key={one} value={one}>
            {valueLabel(name, one)}
          </option>
        ))}
      </select>
    </label>
  );
}
