import type { ParentActor, StaffActor } from '../kernel/actor';
import { addDays } from '../kernel/local-date';
import { openConversation, writeToFamily } from '../features/messages/open-conversation';
import { departmentsOf } from '../features/messages/queries';
import { readAsParent, readAsStaff, replyAsParent, replyAsStaff } from '../features/messages/reply';
import { saveDepartment, saveTemplate } from '../features/messages/save-departments';
import { assignConversation, closeConversation } from '../features/messages/sort-conversation';
import type { Context } from '../platform/procedures/services';
import type { DemoStaff } from './demo-staff';
import type { ActiveParent } from './invite-families';
import type { Settlement } from './settle-families';
import type { Stage } from './stage';

const DEPARTMENTS = ['Secrétariat de la mairie', 'Restauration scolaire', 'Périscolaire', 'Facturation'] as const;
type DepartmentName = (typeof DEPARTMENTS)[number];

const TEMPLATES = [
  { name: 'Demande transmise', html: '<p>Bonjour,</p><p>Votre demande est transmise au service concerné. Nous revenons vers vous sous <strong>trois jours ouvrés</strong>.</p>' },
  { name: 'Facture vérifiée', html: '<p>Bonjour,</p><p>Nous avons vérifié votre facture. Le détail, jour par jour, se lit sous chaque ligne de la page Factures.</p>' },
] as const;

/** How a conversation goes on: who speaks or acts, how many days before today, at what time. */
interface Turn {
  readonly by: 'parent' | 'staff';
  readonly daysAgo: number;
  readonly time: string;
  readonly html: string;
}

interface Talk {
  /** Family of the parent, in the plan; `another` = a parent who is not of the guides. */
  readonly key: string;
  readonly department: DepartmentName;
  readonly subject: string;
  readonly turns: readonly [Turn, ...Turn[]];
  readonly aboutInvoice?: boolean;
  readonly assigned?: boolean;
  readonly closed?: boolean;
  /** The parent has not read the last answer. */
  readonly unread?: boolean;
}

const TALKS: readonly Talk[] = [
  {
    key: 'alain', department: 'Restauration scolaire', subject: 'Repas sans viande de Théo', closed: true, turns: [
      { by: 'parent', daysAgo: 18, time: '20:42', html: '<p>Bonjour,</p><p>Théo mange sans viande depuis la rentrée. Le repas de jeudi contenait du jambon\u00a0: pouvez-vous vérifier\u00a0?</p>' },
      { by: 'staff', daysAgo: 17, time: '09:15', html: '<p>Bonjour Monsieur ALAIN,</p><p>C’était une erreur au service, la cuisinière est prévenue. Le régime de Théo est bien noté\u00a0: <strong>sans viande</strong>.</p>' },
      { by: 'parent', daysAgo: 17, time: '12:30', html: '<p>Merci pour votre réponse rapide.</p>' },
    ],
  },
  {
    key: 'alain', department: 'Périscolaire', subject: 'Horaires de la garderie du soir', unread: true, turns: [
      { by: 'parent', daysAgo: 3, time: '18:05', html: '<p>Bonjour,</p><p>Jusqu’à quelle heure peut-on venir chercher Anna le vendredi\u00a0?</p>' },
      { by: 'staff', daysAgo: 2, time: '10:20', html: '<p>Bonjour,</p><p>La garderie ferme à <strong>18\u00a0h\u00a030</strong> tous les soirs. Après cette heure\u00a0:</p><ul><li>appelez la mairie\u00a0;</li><li>une pénalité de retard est due.</li></ul>' },
    ],
  },
  {
    key: 'baconnais', department: 'Facturation', subject: 'Un repas compté en trop\u00a0?', aboutInvoice: true, turns: [
      { by: 'parent', daysAgo: 1, time: '12:48', html: '<p>Bonjour,</p><p>Fanny était malade une journée du mois et j’avais prévenu le matin même. Le repas est-il bien retiré\u00a0?</p><p>Claire BACONNAIS</p>' },
    ],
  },
  {
    key: 'another', department: 'Périscolaire', subject: 'Étude du jeudi', assigned: true, turns: [
      { by: 'parent', daysAgo: 6, time: '21:10', html: '<p>Bonjour, reste-t-il une place à l’étude le jeudi ? Merci.</p>' },
      { by: 'staff', daysAgo: 5, time: '11:05', html: '<p>Bonjour,</p><p>Oui. Réservez le jour sur le portail avant la date butoir\u00a0: la place est à vous aussitôt.</p>' },
    ],
  },
];

