/**
 * Words of everyday speech and what papers call the same thing. A line is a set of phrases with one meaning;
 * a council adds its own.
 */
export const synonyms: readonly (readonly string[])[] = [
  ["taxi", "taxis", "cab", "cabs", "hackney carriage", "hackney", "private hire"],
  [
    "send",
    "sen",
    "special needs",
    "special educational needs",
    "special educational needs and disability",
    "special educational needs and disabilities",
  ],
  ["council tax", "precept"],
  ["business rates", "nndr", "non domestic rates"],
  ["bin", "bins", "refuse", "waste", "recycling", "rubbish"],
  ["highway", "highways", "pothole", "potholes", "carriageway", "resurfacing"],
  ["pavement", "pavements", "footway", "footways"],
  ["kids", "children", "childrens", "young people"],
  ["old people", "older people", "elderly"],
  ["adult social care", "social care"],
  ["it", "ict", "digital", "technology"],
  ["housing", "homes", "houses"],
  ["homeless", "homelessness", "rough sleeping", "rough sleepers"],
  ["park", "parks", "green space", "green spaces", "open space"],
  ["library", "libraries"],
  ["school", "schools", "academy", "academies", "primary"],
  ["bus", "buses", "public transport"],
  ["bike", "bikes", "cycle", "cycling", "cycleway"],
  ["budget", "mtfp", "medium term financial plan", "financial plan"],
  ["care home", "care homes", "residential care", "nursing homes"],
  ["leisure", "leisure centre", "leisure centres", "swimming", "pool", "baths"],
  ["market", "markets"],
  ["flood", "flooding", "floods"],
  ["street light", "street lights", "street lighting", "lamp posts"],
  ["car park", "car parks", "parking"],
  ["climate", "carbon", "net zero", "climate emergency"],
  ["foster", "fostering", "foster carers"],
  ["hmo", "houses in multiple occupation", "multiple occupation"],
  ["licence", "licensing", "licences"],
  ["crematorium", "cemetery", "cemeteries", "burial", "bereavement"],
  ["regeneration", "regen", "redevelopment"],
  ["asb", "anti social behaviour", "antisocial behaviour"],
  ["local plan", "planning policy"],
  ["fees", "charges", "fares", "prices"],
  ["hours", "times", "opening"],
  ["sale", "disposal", "sell", "selling", "sold"],
  ["purchase", "acquisition", "buy", "buying"],
  ["contract", "contracts", "procurement", "tender"],
  ["youth", "youths", "young people"],
  ["health", "public health"],
  ["coast", "coastal", "seafront", "promenade", "beach"],
  ["toilets", "public conveniences", "conveniences"],
];

/** Words that people add to a topic and titles often leave out: they count only where some title has them. */
export const looseWords: ReadonlySet<string> = new Set(
  (
    "scheme schemes project projects proposal proposals plans policy policies issue issues situation stuff works work programme strategy " +
    "business matters matter service services update review changes change new times hours thing site approval arrangements future proposed " +
    "council councils sefton local public money cost costs funding"
  ).split(" "),
);
