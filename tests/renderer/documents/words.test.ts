import { describe, expect, it } from 'vitest';
import { sizeWords } from '../../../src-renderer/components/documents/document-words';
import { documentsAddressOf, writeDocumentsAddress } from '../../../src-renderer/components/documents/documents-address';
import { nameOfFile, newDocument, publishInputOf } from '../../../src-renderer/components/documents/publish-form';
import { localDate } from '../../../src-main/kernel/local-date';
import { publishInput } from '../../../src-main/features/documents/schema';
import { plainSpaces } from '../../support/plain-spaces';

describe('where one stands among documents', () => {
  it.each([[{}], [{ piece: '12' }], [{ vue: 'manquantes' }], [{ vue: 'publies', document: '3' }], [{ vue: 'demandees' }]])('%j goes to the page and back', (query) => {
    expect(writeDocumentsAddress(documentsAddressOf(query))).toEqual(query);
  });

  it('leaves out what makes no sense', () => {
    expect(documentsAddressOf({ vue: 'rien', piece: 'x', document: '-1' })).toEqual({ view: 'waiting', paperId: null, documentId: null });
  });
});

describe('a document to publish', () => {
  const typed = { ...newDocument(localDate('2026-11-05')), category: 'Menus', name: 'Menus', files: [{ id: 7, name: 'm.pdf', bytes: 1 }] };

  it.each([
    [{ kind: 'all', target: '', label: '' }, { kind: 'all' }], [{ kind: 'class', target: '4', label: 'CP' }, { kind: 'class', id: 4 }],
    [{ kind: 'service', target: 'cantine-1', label: 'Cantine' }, { kind: 'service', code: 'cantine-1', label: 'Cantine' }],
  ] as const)('for %j is sent as the host takes it', (audience, sent) => {
    expect(publishInput.parse(publishInputOf({ ...typed, audience }))).toMatchObject({ audience: sent, uploadId: 7, fromOn: '2026-11-05', untilOn: null });
  });

  it('not filled in is refused at the fields that the page has', () => {
    const { error } = publishInput.safeParse(publishInputOf({ ...typed, name: '', files: [], audience: { kind: 'class', target: '', label: '' } }));
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual(expect.arrayContaining([
      ['name', 'Donnez un nom au document.'], ['uploadId', 'Choisissez le fichier à publier.'], ['audience.id', 'Choisissez une classe.'],
    ]));
  });

  it('has a name from its file to begin with', () => {
    expect(['menus-de_novembre.pdf', 'IMG 12.JPG', 'règlement.v2.pdf'].map(nameOfFile)).toEqual(['Menus de novembre', 'IMG 12', 'Règlement.v2']);
  });
});

it('a size is told as computers tell it', () => {
  expect([12, 240_400, 1_800_000, 10_000_000].map((bytes) => plainSpaces(sizeWords(bytes)))).toEqual(['1 Ko', '240 Ko', '1,8 Mo', '10 Mo']);
});
