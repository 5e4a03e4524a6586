/** Before the first start the town's zone is unknown: mainland France is meant. */
export const USUAL_TIME_ZONE = 'Europe/Paris';
