import type { InputHTMLAttributes, TargetedEvent, TargetedInputEvent } from "preact";
import { PARAMETERS } from "../../answer/parameters.ts";
import type { ControlProps } from "./control-props.ts";
import { labelOf } from "./labels.ts";
import { useSettled } from "./use-settled.ts";

/** A word, number or day, written in a box. */
export function TextControl({
  name,
  value,
  onChange,
  type,
}: ControlProps & { readonly type: "number" | "date" | "search" }) {
  const [shown, set] = useSettled(value, onChange);
  const { describe } = PARAMETERS[name];
  const bounds = /\((\d+(?:\.\d+)?) to (\d+(?:\.\d+)?)/u.exec(describe);
  const step = type === "number" && bounds?.[1]?.includes(".") === true ? "0.01" : undefined;
  const attributes = {
    type,
    name,
    value: shown,
    ...(type === "number" && bounds !== null ? { min: bounds[1]!, max: bounds[2]! } : {}),
    ...(step === undefined ? {} : { step }),
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => {
      if (type === "search") set(event.currentTarget.value, false);
    },
    onChange: (event: TargetedEvent<HTMLInputElement>) => {
      if (event.currentTarget.validity.valid) set(event.currentTarget.value, true);
    },
  };
  return (
    <label class="control" title={describe}>
      <span>{labelOf(name)}</span>
      {/* The type is one of three, which the union of all inputs cannot see. */}
      <input {...(attributes as InputHTMLAttributes)} />
    </label>
  );
}
