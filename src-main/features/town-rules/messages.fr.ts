import { formatDate } from '../../kernel/french-dates';
import type { RefusalWording } from '../../kernel/errors';
import type { LocalDate } from '../../kernel/local-date';

export const townRulesMessages = {
  'rules.draftGone': () => 'Ce brouillon n’existe plus : il a été mis en vigueur ou abandonné. Revenez à la liste des versions.',
  'rules.draftExists': ({ fromOn }) => `Un brouillon commence déjà le ${formatDate(String(fromOn) as LocalDate)}. Ouvrez-le, ou choisissez une autre date.`,
  'rules.openQuestions': ({ count, question }) =>
    `Ce règlement ne peut pas encore entrer en vigueur. ${String(question)}${Number(count) > 1 ? ` Et ${Number(count) - 1 === 1 ? 'une autre question reste ouverte' : `${Number(count) - 1} autres questions restent ouvertes`}.` : ''}`,
  'rules.nothingToExport': () => 'Aucun règlement n’est encore en vigueur : il n’y a rien à exporter.',
  'rules.fileTooBig': () => 'Ce fichier dépasse 1 Mo : ce n’est sans doute pas un règlement. Choisissez le fichier obtenu par « Exporter le règlement ».',
  'rules.fileNotJson': () => 'Ce fichier ne se lit pas : il est abîmé, ou ce n’est pas un règlement. Choisissez le fichier obtenu par « Exporter le règlement », dont le nom finit par .json.',
  'rules.fileNotRules': () => 'Ce fichier n’est pas un règlement de Préau. Choisissez le fichier obtenu par « Exporter le règlement ».',
  'rules.fileNewer': () => 'Ce règlement a été écrit par une version plus récente de Préau. Mettez Préau à jour, puis importez-le de nouveau.',
  'rules.fileHasErrors': () => 'Ce fichier a changé, ou contient des erreurs. Choisissez-le de nouveau.',
  'rules.noSuchService': () => 'Cette prestation ne figure dans aucune version du règlement.',
} satisfies RefusalWording;
