import { formatDay } from '../kernel/french-dates';
import { addDays } from '../kernel/local-date';
import type { StaffActor } from '../kernel/actor';
import { saveNews } from '../features/news/save-news';
import type { Stage } from './stage';

/** Plans what the town tells on the parents' home page: one piece put first, one of every day. */
export function planNews(stage: Stage, secretary: StaffActor): void {
  const { today } = stage;
  const publish = (title: string, html: string, daysAgo: number, pinned: boolean): void =>
    stage.plan(addDays(today, -daysAgo), '08:50', async () => {
      await saveNews(stage.as(secretary), { id: null, title, html, fromOn: addDays(today, -daysAgo), untilOn: addDays(today, 21), pinned, version: 0 });
    });
  publish(
    'Les menus du mois sont affichés', '<p>Les menus de la cantine sont à la mairie et dans les deux écoles. <strong>Un repas végétarien</strong> est servi chaque semaine.</p>', 4, false,
  );
  publish(
    'Soirée de l’école : réservez tôt',
    `<p>Le ${formatDay(addDays(today, 12))}, l’école fait la fête. La garderie du soir ferme ce jour-là à <strong>18\u00a0h</strong>.</p><ul><li>réservez avant la date butoir\u00a0;</li><li>prévenez-nous si une autre personne vient chercher votre enfant.</li></ul>`,
    2, true,
  );
}
