/**
 * Words of everyday speech and what papers call the same thing. A line is a set of phrases with one meaning;
 * a council adds its own.
 */
export const synonyms: readonly (readonly string[])[] = [
  ["taxi", "taxis", "cab", "hackney carriage", "private hire"],
  ["send", "sen", "special educational needs", "special educational needs and disability"],
  ["council tax", "precept"],
  ["bins", "refuse", "waste", "recycling"],
  ["roads", "highways", "potholes"],
  ["kids", "children"],
  ["old people", "older people", "adult social care"],
  ["it", "ict", "digital"],
  ["housing", "homes"],
  ["park", "parks", "green space", "green spaces"],
  ["library", "libraries"],
  ["school", "schools", "academy", "academies", "primary"],
];
