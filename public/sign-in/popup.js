// Ends a sign-in in a window of its own: tells our pages, or the frame that waits for a code, and closes.
const { code, agent } = document.documentElement.dataset;

if (code === undefined)
  // Whoever signed out in one window has a page in another that waits.
  new BroadcastChannel('customer-profile-signed-in').postMessage(agent);

if (code === undefined || window.opener) {
  if (code !== undefined)
    window.opener.postMessage(
      { channel: 'customer-profile', v: 1, method: 'signed-in', params: { code, agent } },
      // Another site's page that opened this window learns nothing.
      window.location.origin,
    );
  window.close();
} else {
  // The provider's page has cut the tie to the panel: this page says what to do instead.
  for (const text of document.querySelectorAll('main p')) text.hidden = text.id !== 'apart';
}
