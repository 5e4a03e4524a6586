import type { Page } from '@playwright/test';

/**
 * Notes what a page must never do: errors in its console (a broken content policy is one), requests
 * that fail, that are refused, or that leave for another host. `allowed` names refusals a story means.
 */
export function watchPage(page: Page, allowed: readonly number[] = []): string[] {
  const complaints: string[] = [];
  let home = '';
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    // The browser writes a line of its own for each refused request; those are noted below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (!protocol.startsWith('http')) return;
    home ||= origin;
    if (origin !== home) complaints.push(`left for ${origin}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left drops what it was fetching.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !allowed.includes(response.status())) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}
