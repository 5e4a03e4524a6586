import { TOWN_PATH } from '../../api/town-path';

/** Printed papers are plain routes: they open in a tab of their own. */
export const invoicePdf = (id: number): string => `${TOWN_PATH}/api/factures/${id}.pdf`;
export const receiptPdf = (id: number): string => `${TOWN_PATH}/api/recus/${id}.pdf`;
