/** “What’s on tonight?”, “which page is the library report on?”, “are the papers out?”: a meeting’s own agenda. */
const agenda =
  /\b(whats|what is|anything) on (?:at )?(?:\S+ ){0,4}(tonight|today|this evening|tomorrow|this afternoon|this morning)\b|\bagenda (for|of|tonight|today)\b|\b(tonights|todays|tomorrows|tonight s|tonight|today) (agenda|meeting|business|papers)\b|\b(which|what) pages?\b|\bpage numbers?\b|\b(are|is|have|has|when are|when will) (the )?(papers?|agenda|agendas|pack|reports?)( pack)?( be| been)? (out|published|available|ready|up|online|issued|released)\b|\bpapers? (to follow|still to come|for (tonight|today|the next|cabinet|council))\b|\bis there an agenda\b|\b(show|see|read) (me )?the agenda\b|\bwhats on the agenda\b|\bwhat is on the agenda\b/;

/** Whether a meeting’s agenda is asked for, and not what the plan expects. */
export function asksForAgenda(folded: string): boolean {
  // “Decisions on the Cabinet’s agenda in May” are the plan’s.
  if (
    /\b(?:decisions|items|reports|matters|everything|coming up)\b.*\bon the (?:full )?(?:cabinets?|councils?) agenda\b/.test(
      folded,
    )
  )
    return false;
  return agenda.test(folded) && !/\b(forward plan|coming up|upcoming|exempt papers?)\b/.test(folded);
}

const deadlines =
  /\b(report|draft|drafts|section|clearance|submission|paper|sign off|finance|legal) deadlines?\b|\bdeadlines?\b(?!.*\b(comment|object|representation|say|respond|view)\w*)|\bwho(s| is| are) (late|behind|overdue)\b(?! (?:it|that|this|the|these|those)\b)|\boverdue\b|\bwhen (is|are) (my|the|our) (report|reports|drafts?|papers|sections?|comments from finance) due\b|\bwhat (is|s|have i got) due (from|for|in from) (me|us|officers|my team)\b|\blate (reports?|papers?|drafts?)\b/;

/** Whether the deadlines of those who write reports are asked for: they are officers’ business. */
export function asksForDeadlines(folded: string): boolean {
  return deadlines.test(folded);
}

/** “My committee”, “my meetings”: the bodies that the asker sits on. */
export function asksForOwnMeetings(folded: string): "committee" | "meetings" | null {
  if (/\b(my|our) (next )?meetings?\b/.test(folded)) return "meetings";
  return /\b(my|our) (own )?(scrutiny )?committees?\b/.test(folded) ? "committee" : null;
}
