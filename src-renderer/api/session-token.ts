import { ref } from 'vue';

const KEY = 'preau.session';

/** The signed-in person's token; kept for this window or tab only, so that a reload stays signed in. */
export const sessionToken = ref<string | null>(sessionStorage.getItem(KEY));

export function keepToken(token: string | null): void {
  sessionToken.value = token;
  if (token === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, token);
}
