import type { Contract } from '@crm/api-contract/contracts';
import { indicators } from '@crm/domain/standards';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { showWan, sayWan, sayMoney } from '../parts/text/money.js';
import { NONE, showDecimal } from '../parts/text/numbers.js';
import { DayText } from '../parts/text/DayText.js';
import { useCan } from '../providers/abilities.js';
import { investmentOf } from '../contracts/index.js';

/** The main facts of a contract: parties, place, dates, amount, standard. */
export function Facts({ contract }: { contract: Contract }) {
  const translate = useTranslate();
  const maySeeFirm = useCan('read', 'Enterprise');
  const investment = investmentOf(contract);
  const land = contract.parcels.filter((parcel) => parcel.knownTo === null);
  const below = contract.commitments.filter((promise) => promise.belowStandard);
  return (
    <section className="card facts" aria-label={translate('contracts.facts')}>
      <Fact name={translate('contracts.partyB')} more={<span className="code">{contract.creditCode ?? NONE}</span>}>
        {maySeeFirm ? (
          <Link to={`/enterprises/${contract.enterpriseId}/show`}>{contract.enterpriseName}</Link>
        ) : (
          contract.enterpriseName
        )}
      </Fact>
      <Fact
        name={translate('contracts.parkAndLand')}
        more={
          contract.kind === 'supplement'
            ? NONE
            : contract.landFree
              ? translate('contracts.landFree')
              : [
                  land
                    .map((parcel) => parcel.code)
                    .filter((code) => code !== '')
                    .join(translate('parts.join')),
                  contract.areaMu === null
                    ? translate('contracts.noLandYet')
                    : `${showDecimal(contract.areaMu, 2)} ${translate('parts.unit.mu')}`,
                ]
                  .filter((part) => part !== '')
                  .join(translate('parts.and'))
        }
      >
        {contract.parkName}
      </Fact>
      <Fact name={translate('contracts.signedOn')} more={contract.officerName ?? contract.handlerName ?? NONE}>
        <DayText day={contract.signedOn} />
      </Fact>
      <Fact
        name={translate('contracts.investment')}
        more={
          contract.amountInForceWan !== null && contract.increasedWan !== '0'
            ? translate('contracts.withIncreases', { wan: showWan(translate, contract.amountInForceWan, 2) })
            : investment === null
              ? NONE
              : sayWan(translate, investment, 2)
        }
      >
        {sayMoney(translate, investment)}
      </Fact>
      {contract.kind !== 'supplement' && (
        <Fact
          name={`${translate('contracts.standard')} ${translate('parts.unit.perMu')}`}
          more={
            below.length === 0
              ? (documentsOf(contract) ?? NONE)
              : below
                  .map((promise) =>
                    translate('contracts.belowFact', {
                      indicator: translate(`indicators.short.${promise.indicator}`),
                      percent: showDecimal(promise.percentOfStandard, 2),
                    }),
                  )
                  .join(translate('parts.and'))
          }
        >
          <span title={documentsOf(contract) ?? undefined}>
            {indicators
              .map((indicator) =>
                contract.standards[indicator]?.perMuWan
                  ? showWan(translate, contract.standards[indicator].perMuWan)
                  : translate('parts.gauge.notSet'),
              )
              .join(' / ')}
          </span>
        </Fact>
      )}
    </section>
  );
}

function Fact({ name, children, more }: { name: string; children: ReactNode; more: ReactNode }) {
  return (
    <div>
      <span>{name}</span>
      <b className="ellipsis">{children}</b>
      <em>{more}</em>
    </div>
  );
}

const documentsOf = ({ standards }: Contract): string | null =>
  [...new Set(indicators.flatMap((indicator) => standards[indicator]?.documentNo ?? []))].join('、') || null;
