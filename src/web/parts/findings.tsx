import type { Finding } from "../../answer/answer.ts";
import { findingNumbers } from "../../report/finding-numbers.ts";
import { hrefOf } from "../place/base.ts";
import { Folded } from "./folded.tsx";
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
  return (
    <Folded
      items={findings}
      most={SHOWN}
      what="findings"
      list={(some, from) => (
        <ol
          class="findings"
          style={from === 0 ? undefined : { counterReset: `finding ${from}` }}
        >
          {some.map((finding) => (
            <FindingItem key={finding.id} finding={finding} address={address} />
          ))}
        </ol>
      )}
    />
  );
}
