import { Icon } from "./icon.tsx";

interface NoticeProps {
  readonly intent: "error" | "warning" | "info";
  readonly message: string;
  readonly action?: { readonly label: string; readonly onClick: () => void };
  readonly onDismiss?: () => void;
}

/** What happened and what to do, at the top of a view. Errors are read out at once. */
export function Notice({ intent, message, action, onDismiss }: NoticeProps) {
  return (
    <fluent-message-bar intent={intent} layout="multiline" role={intent === "error" ? "alert" : "note"}>
      <Icon name="warning" slot="icon" />
      <span class="notice-words">{message}</span>
      {action && (
        <fluent-button slot="actions" size="small" onClick={action.onClick}>
          {action.label}
        </fluent-button>
      )}
      {onDismiss && (
        <fluent-button
          slot="dismiss"
          appearance="transparent"
          size="small"
          icon-only
          aria-label="Dismiss"
          title="Dismiss"
          onClick={onDismiss}
        >
          <Icon name="close" />
        </fluent-button>
      )}
    </fluent-message-bar>
  );
}
