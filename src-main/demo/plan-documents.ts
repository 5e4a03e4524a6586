import type { StaffActor } from '../kernel/actor';
import { formatDay, formatDayMonth } from '../kernel/french-dates';
import { addDays, makeDate, mondayOf } from '../kernel/local-date';
import type { LocalDate } from '../kernel/local-date';
import { acceptPaper, refusePaper } from '../features/documents/decide-paper';
import { savePaperKind } from '../features/documents/paper-kinds';
import { publishDocument } from '../features/documents/publish-document';
import { receiveUpload } from '../features/documents/receive-upload';
import type { Audience, PaperKindInput } from '../features/documents/schema';
import { addPaper, sendPaper } from '../features/documents/send-paper';
import { townOf } from '../features/town/queries';
import { menuPdf, textPdf } from './demo-papers';
import type { SchoolPlace } from './demo-schools';
import type { ActiveParent } from './invite-families';
import type { Random } from './random';
import type { Settlement } from './settle-families';
import type { Stage } from './stage';

interface Hands {
  readonly admin: StaffActor;
  readonly secretary: StaffActor;
}

const KINDS: readonly Omit<PaperKindInput, 'id' | 'version'>[] = [
  { name: 'Assurance scolaire', about: 'child', required: true, renewed: true, health: false, help: 'L’attestation de l’année, au nom de l’enfant, avec la responsabilité civile. Votre assureur la donne en ligne.' },
  { name: 'Fiche sanitaire', about: 'child', required: true, renewed: true, health: true, help: 'Remplie et signée, avec la page des vaccins du carnet de santé.' },
  { name: 'Justificatif de domicile', about: 'family', required: false, renewed: false, health: false, help: 'Une facture de moins de trois mois, pour le tarif de la commune.' },
];

/** Plans what the town publishes, what it asks for, and papers in every state for the families of the guides. */
export function planDocuments(stage: Stage, settled: Settlement, places: ReadonlyMap<string, SchoolPlace>, active: readonly ActiveParent[], hands: Hands, random: Random): void {
  const start = makeDate(stage.schoolYear, 9, 1);
  stage.plan(addDays(start, -71), '11:05', async () => {
    for (const kind of KINDS) await savePaperKind(stage.as(hands.secretary), { id: null, version: 0, ...kind });
  });
  stage.plan(addDays(start, -8), '16:05', () => publishRules(stage, hands));
  const monday = mondayOf(stage.today);
  stage.plan(addDays(monday, -4), '14:20', () => publishMenus(stage, hands, monday));
  stage.plan(addDays(stage.today, -2), '14:40', () => publishMenus(stage, hands, addDays(monday, 7)));
  stage.plan(addDays(stage.today, -6), '09:35', () => publishOuting(stage, settled, places, hands));
  stage.plan(addDays(start, 6), '10:20', () => addMostPapers(stage, settled, hands, random));
  planGuidePapers(stage, settled, active, hands);
}

async function publish(stage: Stage, { secretary }: Hands, bytes: Uint8Array, told: { category: string; name: string; description?: string; audience?: Audience; fromOn: LocalDate; untilOn?: LocalDate }): Promise<void> {
  const context = stage.as(secretary);
  const { id } = await receiveUpload(context, `${told.name}.pdf`, bytes);
  await publishDocument(context, { description: '', audience: { kind: 'all' }, untilOn: null, ...told, uploadId: id, requestKey: `demo-${told.name}` });
}

const townName = async (stage: Stage): Promise<string> => (await townOf(stage.db)).name;

async function publishRules(stage: Stage, hands: Hands): Promise<void> {
  const name = 'Règlement intérieur';
  const lines = ['La cantine et la garderie se réservent sur le portail, avant la date limite écrite sur la page.', 'Une absence se signale à la mairie le plus tôt possible.', 'Toute personne qui vient chercher un enfant doit figurer sur sa fiche.', 'Les factures sont émises chaque mois et payables à trente jours.'];
  await publish(stage, hands, await textPdf(name, lines, await townName(stage)), { category: 'Règlements', name, description: 'Voté par le conseil municipal pour l’année scolaire.', fromOn: addDays(makeDate(stage.schoolYear, 9, 1), -8) });
}

