import { AdaptiveCard, HostConfig } from "adaptivecards";
import markdownIt from "markdown-it";
import { useEffect, useRef } from "preact/hooks";

const markdown = markdownIt({ html: false });
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

const words = { default: "var(--colorNeutralForeground1)", subtle: "var(--colorNeutralForeground2)" };
const colours = {
  default: words,
  accent: { default: "var(--colorBrandForegroundLink)", subtle: "var(--colorBrandForegroundLink)" },
  attention: { default: "var(--colorPaletteRedForeground1)", subtle: "var(--colorPaletteRedForeground1)" },
  good: {
    default: "var(--colorStatusSuccessForeground1)",
    subtle: "var(--colorStatusSuccessForeground1)",
  },
  warning: {
    default: "var(--colorStatusWarningForeground3)",
    subtle: "var(--colorStatusWarningForeground3)",
  },
};

/** How a card will look in the channel. Its buttons do nothing here: it is drawn, not sent. */
export function CardPreview({ card }: { readonly card: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const drawn = new AdaptiveCard();
    drawn.hostConfig = new HostConfig({
      fontFamily: "inherit",
      // Below the heading of its channel.
      textBlock: { headingLevel: 3 },
      containerStyles: {
        default: { backgroundColor: "transparent", foregroundColors: colours },
        emphasis: { backgroundColor: "var(--colorNeutralBackground3)", foregroundColors: colours },
        warning: { backgroundColor: "var(--colorStatusWarningBackground1)", foregroundColors: colours },
        attention: { backgroundColor: "var(--colorStatusDangerBackground1)", foregroundColors: colours },
      },
    });
    drawn.parse(JSON.parse(card));
    const element = drawn.render();
    if (!element) return;
    for (const control of element.querySelectorAll<HTMLElement>("button, [tabindex], a, [role=button]")) {
      control.tabIndex = -1;
      control.setAttribute("aria-disabled", "true");
    }
    place.current?.replaceChildren(element);
  }, [card]);
  return <div class="card-preview" ref={place} />;
}
