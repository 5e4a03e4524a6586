import type { RefusalWording } from '../../kernel/errors';

export const portalDeskMessages = {
  'portalDesk.fileHidden': () => 'La mairie ne montre pas les fiches sur le portail. Écrivez-lui pour toute modification.',
  'portalDesk.notEditable': ({ label }) => `« ${label} » ne se modifie pas sur le portail. Écrivez à la mairie, qui le fera pour vous.`,
  'portalDesk.changedMeanwhile': ({ told }) => `Quelqu’un d’autre a modifié entre-temps : ${told}. Ce que vous avez saisi reste à l’écran ; enregistrez de nouveau pour le garder.`,
  'portalDesk.askedAlready': ({ name, label }) => `${name} a déjà demandé une modification de « ${label} ». Attendez la réponse de la mairie, ou voyez ensemble ce qui est juste.`,
  'portalDesk.fundMissing': () => 'Choisissez la caisse (CAF, MSA ou autre) de ce numéro d’allocataire.',
  'portalDesk.vaccineInFuture': () => 'Cette date de vaccin est dans le futur. Vérifiez l’année.',
  'portalDesk.unknownRequest': () => 'Cette demande n’existe pas ou n’existe plus.',
  'portalDesk.guardianStays': ({ name }) => `${name} est responsable de la famille : seule la mairie peut l’en retirer. Écrivez-lui.`,
  'portalDesk.tooManyContacts': () => 'Cette famille compte déjà vingt autres responsables. Retirez ceux qui ne servent plus, ou écrivez à la mairie.',
  'portalDesk.ticksMissing': () => 'Cochez au moins « Urgence » ou « Sortie » pour un enfant.',
  'portalDesk.decidedAlready': () => 'La mairie a déjà répondu à cette demande. Rechargez la page pour voir sa réponse.',
  'portalDesk.takenBack': () => 'Une de ces demandes a été retirée par le parent ou déjà traitée. Rechargez la page : rien n’a été enregistré.',
  'portalDesk.fieldChanged': ({ label, now }) => `« ${label} » a changé dans la fiche entre-temps${now ? ` : maintenant « ${now} »` : ''}. Rechargez la page, puis décidez de nouveau.`,
  'portalDesk.healthUnread': ({ label }) => `« ${label} » est une donnée de santé : ouvrez-la avant de décider. Il faut pour cela le droit de lire les données de santé.`,
} satisfies RefusalWording;
