/** Words that the demo town draws its people from. */

export const LAST_NAMES = [
  'LE GOFF', 'MORVAN', 'PRIGENT', 'RIOU', 'TANGUY', 'LE BIHAN', 'GUILLOU', 'KERVELLA', 'CADIOU', 'LE ROUX', 'HAMON', 'LE CALVEZ', 'JÉGOU', 'QUÉRÉ', 'COLLET',
  'BOTREL', 'GEFFROY', 'LE MEUR', 'OLLIVIER', 'ROLLAND', 'CARADEC', 'LE BARS', 'PERROT', 'LE CORRE', 'NICOLAS', 'HERVÉ', 'LUCAS', 'THOMAS', 'DANIEL', 'LE GALL',
  'MARTIN', 'BERNARD', 'PETIT', 'ROBERT', 'DURAND', 'MOREAU', 'LAURENT', 'SIMON', 'MICHEL', 'LEFEBVRE', 'GARCIA', 'DA SILVA', 'FERREIRA', 'PEREIRA', 'BENALI',
  'HADDAD', 'CHERIF', 'DIALLO', 'TRAORÉ', 'NGUYEN', 'TRAN', 'YILMAZ', 'KOWALSKI', 'ROSSI', 'FOURNIER', 'GIRARD', 'BONNET', 'DUPONT', 'LAMBERT', 'FONTAINE',
  'ROUSSEAU', 'VINCENT', 'MULLER', 'LEFÈVRE', 'FAURE', 'ANDRÉ', 'MERCIER', 'BLANC', 'GUÉRIN', 'BOYER', 'GARNIER', 'CHEVALIER', 'FRANÇOIS', 'LEGRAND', 'GAUTHIER',
  'PERRIN', 'ROBIN', 'CLÉMENT', 'MORIN', 'HENRY', 'ROUSSEL', 'MATHIEU', 'GAUTIER', 'MASSON', 'MARCHAND', 'DUVAL', 'DENIS', 'DUMONT', 'MARIE', 'LEMAIRE', 'NOËL',
  'MEYER', 'DUFOUR', 'MEUNIER', 'BRUN', 'BLANCHARD', 'GIRAUD', 'JOLY', 'RIVIÈRE', 'BRUNET', 'GAILLARD', 'BARBIER', 'ARNAUD', 'RENARD', 'SCHMITT', 'COLIN',
  'VIDAL', 'CARON', 'PICARD', 'ROGER', 'FABRE', 'AUBERT', 'LEMOINE', 'RENAUD', 'DUMAS', 'PAYET', 'OLIVIER', 'PHILIPPE', 'BOURGEOIS', 'PIERRE', 'BENOÎT', 'REY',
] as const;

export const WOMEN = [
  'Aurélie', 'Céline', 'Sophie', 'Émilie', 'Laura', 'Marion', 'Julie', 'Claire', 'Hélène', 'Solenn', 'Gwenaëlle', 'Nolwenn', 'Maëlle', 'Sarah', 'Camille',
  'Pauline', 'Mathilde', 'Élodie', 'Stéphanie', 'Virginie', 'Caroline', 'Audrey', 'Delphine', 'Amandine', 'Anaïs', 'Fatima', 'Leïla', 'Aminata', 'Inès', 'Ana',
  'Charlotte', 'Marine', 'Justine', 'Laëtitia', 'Jennifer', 'Vanessa', 'Rozenn', 'Anne-Laure', 'Morgane', 'Lise',
] as const;

export const MEN = [
  'Nicolas', 'Julien', 'Sébastien', 'Thomas', 'Guillaume', 'Mathieu', 'Vincent', 'Romain', 'Alexandre', 'Benjamin', 'Yann', 'Gwenaël', 'Erwan', 'Ronan', 'Kévin',
  'Jérôme', 'David', 'Olivier', 'Fabien', 'Antoine', 'Maxime', 'Florian', 'Arnaud', 'Cédric', 'Loïc', 'Karim', 'Mehdi', 'Mamadou', 'João', 'Minh', 'Pierre',
  'Damien', 'Samuel', 'Adrien', 'Simon', 'Tanguy', 'Gaël', 'Bruno', 'Laurent', 'Christophe',
] as const;

export const GIRLS = [
  'Jade', 'Louise', 'Ambre', 'Alba', 'Emma', 'Rose', 'Alice', 'Romy', 'Lina', 'Léna', 'Mila', 'Chloé', 'Julia', 'Léa', 'Agathe', 'Iris', 'Nina', 'Inaya', 'Juliette',
  'Zoé', 'Lou', 'Manon', 'Margaux', 'Éléonore', 'Lucie', 'Maya', 'Capucine', 'Élise', 'Apolline', 'Yasmine', 'Assia', 'Awa', 'Enora', 'Maïwenn', 'Sterenn', 'Lola',
  'Victoire', 'Adèle', 'Olivia', 'Jeanne',
] as const;

export const BOYS = [
  'Gabriel', 'Raphaël', 'Louis', 'Léo', 'Noah', 'Jules', 'Adam', 'Arthur', 'Maël', 'Isaac', 'Liam', 'Lucas', 'Hugo', 'Sacha', 'Gabin', 'Nathan', 'Aaron', 'Eden',
  'Tom', 'Naël', 'Noé', 'Mohamed', 'Malo', 'Ethan', 'Marius', 'Côme', 'Martin', 'Victor', 'Axel', 'Timéo', 'Robin', 'Augustin', 'Ewen', 'Titouan', 'Briac', 'Youssef',
  'Ibrahim', 'Milo', 'Antoine', 'Basile',
] as const;

export const STREETS = [
  'rue de l’École', 'rue du Lavoir', 'place de l’Église', 'rue des Préaux', 'impasse des Tilleuls', 'rue de la Fontaine', 'chemin du Moulin', 'allée des Châtaigniers',
  'rue des Ajoncs', 'rue de la Lande', 'rue du Stade', 'résidence du Verger', 'route de la Gare', 'rue des Mésanges', 'rue Anjela-Duval', 'impasse du Four', 'rue du Calvaire',
  'lieu-dit Kergoat', 'lieu-dit La Ville-Neuve', 'rue des Genêts', 'rue Jean-Moulin', 'rue de la Mairie', 'allée des Camélias', 'venelle du Puits',
] as const;

/** Invented neighbours, so that some families live outside the town. */
export const NEIGHBOURS = [['22301', 'Lanvern-la-Forêt'], ['22302', 'Plougastel-les-Bois'], ['22303', 'Trémeur-sur-Léguer']] as const;

export const OCCUPATIONS = [
  'infirmière', 'enseignante', 'agriculteur', 'maçon', 'assistante de direction', 'technicien', 'aide-soignante', 'chauffeur routier', 'comptable', 'menuisier',
  'vendeuse', 'cuisinier', 'ingénieur', 'agent territorial', 'coiffeuse', 'mécanicien', 'assistante maternelle', 'électricien', 'commercial', 'éducatrice',
] as const;

export const EMPLOYERS = ['Hôpital de Lanvern', 'Coopérative des Landes', 'Menuiseries Botrel', 'Transports Riou', 'Commune de Saint-Aubin', 'Lycée des Bois', 'à son compte'] as const;

/** Reserved for examples (RFC 2606): no mail sent by mistake reaches anybody. */
export const MAIL_DOMAINS = ['courriel.example', 'messagerie.example', 'poste.example'] as const;
