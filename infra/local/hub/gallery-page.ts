import { teamsDarkTheme, teamsLightTheme } from "@fluentui/tokens";
import { allCardExamples } from "../../../shared/cards/all-cards.ts";
import { html, page, themeRule } from "./page.ts";

const themes = { light: teamsLightTheme, dark: teamsDarkTheme } as const;

/** How Teams colours a card in a theme, for the renderer. */
function hostConfig(theme: (typeof themes)[keyof typeof themes]) {
  const one = (colour: string) => ({ default: colour, subtle: colour });
  const foregroundColors = {
    default: { default: theme.colorNeutralForeground1, subtle: theme.colorNeutralForeground2 },
    accent: one(theme.colorBrandForegroundLink),
    attention: one(theme.colorPaletteRedForeground1),
    good: one(theme.colorStatusSuccessForeground1),
    warning: one(theme.colorStatusWarningForeground1),
  };
  return {
    fontFamily: "inherit",
    textBlock: { headingLevel: 4 },
    actions: { actionsOrientation: "horizontal", buttonSpacing: 0, maxActions: 6 },
    factSet: { spacing: 12, title: { maxWidth: 100, wrap: true, weight: "bolder" }, value: { wrap: true } },
    separator: { lineThickness: 1, lineColor: theme.colorNeutralStroke2 },
    containerStyles: {
      default: { backgroundColor: theme.colorNeutralBackground1, foregroundColors },
      emphasis: { backgroundColor: theme.colorNeutralBackground3, foregroundColors },
      warning: { backgroundColor: theme.colorStatusWarningBackground1, foregroundColors },
      attention: { backgroundColor: theme.colorStatusDangerBackground1, foregroundColors },
    },
  };
}

/** Every card with all its examples: in light and dark, on the width of a phone, with the words that stand beside it. */
export function galleryPage(): string {
  const examples = allCardExamples();
  const kinds = [...new Set(examples.map(({ card }) => card))];
  const nameOf = (card: string) =>
    html(card.replace(/-/g, " ").replace(/^./, (first) => first.toUpperCase()));
  const sections = kinds.map((kind) => {
    const own = examples.flatMap(({ card, example, drawn }, index) =>
      card === kind ? [{ example, drawn, index }] : [],
    );
    return `<section aria-labelledby="kind-${kind}"><h2 id="kind-${kind}">${nameOf(kind)}</h2>${own
      .map(
        ({ example, drawn, index }) =>
          `<article class="example" aria-labelledby="card-${index}"><h3 id="card-${index}">${html(example.replace(/^./, (first) => first.toUpperCase()))}</h3>` +
          `<div class="phones">${(Object.keys(themes) as (keyof typeof themes)[])
            .map(
              (theme) =>
                `<div class="phone ${theme}" role="group" aria-label="${theme === "light" ? "Light" : "Dark"}"><div data-card="${index}" data-look="${theme}"></div></div>`,
            )
            .join("")}</div>` +
          `<details><summary>Its text, for those who cannot see it</summary><p class="spoken">${html(drawn.text)}</p></details></article>`,
      )
      .join("")}</section>`;
  });
  const json = (value: unknown) => JSON.stringify(value).replace(/</g, "\\u003c");
  return page(
    "Cards",
    `<p class="quiet">Every card that the bot posts or answers with, on the width of a phone. <a href="/">Back to the start</a></p>
<div class="bar"><fieldset class="looks"><legend>Show</legend>
<label><input type="radio" name="look" value="both" checked> Both</label>
<label><input type="radio" name="look" value="light"> Light</label>
<label><input type="radio" name="look" value="dark"> Dark</label></fieldset>
<nav aria-label="Kinds of card"><ul class="kinds">${kinds.map((kind) => `<li><a href="#kind-${kind}">${nameOf(kind)}</a></li>`).join("")}</ul></nav></div>
<div class="gallery" data-show="both">${sections.join("")}</div>`,
    {
      style: `.light{${themeRule(themes.light)}}.dark{${themeRule(themes.dark)}}`,
      script: `<script src="/cards/adaptivecards.js"></script><script src="/cards/markdown-it.js"></script><script>
const markdown = window.markdownit();
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};
const cards = ${json(examples.map(({ drawn }) => drawn.json))};
const looks = ${json({ light: hostConfig(themes.light), dark: hostConfig(themes.dark) })};
for (const place of document.querySelectorAll("[data-card]")) {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(looks[place.dataset.look]);
  card.parse(cards[Number(place.dataset.card)]);
  place.append(card.render());
  // The renderer names a row by its action; its own words are the better name.
  for (const row of place.querySelectorAll(".ac-selectable")) row.removeAttribute("aria-label");
}
const gallery = document.querySelector(".gallery");
const show = (look) => {
  gallery.dataset.show = look;
  for (const input of document.querySelectorAll("[name=look]")) input.checked = input.value === look;
};
for (const input of document.querySelectorAll("[name=look]")) input.addEventListener("change", () => show(input.value));
// On a phone one look has room; the one that the reader’s own machine has comes first.
if (matchMedia("(max-width: 47rem)").matches) show(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
</script>`,
    },
  );
}
