import type { FilePart } from '../town/portal-settings-schema';
import type { LocalDate, Weekday } from '../../kernel/local-date';

/** The family's file as its parents see it. Hidden fields are not there at all. */

export type FieldKind = 'line' | 'text' | 'day' | 'email' | 'phone' | 'postcode' | 'choice' | 'yesNo' | 'wish';
/** What this parent may do with a field. `approved`: the town hall decides. */
export type ShownRule = 'readOnly' | 'direct' | 'approved';

/** A change that waits for the town hall. */
export interface PendingChange {
  readonly requestId: number;
  readonly value: string;
  readonly shown: string;
  readonly askedOn: LocalDate;
  readonly askedBy: string;
  /** Asked by the reader, who may withdraw it. */
  readonly mine: boolean;
}

/** The last answer, when it was no. */
export interface RefusedChange {
  readonly shown: string;
  readonly reason: string;
  readonly decidedOn: LocalDate;
}

export interface ProfileField {
  readonly id: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** As it is sent back; a day is `YYYY-MM-DD`. */
  readonly value: string;
  /** As it is read: "12 octobre 2018", "Non renseigné". */
  readonly shown: string;
  readonly rule: ShownRule;
  readonly required: boolean;
  readonly help: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly pending: PendingChange | null;
  readonly refused: RefusedChange | null;
}

export interface ProfileSection {
  readonly part: FilePart;
  /** A person, a child, or the family. */
  readonly subjectId: number;
  readonly title: string;
  readonly editable: boolean;
  /** Health data are sent only when they are asked for: until then there are no fields. */
  readonly closed: boolean;
  readonly fields: readonly ProfileField[];
}

export interface PickupCell {
  readonly childId: number;
  readonly what: 'callInEmergency' | 'mayCollect';
  readonly value: boolean;
  readonly rule: ShownRule;
  readonly pending: PendingChange | null;
  readonly refused: RefusedChange | null;
}

export interface PickupRow {
  readonly personId: number;
  readonly name: string;
  /** Of each child: urgence, then sortie. */
  readonly cells: readonly PickupCell[];
}

export interface ProfilePickups {
  readonly editable: boolean;
  readonly children: readonly { readonly childId: number; readonly name: string }[];
  readonly rows: readonly PickupRow[];
}

/** Adding people to call or who may collect. */
export interface ProfileContacts {
  readonly rule: ShownRule;
  /** Whether "urgence" and "sortie" are told with a new person. */
  readonly withTicks: boolean;
  readonly children: readonly { readonly childId: number; readonly name: string }[];
  readonly relations: readonly { readonly value: string; readonly label: string }[];
  /** People whom a guardian asked to add, who wait or were refused lately. */
  readonly asked: readonly { readonly requestId: number; readonly name: string; readonly pending: PendingChange | null; readonly refused: RefusedChange | null }[];
}

/** Taking a contact out of the family. */
export interface ContactRemoval {
  readonly rule: 'direct' | 'approved';
  readonly pending: PendingChange | null;
  readonly refused: RefusedChange | null;
}

export interface ProfileAdult {
  readonly personId: number;
  readonly name: string;
  readonly kind: 'guardian' | 'contact';
  /** "Premier responsable", "Grand-parent". */
  readonly title: string;
  readonly isMe: boolean;
  /** Null for a guardian, and where the town allows none. */
  readonly removal: ContactRemoval | null;
  /** Empty for someone whose data this parent may not see. */
  readonly sections: readonly ProfileSection[];
}

export interface ProfileChild {
  readonly childId: number;
  /** The family through which this parent keeps the child's file. */
  readonly familyId: number;
  readonly name: string;
  /** "Née le 12 octobre 2018 à Lannion"; empty when it is not shown. */
  readonly birthWords: string;
  readonly schoolWords: string;
  readonly sections: readonly ProfileSection[];
  readonly waiting: number;
}

export interface Certification {
  /** "2026-2027" */
  readonly schoolYear: string;
  /** The last time that this parent certified; null = never. */
  readonly certifiedOn: LocalDate | null;
  /** Asked again each school year. */
  readonly due: boolean;
}

export interface ProfileFamily {
  readonly familyId: number;
  readonly name: string;
  /** False for a guardian without parental authority: they see less and change only their own data. */
  readonly withAuthority: boolean;
  /** What the file lacks, as words to put after "Il manque"; empty: "Fiche complète". */
  readonly missing: readonly string[];
  /** Quotient and fund; null when hidden. */
  readonly household: ProfileSection | null;
  readonly adults: readonly ProfileAdult[];
  /** Null when other contacts are hidden. */
  readonly contacts: ProfileContacts | null;
  readonly pickups: ProfilePickups | null;
  readonly certification: Certification;
  readonly waiting: number;
}

export interface Profile {
  readonly families: readonly ProfileFamily[];
  readonly children: readonly ProfileChild[];
}

/** What became of a save: how many fields are kept, and how many wait for the town hall. */
export interface SavedSection {
  readonly saved: number;
  readonly asked: number;
  readonly section: ProfileSection;
}

/** The same for a contact who is added or taken out. */
export type SavedContact = Pick<SavedSection, 'saved' | 'asked'>;

/** A service of a child as the guides' page shows it. */
export interface ChildService {
  readonly service: string;
  readonly label: string;
  readonly enrolled: boolean;
  /** "à partir du 1er janvier 2027", when it has yet to begin. */
  readonly startWords: string;
  /** Days on which the service runs at all. */
  readonly openDays: readonly Weekday[];
  readonly usualDays: readonly Weekday[];
  /** Price of one unit for this child, in cents; null when the council has not fixed it. */
  readonly priceCents: number | null;
  /** Price when it is booked late; null when it is the same. */
  readonly lateCents: number | null;
  /** "repas", "demi-heure". */
  readonly unit: string;
}

export interface ChildMeals {
  readonly eats: boolean;
  readonly meals: readonly ChildService[];
  readonly others: readonly ChildService[];
}

/** A request as staff decide it. */
export interface StaffRequest {
  readonly id: number;
  /** "Anna ALAIN", "Famille ALAIN", "Odette ALAIN pour Anna". */
  readonly subject: string;
  readonly part: FilePart;
  readonly section: string;
  readonly label: string;
  /** A wish in words: nothing changes by itself when it is accepted. */
  readonly isWish: boolean;
  /** Health data are shown once they are opened. */
  readonly health: boolean;
  readonly before: string;
  readonly after: string;
  /** What the file holds now, as it is sent back with the decision. */
  readonly seen: string;
  /** The same in words, when it is not `before` any more. */
  readonly changedTo: string | null;
  readonly askedBy: string;
  readonly askedOn: LocalDate;
}

/** A paper that this family sent lately: it may prove what is asked. */
export interface RequestProof {
  readonly id: number;
  readonly name: string;
  readonly about: string;
  readonly sentOn: LocalDate;
  readonly health: boolean;
  readonly fileIds: readonly number[];
}

export interface FamilyRequests {
  readonly familyId: number;
  readonly familyName: string;
  readonly requests: readonly StaffRequest[];
  readonly proofs: readonly RequestProof[];
}
