import { describe, expect, it } from 'vitest';
import { contentTypeOf, safeFileName } from '../../src-main/features/documents/content-type';

const bytesOf = (text: string): Uint8Array => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));

describe('a file is what its content says', () => {
  it.each([
    ['%PDF-1.7 …', 'application/pdf'],
    ['\u00ff\u00d8\u00ff\u00e0 JFIF', 'image/jpeg'],
    ['\u0089PNG\r\n\u001a\n', 'image/png'],
  ])('%j', (content, type) => expect(contentTypeOf(bytesOf(content))).toBe(type));

  it.each([
    ['', 'documents.empty'],
    ['<html><script>alert(1)</script>', 'documents.type'],
    ['MZ executable', 'documents.type'],
    ['\0\0\0\u0018ftypheic', 'documents.heic'],
    ['x'.repeat(10_000_001), 'documents.tooLarge'],
  ])('%.40j is refused', (content, code) => expect(() => contentTypeOf(bytesOf(content))).toThrow(code));
});

describe('a file’s name', () => {
  it.each([
    ['attestation été 2026.pdf', 'application/pdf', 'attestation été 2026.pdf'],
    ['../../etc/passwd', 'image/png', 'passwd.png'],
    ['C:\\papiers\\page.html', 'application/pdf', 'page.pdf'],
    ['a\u0000b\n<c>.exe', 'image/jpeg', 'abc.jpg'],
    ['...', 'application/pdf', 'document.pdf'],
    ['', 'image/png', 'document.png'],
  ] as const)('%j → %s', (claimed, type, name) => expect(safeFileName(claimed, type)).toBe(name));

  it('is never longer than what is kept', () => expect(safeFileName('é'.repeat(400), 'application/pdf').length).toBeLessThanOrEqual(120));
});
