import { AppError, notFound } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { departmentsOf, templatesOf } from './queries';
import { cleanText } from './rich-text';
import type { Department, ReplyTemplate } from './schema';

const sameName = (left: string, right: string): boolean => left.toLocaleLowerCase('fr-FR') === right.toLocaleLowerCase('fr-FR');

/** Adds a department (id null) or gives it another name. Throws AppError `notFound`, `messages.nameTaken`. */
export function saveDepartment(context: Context, { id, name }: { readonly id: number | null; readonly name: string }): Promise<Department[]> {
  const { db } = context;
  return db.write(async () => {
    const known = await db.select<{ id: number; name: string; archived: number }>('SELECT id, name, archived_at IS NOT NULL AS archived FROM departments');
    const twin = known.find((one) => one.id !== id && sameName(one.name, name));
    if (twin && (twin.archived === 0 || id !== null)) throw new AppError('messages.nameTaken', { name }, 'invalid', 'name');
    if (id !== null && !known.some((one) => one.id === id)) throw notFound();
    if (twin) await db.run('UPDATE departments SET archived_at = NULL WHERE id = $id', { id: twin.id });
    else if (id === null) await db.run('INSERT INTO departments (name, position) SELECT $name, coalesce(max(position), 0) + 1 FROM departments', { name });
    else await db.run('UPDATE departments SET name = $name WHERE id = $id', { id, name });
    await recordDeed(context, { action: 'messages.department', subject: `Service « ${name} »` });
    return departmentsOf(db);
  });
}

/** Takes a department out of the parents' choice; its conversations stay. Throws AppError `notFound`, `messages.lastDepartment`. */
export function archiveDepartment(context: Context, id: number): Promise<Department[]> {
  const { db } = context;
  return db.write(async () => {
    const departments = await departmentsOf(db);
    const department = departments.find((one) => one.id === id);
    if (!department) throw notFound();
    if (departments.length === 1) throw new AppError('messages.lastDepartment', {}, 'conflict');
    await db.run('UPDATE departments SET archived_at = $at WHERE id = $id', { id, at: context.clock.now() });
    await recordDeed(context, { action: 'messages.department', subject: `Service « ${department.name} » retiré du portail` });
    return departmentsOf(db);
  });
}

/** Adds a ready answer (id null) or changes it. Throws AppError `notFound`, `messages.nameTaken`, `messages.empty`. */
export function saveTemplate(context: Context, { id, name, html }: { readonly id: number | null; readonly name: string; readonly html: string }): Promise<ReplyTemplate[]> {
  const { db } = context;
  return db.write(async () => {
    const templates = await templatesOf(db);
    if (templates.some((one) => one.id !== id && sameName(one.name, name))) throw new AppError('messages.nameTaken', { name }, 'invalid', 'name');
    if (id !== null && !templates.some((one) => one.id === id)) throw notFound();
    const clean = cleanText(html);
    if (id === null) await db.run('INSERT INTO reply_templates (name, html) VALUES ($name, $clean)', { name, clean });
    else await db.run('UPDATE reply_templates SET name = $name, html = $clean WHERE id = $id', { id, name, clean });
    await recordDeed(context, { action: 'messages.template', subject: `Réponse type « ${name} »` });
    return templatesOf(db);
  });
}

/** Removes a ready answer. Throws AppError `notFound`. */
export function removeTemplate(context: Context, id: number): Promise<ReplyTemplate[]> {
  const { db } = context;
  return db.write(async () => {
    const template = (await templatesOf(db)).find((one) => one.id === id);
    if (!template) throw notFound();
    await db.run('DELETE FROM reply_templates WHERE id = $id', { id });
    await recordDeed(context, { action: 'messages.template', subject: `Réponse type « ${template.name} » retirée` });
    return templatesOf(db);
  });
}
