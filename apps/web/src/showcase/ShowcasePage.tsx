import { ThemeProvider } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { LocaleSwitch } from '../frame/AppBar.js';
import { darkTheme, lightTheme } from '../theme/makeTheme.js';
import { moneyIn, perMuIn, showWan } from '../parts/text/money.js';
import { Area, Money } from '../parts/text/Amounts.js';
import { Strip } from '../parts/layout/Card.js';
import { KeyNumber, keyNumber } from '../parts/marks/KeyNumber.js';
import { PerMuGauge } from '../parts/marks/PerMuGauge.js';
import { Verdicts, Gauges, History } from './Marks.js';
import { Inputs, Conflict } from './Forms.js';
import { States, Controls } from './Controls.js';

function Sheet({ mode }: { mode: string }) {
  const t = useTranslate();
  return (
    <>
      <Strip label={`${t('showcase.keyNumbers')} ${mode}`}>
        <KeyNumber name={t('showcase.contracts')} value="32" unit={t('showcase.pieces')} />
        <KeyNumber name={t('showcase.signed')} {...keyNumber(moneyIn(t, '662996.54')!)}>
          <div className="caption">
            <Area mu="989.55" /> · <Money wan="662996.54" unit="wan" />
          </div>
        </KeyNumber>
        <KeyNumber
          name={t('showcase.investment')}
          against={t('showcase.standard', { value: showWan(t, '300') })}
          {...keyNumber(perMuIn(t, '670', 0))}
          percent="223"
        >
          <PerMuGauge promised="670" actual="654.15" standard="300" />
        </KeyNumber>
        <KeyNumber
          name={t('showcase.tax')}
          against={t('showcase.standard', { value: showWan(t, '30') })}
          {...keyNumber(perMuIn(t, '82', 0))}
          percent="273"
        >
          <PerMuGauge promised="82" actual="76.72" standard="30" />
        </KeyNumber>
      </Strip>
      <div className="showcasegrid">
        <Verdicts />
        <Gauges />
        <Inputs />
        <Conflict />
        <Controls mode={mode} />
        <History />
        <States />
      </div>
    </>
  );
}

export default function PartsPage() {
  const t = useTranslate();
  return (
    <main>
      {(['light', 'dark'] as const).map((mode) => (
        <ThemeProvider key={mode} theme={mode === 'light' ? lightTheme : darkTheme}>
          <div data-theme={mode} className="showcase">
            <div className="row">
              <h1>{t(`showcase.${mode}`)}</h1>
              <span className="spacer" />
              {mode === 'light' && <LocaleSwitch />}
            </div>
            <Sheet mode={t(`showcase.${mode}`)} />
          </div>
        </ThemeProvider>
      ))}
    </main>
  );
}
