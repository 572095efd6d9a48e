import { createRoot } from 'react-dom/client';
import 'dayjs/locale/vi';
import './theme/fonts.css';
import './theme/base.css';
import './theme/shell.css';
import './theme/parts.css';
import './theme/pages.css';
import './theme/compare.css';
import { App } from './app/app';

const place = document.getElementById('root');
if (place !== null && document.documentElement.dataset['unsupported'] === undefined)
  createRoot(place).render(<App />);
