import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { allCardExamples } from "../../../shared/cards/all-cards.ts";
import type { DeliveryRecord } from "../../../shared/store/state-store.ts";
import type { Handler } from "../front-door/front-door.ts";
import { localPeople } from "../local-council.ts";
import type { WordDocuments } from "../word-documents.ts";
import { html, page } from "./page.ts";

export interface HubNeeds {
  readonly documents: WordDocuments;
  readonly playground: string;
  readonly deliveries: () => Promise<readonly DeliveryRecord[]>;
}

const packages = createRequire(import.meta.url);
const scripts: Readonly<Record<string, string>> = {
  "/cards/adaptivecards.js": join(
    dirname(packages.resolve("adaptivecards/package.json")),
    "dist",
    "adaptivecards.min.js",
  ),
  "/cards/markdown-it.js": join(
    dirname(packages.resolve("markdown-it/package.json")),
    "dist",
    "browser",
    "markdown-it.umd.min.js",
  ),
};

/** The first page a newcomer sees, and the gallery of cards. */
export function createHub(needs: HubNeeds): Handler {
  return async (request, response) => {
    const path = (request.url ?? "/").replace(/\?.*$/, "");
    const send = (type: string, body: string | Buffer) => {
      response
        .writeHead(200, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" })
        .end(body);
      return true;
    };
    switch (path) {
      case "/":
        return send("text/html", await welcomePage(needs));
      case "/cards":
        return send("text/html", galleryPage());
      default: {
        const script = scripts[path];
        return script ? send("text/javascript", await readFile(script)) : false;
      }
    }
  };
}

async function welcomePage({ documents, playground, deliveries }: HubNeeds): Promise<string> {
  const reports = await documents.list();
  const author = localPeople.author;
  const reportLinks = reports.map(
    ({ name, address }) =>
      `<li><a href="/word/?document=${encodeURIComponent(address)}&amp;user=${encodeURIComponent(author.userPrincipalName)}">${html(name.replace(/\.docx$/, ""))}</a></li>`,
  );
  const rows = (await deliveries()).map(
    (delivery) =>
      `<tr><th scope="row">${html(delivery.key)}</th><td>${html(targetInWords(delivery))}</td>` +
      `<td>${stateInWords(delivery)}</td><td>${delivery.attempts}</td></tr>`,
  );
  return page(
    "Clear Days",
    `<p class="quiet">A council’s reporting cycle in Teams, Word and SharePoint, on this machine alone. Everything here is a sample council; nothing leaves this machine.</p>
<h2>Three things to do first</h2>
<ul class="ways">
<li><h3>Ask the Forward Plan</h3><p>Type as a councillor would: “what’s coming to Cabinet?”, “anything in private?”, “tell me about the depot”.</p><a class="main-way" href="${playground}">Open Teams</a></li>
<li><h3>See the cards arrive</h3><p>In Teams, open the team Democratic Services: the agenda card is in General for members, the deadline in Officers. Each is posted once.</p><a class="main-way" href="${playground}">Open the channels</a></li>
<li><h3>Write a Cabinet Member report</h3><p>The report opens in Word with the Clear Days pane beside it. Choose Sign in, then insert a section, a table, or the whole report.</p>
${reportLinks.length > 0 ? `<ul class="plain">${reportLinks.join("")}</ul>` : `<p class="quiet">No report yet. Import one: <code>npm run -s clear-days -- import FILE</code></p>`}</li>
</ul>
<h2>What was posted where</h2>
<div class="sheet scroll">${
      rows.length > 0
        ? `<table><thead><tr><th scope="col">Card</th><th scope="col">Channel</th><th scope="col">State</th><th scope="col">Attempts</th></tr></thead><tbody>${rows.join("")}</tbody></table>`
        : `<p>Nothing is due yet. A card comes when an agenda is published, or three working days before one must be.</p>`
    }</div>
<h2>More</h2>
<ul class="plain"><li><a href="/cards">Every card with all its examples</a></li><li><a href="/teams/">The tab in Teams: plan, meetings, deadlines</a></li><li><a href="/word/">Word, with any document of the library</a></li></ul>`,
  );
}

function targetInWords({ to }: DeliveryRecord): string {
  if (to === "channel:members") return "Members";
  if (to === "channel:officers") return "Officers";
  return to.startsWith("person:") ? "One person" : "One conversation";
}

const doneInWords: Readonly<Record<DeliveryRecord["act"], string>> = {
  post: "Posted",
  update: "Updated in place",
  reply: "Replied",
  recall: "Taken back",
};

function stateInWords(delivery: DeliveryRecord): string {
  switch (delivery.state) {
    case "sent":
      return doneInWords[delivery.act];
    case "failed":
      return html(`Given up: ${delivery.problem ?? ""}`);
    case "held":
      return "Waits for a yes";
    case "covered":
      return html(`Told in ${delivery.coveredBy ?? "a digest"}`);
    case "withdrawn":
      return "Withdrawn";
    case "recalled":
      return "Taken back";
    default:
      return html(delivery.problem ? `Waiting: ${delivery.problem}` : "Waiting");
  }
}

function galleryPage(): string {
  const examples = allCardExamples();
  const sheets = examples.map(
    ({ card, example }, index) =>
      `<section class="sheet" aria-labelledby="card-${index}"><h3 id="card-${index}">${html(card)}: ${html(example)}</h3><div data-card="${index}"></div></section>`,
  );
  const cards = JSON.stringify(examples.map(({ drawn }) => drawn.json)).replace(/</g, "\\u003c");
  return page(
    "Cards",
    `<p class="quiet"><a href="/">Back to the start</a></p><div class="gallery">${sheets.join("")}</div>`,
    `<script src="/cards/adaptivecards.js"></script><script src="/cards/markdown-it.js"></script><script>
const markdown = window.markdownit();
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};
const cards = ${cards};
for (const place of document.querySelectorAll("[data-card]")) {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig({ fontFamily: "inherit", actions: { actionsOrientation: "horizontal" }, containerStyles: { default: { foregroundColors: { default: { default: "#242424", subtle: "#5c5c5c" }, accent: { default: "#0b57a4", subtle: "#0b57a4" } } } } });
  card.parse(cards[Number(place.dataset.card)]);
  place.append(card.render());
}
</script>`,
  );
}