async function publishMenus(stage: Stage, hands: Hands, monday: LocalDate): Promise<void> {
  const friday = addDays(monday, 4);
  const name = `Menus du ${formatDayMonth(monday)} au ${formatDayMonth(friday)}`;
  const days = [0, 1, 3, 4].map((shift) => formatDay(addDays(monday, shift)));
  await publish(stage, hands, await menuPdf(name.replaceAll('/', '.'), days, await townName(stage)), { category: 'Menus', name, fromOn: addDays(monday, -5), untilOn: addDays(friday, 2) });
}

async function publishOuting(stage: Stage, { families }: Settlement, places: ReadonlyMap<string, SchoolPlace>, hands: Hands): Promise<void> {
  const anna = families.get('alain')?.children[0];
  const place = anna && places.get(anna.plan.level);
  if (!place) return;
  const name = 'Sortie à la ferme';
  const lines = ['La classe visite la ferme du Guindy : départ à 9 h, retour à 16 h.', 'Prévoyez des bottes, un vêtement de pluie et une gourde.', 'Le pique-nique est préparé par la cantine.'];
  await publish(stage, hands, await textPdf(name, lines, await townName(stage)), { category: 'Activités', name, audience: { kind: 'class', id: place.classId }, fromOn: addDays(stage.today, -6) });
}

/** Days of the school year's end until which papers are accepted. */
const endOfYear = (stage: Stage): LocalDate => makeDate(stage.schoolYear + 1, 8, 31);

/** Most families brought their papers in September; some still owe one. */
async function addMostPapers(stage: Stage, { families }: Settlement, { admin }: Hands, random: Random): Promise<void> {
  const context = stage.as(admin);
  const town = await townName(stage);
  for (const [kindId, title] of [[1, 'Attestation d’assurance'], [2, 'Fiche sanitaire']] as const) {
    const bytes = await textPdf(title, ['Document remis à la mairie.'], town);
    for (const { familyId, plan, children } of families.values()) {
      for (const child of children) {
        if (plan.key === 'alain' || plan.key === 'baconnais' || !random.chance(0.85)) continue;
        const { id } = await receiveUpload(context, `${title}.pdf`, bytes);
        await addPaper(context, { familyId, childId: child.id, kindId, name: '', description: '', validUntil: endOfYear(stage), uploadIds: [id], requestKey: `demo-${familyId}-${child.id}-${kindId}` });
      }
    }
  }
}

/** Anna: insurance about to end, health sheet in order; Théo: insurance waits, health sheet missing; Fanny: insurance refused. */
function planGuidePapers(stage: Stage, { families }: Settlement, active: readonly ActiveParent[], hands: Hands): void {
  const send = async (key: string, place: number, kindId: number, title: string): Promise<number | null> => {
    const parent = active.find((one) => one.key === key);
    const family = families.get(key);
    if (!parent || !family) return null;
    const context = stage.as(parent.actor);
    const { id: uploadId } = await receiveUpload(context, `${title}.pdf`, await textPdf(title, [`Enfant : ${family.children[place]!.plan.firstName}`, 'Garanties : responsabilité civile et individuelle accident.'], 'Assurances du Trégor'));
    const childId = family.children[place]!.id;
    return (await sendPaper(context, { familyId: family.familyId, childId, kindId, name: '', description: '', uploadIds: [uploadId], requestKey: `demo-${key}-${childId}-${kindId}` })).id;
  };
  const accept = async (id: number | null, validUntil: LocalDate): Promise<void> => {
    if (id !== null) await acceptPaper(stage.as(hands.admin), { id, version: 1, validUntil });
  };
  stage.plan(addDays(stage.today, -40), '18:50', async () => accept(await send('alain', 0, 1, 'Attestation d’assurance Anna'), addDays(stage.today, 15)));
  stage.plan(addDays(stage.today, -39), '08:55', async () => accept(await send('alain', 0, 2, 'Fiche sanitaire Anna'), endOfYear(stage)));
  stage.plan(addDays(stage.today, -1), '19:20', async () => void await send('alain', 1, 1, 'Attestation d’assurance Théo'));
  stage.plan(addDays(stage.today, -4), '12:15', async () => accept(await send('baconnais', 0, 2, 'Fiche sanitaire Fanny'), endOfYear(stage)));
  stage.plan(addDays(stage.today, -3), '12:25', async () => {
    const id = await send('baconnais', 0, 1, 'Assurance Fanny');
    if (id !== null) await refusePaper(stage.as(hands.secretary), { id, version: 1, reason: 'la date de validité est passée' });
  });
}
