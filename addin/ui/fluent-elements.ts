import "@fluentui/web-components/button.js";
import "@fluentui/web-components/progress-bar.js";
import "@fluentui/web-components/message-bar.js";
import "@fluentui/web-components/spinner.js";
import type { ComponentChildren, HTMLAttributes } from "preact";

type Fluent<Own> = HTMLAttributes<HTMLElement> & Own & { readonly children?: ComponentChildren };

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "fluent-button": Fluent<{
        appearance?: "primary" | "outline" | "subtle" | "transparent";
        size?: "small" | "medium" | "large";
        shape?: "circular" | "rounded" | "square";
        disabled?: boolean;
        "icon-only"?: boolean;
        "disabled-focusable"?: boolean;
      }>;
      "fluent-progress-bar": Fluent<{ max?: number; value?: number | undefined; shape?: string }>;
      "fluent-message-bar": Fluent<{
        intent?: "success" | "warning" | "error" | "info";
        layout?: "multiline" | "singleline";
      }>;
      "fluent-spinner": Fluent<{ size?: "tiny" | "small" | "medium" }>;
    }
  }
}
