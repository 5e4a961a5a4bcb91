import Tooltip from '@mui/material/Tooltip';
import { useTranslate } from 'ra-core';
import { inWords, moneyIn, perMuIn } from './money.js';
import { NONE, showDecimal, showPercent, showSquareMetres, showYuan } from './numbers.js';

type Value = string | null | undefined;

/**
 * 万元, from 1 亿元 on 亿元; CNY m and bn in English. The tooltip has the exact amount. `unit="wan"` and `bare` if the
 * column header has the unit.
 */
export function Money({
  wan,
  unit = 'auto',
  bare = false,
}: {
  wan: Value;
  unit?: 'auto' | 'wan' | 'yi';
  bare?: boolean;
}) {
  const translate = useTranslate();
  const said = moneyIn(translate, wan, unit);
  if (!said) return <>{NONE}</>;
  return (
    <Tooltip title={translate('parts.unit.exactYuan', { yuan: showYuan(wan) })}>
      <span className="nowrap">{bare ? said.text : inWords(said)}</span>
    </Tooltip>
  );
}

/** 亩 with two decimals, ㎡ in the tooltip. */
export function Area({ mu, bare = false }: { mu: Value; bare?: boolean }) {
  const translate = useTranslate();
  if (!mu) return <>{NONE}</>;
  return (
    <Tooltip title={`${showSquareMetres(mu)} ㎡`}>
      <span className="nowrap">
        {showDecimal(mu, 2)}
        {!bare && ` ${translate('parts.unit.mu')}`}
      </span>
    </Tooltip>
  );
}

/** 万元/亩, CNY m per mu. */
export function PerMu({ wan, bare = false, digits }: { wan: Value; bare?: boolean; digits?: number }) {
  const translate = useTranslate();
  if (!wan) return <>{NONE}</>;
  const said = perMuIn(translate, wan, digits);
  return <span className="nowrap">{bare ? said.text : inWords(said)}</span>;
}

/** Whole in reports and headlines (digits 0), otherwise two decimals. */
export function Percent({ value, digits = 2 }: { value: Value; digits?: number }) {
  return <span className="nowrap">{showPercent(value, digits)}</span>;
}
