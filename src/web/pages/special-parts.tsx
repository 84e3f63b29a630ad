import type { ComponentChildren } from "preact";
import type { AnswerReply } from "../laboratory/questions.ts";
import { BesideArticle } from "../parts/beside-article.tsx";
import { BriefLink } from "../parts/brief-link.tsx";
import { CaseTimeline } from "../parts/case-timeline.tsx";
import { ClaimList } from "../parts/claim-list.tsx";
import { TreatyDates } from "../parts/treaty-dates.tsx";
import { VoteMap } from "../parts/vote-map.tsx";
import { LatePage } from "./late-page.tsx";

const scenario = () => import("../lab/scenario-parts.tsx").then((code) => code.ScenarioParts);

/** What a kind of page shows first, before the findings that every answer has. */
export function leadParts(reply: AnswerReply): ComponentChildren {
  switch (reply.view.path) {
    case "/rollcalls/{id}":
      return <VoteMap answer={reply.answer} />;
    case "/cases/{id}":
      return <CaseTimeline answer={reply.answer} />;
    case "/cases/{id}/conformance":
      return <BesideArticle answer={reply.answer} />;
    case "/scenarios/{id}":
      return <LatePage load={scenario} given={{ answer: reply.answer }} />;
    case "/claims/{id}":
      return <ClaimList answer={reply.answer} />;
    default:
      return null;
  }
}

/** What the page of one kind of address shows between its findings and its data. */
export function specialParts(reply: AnswerReply): ComponentChildren {
  switch (reply.view.path) {
    case "/treaties/{id}":
      return <TreatyDates answer={reply.answer} />;
    case "/alliances/{id}":
    case "/alliances/{id}/assessment":
      return <BriefLink answer={reply.answer} />;
    default:
      return null;
  }
}
