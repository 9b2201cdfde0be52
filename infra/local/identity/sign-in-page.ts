import type { IssuerUser } from "./registrations.ts";

/**
 * The page that stands in for Entra's sign-in: one button a person, no password. The choice is posted back to
 * the address it came from, with the request's own fields.
 */
export function signInPage(users: readonly IssuerUser[], fields: URLSearchParams, action: string): string {
  const hidden = [...fields]
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join("\n      ");
  const people = users
    .map(
      (user) => `<li><button type="submit" name="chosen" value="${escapeHtml(user.oid)}">
        <span class="name">${escapeHtml(user.name)}</span>
        <span class="detail">${escapeHtml(user.userPrincipalName)}</span>
      </button></li>`,
    )
    .join("\n      ");
  const choice = users.length
    ? `<form method="post" action="${escapeHtml(action)}">
      ${hidden}
      <ul>
      ${people}
      </ul>
    </form>`
    : "<p>There is nobody in the directory yet. Load the sample council, or add people to the records.</p>";
  return page(
    "Who are you?",
    `<h1>Who are you?</h1>
    <p>This computer is running Clear Days on its own, so there is no password. Choose a person to sign in as.</p>
    ${choice}`,
  );
}

/** The page shown when the request itself cannot be trusted, so that nothing may be sent back to it. */
export function refusalPage(sentence: string): string {
  return page(
    "Sign-in is not possible",
    `<h1>Sign-in is not possible</h1>
    <p>${escapeHtml(sentence)}</p>`,
  );
}

function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} – Clear Days</title>
  <style>
    body { margin: 0; font: 1.0625rem/1.5 "Segoe UI", system-ui, sans-serif; color: #1b1b1b; background: #fff; }
    main { max-width: 34rem; margin: 2rem auto; padding: 0 1rem; }
    h1 { font-size: 1.625rem; line-height: 1.25; margin: 0 0 0.5rem; }
    ul { list-style: none; margin: 1.5rem 0; padding: 0; }
    li { margin: 0 0 0.5rem; }
    button { width: 100%; min-height: 2.75rem; padding: 0.625rem 0.875rem; text-align: start; font: inherit;
      color: inherit; background: #fff; border: 1px solid #616161; border-radius: 0.25rem; cursor: pointer; }
    button:hover { background: #f0f0f0; }
    button:focus-visible { outline: 3px solid #0f548c; outline-offset: 2px; }
    .name { display: block; font-weight: 600; }
    .detail { display: block; color: #424242; overflow-wrap: anywhere; }
  </style>
</head>
<body>
  <main>
    ${main}
  </main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
