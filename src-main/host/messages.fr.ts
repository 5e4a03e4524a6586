import type { RefusalWording } from '../kernel/errors';

export const hostMessages = {
  'host.bindInsecure': ({ address }) =>
    `Préau refuse d’écouter sur ${address} sans chiffrement : des mots de passe circuleraient en clair. Donnez un certificat (PREAU_TLS_CERT et PREAU_TLS_KEY), ou placez Préau derrière un serveur mandataire et dites-le (PREAU_TRUST_PROXY=1).`,
  'host.nowOutsideDemo': () => 'PREAU_NOW ne sert que pour la démonstration ou les essais. Retirez ce réglage, ou lancez la démonstration.',
  'host.now': ({ now }) => `L’heure de départ « ${now} » ne se lit pas. Écrivez par exemple 2026-11-05T10:01.`,
  'host.port': ({ port }) => `Le port « ${port} » n’est pas un nombre entre 0 et 65535 (ou « off »).`,
  'host.publicUrl': ({ url }) => `L’adresse publique « ${url} » n’est pas une adresse web. Écrivez par exemple https://parents.ma-commune.fr.`,
  'host.tlsIncomplete': () => 'Il manque le certificat ou la clé : donnez PREAU_TLS_CERT et PREAU_TLS_KEY ensemble.',
  'host.tlsUnreadable': ({ cert, key }) => `Le certificat ${cert} ou la clé ${key} ne peut pas être lu.`,
  'host.unknownFlag': ({ flags }) => `Une option de la ligne de commande est inconnue ou incomplète. Options possibles : ${flags}.`,
  'host.demoFolderTaken': ({ folder }) => `Le dossier ${folder} contient déjà une vraie commune : la démonstration ne s’y installe pas. Choisissez un autre dossier avec PREAU_DATA.`,
} satisfies RefusalWording;
