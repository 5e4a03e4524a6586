/**
 * What every paper of the town shares: A4, the town's block on the left, the addressee where both
 * windows of French envelopes show it (DL folded in three, C5 folded in two, window on the right:
 * 57 to 80 mm from the top, from 105 mm), quiet lines that survive a black and white printer.
 */
const SHEET = `
@page{size:A4;margin:12mm 16mm 17mm 16mm;@bottom-left{width:72%;text-align:left;vertical-align:top;padding-top:3mm;font:400 7.5pt "Préau";color:#586174}@bottom-right{width:28%;text-align:right;white-space:nowrap;vertical-align:top;padding-top:3mm;font:400 7.5pt "Préau";color:#586174}}
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font:400 9.5pt/1.4 "Préau","Helvetica",sans-serif;color:#1d2433;background:#fff}
.typed{white-space:pre-line}
.whole,.number{white-space:nowrap}
.muted{color:#586174}
.sheet{position:relative;break-before:page;padding-top:.4mm}
.sheet:first-of-type{break-before:auto}
.head{position:relative;min-height:73mm;padding-bottom:4mm}
.town{width:84mm;min-height:45.5mm;padding-bottom:3mm;font-size:8.5pt;line-height:1.38;color:#3c4557}
.town .name{font-size:11.5pt;line-height:1.25;font-weight:700;color:#1f6f5c;margin-bottom:.8mm}
.logo{display:block;max-width:60mm;max-height:17mm;object-fit:contain;object-position:left top;margin-bottom:1.8mm}
.title{position:absolute;left:89mm;top:0;width:89mm}
.title h1{font-size:19pt;line-height:1.15;font-weight:700;color:#1d2433}
.title .number{font-size:11.5pt;font-weight:700;font-variant-numeric:tabular-nums}
.title .about{margin-top:1.2mm;font-size:9pt;color:#3c4557}
.copy{position:absolute;right:0;top:0;border:1.2pt solid #1d2433;border-radius:1mm;padding:.6mm 2.6mm;font-size:10pt;font-weight:700}
.address{position:absolute;left:89mm;top:45.5mm;width:86mm;font-size:10.5pt;line-height:4.6mm;font-style:normal}
.address.tight{font-size:9pt;line-height:3.9mm}
.address b{display:block;font-weight:700}
.facts{width:82mm;border-collapse:collapse;font-size:9pt}
.facts th{text-align:left;font-weight:400;color:#586174;padding:0 4mm .7mm 0;white-space:nowrap;vertical-align:top}
.facts td{padding:0 0 .7mm;vertical-align:top}
.fold{position:absolute;left:-12mm;top:87mm;width:5mm;border-top:.3pt solid #828b9b}
.lead{display:flex;align-items:center;justify-content:space-between;gap:6mm;border-top:1.4pt solid #1f6f5c;border-bottom:.5pt solid #a9b0bc;padding:2.2mm 0 2.4mm;margin:0 0 4mm;break-inside:avoid}
.lead .what{font-size:11pt;font-weight:700}
.lead .sum{font-size:17pt;line-height:1.1;font-weight:700;white-space:nowrap;font-variant-numeric:tabular-nums}
.lead .when{display:block;font-size:9.5pt;font-weight:400;color:#3c4557}
.intro{margin:0 0 3.5mm}
table.rows{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
.rows thead{display:table-header-group}
.rows tr{break-inside:avoid}
.rows thead th{font-size:8pt;font-weight:400;color:#586174;text-align:left;padding:0 0 1mm;border-bottom:.8pt solid #1d2433;vertical-align:bottom}
.rows td,.rows tbody th{padding:.85mm 0;border-bottom:.4pt solid #d5d9e0;vertical-align:top;text-align:left;font-weight:400}
.rows thead .n{width:30mm}
.rows thead .n:last-child{width:26mm}
.rows .n{text-align:right;white-space:nowrap;padding-left:4mm}
.rows thead .n{text-align:right}
.rows .group th{font-weight:700;padding-top:2.2mm;border-bottom:.6pt solid #828b9b;break-after:avoid}
.rows .group span{font-weight:400;color:#586174}
.rows .sub{break-before:avoid}
.rows .sub td,.rows .sub th{border-bottom:none;color:#3c4557;padding-bottom:0}
.rows .sub .n{font-weight:700}
.rows .note{display:block;font-size:8pt;color:#586174}
.sums{width:78mm;margin:4mm 0 0 auto;border-collapse:collapse;font-variant-numeric:tabular-nums;break-inside:avoid}
.sums th{text-align:left;font-weight:400;padding:.9mm 0}
.sums td{text-align:right;padding:.9mm 0 .9mm 4mm;white-space:nowrap}
.sums .note{display:block;font-size:9pt;font-weight:400;color:#3c4557}
.sums td{vertical-align:top}
.sums .total th,.sums .total td{border-top:1.2pt solid #1d2433;font-weight:700;font-size:11.5pt;padding-top:1.6mm}
.foot{margin-top:6mm;break-inside:avoid;display:flex;gap:8mm;justify-content:space-between;align-items:flex-start}
.foot .texts{flex:1;font-size:8.5pt;line-height:1.42;max-width:128mm}
.foot h2{font-size:8.5pt;font-weight:700;margin:0 0 .5mm}
.foot p+h2{margin-top:2.4mm}
.scan{width:30mm;font-size:7.5pt;line-height:1.3;color:#3c4557;text-align:center;flex:none}
.scan .qr{display:block;width:25mm;height:25mm;margin:0 auto 1.2mm}
.closing{margin-top:5mm;padding-top:2mm;border-top:.4pt solid #d5d9e0;font-size:8pt;color:#586174;break-inside:avoid}
.details{break-before:page}
.details h2{font-size:14pt;line-height:1.2}
.details .muted{margin-bottom:4mm}
.rows .why{padding-left:5mm;font-size:8.5pt;width:88mm}
.details thead th:first-child{width:38mm}
.details thead .n{width:24mm}
.stamp{border:1.2pt solid #1d2433;border-radius:1mm;padding:2mm 3mm;margin:0 0 4mm;font-weight:700;break-inside:avoid}
`;

/** On a screen the sheet lies on a table; its margins, which paper has by itself, are drawn. */
const SCREEN = `
@media screen{
body{background:#e6e3dc;padding:6mm 4mm;overflow-x:auto}
.sheet{background:#fff;width:210mm;min-height:297mm;margin:0 auto 6mm;padding:12mm 16mm 17mm;box-shadow:0 .5mm 3mm rgb(29 36 51/.18)}
.fold{left:4mm;top:99mm}
.sheet .logo{max-width:60mm}
}
`;

export const SHEET_STYLES = `${SHEET}${SCREEN}`;
