/** A page that stands alone, for an address that gives no page: nothing inline, so that the strict policy holds. */
export function errorPage(message: string, townName: string): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Portail parents – ${escaped(townName)}</title>
<link rel="stylesheet" href="/page-simple.css">
</head>
<body>
<main>
<p>${escaped(townName)}</p>
<h1>Cette page ne peut pas s’afficher</h1>
<p>${escaped(message)}</p>
<p><a href="/">Retour à l’accueil du portail</a></p>
</main>
</body>
</html>
`;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
