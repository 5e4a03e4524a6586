import { RESTART_URL } from './addresses';
import { shellTexts } from './texts.fr';

/** Why the host does not run: it refused to start, or it stopped by itself. */
export type StopReason =
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'crashed'; readonly log: string };

/** The page shown instead of the staff pages: no script, one link that starts the host again. */
export function stoppedPage(reason: StopReason): string {
  const texts = shellTexts.stopped;
  const refused = reason.kind === 'refused';
  const log = refused || reason.log.trim() === '' ? '' : `<details open><summary>${texts.log}</summary><pre tabindex="0">${escapeHtml(reason.log)}</pre></details>`;
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>Préau</title><style>${STYLE}</style></head>
<body><main>
<h1>${refused ? 'Préau ne peut pas démarrer' : texts.title}</h1>
<p role="alert">${refused ? escapeHtml(reason.sentence) : texts.reassurance}</p>
<p><a class="button" role="button" href="${RESTART_URL}" autofocus>${refused ? texts.retry : texts.restart}</a></p>
${log}
</main></body></html>`;
}

/** Look of the house: ink on paper, the green button; the system's font, as nothing can be loaded. */
const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; background: #fbfaf7; color: #1d2433; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 44rem; margin: 12vh auto 4rem; padding: 0 2rem; }
h1 { font-size: 1.44rem; }
.button { display: inline-block; padding: .6rem 1.2rem; border-radius: .4rem; background: #1f6f5c; color: #fff; text-decoration: none; }
.button:focus-visible { outline: 3px solid #1d2433; outline-offset: 2px; }
summary { margin-top: 2rem; color: #586174; cursor: pointer; }
pre { max-height: 40vh; overflow: auto; padding: 1rem; border: 1px solid #828b9b; font-size: .8rem; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { body { background: #14181f; color: #ece9e1; } summary { color: #a7afbd; } .button:focus-visible { outline-color: #ece9e1; } }
`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
