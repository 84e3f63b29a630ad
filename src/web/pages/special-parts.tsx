import type { ComponentChildren } from "preact";
import type { AnswerReply } from "../laboratory/questions.ts";
import { CaseTimeline } from "../parts/case-timeline.tsx";
import { TreatyDates } from "../parts/treaty-dates.tsx";
import { VoteMap } from "../parts/vote-map.tsx";

/** What the page of one kind of address shows beyond what every answer has. */
export function specialParts(reply: AnswerReply): ComponentChildren {
  switch (reply.view.path) {
    case "/rollcalls/{id}":
      return <VoteMap answer={reply.answer} />;
    case "/cases/{id}":
      return <CaseTimeline answer={reply.answer} />;
    case "/treaties/{id}":
      return <TreatyDates answer={reply.answer} />;
    default:
      return null;
  }
}
