import { wordsOf } from "./question-words.ts";

/**
 * Words of everyday speech and what papers call the same thing. A line is a set of phrases with one meaning;
 * a council adds its own.
 */
export const synonyms: readonly (readonly string[])[] = [
  ["taxi", "taxis", "cab", "cabs", "hackney carriage", "hackney", "private hire", "minicab"],
  [
    "send",
    "sen",
    "special needs",
    "special educational needs",
    "special educational needs and disability",
    "special educational needs and disabilities",
  ],
  ["ehcp", "education health and care plan"],
  ["council tax", "precept"],
  ["business rates", "nndr", "non domestic rates", "rate relief"],
  [
    "bin",
    "bins",
    "refuse",
    "waste",
    "recycling",
    "rubbish",
    "refuse collection",
    "bin collection",
    "waste collection",
    "binmen",
  ],
  ["highway", "highways", "pothole", "potholes", "carriageway", "resurfacing", "road", "roads"],
  ["pavement", "pavements", "footway", "footways", "footpath", "footpaths"],
  ["kids", "children", "childrens", "young people"],
  ["old people", "older people", "elderly", "pensioners"],
  ["adult social care", "social care"],
  ["ict", "digital", "technology", "information technology"],
  ["housing", "homes", "houses"],
  ["homeless", "homelessness", "rough sleeping", "rough sleepers"],
  ["green space", "green spaces", "open space", "open spaces"],
  ["library", "libraries"],
  ["academy", "academies", "academisation"],
  ["bus", "buses"],
  ["bike", "bikes", "cycle", "cycling", "cycleway", "cyclists"],
  [
    "budget",
    "mtfp",
    "mtfs",
    "medium term financial plan",
    "medium term financial strategy",
    "financial plan",
    "revenue budget",
  ],
  ["care home", "care homes", "residential care", "nursing homes"],
  ["homecare", "home care", "domiciliary care"],
  ["leisure", "leisure centre", "leisure centres", "swimming", "swimming pool", "baths"],
  ["flood", "flooding", "floods"],
  ["street light", "street lights", "street lighting", "lamp posts", "streetlights", "streetlight"],
  ["car park", "car parks", "parking"],
  ["climate", "carbon", "net zero", "climate emergency", "climate change"],
  ["foster", "fostering", "foster carers", "foster care"],
  ["looked after children", "children in care", "cared for children", "lac"],
  ["hmo", "houses in multiple occupation", "multiple occupation"],
  ["licence", "licensing", "licences", "license", "licenses"],
  ["crematorium", "cemetery", "cemeteries", "burial", "bereavement", "crematoria", "graveyard"],
  ["regeneration", "regen", "redevelopment"],
  ["asb", "anti social behaviour", "antisocial behaviour"],
  ["pspo", "public spaces protection order", "public space protection order"],
  ["local plan", "planning policy"],
  ["fees", "charges", "fares", "prices", "fee", "charge"],
  ["hours", "opening hours", "opening times"],
  ["sale", "disposal", "sell", "selling", "sold", "dispose"],
  ["purchase", "acquisition", "buy", "buying"],
  ["contract", "contracts", "procurement", "tender", "tenders", "commissioning"],
  ["youth", "youths", "young people"],
  ["coast", "coastal", "seafront", "promenade", "beach", "beaches"],
  ["toilets", "public conveniences", "conveniences", "loos", "toilet"],
  ["dementia", "alzheimers"],
  ["drugs", "drug", "substance misuse"],
  ["domestic abuse", "domestic violence"],
  ["gritting", "winter service", "winter maintenance", "road salt"],
  ["grass", "grass cutting", "grounds maintenance"],
  ["tree", "trees", "woodland"],
  ["dog", "dogs", "dog control"],
  ["allotment", "allotments"],
  ["school meals", "school dinners", "free school meals"],
  ["school transport", "home to school transport", "school buses"],
  ["wages", "pay", "pay policy", "salaries"],
  [
    "electric vehicle",
    "electric vehicles",
    "electric car",
    "electric cars",
    "ev",
    "charging points",
    "ev charging",
    "car charging",
    "chargers",
    "car chargers",
    "electric car chargers",
  ],
  ["parking permits", "residents parking", "parking zones", "permit parking", "permits"],
  ["cctv", "cameras"],
  ["traveller", "travellers", "gypsy"],
  ["museum", "museums"],
  ["market", "markets"],
  ["playground", "playgrounds", "play area", "play areas"],
  ["speed limit", "speed limits", "20mph", "20 mph", "traffic calming"],
  ["councillors pay", "members allowances"],
  ["extra care", "sheltered housing"],
  ["empty homes", "empty houses", "empty properties"],
  ["admissions", "school places", "school admissions", "admission"],
];

/** A wide word with the narrower ones that it takes in: all schools, but not every school is an academy. Editable. */
export const widerWords: readonly (readonly [wide: string, ...narrow: string[]])[] = [
  ["school", "academy", "academies", "primary", "academisation"],
  ["schools", "academy", "academies", "primary", "academisation"],
  ["education", "school", "schools", "academy", "academies"],
  ["housing", "private rented", "homelessness", "homes"],
  ["transport", "bus", "buses", "cycle", "rail"],
  ["public transport", "bus", "buses", "rail"],
  ["travel", "cycle", "bus", "transport"],
  ["roads", "street", "traffic", "road"],
  ["tax", "council tax", "business rates"],
  ["property", "properties", "land", "disposal"],
  ["sport", "sports", "leisure", "pitch", "playing pitch", "swimming"],
  ["park", "parks"],
  ["parks", "park"],
  ["health", "public health"],
];

/**
 * Words that people add to a topic and titles often leave out: they count only where some title has them.
 */
export const looseWords: ReadonlySet<string> = new Set(
  (
    "scheme schemes project projects proposal proposals plans policy policies issue issues situation stuff works work programme strategy " +
    "business matters matter service services update review changes change new times hours thing site approval arrangements future proposed " +
    "council councils local public money cost costs funding options option paper thingy award awarded award's contract contracts"
  ).split(" "),
);

/** Every word of the synonyms: right as it stands, whatever it is one letter away from. */
export const synonymWords: ReadonlySet<string> = new Set(
  [...synonyms.flat(), ...widerWords.flat()].flatMap(wordsOf),
);
