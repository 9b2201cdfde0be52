import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";

// The page that Entra sends the popup or hidden frame back to: it hands the answer to the pane and closes.
// It must be served without a Cross-Origin-Opener-Policy.
broadcastResponseToMainFrame().catch((error: unknown) => {
  console.error("The answer of the sign-in could not be handed to the pane.", error);
  document.body.textContent = "You are signed in as far as this page knows. Close it and go back to Word.";
});
