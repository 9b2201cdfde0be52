/** “Any urgent decisions that are not on the plan?”, “has special urgency been used?” */
export const asksUrgent =
  /\burgent\b.*\b(?:not (?:on|in)|outside|off|missing from|werent on|arent on) (?:the )?(?:forward )?plan\b|\bunder (?:special urgency|(?:the )?general exception)\b|\b(?:any|has|have|was|were|what|which|list|show).*\b(?:special urgency|general exceptions?|urgency (?:notices?|items?|decisions?)|urgent (?:decisions?|items?|matters|business))\b/;

/** “When was the plan published?”, “what period does it cover?” */
export const asksEdition =
  /^(?:and |so |ok |please )*(?:when (?:was|is|did) (?:the |this |that |your |our )?(?:latest |last |current |next |new )?(?:forward )?(?:plan|edition|version|one) (?:last |be |being )?(?:published|out|issued|updated|come out|due out|coming out|due)|(?:what|which) (?:edition|version|plan)(?: of the (?:forward )?plan)? (?:is|are|do) (?:this|that|it|you)(?: \w+){0,2}|(?:what|which) (?:period|months?|dates?) (?:does|do) (?:it|this|the|your) ?(?:forward )?(?:plan|edition)? ?cover|is (?:this|that) the (?:latest|current|newest) (?:forward )?(?:plan|edition|version)|how (?:old|recent|up to date|current) is (?:this|that|the|your) ?(?:forward )?(?:plan|edition|information|data|list)?)$/;

const anewWith =
  /^(?:ok |okay |no |now |actually |right |then )*(?:(?:forget|scrap|ignore|never mind|nevermind|leave|drop)(?: about)? (?:all )?(?:of )?(?:that|this|it|those|everything|the above)|(?:different|another|new|separate|next|one more|other) (?:question|topic|subject|thing)|(?:changing|change) (?:the |of )?subject|moving on|start(?:ing)? again|on a different note)(?: then| now| for now| for a (?:sec|second|minute|moment))? (.{3,})$/;

/** “Forget that. What’s in January?”: the question that begins anew; null where none does. */
export function startsAnew(folded: string): string | null {
  return anewWith.exec(folded)?.[1] ?? null;
}

/** “How many aren’t?” after how many are. */
export const turnsItRound =
  /^(?:and |so |ok )*(?:how many|which|which ones|what|who)(?: of (?:them|those|these))? (?:arent|are not|isnt|is not|dont|do not|wont|will not|havent|doesnt)$/;