/** Plans the departments of the town hall, its ready answers, and what parents and staff have written to each other. */
export function planMessages(stage: Stage, settled: Settlement, active: readonly ActiveParent[], staff: DemoStaff): void {
  stage.plan(addDays(stage.today, -60), '10:05', async () => {
    const context = stage.as(staff.admin);
    const [first] = await departmentsOf(stage.db);
    await saveDepartment(context, { id: first!.id, name: DEPARTMENTS[0] });
    for (const name of DEPARTMENTS.slice(1)) await saveDepartment(context, { id: null, name });
    for (const { name, html } of TEMPLATES) await saveTemplate(context, { id: null, name, html });
  });
  const others = [...settled.families.values()].filter(({ plan }) => !['alain', 'baconnais'].includes(plan.key) && plan.guardians[0]?.email !== '');
  TALKS.forEach((talk, place) => planTalk(stage, talk, place, settled, active, staff.secretary));
  const written = others.find(({ plan }) => plan.children.length >= 2);
  if (written) {
    stage.plan(addDays(stage.today, -8), '14:40', async () => {
      const [, , department] = await departmentsOf(stage.db);
      await writeToFamily(stage.as(staff.secretary), {
        familyId: written.familyId, personId: written.guardianIds[0]!, departmentId: department!.id, subject: 'Attestation d’assurance',
        html: '<p>Bonjour,</p><p>Il nous manque l’attestation d’assurance de vos enfants pour cette année. Pouvez-vous l’envoyer depuis la page Documents\u00a0?</p>', uploadIds: [], requestKey: 'demo-ecrit',
      });
    });
  }
}

function planTalk(stage: Stage, talk: Talk, place: number, { families }: Settlement, active: readonly ActiveParent[], secretary: StaffActor): void {
  /** A parent speaks once they have signed in. */
  const speaker = () => active.find(({ key }) => (talk.key === 'another' ? !['alain', 'baconnais'].includes(key) : key === talk.key));
  let id: number | null = null;
  talk.turns.forEach(({ by, daysAgo, time, html }, index) => {
    stage.plan(addDays(stage.today, -daysAgo), time, async () => {
      const parent = speaker();
      if (!parent || (index > 0 && id === null)) return;
      const words = { html, uploadIds: [], requestKey: `demo-${place}-${index}` };
      if (index === 0) id = await open(stage, talk, stage.as(parent.actor), families.get(parent.key)!.familyId, words);
      else if (by === 'parent') await replyAsParent(stage.as(parent.actor), { ...words, conversationId: id! });
      else await replyAsStaff(stage.as(secretary), { ...words, conversationId: id! });
      const isLast = index === talk.turns.length - 1;
      if (by === 'parent' && (index > 0 || !isLast)) await readAsStaff(stage.as(secretary), id!);
      if (by === 'staff' && !talk.unread) await readAsParent(stage.as(parent.actor), id!);
      if (isLast && talk.assigned) await assignConversation(stage.as(secretary), id!, secretary.id);
      if (isLast && talk.closed) await closeConversation(stage.as(secretary), id!);
    });
  });
}

async function open(stage: Stage, talk: Talk, context: Context<ParentActor>, familyId: number, words: { html: string; uploadIds: number[]; requestKey: string }): Promise<number> {
  const department = (await departmentsOf(stage.db)).find(({ name }) => name === talk.department);
  const invoice = talk.aboutInvoice ? await stage.db.selectOne<{ label: string }>('SELECT label FROM invoices WHERE family_id = $familyId ORDER BY id DESC', { familyId }) : null;
  const { id } = await openConversation(context, { ...words, familyId, departmentId: department!.id, subject: talk.subject, invoice: invoice?.label ?? null });
  return id;
}
