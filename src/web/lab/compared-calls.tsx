import { labelOf } from "../controls/labels.ts";
import { simulatedLimits, simulatedShare } from "../../answer/text.ts";
import type { Answer } from "../../answer/answer.ts";
import { useAnswer } from "../laboratory/use-answer.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { hrefOf } from "../place/base.ts";
import { place } from "../place/place.ts";
import { useMark } from "../place/use-mark.ts";
import { differences, readCall } from "./call-query.ts";

/** The headline values that two calls are held side by side in. */
const LINES: readonly (readonly [string, string])[] = [
  ["rule", "Rule of decision"],
  ["article", "Article"],
  ["members", "Members"],
  ["adopted", "The decision is taken"],
  ["base_adopted", "the same by the base rate"],
  ["came", "What is asked for comes"],
  ["base_came", "the same by the base rate"],
];

function cell({ summary }: Answer, name: string): string {
  const value = summary[name];
  if (typeof value !== "number" || name === "members") return String(value ?? "");
  const [lower, upper] = ["lower", "upper"].map((end) => summary[`${name}_${end}`]);
  const limits =
    typeof lower === "number" && typeof upper === "number"
      ? simulatedLimits(lower, upper)
      : null;
  return `${simulatedShare(value)}${limits === null ? "" : ` (${limits})`}`;
}

function Beside({ answer, kept }: { readonly answer: Answer; readonly kept: string }) {
  const other = `/scenarios/appeal?${kept}`;
  const { reply, fault } = useAnswer(other);
  if (fault !== null) return <p role="status">The kept call: {fault.line}</p>;
  if (reply === null) return <Waiting steps={null} />;
  const changed = differences(readCall(answer.address), readCall(reply.answer.address));
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Two calls side by side">
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">This call: {answer.title}</th>
            <th scope="col">
              Kept: <a href={hrefOf(reply.answer.address)}>{reply.answer.title}</a>
            </th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ name, one, other: kept_ }) => (
            <tr key={`asked-${name}`}>
              <th scope="row">{labelOf(name)}</th>
              <td>{one || "by default"}</td>
              <td>{kept_ || "by default"}</td>
            </tr>
          ))}
          {LINES.map(([name, label]) => (
            <tr key={name}>
              <th scope="row">{label}</th>
              <td>{cell(answer, name)}</td>
              <td>{cell(reply.answer, name)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Keeps a call to hold others beside it; both are in the link. */
export function ComparedCalls({ answer }: { readonly answer: Answer }) {
  const [kept, setKept] = useMark("beside");
  const own = answer.address.split("?")[1] ?? "";
  const { address, mark } = place.value;
  const link = `${location.origin}${hrefOf(address)}${mark === "" ? "" : `#${mark}`}`;
  return (
    <section aria-labelledby="beside">
      <h2 id="beside">Two calls side by side</h2>
      <p class="row">
        <button type="button" onClick={() => setKept(own)}>
          {kept === null ? "Keep this call, then change it" : "Keep this call instead"}
        </button>
        {kept !== null && (
          <button type="button" onClick={() => setKept(null)}>
            Let it go
          </button>
        )}
        <CopyButton text={link} label="Copy the link to this" />
      </p>
      {kept !== null && kept !== own && <Beside answer={answer} kept={kept} />}
      {kept === own && <p class="soft">Kept. Change the call above to see both.</p>}
    </section>
  );
}
