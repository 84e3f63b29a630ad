import type { Finding } from "../../answer/answer.ts";
import { findingNumbers } from "../../report/finding-numbers.ts";
import { hrefOf } from "../place/base.ts";
import { Interval } from "./interval.tsx";

function FindingItem({
  finding,
  address,
}: {
  readonly finding: Finding;
  readonly address: string;
}) {
  const evidence = finding.evidence.filter((one) => one !== address);
  return (
    <li id={`finding-${finding.id}`}>
      <p>{finding.text}</p>
      <Interval finding={finding} />
      <p class="soft">
        {findingNumbers(finding)}; {finding.method}.
      </p>
      {finding.comparison !== null && <p class="soft">Held against: {finding.comparison}</p>}
      {evidence.length > 0 && (
        <p class="soft evidence">
          Evidence:{" "}
          {evidence.map((one, i) => (
            <>
              {i > 0 && ", "}
              <a href={hrefOf(one)}>{one}</a>
            </>
          ))}
        </p>
      )}
    </li>
  );
}

/** Findings shown at once; the others are opened. */
const SHOWN = 8;

/** The findings of an answer, each with its interval, reference class and evidence. */
export function Findings({
  findings,
  address,
}: {
  readonly findings: readonly Finding[];
  readonly address: string;
}) {
  // A fold for one or two would cost a press and save nothing.
  const shown = findings.length > SHOWN + 2 ? SHOWN : findings.length;
  const item = (finding: Finding) => (
    <FindingItem key={finding.id} finding={finding} address={address} />
  );
  const rest = findings.slice(shown);
  return (
    <>
      <ol class="findings">{findings.slice(0, shown).map(item)}</ol>
      {rest.length > 0 && (
        <details class="more">
          <summary>The other {rest.length} findings</summary>
          <ol class="findings" style={{ counterReset: `finding ${shown}` }}>
            {rest.map(item)}
          </ol>
        </details>
      )}
    </>
  );
}
