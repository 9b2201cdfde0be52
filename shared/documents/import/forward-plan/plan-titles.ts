/** The title of a plan, which its pages repeat. */
export const planTitle = /\bforward plan(?: of key decisions)?\s*$/i;
/** “Item 3”: it counts the items and names none. */
export const itemCounter = /^item\s+(?:no\.?\s*)?\d{1,3}[.:]?$/i;

/** How councils name the paper that says which decisions are to come. */
export const namesPlan =
  /\bforward (?:work )?plan\b|\bforward agenda\b|\b(?:forthcoming|upcoming|intended|proposed|planned) (?:[a-z]+ ){0,3}decisions?\b|\b(?:notice|list|schedule|register|programme) of (?:[a-z]+,? ){0,6}decisions?\b|\bkey decisions? (?:plan|notice|list|schedule|register|planner)\b|\bdecisions? (?:planner|to be taken)\b|\bnotice of .{0,40}\bprivate\b/i;
