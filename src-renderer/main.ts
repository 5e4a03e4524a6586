import ui from '@nuxt/ui/vue-plugin';
import { PiniaColada } from '@pinia/colada';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { addAPIProvider } from '@iconify/vue';
import { receiveHostPorts } from './api/host-port';
import App from './App.vue';
import { pressKey } from './composables/use-shortcut';
import { guardWindow } from './composables/unsaved';
import { router } from './router';
import './styles/theme.css';

// Icons are built in: none is ever asked of a server.
addAPIProvider('', { resources: [] });
receiveHostPorts();
guardWindow();
window.addEventListener('keydown', pressKey);

createApp(App)
  .use(createPinia())
  .use(PiniaColada, { queryOptions: { staleTime: 0, gcTime: 120_000 } })
  .use(router)
  .use(ui)
  .mount('#app');
