/** A piece of a mail's body: a paragraph, a list, labelled facts, or one button. */
export type MailPart =
  | string
  | { readonly list: readonly string[] }
  | { readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly button: { readonly label: string; readonly url: string } };

export interface MailLayout {
  /** Whose mail it is, and how to reach them otherwise. */
  readonly town: { readonly name: string; readonly phone: string; readonly email: string };
  readonly title: string;
  readonly body: readonly MailPart[];
}

/**
 * Sets a mail in the town's calm dress, as plain text and as HTML that says the same. All words
 * are escaped; a button's address must be http or https (RangeError otherwise).
 */
export function mailLayout({ town, title, body }: MailLayout): { text: string; html: string } {
  const closing = closingOf(town);
  return {
    text: [town.name, title, ...body.map(textOf), '-- ', ...closing].join('\n\n').replace('-- \n\n', '-- \n'),
    html: page(town.name, title, body.map(htmlOf).join('\n'), closing),
  };
}

function closingOf({ name, phone, email }: MailLayout['town']): string[] {
  const ways = [phone && `par téléphone au ${phone}`, email && `à l’adresse ${email}`].filter(Boolean);
  const reach = ways.length > 0 ? ` Pour joindre ${name} : ${ways.join(' ou ')}.` : '';
  return [`Merci de ne pas répondre à ce mail : il est envoyé automatiquement.${reach}`];
}

function textOf(part: MailPart): string {
  if (typeof part === 'string') return part;
  if ('list' in part) return part.list.map((item) => `- ${item}`).join('\n');
  if ('facts' in part) return part.facts.map(([label, value]) => `${label} : ${value}`).join('\n');
  return `${part.button.label} :\n${part.button.url}`;
}

const P = 'margin:0 0 16px;font-size:16px;line-height:1.5;color:#1d2433';

function htmlOf(part: MailPart): string {
  if (typeof part === 'string') return `<p style="${P}">${escaped(part)}</p>`;
  if ('list' in part) return `<ul style="${P};padding-left:20px">${part.list.map((item) => `<li style="margin:0 0 4px">${escaped(item)}</li>`).join('')}</ul>`;
  if ('facts' in part) return `<table role="presentation" style="margin:0 0 16px;border-collapse:collapse">${part.facts.map(fact).join('')}</table>`;
  return button(part.button.label, part.button.url);
}

const fact = ([label, value]: readonly [string, string]): string =>
  `<tr><td style="padding:4px 16px 4px 0;font-size:15px;color:#586174;vertical-align:top">${escaped(label)}</td><td style="padding:4px 0;font-size:16px;color:#1d2433"><strong>${escaped(value)}</strong></td></tr>`;

function button(label: string, url: string): string {
  if (!/^https?:\/\//i.test(url)) throw new RangeError('a button of a mail leads to a web address');
  const address = escaped(url);
  return `<p style="margin:24px 0 12px"><a href="${address}" style="display:inline-block;padding:12px 22px;border-radius:6px;background:#1f6f5c;color:#ffffff;font-size:16px;font-weight:bold;text-decoration:none">${escaped(label)}</a></p>
<p style="margin:0 0 20px;font-size:13px;line-height:1.5;color:#586174">Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :<br><a href="${address}" style="color:#1f6f5c;word-break:break-all">${address}</a></p>`;
}

function page(townName: string, title: string, body: string, closing: readonly string[]): string {
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title></head>
<body style="margin:0;padding:0;background:#f4f1ea;font-family:'Segoe UI',Helvetica,Arial,sans-serif">
<table role="presentation" width="100%" style="border-collapse:collapse;background:#f4f1ea"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" style="max-width:600px;border-collapse:collapse;background:#ffffff;border:1px solid #e3dfd5;text-align:left">
<tr><td style="padding:18px 28px;border-bottom:1px solid #e3dfd5;font-size:17px;font-weight:bold;color:#1f6f5c">${escaped(townName)}</td></tr>
<tr><td style="padding:26px 28px 12px">
<h1 style="margin:0 0 18px;font-size:21px;line-height:1.3;color:#1d2433">${escaped(title)}</h1>
${body}
</td></tr>
<tr><td style="padding:16px 28px 20px;border-top:1px solid #e3dfd5;font-size:13px;line-height:1.5;color:#586174">${closing.map(escaped).join('<br>')}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}

/** Text as it may stand in HTML, in an element or in an attribute. */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;').replace(/\n/g, '<br>');
}
